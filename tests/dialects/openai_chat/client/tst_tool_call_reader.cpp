#include "core/dialects/openai_chat/client/tool_call_reader.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace Qt::StringLiterals;
using dialects::openai::ToolCallReader;

namespace {

/// Calls as "id name(arguments)", custom ones with braces, joined from what each delta brought.
QStringList readAll(const QByteArrayList &deltas)
{
    ToolCallReader reader;
    QList<chat::ToolCallDelta> pieces;
    for (const QByteArray &delta : deltas)
        pieces += reader.read(*parseJson(delta));
    pieces += reader.close();

    chat::Answer answer;
    for (const chat::ToolCallDelta &piece : pieces)
        answer.apply(piece);
    QStringList calls;
    for (const chat::ToolCall &call : answer.toolCalls)
        calls.append(call.id + u' ' + call.name + (call.custom ? u'{' : u'(') + call.arguments
                     + (call.custom ? u'}' : u')'));
    return calls;
}

} // namespace

class TstToolCallReader : public QObject
{
    Q_OBJECT

private slots:
    void callsAreJoinedFrom_data()
    {
        QTest::addColumn<QByteArrayList>("deltas");
        QTest::addColumn<QStringList>("calls");
        const auto row = [](const char *name, QByteArrayList deltas, QStringList calls) {
            QTest::newRow(name) << deltas << calls;
        };
        row("pieces of one call",
            {R"([{"index":0,"id":"a","type":"function","function":{"name":"f","arguments":""}}])",
             R"([{"index":0,"function":{"arguments":"[1,"}}])", R"([{"index":0,"function":{"arguments":"2]"}}])"},
            {u"a f([1,2])"_s});
        row("two calls whose pieces alternate",
            {R"([{"index":0,"id":"a","function":{"name":"f","arguments":"{"}},{"index":1,"id":"b","function":{"name":"g","arguments":"["}}])",
             R"([{"index":1,"function":{"arguments":"]"}}])", R"([{"index":0,"function":{"arguments":"}"}}])"},
            {u"a f({})"_s, u"b g([])"_s});
        row("indexes that begin at 1", {R"([{"index":1,"id":"a","function":{"name":"f","arguments":"{}"}}])"},
            {u"a f({})"_s});
        row("parallel calls of one index, in one delta (Gemini)",
            {R"([{"index":0,"id":"a","function":{"name":"f","arguments":"{}"}},{"index":0,"id":"b","function":{"name":"f","arguments":"{}"}}])"},
            {u"a f({})"_s, u"b f({})"_s});
        row("parallel calls of one index without ids, in one delta",
            {R"([{"index":0,"function":{"name":"f","arguments":"{}"}},{"index":0,"function":{"name":"f","arguments":"{}"}}])"},
            {u" f({})"_s, u" f({})"_s});
        row("parallel calls of one index, in two deltas",
            {R"([{"index":0,"id":"a","function":{"name":"f","arguments":"{}"}}])",
             R"([{"index":0,"id":"b","function":{"name":"g","arguments":"{}"}}])"},
            {u"a f({})"_s, u"b g({})"_s});
        row("id and name repeated with each piece",
            {R"([{"index":0,"id":"a","function":{"name":"f","arguments":"{"}}])",
             R"([{"index":0,"id":"a","function":{"name":"f","arguments":"}"}}])"},
            {u"a f({})"_s});
        row("a new id with each piece",
            {R"([{"index":0,"id":"a","function":{"name":"f","arguments":"{"}}])",
             R"([{"index":0,"id":"b","function":{"arguments":"}"}}])"},
            {u"a f({})"_s});
        row("no index (Mistral)",
            {R"([{"id":"a","function":{"name":"f","arguments":"{}"}},{"id":"b","function":{"name":"g","arguments":"{}"}}])"},
            {u"a f({})"_s, u"b g({})"_s});
        row("no index, in pieces",
            {R"([{"id":"a","function":{"name":"f","arguments":"{"}}])", R"([{"function":{"arguments":"}"}}])"},
            {u"a f({})"_s});
        row("no index, pieces told apart by id",
            {R"([{"id":"a","function":{"name":"f","arguments":"{"}},{"id":"b","function":{"name":"g","arguments":"["}}])",
             R"([{"id":"a","function":{"arguments":"}"}}])", R"([{"id":"b","function":{"arguments":"]"}}])"},
            {u"a f({})"_s, u"b g([])"_s});
        row("no arguments", {R"([{"index":0,"id":"a","function":{"name":"f"}}])"}, {u"a f({})"_s});
        row("empty arguments", {R"([{"index":0,"id":"a","function":{"name":"f","arguments":""}}])"}, {u"a f({})"_s});
        row("null arguments, then text (Writer)",
            {R"([{"index":0,"id":"a","type":"function","function":{"name":"f","arguments":null}}])",
             R"([{"index":0,"id":null,"type":null,"function":{"name":null,"arguments":"{}"}}])"},
            {u"a f({})"_s});
        row("arguments as an object", {R"([{"id":"a","function":{"name":"f","arguments":{"x":1.0}}}])"},
            {u"a f({\"x\":1.0})"_s});
        row("a name that comes late",
            {R"([{"index":0,"id":"a"}])", R"([{"index":0,"function":{"name":"f","arguments":"{}"}}])"}, {u"a f({})"_s});
        row("a custom tool", {R"([{"id":"a","type":"custom","custom":{"name":"run","input":"x = 1"}}])"},
            {u"a run{x = 1}"_s});
        row("a custom tool in pieces",
            {R"([{"index":0,"id":"a","type":"custom","custom":{"name":"run","input":"x ="}}])",
             R"([{"index":0,"custom":{"input":" 1"}}])"},
            {u"a run{x = 1}"_s});
        row("a custom tool without input stays empty",
            {R"([{"id":"a","type":"custom","custom":{"name":"run","input":""}}])"}, {u"a run{}"_s});
        row("a function beside an empty custom tool (Snowflake)",
            {R"([{"id":"a","type":"function","custom":{"input":"","name":""},"function":{"name":"f","arguments":"{}"}}])"},
            {u"a f({})"_s});
        row("an empty stand-in", {R"([{"index":0,"function":{"name":"","arguments":""}}])"}, {});
        row("null", {"null"}, {});
    }
    void callsAreJoinedFrom()
    {
        QFETCH(QByteArrayList, deltas);
        QTEST(readAll(deltas), "calls");
    }

