#include "tests/dialects/round_trip.h"
#include "tests/testing/testing.h"

#include <QTest>

#include <algorithm>

using namespace sb;
using namespace sb::testing;
using namespace Qt::StringLiterals;

namespace {

const auto Dialect = catalog::DialectId::OpenAiResponses;
const auto Encrypted = "reasoning.encrypted_content";

bool isCall(const Json &item)
{
    return item["type"].toBytes() == "function_call" || item["type"].toBytes() == "custom_tool_call";
}

bool goesOn(const Json &body)
{
    return !body["previous_response_id"].isNull() || !body["conversation"].isNull();
}

bool isStored(const Json &body)
{
    return body["store"].toBool().value_or(goesOn(body));
}

/// What an item is when it comes back: without what only says where it was kept.
Json item(const Json &source, bool stored)
{
    const QByteArray type = source["type"].toBytes();
    if (type == "reasoning") {
        const bool named = stored || source["encrypted_content"].isString();
        return named ? without(source, {"status"}) : without(source, {"status", "id"});
    }
    if (type.startsWith("function_call") || type.startsWith("custom_tool_call"))
        return without(source, {"id", "status"});
    if (!type.isEmpty() && type != "message")
        return source;
    Json message = without(source, {"id", "status", "type"});
    if (message["content"].isArray()) {
        message.set("content", eachOf(message["content"], [](const Json &part) {
                        return without(part, {"annotations", "logprobs"});
                    }));
    }
    return message;
}

Json tool(const Json &source)
{
    if (source["type"].toBytes() != "function")
        return source;
    Json json = saying(source);
    if (!json.contains("strict"))
        json.set("strict", false);
    return json;
}

void setInput(Json &body, bool stored)
{
    Json items = Json::array();
    if (body["input"].isString())
        items.append(Json(Json::Object{{"role", "user"}, {"content", body["input"]}}));
    const Json::Array sources = body["input"].items();
    for (qsizetype i = 0; i < sources.size(); ++i) {
        const bool silent = sources[i]["role"].toBytes() == "assistant" && sources[i]["content"] == Json("");
        if (!silent || !isCall(sources.value(i + 1)))
            items.append(item(sources[i], stored));
    }
    const Json first = items.at(0);
    if (first["role"].toBytes() == "system" && first["content"].isString() && !body.contains("instructions")) {
        body.set("instructions", first["content"]);
        items = Json(Json::Array(items.items().mid(1)));
    }
    body.set("input", items);
}

/// A body as README.md says that it comes back.
Json comesBack(const Json &source)
{
    Json body = saying(without(source, {"background"}));
    const bool stored = isStored(source);
    setInput(body, stored);
    if (source["stream"].toBool() == false)
        body.remove("stream");
    if (source["reasoning"].isObject())
        body.set("reasoning", without(source["reasoning"], {}));
    if (!stored) {
        body.set("store", false);
        Json include = source["include"].isArray() ? source["include"] : Json::array();
        if (std::ranges::none_of(include.items(), [](const Json &each) { return each.toBytes() == Encrypted; }))
            include.append(Encrypted);
        body.set("include", include);
    }
    const Json tools = eachOf(source["tools"], tool);
    body.remove("tools");
    if (tools.size() > 0)
        body.set("tools", tools);
    return body;
}

} // namespace

