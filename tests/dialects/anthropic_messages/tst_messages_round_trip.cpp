#include "tests/dialects/round_trip.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::testing;
using namespace Qt::StringLiterals;

namespace {

const auto Dialect = catalog::DialectId::AnthropicMessages;

Json content(const Json &source);

Json block(const Json &source)
{
    Json block = without(source, {});
    if (source["type"].toBytes() != "tool_result")
        return block;
    block.set("content", content(source["content"]));
    if (block["content"].size() == 0)
        block.remove("content");
    return block;
}

/// A string is a list of one text; texts of blanks alone say nothing.
Json content(const Json &source)
{
    Json::Array blocks;
    if (source.isString())
        blocks.append(Json(Json::Object{{"type", "text"}, {"text", source}}));
    for (const Json &each : source.items())
        blocks.append(block(each));
    blocks.removeIf([](const Json &each) {
        return each["type"].toBytes() == "text" && each["text"].toBytes().trimmed().isEmpty();
    });
    return blocks;
}

/// One turn for neighbors of one role, which is how the service reads them.
Json turns(const Json &source)
{
    Json::Array turns;
    for (const Json &message : source.items()) {
        Json::Array blocks = content(message["content"]).items();
        if (!turns.isEmpty() && turns.last()["role"] == message["role"])
            blocks = turns.takeLast()["content"].items() + blocks;
        if (!blocks.isEmpty())
            turns.append(Json(Json::Object{{"role", message["role"]}, {"content", blocks}}));
    }
    return turns;
}

/// A body in the one spelling among those that mean the same.
Json alike(const Json &source)
{
    Json body = without(source, {"system"});
    if (const Json system = content(source["system"]); system.size() > 0)
        body.set("system", system);
    body.set("messages", turns(source["messages"]));
    return body;
}

Json tool(const Json &source)
{
    if (source["type"].isString() && source["type"].toBytes() != "custom")
        return source;
    Json tool = without(source, {"type"});
    if (tool["description"] == Json(""))
        tool.remove("description");
    if (!tool["input_schema"].contains("type")) {
        Json schema = tool["input_schema"];
        schema.set("type", "object");
        tool.set("input_schema", schema);
    }
    return tool;
}

bool thinks(const Json &body)
{
    const QByteArray type = body["thinking"]["type"].toBytes();
    return type == "enabled" || type == "adaptive";
}

void setOutput(Json &body)
{
    if (body["output_format"].isObject()) {
        Json config = body["output_config"];
        config.set("format", Json(body["output_format"]));
        body.remove("output_format");
        body.set("output_config", config);
    }
    if (body["thinking"]["type"].toBytes() == "disabled")
        body.remove("thinking");
    if (body["thinking"]["type"].toBytes() == "adaptive" && !body["thinking"].contains("display")) {
        Json thinking = body["thinking"];
        thinking.set("display", "summarized");
        body.set("thinking", thinking);
    }
}

void setSampling(Json &body)
{
    for (const char *member : {"temperature", "top_p", "top_k"}) {
        if (thinks(body))
            body.remove(member);
    }
    if (body["top_p"].toDouble() == 1 || body.contains("temperature"))
        body.remove("top_p");
}

/// A body as README.md says that it comes back.
Json comesBack(const Json &source)
{
    Json body = alike(source);
    body.remove("anthropic_version");
    if (body["stream"].toBool() == false)
        body.remove("stream");
    const Json tools = eachOf(source["tools"], tool);
    body.remove("tools");
    if (tools.size() > 0)
        body.set("tools", tools);
    if (body["tool_choice"]["disable_parallel_tool_use"].toBool() == false)
        body.set("tool_choice", without(body["tool_choice"], {"disable_parallel_tool_use"}));
    if (tools.size() == 0)
        body.remove("tool_choice");
    setOutput(body);
    setSampling(body);
    return body;
}

/// A model that takes what was recorded: a budget, or an effort instead.
catalog::Endpoint endpointFor(const Json &body)
{
    catalog::Endpoint endpoint;
    endpoint.capabilities.reasoning = true;
    endpoint.capabilities.jsonSchema = true;
    endpoint.refuses.thinkingBudget = body["thinking"]["type"].toBytes() == "adaptive";
    return endpoint;
}

/// Vertex AI has the model in the address instead.
QByteArray withModel(const Exchange &exchange)
{
    Json body = *parseJson(exchange.request);
    if (!body.contains("model"))
        body.set("model", exchange.model.isEmpty() ? u"m"_s : exchange.model);
    return body.dump();
}

} // namespace

