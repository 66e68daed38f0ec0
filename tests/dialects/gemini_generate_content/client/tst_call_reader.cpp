#include "core/dialects/gemini_generate_content/client/call_reader.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace Qt::StringLiterals;

namespace {

/// "0 name id arguments" of every call after these functionCalls, each in a part of its own.
QStringList callsOf(const QByteArrayList &parts)
{
    dialects::gemini::CallReader reader;
    chat::Answer answer;
    for (const QByteArray &part : parts) {
        const auto deltas = reader.read(*parseJson(part), {});
        if (!deltas)
            return {u"refused"_s};
        for (const chat::ToolCallDelta &delta : *deltas)
            answer.apply(delta);
    }
    for (const chat::ToolCallDelta &delta : reader.close())
        answer.apply(delta);
    QStringList lines;
    for (const chat::ToolCall &call : answer.toolCalls)
        lines.append(call.name + u' ' + call.id + u' ' + call.arguments);
    return lines;
}

} // namespace

class TstCallReader : public QObject
{
    Q_OBJECT

private slots:
    void callsComeOutInOrder_data()
    {
        QTest::addColumn<QByteArrayList>("parts");
        QTest::addColumn<QStringList>("calls");
        const auto row = [](const char *name, const QByteArrayList &parts, const QStringList &calls) {
            QTest::newRow(name) << parts << calls;
        };
        row("whole, with an id", {R"({"id":"x","name":"f","args":{"a":1}})"}, {uR"(f x {"a":1})"_s});
        row("without arguments", {R"({"name":"f"})"}, {u"f  {}"_s});
        row("two calls of one name", {R"({"name":"f","args":{"a":1}})", R"({"name":"f","args":{"a":2}})"},
            {uR"(f  {"a":1})"_s, uR"(f  {"a":2})"_s});
        row("in pieces",
            {R"({"name":"f","willContinue":true})",
             R"({"partialArgs":[{"jsonPath":"$.a","stringValue":"x","willContinue":true}],"willContinue":true})",
             R"({"partialArgs":[{"jsonPath":"$.a","stringValue":"y"}],"willContinue":true})", "{}"},
            {uR"(f  {"a":"xy"})"_s});
        row("in pieces that end without an end",
            {R"({"name":"f","willContinue":true})",
             R"({"partialArgs":[{"jsonPath":"$.a","stringValue":"x"}],"willContinue":true})"},
            {uR"(f  {"a":"x"})"_s});
        row("the next name ends a call", {R"({"name":"f","willContinue":true})", R"({"name":"g","args":{"b":1}})"},
            {u"f  {}"_s, uR"(g  {"b":1})"_s});
        row("arguments whole, behind the name", {R"({"name":"f","willContinue":true})", R"({"args":{"a":1}})"},
            {uR"(f  {"a":1})"_s});
        row("an end without a call", {"{}"}, {});
        row("pieces out of order",
            {R"({"name":"f","willContinue":true})",
             R"({"partialArgs":[{"jsonPath":"$.a","numberValue":1},{"jsonPath":"$.a","numberValue":2}]})"},
            {u"refused"_s});
    }
    void callsComeOutInOrder()
    {
        QFETCH(QByteArrayList, parts);
        QFETCH(QStringList, calls);
        QCOMPARE(callsOf(parts), calls);
    }

    void aSignatureStaysWithItsCall()
    {
        dialects::gemini::CallReader reader;
        const auto deltas = reader.read(*parseJson(R"({"name":"f","args":{}})"), "c2ln");
        QVERIFY(deltas);
        QCOMPARE(deltas->size(), 1);
        QCOMPARE(deltas->first().extra.dump(),
                 QByteArray(R"({"extra_content":{"google":{"thought_signature":"c2ln"}}})"));
    }
};

static const bool tstCallReader = sb::testing::add<TstCallReader>();

#include "tst_call_reader.moc"