/// A request is read and written again: the same, but for the differences that the dialect's README.md lists. Also over
/// the recordings of SIGNALBOX_TRAFFIC.
class TstResponsesRoundTrip : public QObject
{
    Q_OBJECT

private slots:
    void aRequestComesBack_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const Exchange &exchange : sourceRequests(Dialect))
            QTest::newRow(exchange.id.constData()) << exchange.request;
        const auto row = [](const char *name, const QByteArray &members) {
            QTest::newRow(name) << QByteArray(R"({"model":"m",)" + members + "}");
        };
        const QByteArray kept = R"("store":false,"include":["reasoning.encrypted_content"],)";
        const QByteArray arguments = Json("{\"a\":1}").dump();
        const QByteArray link = "\"https://x.example/a.png\"";
        row("instructions and turns",
            kept
                + R"("instructions":"Be brief.","input":[{"role":"developer","content":"D"},)"
                  R"({"role":"user","content":"Q"},{"role":"assistant","content":"A","phase":"final_answer"},)"
                  R"({"role":"system","content":"S"},{"role":"user","content":[{"type":"input_text","text":"R"}]}])");
        row("pictures and files",
            kept + R"("input":[{"role":"user","content":[{"type":"input_image","image_url":)" + link
                + R"(,"detail":"low"},{"type":"input_image","file_id":"f-1","detail":"auto"},)"
                  R"({"type":"input_file","filename":"a.pdf","file_data":"data:application/pdf;base64,AAAA"},)"
                  R"({"type":"input_file","file_url":)"
                + link
                + R"(},{"type":"input_file","file_id":"f-2"},)"
                  R"({"type":"input_text","text":"Q","prompt_cache_breakpoint":{"mode":"explicit"}}]}])");
        row("reasoning, calls and results in their order",
            kept
                + R"("input":[{"role":"user","content":"Q"},)"
                  R"({"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"A"},)"
                  R"({"type":"summary_text","text":"B"}],"encrypted_content":"ZW5j"},)"
                  R"({"role":"assistant","content":"So:"},{"type":"function_call","call_id":"c","name":"f",)"
                  R"("arguments":)"
                + arguments
                + R"(},{"type":"reasoning","summary":[],"encrypted_content":"ZW5j"},)"
                  R"({"type":"function_call","call_id":"d","name":"g","arguments":"{}","namespace":"n"},)"
                  R"({"type":"custom_tool_call","call_id":"e","name":"h","input":"free"},)"
                  R"({"role":"assistant","content":"And:"},)"
                  R"({"type":"function_call_output","call_id":"c","output":"R"},)"
                  R"({"type":"function_call_output","call_id":"d","output":[{"type":"input_text","text":"R"}]},)"
                  R"({"type":"custom_tool_call_output","call_id":"e","output":""},)"
                  R"({"type":"reasoning","id":"rs_2","summary":[],"encrypted_content":"ZW5j"}])");
        row("what the service did",
            kept
                + R"("input":[{"role":"user","content":"Q"},{"type":"web_search_call","id":"ws","status":"completed",)"
                  R"("action":{"type":"search","query":"q"}},{"type":"item_reference","id":"i"},)"
                  R"({"role":"assistant","content":[{"type":"output_text","text":"A"},)"
                  R"({"type":"refusal","refusal":"No."}]},)"
                  R"({"type":"mcp_approval_response","approval_request_id":"a","approve":true}])");
        row("tools in every form",
            kept
                + R"("input":[{"role":"user","content":"Q"}],"tools":[{"type":"function","name":"f","description":"F",)"
                  R"("parameters":{"type":"object"},"strict":true,"defer_loading":true},{"type":"custom","name":"c",)"
                  R"("format":{"type":"grammar","syntax":"lark","definition":"start: WORD"}},{"type":"web_search"},)"
                  R"({"type":"namespace","name":"n","tools":[{"type":"function","name":"g"}]}],)"
                  R"("tool_choice":{"type":"allowed_tools","mode":"required","tools":[{"type":"function","name":"f"},)"
                  R"({"type":"custom","name":"c"},{"type":"web_search"}]},"parallel_tool_calls":false)");
        for (const char *choice : {R"("auto")", R"("none")", R"("required")", R"({"type":"function","name":"f"})",
                                   R"({"type":"custom","name":"f"})", R"({"type":"web_search"})",
                                   R"({"type":"mcp","server_label":"s","name":"f"})"}) {
            row(choice, kept + R"("input":[{"role":"user","content":"Q"}],"tool_choice":)" + choice);
        }
        row("formats",
            kept
                + R"("input":[{"role":"user","content":"Q"}],"text":{"format":{"type":"json_schema","name":"n",)"
                  R"("description":"D","schema":{"type":"object"},"strict":true},"verbosity":"low"})");
        row("everything else",
            R"("input":[{"role":"user","content":"Q"}],"include":["message.output_text.logprobs"],"store":true,)"
            R"("reasoning":{"effort":"xhigh","summary":"concise","context":"all_turns"},"max_output_tokens":9,)"
            R"("temperature":0.50,"top_p":0.9,"top_logprobs":3,"user":"u","metadata":{"a":"b"},"service_tier":"flex",)"
            R"("prompt_cache_key":"k","safety_identifier":"s","truncation":"auto","max_tool_calls":2,"stream":true,)"
            R"("stream_options":{"include_obfuscation":false},"context_management":[{"type":"compaction"}])");
        row("an effort without a summary",
            kept + R"("input":[{"role":"user","content":"Q"}],"reasoning":{"effort":"low"})");
        row("nothing but what is kept", R"("previous_response_id":"resp_1","input":[{"role":"user","content":"Q"}])");
    }
    void aRequestComesBack()
    {
        QFETCH(QByteArray, body);
        catalog::Endpoint endpoint;
        endpoint.capabilities.reasoning = true;
        const catalog::Provider provider{.baseUrl = QUrl(u"https://api.example.com/v1"_s)};
        const auto again = sentAgain(Dialect, body, provider, endpoint);
        QVERIFY2(again, qPrintable(again ? QString() : again.error().message));
        QCOMPARE(differenceOf(again->body, comesBack(*parseJson(body))), QString());
    }

    void everyRecordedRequestIsAmongThem()
    {
        if (!hasRecordings())
            QSKIP(NoRecordings);
        QVERIFY(sourceRequests(Dialect).size() > 100);
    }
};

static const bool tstResponsesRoundTrip = sb::testing::add<TstResponsesRoundTrip>();

#include "tst_responses_round_trip.moc"
