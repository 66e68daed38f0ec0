#include "tests/dialects/round_trip.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::testing;
using namespace Qt::StringLiterals;
using catalog::Quirks;

namespace {

const auto Dialect = catalog::DialectId::OpenAiChat;

void renameMember(Json &object, const QByteArray &from, const QByteArray &to)
{
    if (from == to || object[from].isNull())
        return;
    object.set(to, Json(object[from]));
    object.remove(from);
}

/// With the type that is meant where none is written.
Json typed(const Json &source)
{
    Json json = source;
    if (source["type"].toBytes().isEmpty())
        json.set("type", source.contains("custom") ? "custom" : "function");
    return json;
}

Json message(const Json &source, const Quirks &quirks)
{
    Json message = source;
    if (source["tool_calls"].size() > 0)
        message.set("tool_calls", eachOf(source["tool_calls"], typed));
    const QByteArray role = source["role"].toBytes();
    if (role == "system" || role == "developer")
        message.set("role", quirks.developerRole ? "developer" : "system");
    message.remove("phase");
    if (quirks.reasoningObject)
        return message;
    const Json text = source["reasoning"];
    if (quirks.reasoningContent && !text.toBytes().isEmpty() && !message.contains("reasoning_content"))
        message.set("reasoning_content", text);
    if (!quirks.reasoningText)
        message.remove("reasoning");
    message.remove("reasoning_details");
    return message;
}

void setReasoning(Json &body, const Quirks &quirks)
{
    const QByteArray effort = body["reasoning_effort"].toBytes();
    const Json object = body["reasoning"];
    if (quirks.reasoningObject && !effort.isEmpty()) {
        body.remove("reasoning_effort");
        Json reasoning = object;
        reasoning.set("effort", effort);
        body.set("reasoning", reasoning);
    } else if (!quirks.reasoningObject && object.isObject()) {
        body.remove("reasoning");
        if (effort.isEmpty() && object["effort"].isString())
            body.set("reasoning_effort", object["effort"]);
        else if (effort.isEmpty() && object["enabled"].isBool())
            body.set("reasoning_effort", *object["enabled"].toBool() ? "medium" : "none");
    }
    if (body["reasoning_effort"].toBytes() == "max" && !quirks.reasoningObject)
        body.set("reasoning_effort", "xhigh");
}

void setStream(Json &body, const Quirks &quirks)
{
    if (body["stream"].toBool() != true || quirks.noStreamOptions)
        return body.remove("stream_options");
    Json options = body["stream_options"].isObject() ? body["stream_options"] : Json::object();
    options.set("include_usage", true);
    body.set("stream_options", options);
}

/// A body as README.md says that it comes back.
Json comesBack(const Json &source, const Quirks &quirks)
{
    Json body = source;
    body.set("messages", eachOf(source["messages"], [&](const Json &each) { return message(each, quirks); }));
    if (source["tool_choice"] == Json("any"))
        body.set("tool_choice", "required");
    if (source["tools"].size() > 0)
        body.set("tools", eachOf(source["tools"], typed));
    if (quirks.maxCompletionTokens)
        renameMember(body, "max_tokens", "max_completion_tokens");
    else
        renameMember(body, "max_completion_tokens", "max_tokens");
    if (body["n"].toInteger().value_or(1) > 1)
        body.remove("n");
    setReasoning(body, quirks);
    setStream(body, quirks);
    for (const char *member :
         {"plugins", "transforms", "route", "preset", "usage", "trace", "debug", "models", "provider", "session_id"}) {
        if (!quirks.routerMembers)
            body.remove(member);
    }
    return body;
}

/// Which result of a tool does not say whose it is; empty: all do.
QString resultOfNoCall(const Json &source)
{
    for (qsizetype i = 0; i < source["messages"].size(); ++i) {
        const Json &message = source["messages"].at(i);
        if (message["role"].toBytes() == "tool" && !message["tool_call_id"].isString())
            return u"messages[%1].tool_call_id"_s.arg(i);
    }
    return {};
}

} // namespace

