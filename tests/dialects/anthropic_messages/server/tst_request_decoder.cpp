#include "core/dialects/anthropic_messages/server/request_decoder.h"
#include "core/dialects/dialect.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace Qt::StringLiterals;

namespace {

/// A body with these members beside the required ones, as it comes back from the client half.
Json sentOn(const Json &body)
{
    const auto served = dialects::serverDialect(catalog::DialectId::AnthropicMessages)->decodeRequest("/", body.dump());
    if (!served)
        return Json(served.error().message);
    catalog::Endpoint endpoint{.upstreamModel = served->request.model, .capabilities = {.jsonSchema = true}};
    endpoint.refuses.thinkingBudget = body["thinking"]["type"].toBytes() != "enabled";
    const auto wire = dialects::clientDialect(catalog::DialectId::AnthropicMessages)
                          ->encode(served->request, {.baseUrl = QUrl(u"http://x.example/v1"_s)}, endpoint,
                                   {.stream = served->stream});
    return wire && wire->notices.isEmpty() ? *parseJson(wire->body) : Json();
}

} // namespace

class TstRequestDecoder : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsLostOnTheWayThrough_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QByteArray>("messages");
        const QByteArray plain = R"([{"role":"user","content":"Hi"}])";
        const auto row = [&](const char *name, const QByteArray &members, QByteArray messages = {}) {
            QTest::newRow(name) << members << (messages.isEmpty() ? plain : messages);
        };
        row("the least", "");
        row("instructions", R"(,"system":"Be brief.")");
        row("instructions with a cache mark",
            R"(,"system":[{"type":"text","text":"Be brief.","cache_control":{"type":"ephemeral"}}])");
        row("sampling and stops", R"(,"temperature":0.5,"top_k":3,"stop_sequences":["x"],"stream":true)");
        row("tools and a choice",
            R"(,"tools":[{"name":"f","description":"D","input_schema":{"type":"object","x":1.0},"strict":true},)"
            R"({"type":"bash_20250124","name":"bash"}],"tool_choice":{"type":"tool","name":"f","disable_parallel_tool_use":true})");
        row("a budget", R"(,"thinking":{"type":"enabled","budget_tokens":2000},"max_tokens":4000)");
        row("adaptive thinking",
            R"(,"thinking":{"type":"adaptive","display":"summarized"},"output_config":{"effort":"high"})");
        row("thinking that is off beside an effort",
            R"(,"thinking":{"type":"disabled"},"output_config":{"effort":"low"})");
        row("an answer format",
            R"(,"output_config":{"format":{"type":"json_schema","schema":{"type":"object","additionalProperties":false}}})");
        row("metadata and members of the API",
            R"(,"metadata":{"user_id":"u"},"service_tier":"auto","container":"c","mcp_servers":[{"type":"url"}])");
        row("pictures and documents", "",
            R"([{"role":"user","content":[{"type":"image","source":{"type":"base64","media_type":"image/png","data":"AAAA"}},)"
            R"({"type":"image","source":{"type":"file","file_id":"f"}},)"
            R"({"type":"document","source":{"type":"text","media_type":"text/plain","data":"Grüße"},"title":"T","citations":{"enabled":true}},)"
            R"({"type":"document","source":{"type":"url","url":"https://x.example/a.pdf"}},)"
            R"({"type":"text","text":"Read.","cache_control":{"type":"ephemeral"}}]}])");
        row("calls, results and thinking", "",
            R"([{"role":"user","content":"Q"},{"role":"assistant","content":[{"type":"thinking","thinking":"R","signature":"s"},)"
            R"({"type":"redacted_thinking","data":"d"},{"type":"text","text":"I look."},)"
            R"({"type":"tool_use","id":"t","name":"f","input":{"a":1.0}}]},)"
            R"({"role":"user","content":[{"type":"tool_result","tool_use_id":"t","content":[{"type":"text","text":"1"},)"
            R"({"type":"search_result","source":"s","title":"t","content":[]}],"is_error":true,"cache_control":{"type":"ephemeral"}},)"
            R"({"type":"text","text":"And?"}]}])");
        row("the service's own blocks, with thinking between them", "",
            R"([{"role":"user","content":"Q"},{"role":"assistant","content":[)"
            R"({"type":"server_tool_use","id":"s","name":"web_search","input":{}},{"type":"web_search_tool_result","tool_use_id":"s","content":[]},)"
            R"({"type":"thinking","thinking":"R","signature":"s"},{"type":"text","text":"A"}]},{"role":"user","content":"More"}])");
    }
    void nothingIsLostOnTheWayThrough()
    {
        QFETCH(QByteArray, members);
        QFETCH(QByteArray, messages);
        Json body = *parseJson(R"({"model":"m","messages":)" + messages + members + "}");
        if (!body.contains("max_tokens"))
            body.set("max_tokens", 50);
        const Json sent = sentOn(body);
        QVERIFY2(equivalent(sent, body), sent.dump().constData());
    }

    void theToolThatCarriesAJsonAnswerIsNoTool_data()
    {
        using Kind = chat::ResponseFormat::Kind;
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<int>("kind");
        QTest::newRow("any object") << QByteArray(R"({"type":"object"})") << int(Kind::JsonObject);
        QTest::newRow("a schema") << QByteArray(R"({"type":"object","required":["a"]})") << int(Kind::JsonSchema);
    }
    void theToolThatCarriesAJsonAnswerIsNoTool()
    {
        QFETCH(QByteArray, schema);
        const auto request = dialects::anthropic::readRequest(*parseJson(
            R"({"model":"m","max_tokens":9,"messages":[{"role":"user","content":"Hi"}],"tools":[{"name":"f","input_schema":{}},)"
            R"({"name":"signalbox_answer","description":"D","input_schema":)"
            + schema + R"(}],"tool_choice":{"type":"any","disable_parallel_tool_use":true}})"));
        QVERIFY(request);
        QCOMPARE(request->tools.size(), 1);
        QVERIFY(!request->toolChoice && !request->parallelToolCalls);
        QTEST(int(request->responseFormat->kind), "kind");
    }

    void whatIsWrongIsNamedWithItsPath_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("path");
        const QByteArray hi = R"("messages":[{"role":"user","content":"Hi"}])";
        const auto row = [](const char *name, const QByteArray &members, const char *path) {
            QTest::newRow(name) << "{" + members + "}" << QString::fromLatin1(path);
        };
        row("no model", R"("max_tokens":9,)" + hi, "model: ");
        row("no limit", R"("model":"m",)" + hi, "max_tokens: ");
        row("no messages", R"("model":"m","max_tokens":9)", "messages: ");
        row("a role", R"("model":"m","max_tokens":9,"messages":[{"role":"tool","content":"x"}])", "messages[0].role: ");
        row("a number for a text",
            R"("model":"m","max_tokens":9,"messages":[{"role":"user","content":[{"type":"text","text":7}]}])",
            "messages[0].content[0].text: ");
        row("a block of another API",
            R"("model":"m","max_tokens":9,"messages":[{"role":"user","content":[{"type":"image_url"}]}])",
            "messages[0].content[0].type: ");
        row("a result without its call",
            R"("model":"m","max_tokens":9,"messages":[{"role":"user","content":[{"type":"tool_result"}]}])",
            "messages[0].content[0].tool_use_id: ");
        row("a tool without a schema", R"("model":"m","max_tokens":9,"tools":[{"name":"f"}],)" + hi,
            "tools[0].input_schema: ");
        row("a choice", R"("model":"m","max_tokens":9,"tool_choice":{"type":"function"},)" + hi, "tool_choice.type: ");
    }
    void whatIsWrongIsNamedWithItsPath()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, path);
        const auto request = dialects::anthropic::readRequest(*parseJson(body));
        QVERIFY(!request);
        QCOMPARE(request.error().kind, Error::Kind::InvalidInput);
        QVERIFY2(request.error().message.startsWith(path), qPrintable(request.error().message));
    }

    void eachToolResultIsAMessageOfItsOwn()
    {
        const auto request = dialects::anthropic::readRequest(*parseJson(
            R"({"model":"m","max_tokens":9,"messages":[{"role":"user","content":[{"type":"tool_result","tool_use_id":"a","content":"1"},)"
            R"({"type":"tool_result","tool_use_id":"b","content":"2"},{"type":"text","text":"And?"}]}]})"));
        QVERIFY(request);
        QCOMPARE(request->messages.size(), 3);
        QCOMPARE(request->messages[1].role, chat::Role::Tool);
        QCOMPARE(request->messages[1].toolCallId, u"b"_s);
        QCOMPARE(request->messages[2].text(), u"And?"_s);
    }
};

static const bool tstRequestDecoder = sb::testing::add<TstRequestDecoder>();

#include "tst_request_decoder.moc"