/// A request is read and written again: the same, but for the differences that the dialect's README.md lists. Also over
/// the recordings of SIGNALBOX_TRAFFIC.
class TstMessagesRoundTrip : public QObject
{
    Q_OBJECT

private slots:
    void aRequestComesBack_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const Exchange &exchange : sourceRequests(Dialect))
            QTest::newRow(exchange.id.constData()) << withModel(exchange);
        const auto row = [](const char *name, const QByteArray &members) {
            QTest::newRow(name) << QByteArray(R"({"model":"m","max_tokens":4096,)" + members + "}");
        };
        const QByteArray hi = R"("messages":[{"role":"user","content":"Q"}])";
        const QByteArray cached = R"("cache_control":{"type":"ephemeral","ttl":"1h"})";
        row("instructions", R"("system":"S",)" + hi);
        row("instructions in blocks",
            R"("system":[{"type":"text","text":"S"},{"type":"text","text":"T",)" + cached + "}]," + hi);
        row("turns",
            R"("messages":[{"role":"user","content":"Q"},{"role":"user","content":[{"type":"text","text":"R"}]},)"
            R"({"role":"assistant","content":[{"type":"text","text":"A"}]},{"role":"user","content":"S"}])");
        row("pictures and documents",
            R"("messages":[{"role":"user","content":[{"type":"image","source":{"type":"base64","media_type":"image/png",)"
            R"("data":"AAAA"},)"
                + cached
                + R"(},{"type":"image","source":{"type":"url","url":"https://x.example/a.png"}},)"
                  R"({"type":"image","source":{"type":"file","file_id":"f"}},)"
                  R"({"type":"document","title":"T","context":"C","citations":{"enabled":true},)"
                  R"("source":{"type":"base64","media_type":"application/pdf","data":"AAAA"}},)"
                  R"({"type":"document","source":{"type":"text","media_type":"text/plain","data":"Grüße"}},)"
                  R"({"type":"document","source":{"type":"url","url":"https://x.example/a.pdf"}},)"
                  R"({"type":"document","source":{"type":"file","file_id":"f"}},)"
                  R"({"type":"document","source":{"type":"content","content":[{"type":"text","text":"C"}]}},)"
                  R"({"type":"search_result","source":"s","title":"t","content":[{"type":"text","text":"C"}]},)"
                  R"({"type":"container_upload","file_id":"f"}]}])");
        row("thinking, calls and results",
            R"("thinking":{"type":"enabled","budget_tokens":2000},"tools":[{"name":"f","input_schema":{"type":"object"}}],)"
            R"("messages":[{"role":"user","content":"Q"},{"role":"assistant","content":[{"type":"thinking",)"
            R"("thinking":"T","signature":"s"},{"type":"redacted_thinking","data":"ZW5j"},{"type":"text","text":"A"},)"
            R"({"type":"tool_use","id":"c","name":"f","input":{"a":1.50,"b":[]},)"
                + cached
                + R"(},{"type":"tool_use","id":"d","name":"f","input":{},"caller":{"type":"direct"}}]},)"
                  R"({"role":"user","content":[{"type":"tool_result","tool_use_id":"c","content":"R","is_error":true},)"
                  R"({"type":"tool_result","tool_use_id":"d","content":[{"type":"text","text":"R"},{"type":"image",)"
                  R"("source":{"type":"base64","media_type":"image/png","data":"AAAA"}}],)"
                + cached + R"(},{"type":"text","text":"And?"}]}])");
        row("a result without a content",
            R"("tools":[{"name":"f","input_schema":{"type":"object"}}],"messages":[{"role":"user","content":"Q"},)"
            R"({"role":"assistant","content":[{"type":"tool_use","id":"c","name":"f","input":{}}]},)"
            R"({"role":"user","content":[{"type":"tool_result","tool_use_id":"c"}]}])");
        row("blocks behind a call",
            R"("messages":[{"role":"user","content":"Q"},{"role":"assistant","content":[{"type":"tool_use","id":"c",)"
            R"("name":"f","input":{}},{"type":"text","text":"A"},{"type":"tool_use","id":"d","name":"f","input":{}},)"
            R"({"type":"thinking","thinking":"T","signature":"s"},{"type":"text","text":"B"}]},)"
            R"({"role":"user","content":[{"type":"tool_result","tool_use_id":"c","content":"R"},)"
            R"({"type":"tool_result","tool_use_id":"d","content":"R"}]}])");
        row("what the service did",
            R"("messages":[{"role":"user","content":"Q"},{"role":"assistant","content":[{"type":"server_tool_use","id":"s",)"
            R"("name":"web_search","input":{"query":"q"}},{"type":"web_search_tool_result","tool_use_id":"s","content":[]},)"
            R"({"type":"thinking","thinking":"T","signature":"s"},{"type":"text","text":"A","citations":[{"type":)"
            R"("web_search_result_location","url":"u","title":"t","encrypted_index":"e","cited_text":"c"}]},)"
            R"({"type":"compaction","content":"C"}]},{"role":"user","content":"R"}])");
        row("tools in every form",
            hi
                + R"(,"tools":[{"type":"custom","name":"f","description":"F","input_schema":{"type":"object"},"strict":true,)"
                  R"("defer_loading":true,"input_examples":[{"a":1}],"allowed_callers":["direct"],)"
                  R"("eager_input_streaming":true,)"
                + cached
                + R"(},{"type":"web_search_20250305","name":"web_search","max_uses":2},)"
                  R"({"type":"mcp_toolset","mcp_server_name":"s"}])");
        for (const char *choice :
             {R"({"type":"auto"})", R"({"type":"any"})", R"({"type":"none"})", R"({"type":"tool","name":"f"})",
              R"({"type":"auto","disable_parallel_tool_use":true})",
              R"({"type":"tool","name":"f","disable_parallel_tool_use":true})"})
            row(choice, hi + R"(,"tools":[{"name":"f","input_schema":{"type":"object"}}],"tool_choice":)" + choice);
        row("adaptive thinking",
            hi + R"(,"thinking":{"type":"adaptive","display":"omitted"},"output_config":{"effort":"max"})");
        row("adaptive thinking that says nothing about its display", hi + R"(,"thinking":{"type":"adaptive"})");
        row("an effort without thinking", hi + R"(,"output_config":{"effort":"low"})");
        row("thinking that is off", hi + R"(,"thinking":{"type":"disabled"},"output_config":{"effort":"low"})");
        const QByteArray format =
            R"({"type":"json_schema","schema":{"type":"object","properties":{},"additionalProperties":false}})";
        row("a format", hi + R"(,"output_config":{"format":)" + format + "}");
        row("a format as the beta had it", hi + R"(,"output_format":)" + format);
        row("sampling", hi + R"(,"temperature":0.50,"top_k":40,"stop_sequences":["a","b"])");
        row("sampling by probability", hi + R"(,"top_p":0.90)");
        row("everything else",
            hi
                + R"(,"stream":true,"metadata":{"user_id":"u"},"service_tier":"standard_only","container":"c",)"
                  R"("context_management":{"edits":[]},"inference_geo":"eu","speed":"fast","mcp_servers":[{"type":"url",)"
                  R"("url":"https://x.example","name":"s"}],)"
                + cached);
        row("what says nothing", hi + R"(,"stream":false,"tools":[],"system":"","stop_sequences":null)");
    }
    void aRequestComesBack()
    {
        QFETCH(QByteArray, body);
        const Json source = *parseJson(body);
        const catalog::Provider provider{.baseUrl = QUrl(u"https://api.example.com/v1"_s)};
        const auto again = sentAgain(Dialect, body, provider, endpointFor(source));
        QVERIFY2(again, qPrintable(again ? QString() : again.error().message));
        QCOMPARE(differenceOf(alike(again->body), comesBack(source)), QString());
    }

    void everyRecordedRequestIsAmongThem()
    {
        if (!hasRecordings())
            QSKIP(NoRecordings);
        QVERIFY(sourceRequests(Dialect).size() > 50);
    }
};

static const bool tstMessagesRoundTrip = sb::testing::add<TstMessagesRoundTrip>();

#include "tst_messages_round_trip.moc"
