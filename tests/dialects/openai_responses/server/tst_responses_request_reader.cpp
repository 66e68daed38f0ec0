#include "core/dialects/dialect.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace Qt::StringLiterals;

namespace {

Result<dialects::ServedRequest> read(const QByteArray &members)
{
    return dialects::serverDialect(catalog::DialectId::OpenAiResponses)
        ->decodeRequest("/v1/responses", R"({"model":"a/b",)" + members + "}");
}

/// The normalized request as chat completions would say it.
QByteArray asChat(const QByteArray &members)
{
    const auto served = read(members);
    return served ? chat::toJson(served->request).dump() : served.error().message.toUtf8();
}

const QByteArray Link = "\"https://x.example/a.png\"";

} // namespace

class TstResponsesRequestReader : public QObject
{
    Q_OBJECT

private slots:
    void itemsBecomeMessages_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QByteArray>("messages");
        const auto row = [](const char *name, const QByteArray &members, const QByteArray &messages) {
            QTest::newRow(name) << members << messages;
        };
        row("a text", R"("input":"Hi")", R"({"role":"user","content":"Hi"})");
        row("instructions and turns",
            R"("instructions":"S","input":[{"role":"developer","content":"D"},{"type":"message","role":"user",)"
            R"("content":[{"type":"input_text","text":"Q"}]},{"role":"assistant","id":"msg_1","status":"completed",)"
            R"("content":[{"type":"output_text","text":"A","annotations":[],"logprobs":[]}],"phase":"commentary"}])",
            R"({"role":"system","content":"S"},{"role":"developer","content":"D"},)"
            R"({"role":"user","content":[{"type":"text","text":"Q"}]},)"
            R"({"role":"assistant","content":[{"type":"text","text":"A"}],"phase":"commentary"})");
        row("pictures and files",
            R"("input":[{"role":"user","content":[{"type":"input_image","image_url":)" + Link
                + R"(,"detail":"high"},{"type":"input_file","file_url":)" + Link
                + R"(},{"type":"input_file","file_id":"f"}]}])",
            R"({"role":"user","content":[{"type":"image_url","image_url":{"url":)" + Link
                + R"(,"detail":"high"}},{"type":"file","file":{"file_data":)" + Link
                + R"(}},{"type":"file","file":{"file_id":"f"}}]})");
        row("a turn of the assistant's in one message",
            R"("input":[{"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"T"}],)"
            R"("encrypted_content":"ZW5j"},{"role":"assistant","content":"A"},{"type":"function_call","id":"fc_1",)"
            R"("call_id":"c","name":"f","arguments":"{}","status":"completed"},{"type":"function_call",)"
            R"("call_id":"d","name":"g","arguments":"{}"},{"type":"function_call_output","call_id":"c",)"
            R"("output":"R"}])",
            R"({"role":"assistant","content":"A","tool_calls":[{"id":"c","type":"function","function":{"name":"f",)"
            R"("arguments":"{}"}},{"id":"d","type":"function","function":{"name":"g","arguments":"{}"}}],)"
            R"("reasoning":"T","reasoning_details":[{"type":"reasoning.summary","summary":"T",)"
            R"("format":"openai-responses-v1","id":"rs_1","index":0},{"type":"reasoning.encrypted","data":"ZW5j",)"
            R"("format":"openai-responses-v1","id":"rs_1","index":1}]},)"
            R"({"role":"tool","content":"R","tool_call_id":"c"})");
        row("calls before what is said",
            R"("input":[{"type":"custom_tool_call","call_id":"c","name":"f","input":"free"},)"
            R"({"role":"assistant","content":"A"}])",
            R"({"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"custom",)"
            R"("custom":{"name":"f","input":"free"}}]},{"role":"assistant","content":"A"})");
        row("a refusal", R"("input":[{"role":"assistant","content":[{"type":"refusal","refusal":"No."}]}])",
            R"({"role":"assistant","content":null,"refusal":"No."})");
    }
    void itemsBecomeMessages()
    {
        QFETCH(QByteArray, members);
        QFETCH(QByteArray, messages);
        QCOMPARE(asChat(members), R"({"model":"a/b","messages":[)" + messages + "]}");
    }

    void membersAreReadAsChatCompletionsHaveThem_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QByteArray>("request");
        const auto row = [](const char *name, const QByteArray &members, const QByteArray &request) {
            QTest::newRow(name) << members << request;
        };
        row("tools",
            R"("tools":[{"type":"function","name":"f","description":"F","parameters":{"type":"object"},"strict":true},)"
            R"({"type":"custom","name":"c","format":{"type":"grammar","syntax":"lark","definition":"start: A"}},)"
            R"({"type":"web_search"}],"tool_choice":{"type":"function","name":"f"},"parallel_tool_calls":false)",
            R"("tools":[{"type":"function","function":{"name":"f","description":"F","parameters":{"type":"object"},)"
            R"("strict":true}},{"type":"custom","custom":{"name":"c","format":{"type":"grammar",)"
            R"("grammar":{"syntax":"lark","definition":"start: A"}}}},{"type":"web_search"}],)"
            R"("tool_choice":{"type":"function","function":{"name":"f"}},"parallel_tool_calls":false)");
        row("some tools",
            R"("tool_choice":{"type":"allowed_tools","mode":"auto","tools":[{"type":"function","name":"f"}]})",
            R"("tool_choice":{"type":"allowed_tools","allowed_tools":{"mode":"auto",)"
            R"("tools":[{"type":"function","function":{"name":"f"}}]}})");
        row("a schema",
            R"("text":{"format":{"type":"json_schema","name":"n","schema":{"type":"object"},"strict":true},)"
            R"("verbosity":"low"})",
            R"("response_format":{"type":"json_schema","json_schema":{"name":"n","schema":{"type":"object"},)"
            R"("strict":true}},"verbosity":"low")");
        row("JSON", R"("text":{"format":{"type":"json_object"}})", R"("response_format":{"type":"json_object"})");
        row("reasoning that is shown", R"("reasoning":{"effort":"high","summary":"auto"})",
            R"("reasoning":{"effort":"high","summary":"auto"})");
        row("reasoning that is not", R"("reasoning":{"effort":"high","summary":null})",
            R"("reasoning":{"effort":"high","exclude":true,"summary":null})");
        row("limits and sampling",
            R"("max_output_tokens":9,"temperature":0.50,"top_p":0.9,"top_logprobs":2,"stream":true,"user":"u",)"
            R"("include":["message.output_text.logprobs"],"store":false,"metadata":{"a":"b"})",
            R"("max_tokens":9,"temperature":0.50,"top_p":0.9,"logprobs":true,"top_logprobs":2,"stream":true,)"
            R"("stream_options":{"include_usage":true},"user":"u","include":["message.output_text.logprobs"],)"
            R"("store":false,"metadata":{"a":"b"})");
    }
    void membersAreReadAsChatCompletionsHaveThem()
    {
        QFETCH(QByteArray, members);
        QFETCH(QByteArray, request);
        QCOMPARE(asChat(R"("input":"Hi",)" + members),
                 R"({"model":"a/b","messages":[{"role":"user","content":"Hi"}],)" + request + "}");
    }

    void whatIsWrongIsNamedByItsPath_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *name, const QByteArray &members, const QString &path) {
            QTest::newRow(name) << members << path;
        };
        row("no input", R"("stream":true)", u"input: "_s);
        row("an input that is a number", R"("input":3)", u"input: "_s);
        row("a role that is none", R"("input":[{"role":"tool","content":"Q"}])", u"input[0].role: "_s);
        row("no content", R"("input":[{"role":"user"}])", u"input[0].content: "_s);
        row("a part without a type", R"("input":[{"role":"user","content":[{"text":"Q"}]}])",
            u"input[0].content[0].type: "_s);
        row("a part that is none", R"("input":[{"role":"user","content":[{"type":"video"}]}])",
            u"input[0].content[0].type: "_s);
        row("a picture that is no URL",
            R"("input":[{"role":"user","content":[{"type":"input_image","image_url":"a.png"}]}])",
            u"input[0].content[0].image_url: "_s);
        row("a file that is none", R"("input":[{"role":"user","content":[{"type":"input_file"}]}])",
            u"input[0].content[0].file_data: "_s);
        row("an item that is none", R"("input":[{"type":"telegram"}])", u"input[0].type: "_s);
        row("a call without an id", R"("input":[{"type":"function_call","name":"f","arguments":"{}"}])",
            u"input[0].call_id: "_s);
        row("a result without its output", R"("input":[{"type":"function_call_output","call_id":"c"}])",
            u"input[0].output: "_s);
        row("a tool without a name", R"("input":"Q","tools":[{"type":"function"}])", u"tools[0].name: "_s);
        row("a choice that is none", R"("input":"Q","tool_choice":"maybe")", u"tool_choice: "_s);
        row("an effort that is none", R"("input":"Q","reasoning":{"effort":"much"})", u"reasoning.effort: "_s);
        row("a format without a schema", R"("input":"Q","text":{"format":{"type":"json_schema","name":"n"}})",
            u"text.format.schema: "_s);
        row("a limit of nothing", R"("input":"Q","max_output_tokens":0)", u"max_output_tokens: "_s);
    }
    void whatIsWrongIsNamedByItsPath()
    {
        QFETCH(QByteArray, members);
        QFETCH(QString, path);
        const auto served = read(members);
        QVERIFY(!served);
        QCOMPARE(served.error().kind, Error::Kind::InvalidInput);
        QVERIFY2(served.error().message.startsWith(path), qPrintable(served.error().message));
    }

    void anItemOfTheServiceIsKeptInItsPlace()
    {
        const auto served = read(R"("input":[{"role":"user","content":"Q"},{"type":"compaction","id":"i"},)"
                                 R"({"role":"user","content":"R"}])");
        QVERIFY(served);
        QCOMPARE(served->request.messages.size(), 3);
        const auto *item = std::get_if<chat::UnknownPart>(&served->request.messages[1].parts.at(0));
        QVERIFY(item);
        QCOMPARE(item->raw.dump(), QByteArray(R"({"type":"compaction","id":"i"})"));
    }
};

static const bool tstResponsesRequestReader = sb::testing::add<TstResponsesRequestReader>();

#include "tst_responses_request_reader.moc"