/// A request is read and written again: the same, but for the differences that the dialect's README.md lists. Also over
/// the recordings of SIGNALBOX_TRAFFIC, each with the quirks of its provider.
class TstChatRoundTrip : public QObject
{
    Q_OBJECT

private slots:
    void aRequestComesBack_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("provider");
        for (const Exchange &exchange : sourceRequests(Dialect))
            QTest::newRow(exchange.id.constData()) << exchange.request << exchange.provider;
        const auto row = [](const char *name, const QByteArray &provider, const QByteArray &members) {
            QTest::newRow(name) << QByteArray(R"({"model":"m",)" + members + "}") << provider;
        };
        const QByteArray hi = R"("messages":[{"role":"user","content":"Q"}])";
        const QByteArray link = "\"https://x.example/a.png\"";
        row("instructions", "openai",
            R"("messages":[{"role":"system","content":"S"},{"role":"developer","content":[{"type":"text","text":"D"}]},)"
            R"({"role":"user","name":"n","content":"Q"}])");
        row("instructions in the old role", "groq",
            R"("messages":[{"role":"developer","content":"D"},{"role":"user","content":"Q"}])");
        row("parts of every type", "openrouter",
            R"("messages":[{"role":"user","content":[{"type":"text","text":"Q","cache_control":{"type":"ephemeral"}},)"
            R"({"type":"image_url","image_url":{"url":)"
                + link + R"(,"detail":"low"}},{"type":"file","file":{"filename":"a.pdf","file_data":)" + link
                + R"(}},{"type":"file","file":{"file_id":"f"}},)"
                  R"({"type":"input_audio","input_audio":{"data":"AAAA","format":"wav"}},)"
                  R"({"type":"video_url","video_url":{"url":)"
                + link + R"(}}]}])");
        row("calls and results", "openai",
            R"("messages":[{"role":"user","content":"Q"},{"role":"assistant","content":null,"tool_calls":[)"
            R"({"id":"c","type":"function","function":{"name":"f","arguments":)"
                + Json("{\"a\": 1.0}").dump()
                + R"(}},{"id":"d","type":"custom","custom":{"name":"g","input":"free"}}]},)"
                  R"({"role":"tool","tool_call_id":"c","content":[{"type":"text","text":"R"}]},)"
                  R"({"role":"tool","tool_call_id":"d","content":""},)"
                  R"({"role":"assistant","content":"","refusal":"No.","audio":{"id":"a"}}])");
        row("calls without a content", "mistral",
            R"("messages":[{"role":"user","content":"Q"},{"role":"assistant","tool_calls":[{"id":"c","index":0,)"
            R"("function":{"name":"f","arguments":"{}"}}]},{"role":"tool","name":"f","tool_call_id":"c",)"
            R"("content":"R"},{"role":"assistant","content":"P","prefix":true}])");
        for (const char *provider : {"openai", "openrouter", "deepseek", "ollama", "vercel", "snowflake"}) {
            QTest::addRow("reasoning of earlier answers: %s", provider)
                << QByteArray(R"({"model":"m","messages":[{"role":"user","content":"Q"},{"role":"assistant",)"
                              R"("content":"A","reasoning":"R","reasoning_details":[{"type":"reasoning.text",)"
                              R"("text":"R","signature":"s","format":"anthropic-claude-v1","index":0}]}]})")
                << QByteArray(provider);
            QTest::addRow("reasoning as an object: %s", provider)
                << QByteArray(R"({"model":"m",)" + hi + R"(,"reasoning":{"effort":"high"}})") << QByteArray(provider);
            QTest::addRow("reasoning as an effort: %s", provider)
                << QByteArray(R"({"model":"m",)" + hi + R"(,"reasoning_effort":"low"})") << QByteArray(provider);
        }
        row("reasoning on", "groq", hi + R"(,"reasoning":{"enabled":true})");
        row("a result of no call", "writer",
            R"("messages":[{"role":"user","content":"Q"},{"role":"tool","content":"R"}])");
        row("a tool without a type", "mistral", hi + R"(,"tools":[{"function":{"name":"f","parameters":{}}}])");
        row("the members of providers", "zai",
            hi + R"(,"thinking":{"type":"enabled","clear_thinking":false},"enable_thinking":true,"do_sample":false)");
        row("the members of OpenRouter", "openrouter",
            hi
                + R"(,"models":["a/b"],"provider":{"order":["x"]},"plugins":[{"id":"web"}],"transforms":["middle-out"],)"
                  R"("usage":{"include":true},"session_id":"s","route":"fallback")");
        row("the members of OpenRouter elsewhere", "groq",
            hi + R"(,"models":["a/b"],"provider":{"order":["x"]},"plugins":[{"id":"web"}],"session_id":"s")");
        row("tools and how they are chosen", "openai",
            hi
                + R"(,"tools":[{"type":"function","function":{"name":"f","description":"F","parameters":)"
                  R"({"type":"object"},"strict":true}},{"type":"custom","custom":{"name":"c"}}],)"
                  R"("tool_choice":{"type":"allowed_tools","allowed_tools":{"mode":"auto","tools":)"
                  R"([{"type":"function","function":{"name":"f"}}]}},"parallel_tool_calls":false)");
        row("a demanded call in Mistral's word", "mistral", hi + R"(,"tool_choice":"any")");
        for (const char *choice :
             {R"("auto")", R"("none")", R"("required")", R"({"type":"function","function":{"name":"f"}})",
              R"({"type":"custom","custom":{"name":"f"}})"})
            row(choice, "openai", hi + R"(,"tool_choice":)" + choice);
        for (const char *format :
             {R"({"type":"text"})", R"({"type":"json_object"})",
              R"({"type":"json_schema","json_schema":{"name":"n","schema":{"type":"object"},"strict":true}})",
              R"({"type":"grammar","grammar":"root ::= x"})"})
            row(format, "mistral", hi + R"(,"response_format":)" + format);
        row("a limit in either spelling", "openai", hi + R"(,"max_tokens":9)");
        row("a limit in the old spelling", "groq", hi + R"(,"max_completion_tokens":9)");
        row("sampling", "together",
            hi
                + R"(,"temperature":0.50,"top_p":1,"top_k":40,"min_p":0.1,"frequency_penalty":0,"presence_penalty":-1,)"
                  R"("repetition_penalty":1.10,"seed":7,"stop":["a","b"],"logprobs":true,"top_logprobs":3,)"
                  R"("logit_bias":{"5":1})");
        row("one stop sequence", "groq", hi + R"(,"stop":"a","n":1)");
        row("more than one choice", "openai", hi + R"(,"n":3)");
        row("a stream", "openai", hi + R"(,"stream":true,"stream_options":{"include_obfuscation":false})");
        row("no stream", "openai", hi + R"(,"stream":false,"stream_options":{"include_usage":true})");
        row("everything else", "openai",
            hi
                + R"(,"functions":[{"name":"f","parameters":{}}],"function_call":"auto","user":"u","store":true,)"
                  R"("metadata":{"a":"b"},"service_tier":"flex","prompt_cache_key":"k","safety_identifier":"s",)"
                  R"("modalities":["text","audio"],"audio":{"voice":"v","format":"wav"},"verbosity":"low",)"
                  R"("prediction":{"type":"content","content":"P"},"web_search_options":{},"moderation":{"model":"m"})");
        row("what says nothing", "openai", hi + R"(,"stop":null,"tools":[],"tool_choice":null,"user":"","seed":null)");
    }
    void aRequestComesBack()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, provider);
        const catalog::Provider to = providerOf(provider);
        const catalog::Endpoint endpoint{
            .capabilities = {.reasoning = true, .jsonObject = true, .jsonSchema = !to.quirks.noJsonSchema}};
        const auto again = sentAgain(Dialect, body, to, endpoint);
        if (const QString refused = resultOfNoCall(*parseJson(body)); !refused.isEmpty()) {
            QVERIFY(!again && again.error().message.startsWith(refused));
            return;
        }
        QVERIFY2(again, qPrintable(again ? QString() : again.error().message));
        QCOMPARE(differenceOf(again->body, comesBack(*parseJson(body), to.quirks)), QString());
    }

    void everyRecordedRequestIsAmongThem()
    {
        if (!hasRecordings())
            QSKIP(NoRecordings);
        QVERIFY(sourceRequests(Dialect).size() > 100);
    }
};

static const bool tstChatRoundTrip = sb::testing::add<TstChatRoundTrip>();

#include "tst_chat_round_trip.moc"