    void theOldFunctionCallIsTheFirstCall()
    {
        ToolCallReader reader;
        chat::Answer answer;
        for (const char *call : {R"({"name":"f","arguments":""})", R"({"arguments":"[1,"})", R"({"arguments":"2]"})"}) {
            for (const auto &delta : reader.readLegacy(*parseJson(call)))
                answer.apply(delta);
        }
        QCOMPARE(answer.toolCalls, QList<chat::ToolCall>({{.name = u"f"_s, .arguments = u"[1,2]"_s}}));
        QVERIFY(reader.close().isEmpty());
    }

    void anEmptyFunctionCallIsNone()
    {
        ToolCallReader reader;
        QVERIFY(reader.readLegacy(*parseJson(R"({"name":"","arguments":""})")).isEmpty());
        QVERIFY(reader.readLegacy({}).isEmpty());
        QVERIFY(reader.isEmpty());
    }

    void membersOfOthersAreKept()
    {
        ToolCallReader reader;
        const auto deltas = reader.read(*parseJson(
            R"([{"index":0,"id":"a","function":{"name":"f"},"extra_content":{"google":{"thought_signature":"c2ln"}}}])"));
        QCOMPARE(deltas.size(), 1);
        QCOMPARE(deltas.first().extra.dump(),
                 QByteArray(R"({"extra_content":{"google":{"thought_signature":"c2ln"}}})"));
    }
};

static const bool tstToolCallReader = sb::testing::add<TstToolCallReader>();

#include "tst_tool_call_reader.moc"
