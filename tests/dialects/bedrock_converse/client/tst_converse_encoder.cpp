#include "core/dialects/dialect.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace Qt::StringLiterals;
using catalog::Endpoint;
using dialects::Notice;

Q_DECLARE_METATYPE(sb::catalog::Endpoint)

namespace {

const QByteArray User = R"({"role":"user","content":"Hi"})";
const QByteArray Messages = R"("messages":[)" + User + "]";
const QByteArray Sent = R"("messages":[{"role":"user","content":[{"text":"Hi"}]}])";
const QByteArray Tool = R"({"type":"function","function":{"name":"f","description":"Does it.","parameters":)"
                        R"({"type":"object","properties":{"a":{"type":"number"}}}}})";
const QByteArray Other = R"({"type":"function","function":{"name":"g"}})";
const QByteArray SentTool = R"({"toolSpec":{"name":"f","description":"Does it.","inputSchema":{"json":)"
                            R"({"type":"object","properties":{"a":{"type":"number"}}}}}})";
const QByteArray SentOther = R"({"toolSpec":{"name":"g","inputSchema":{"json":{"type":"object","properties":{}}}}})";
const QByteArray Schema = R"({"type":"object","properties":{"a":{"type":"number"}},"required":["a"],)"
                          R"("additionalProperties":false})";
const QByteArray AskForSchema =
    R"("response_format":{"type":"json_schema","json_schema":{"name":"n","schema":)" + Schema + "}}";
const QByteArray Point = R"({"cachePoint":{"type":"default"}})";

Endpoint claude()
{
    return {.upstreamModel = u"us.anthropic.claude-sonnet-4-5-20250929-v1:0"_s,
            .maxOutputTokens = 64'000,
            .capabilities = {.tools = true, .images = true, .files = true, .reasoning = true}};
}

Endpoint nova()
{
    return {.upstreamModel = u"us.amazon.nova-2-lite-v1:0"_s, .capabilities = {.tools = true, .reasoning = true}};
}

Endpoint llama()
{
    return {.upstreamModel = u"us.meta.llama3-3-70b-instruct-v1:0"_s, .capabilities = {.tools = true}};
}

Endpoint gptOss()
{
    return {.upstreamModel = u"openai.gpt-oss-120b-1:0"_s, .capabilities = {.tools = true, .reasoning = true}};
}

Endpoint strict(Endpoint endpoint)
{
    endpoint.capabilities.jsonSchema = true;
    return endpoint;
}

Endpoint efforts(Endpoint endpoint)
{
    endpoint.refuses = {.sampling = true, .thinkingBudget = true};
    return endpoint;
}

Result<dialects::WireRequest> encoded(const QByteArray &members, const Endpoint &endpoint,
                                      const dialects::EncodeOptions &options = {.stream = false})
{
    const auto request = chat::parseRequest(*parseJson(R"({"model":"a/b",)" + members + "}"));
    if (!request)
        return tl::unexpected(request.error());
    const QUrl base(u"https://bedrock-runtime.us-east-1.amazonaws.com"_s);
    return dialects::clientDialect(catalog::DialectId::BedrockConverse)
        ->encode(*request, {.baseUrl = base}, endpoint, options);
}

QStringList said(const QList<Notice> &notices)
{
    static const QStringList Kinds{u"dropped"_s, u"translated"_s, u"clamped"_s};
    QStringList lines;
    for (const Notice &notice : notices)
        lines.append(Kinds[int(notice.kind)] + u' ' + notice.path);
    return lines;
}

// Quotes are in pairs inside of each raw string: moc stumbles over others.

QByteArray quoted(const QByteArray &text)
{
    return '"' + text + '"';
}

QByteArray dataUrl(const QByteArray &type)
{
    return quoted("data:" + type + ";base64,AAAA");
}

QByteArray picture(const QByteArray &type, const QByteArray &detail = {})
{
    return R"({"type":"image_url","image_url":{"url":)" + dataUrl(type) + detail + "}}";
}

QByteArray filePart(const QByteArray &name, const QByteArray &type)
{
    return R"({"type":"file","file":{"filename":)" + quoted(name) + R"(,"file_data":)" + dataUrl(type) + "}}";
}

QByteArray sentDocument(const QByteArray &name, const QByteArray &format)
{
    return R"({"document":{"format":)" + quoted(format) + R"(,"name":)" + quoted(name)
        + R"(,"source":{"bytes":"AAAA"}}})";
}

QByteArray userOf(const QByteArray &parts)
{
    return R"("messages":[{"role":"user","content":[)" + parts + "]}]";
}

} // namespace

/// The expected bodies are written from
/// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html and the pages it links to.
class TstConverseEncoder : public QObject
{
    Q_OBJECT

private slots:
    void theModelAndTheOperationAreInThePath()
    {
        const auto whole = encoded(Messages, claude());
        QVERIFY(whole);
        QCOMPARE(whole->url.toEncoded(),
                 QByteArray("https://bedrock-runtime.us-east-1.amazonaws.com/model/"
                            "us.anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse"));
        QCOMPARE(whole->headers,
                 QList<dialects::Header>({{"content-type", "application/json"}, {"accept", "application/json"}}));
        QVERIFY(!whole->streams);
        const auto stream = encoded(Messages, claude(), {.stream = true});
        QVERIFY(stream->url.path().endsWith("/converse-stream"_L1));
        QCOMPARE(stream->headers.last().second, QByteArray("application/vnd.amazon.eventstream"));
        QVERIFY(stream->streams);
        QCOMPARE(stream->body, whole->body);
    }

    void theBodyFitsTheApi_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("notices");
        QTest::addColumn<Endpoint>("endpoint");
        const auto row = [](const char *name, const QByteArray &members, const QByteArray &body,
                            const QStringList &notices = {}, const Endpoint &endpoint = claude()) {
            QTest::newRow(name) << members << body << notices << endpoint;
        };
        row("a text", Messages, Sent);
        row("instructions", R"("messages":[{"role":"system","content":"Be brief."},)" + User + "]",
            Sent + R"(,"system":[{"text":"Be brief."}])");
        row("instructions alone", R"("messages":[{"role":"system","content":"Say hi."}])",
            R"("messages":[{"role":"user","content":[{"text":"Say hi."}]}])", {u"translated messages"_s});
        row("instructions in the middle", R"("messages":[)" + User + R"(,{"role":"developer","content":"Be brief."}])",
            Sent + R"(,"system":[{"text":"Be brief."}])", {u"translated messages[1]"_s});
        row("several turns",
            R"("messages":[)" + User
                + R"(,{"role":"assistant","content":"Hello."},{"role":"user","content":"A"},)"
                  R"({"role":"user","content":"B"}])",
            R"("messages":[{"role":"user","content":[{"text":"Hi"}]},{"role":"assistant","content":[{"text":"Hello."}]},)"
            R"({"role":"user","content":[{"text":"A"},{"text":"B"}]}])");
        row("an answer to go on from", R"("messages":[)" + User + R"(,{"role":"assistant","content":"It is  "}])",
            R"("messages":[{"role":"user","content":[{"text":"Hi"}]},{"role":"assistant","content":[{"text":"It is"}]}])",
            {u"translated messages[1]"_s});
        row("a text that says nothing", userOf(R"({"type":"text","text":" "},{"type":"text","text":"Hi"})"), Sent);
        row("a picture", userOf(R"({"type":"text","text":"What?"},)" + picture("image/jpeg", R"(,"detail":"high")")),
            userOf(R"({"text":"What?"},{"image":{"format":"jpeg","source":{"bytes":"AAAA"}}})"),
            {u"dropped messages[0].content[1].image_url.detail"_s});
        row("documents",
            userOf(R"({"type":"text","text":"Compare."},)" + filePart("Plan_A: v2.pdf", "application/pdf") + ","
                   + filePart("Plan_A: v2.csv", "text/csv") + "," + filePart("", "application/json")),
            userOf(R"({"text":"Compare."},)" + sentDocument("Plan-A- v2", "pdf") + ","
                   + sentDocument("Plan-A- v2 (2)", "csv") + "," + sentDocument("document", "txt")));
        row("a document alone", userOf(filePart("a.md", "text/markdown")),
            userOf(sentDocument("a", "md") + R"(,{"text":"See the file."})"), {u"translated messages[0]"_s});
        row("a picture as a file", userOf(filePart("a.png", "image/png")),
            userOf(R"({"image":{"format":"png","source":{"bytes":"AAAA"}}})"));
        row("sound", userOf(R"({"type":"input_audio","input_audio":{"data":"AAAA","format":"wav"}})"),
            userOf(R"({"audio":{"format":"wav","source":{"bytes":"AAAA"}}})"));
        row("blocks of the API itself",
            userOf(R"({"type":"guardContent","guardContent":{"text":{"text":"x","qualifiers":["query"]}}},)"
                   R"({"type":"video","video":{"format":"mp4","source":{"s3Location":{"uri":)"
                   + quoted("s3://b/v.mp4") + "}}}}"),
            userOf(R"({"guardContent":{"text":{"text":"x","qualifiers":["query"]}}},)"
                   R"({"video":{"format":"mp4","source":{"s3Location":{"uri":)"
                   + quoted("s3://b/v.mp4") + "}}}}"));

        row("tools", Messages + R"(,"tools":[)" + Tool + "," + Other + "]",
            Sent + R"(,"toolConfig":{"tools":[)" + SentTool + "," + SentOther + "]}");
        row("a tool that is held to its schema",
            Messages + R"(,"tools":[{"type":"function","function":{"name":"g","strict":true}}])",
            Sent
                + R"(,"toolConfig":{"tools":[{"toolSpec":{"name":"g","inputSchema":{"json":{"type":"object","properties":{}}},"strict":true}}]})");
        row("a tool of the service",
            Messages + R"(,"tools":[{"type":"systemTool","systemTool":{"name":"nova_grounding"}}])",
            Sent + R"(,"toolConfig":{"tools":[{"systemTool":{"name":"nova_grounding"}}]})", {}, nova());
        row("another provider's tool", Messages + R"(,"tools":[{"type":"web_search"}])", Sent, {u"dropped tools[0]"_s});
        row("a choice that is the usual one", Messages + R"(,"tools":[)" + Tool + R"(],"tool_choice":"auto")",
            Sent + R"(,"toolConfig":{"tools":[)" + SentTool + "]}");
        row("any tool", Messages + R"(,"tools":[)" + Tool + R"(],"tool_choice":"required")",
            Sent + R"(,"toolConfig":{"tools":[)" + SentTool + R"(],"toolChoice":{"any":{}}})");
        row("one tool by name",
            Messages + R"(,"tools":[)" + Tool + "," + Other
                + R"(],"tool_choice":{"type":"function","function":{"name":"g"}})",
            Sent + R"(,"toolConfig":{"tools":[)" + SentTool + "," + SentOther
                + R"(],"toolChoice":{"tool":{"name":"g"}}})");
        row("one tool by name, where none can be demanded",
            Messages + R"(,"tools":[)" + Tool + "," + Other
                + R"(],"tool_choice":{"type":"function","function":{"name":"g"}})",
            Sent + R"(,"toolConfig":{"tools":[)" + SentOther + "]}", {u"dropped tool_choice"_s}, llama());
        row("one tool by name, where any can be demanded",
            Messages + R"(,"tools":[)" + Tool + "," + Other
                + R"(],"tool_choice":{"type":"function","function":{"name":"g"}})",
            Sent + R"(,"toolConfig":{"tools":[)" + SentOther + R"(],"toolChoice":{"any":{}}})",
            {u"translated tool_choice"_s}, gptOss());
        row("any tool, where none can be demanded",
            Messages + R"(,"tools":[)" + Other + R"(],"tool_choice":"required")",
            Sent + R"(,"toolConfig":{"tools":[)" + SentOther + "]}", {u"dropped tool_choice"_s}, llama());
        row("some tools",
            Messages + R"(,"tools":[)" + Tool + "," + Other
                + R"(],"tool_choice":{"type":"allowed_tools","allowed_tools":{"mode":"required",)"
                  R"("tools":[{"type":"function","function":{"name":"f"}}]}})",
            Sent + R"(,"toolConfig":{"tools":[)" + SentTool + R"(],"toolChoice":{"any":{}}})",
            {u"translated tool_choice"_s});
        row("no tool", Messages + R"(,"tools":[)" + Tool + R"(],"tool_choice":"none")", Sent,
            {u"translated tool_choice"_s});
        row("one call at a time", Messages + R"(,"tools":[)" + Tool + R"(],"parallel_tool_calls":false)",
            Sent + R"(,"toolConfig":{"tools":[)" + SentTool + "]}", {u"dropped parallel_tool_calls"_s});
        row("calls and their results",
            R"("messages":[)" + User
                + R"(,{"role":"assistant","content":"Both.","tool_calls":[)"
                  R"({"id":"c 1","type":"function","function":{"name":"f","arguments":)"
                + Json(R"({"a": 1.0})").dump()
                + R"(}},)"
                  R"({"id":"c2","type":"function","function":{"name":"f","arguments":""}}]},)"
                  R"({"role":"tool","tool_call_id":"c 1","content":"one"},)"
                  R"({"role":"tool","tool_call_id":"c2","content":"broken","is_error":true},)"
                  R"({"role":"user","content":"And?"}],"tools":[)"
                + Tool + "]",
            R"("messages":[{"role":"user","content":[{"text":"Hi"}]},{"role":"assistant","content":[{"text":"Both."},)"
            R"({"toolUse":{"toolUseId":"c_1","name":"f","input":{"a":1.0}}},)"
            R"({"toolUse":{"toolUseId":"c2","name":"f","input":{}}}]},{"role":"user","content":[)"
            R"({"toolResult":{"toolUseId":"c_1","content":[{"text":"one"}]}},)"
            R"({"toolResult":{"toolUseId":"c2","content":[{"text":"broken"}],"status":"error"}},{"text":"And?"}]}],)"
            R"("toolConfig":{"tools":[)"
                + SentTool + "]}");
        row("calls whose tools are not given any more",
            R"("messages":[)" + User
                + R"(,{"role":"assistant","content":null,"tool_calls":[)"
                  R"({"id":"c","type":"function","function":{"name":"g","arguments":"{}"}}]},)"
                  R"({"role":"tool","tool_call_id":"c","content":"one"}])",
            R"("messages":[{"role":"user","content":[{"text":"Hi"}]},{"role":"assistant","content":[)"
            R"({"toolUse":{"toolUseId":"c","name":"g","input":{}}}]},{"role":"user","content":[)"
            R"({"toolResult":{"toolUseId":"c","content":[{"text":"one"}]}}]}],"toolConfig":{"tools":[)"
                + SentOther + "]}",
            {u"translated tools"_s});
        row("a picture in a result",
            R"("messages":[)" + User
                + R"(,{"role":"assistant","content":null,"tool_calls":[)"
                  R"({"id":"c","type":"function","function":{"name":"g","arguments":"{}"}}]},)"
                  R"({"role":"tool","tool_call_id":"c","content":[)"
                + picture("image/webp") + R"(]}],"tools":[)" + Other + "]",
            R"("messages":[{"role":"user","content":[{"text":"Hi"}]},{"role":"assistant","content":[)"
            R"({"toolUse":{"toolUseId":"c","name":"g","input":{}}}]},{"role":"user","content":[)"
            R"({"toolResult":{"toolUseId":"c","content":[{"image":{"format":"webp","source":{"bytes":"AAAA"}}}]}}]}],)"
            R"("toolConfig":{"tools":[)"
                + SentOther + "]}");
        row("arguments that are no object",
            R"("messages":[)" + User
                + R"(,{"role":"assistant","content":null,"tool_calls":[)"
                  R"({"id":"c","type":"function","function":{"name":"g","arguments":"[1]"}}]}],"tools":[)"
                + Other + "]",
            R"("messages":[{"role":"user","content":[{"text":"Hi"}]},{"role":"assistant","content":[)"
            R"({"toolUse":{"toolUseId":"c","name":"g","input":{"input":"[1]"}}}]}],"toolConfig":{"tools":[)"
                + SentOther + "]}",
            {u"translated messages[1].tool_calls[0]"_s});

        row("reasoning by effort", Messages + R"(,"max_tokens":10000,"reasoning":{"effort":"high"})",
            Sent
                + R"(,"inferenceConfig":{"maxTokens":10000},"additionalModelRequestFields":{"thinking":{"type":"enabled","budget_tokens":8000}})");
        row("reasoning by budget", Messages + R"(,"reasoning":{"max_tokens":2000})",
            Sent
                + R"(,"inferenceConfig":{"maxTokens":64000},"additionalModelRequestFields":{"thinking":{"type":"enabled","budget_tokens":2000}})");
        row("reasoning and sampling", Messages + R"(,"max_tokens":4000,"temperature":0.5,"reasoning":{"effort":"low"})",
            Sent
                + R"(,"inferenceConfig":{"maxTokens":4000},"additionalModelRequestFields":{"thinking":{"type":"enabled","budget_tokens":1024}})",
            {u"dropped temperature"_s});
        row("reasoning and a demanded call",
            Messages + R"(,"max_tokens":4000,"reasoning":{"effort":"low"},"tools":[)" + Tool
                + R"(],"tool_choice":"required")",
            Sent + R"(,"toolConfig":{"tools":[)" + SentTool
                + R"(],"toolChoice":{"any":{}}},"inferenceConfig":{"maxTokens":4000})",
            {u"dropped reasoning"_s});
        row("reasoning of a model that takes an effort", Messages + R"(,"reasoning":{"effort":"high"})",
            Sent
                + R"(,"additionalModelRequestFields":{"thinking":{"type":"adaptive","display":"summarized"}},"outputConfig":{"effort":"high"})",
            {}, efforts(claude()));
        row("Nova's reasoning", Messages + R"(,"max_tokens":900,"temperature":0.2,"reasoning":{"effort":"medium"})",
            Sent
                + R"(,"inferenceConfig":{"maxTokens":900,"temperature":0.2},"additionalModelRequestFields":{"reasoningConfig":{"type":"enabled","maxReasoningEffort":"medium"}})",
            {}, nova());
        row("Nova's highest reasoning",
            Messages + R"(,"max_tokens":900,"temperature":0.2,"reasoning":{"effort":"xhigh"})",
            Sent
                + R"(,"additionalModelRequestFields":{"reasoningConfig":{"type":"enabled","maxReasoningEffort":"high"}})",
            {u"clamped reasoning.effort"_s, u"dropped max_tokens"_s, u"dropped temperature"_s}, nova());
        row("OpenAI's reasoning", Messages + R"(,"max_tokens":1000,"reasoning":{"max_tokens":300})",
            Sent + R"(,"inferenceConfig":{"maxTokens":1000},"additionalModelRequestFields":{"reasoning_effort":"low"})",
            {u"translated reasoning.max_tokens"_s}, gptOss());
        row("reasoning of a model that does not", Messages + R"(,"reasoning":{"effort":"high"})", Sent,
            {u"dropped reasoning"_s}, llama());
        row("reasoning that was signed",
            R"("messages":[)" + User
                + R"(,{"role":"assistant","content":"Yes.","reasoning":"So.","reasoning_details":[)"
                  R"({"type":"reasoning.text","text":"So.","signature":"c2ln","format":"amazon-bedrock-converse-v1"},)"
                  R"({"type":"reasoning.encrypted","data":"ZW5j","format":"amazon-bedrock-converse-v1"},)"
                  R"({"type":"reasoning.text","text":"And.","signature":"c2lo","format":"anthropic-claude-v1"}]},)"
                  R"({"role":"user","content":"Sure?"}])",
            R"("messages":[{"role":"user","content":[{"text":"Hi"}]},{"role":"assistant","content":[)"
            R"({"reasoningContent":{"reasoningText":{"text":"So.","signature":"c2ln"}}},)"
            R"({"reasoningContent":{"redactedContent":"ZW5j"}},)"
            R"({"reasoningContent":{"reasoningText":{"text":"And.","signature":"c2lo"}}},{"text":"Yes."}]},)"
            R"({"role":"user","content":[{"text":"Sure?"}]}])");
        row("reasoning of others",
            R"("messages":[)" + User
                + R"(,{"role":"assistant","content":"Yes.","reasoning":"So.","reasoning_details":[)"
                  R"({"type":"reasoning.encrypted","data":"x","format":"anthropic-claude-v1"},)"
                  R"({"type":"reasoning.text","text":"So.","format":"unknown"}]},{"role":"user","content":"Sure?"}])",
            R"("messages":[{"role":"user","content":[{"text":"Hi"}]},{"role":"assistant","content":[{"text":"Yes."}]},)"
            R"({"role":"user","content":[{"text":"Sure?"}]}])",
            {u"dropped messages[1].reasoning"_s});

        row("marks for the cache",
            R"("messages":[{"role":"system","content":[{"type":"text","text":"Long.","cache_control":{"type":"ephemeral"}}]},)"
            R"({"role":"user","content":[{"type":"text","text":"Hi","cache_control":{"type":"ephemeral","ttl":"1h"}}]}],)"
            R"("tools":[{"type":"function","function":{"name":"g"},"cache_control":{"type":"ephemeral"}}])",
            R"("messages":[{"role":"user","content":[{"text":"Hi"},{"cachePoint":{"type":"default","ttl":"1h"}}]}],)"
            R"("system":[{"text":"Long."},)"
                + Point + R"(],"toolConfig":{"tools":[)" + SentOther + "," + Point + "]}");
        row("sampling and stops", Messages + R"(,"max_tokens":50,"temperature":0.50,"top_p":0.9,"stop":["a","b"])",
            Sent + R"(,"inferenceConfig":{"maxTokens":50,"temperature":0.50,"topP":0.9,"stopSequences":["a","b"]})", {},
            llama());
        row("Claude's sampling", Messages + R"(,"temperature":1.5,"top_p":0.9,"top_k":40,"stop":[" ","a"])",
            Sent
                + R"(,"inferenceConfig":{"temperature":1,"stopSequences":["a"]},"additionalModelRequestFields":{"top_k":40})",
            {u"clamped temperature"_s, u"dropped top_p"_s, u"dropped stop"_s});
        row("Nova's sampling", Messages + R"(,"top_k":40)",
            Sent + R"(,"additionalModelRequestFields":{"inferenceConfig":{"topK":40}})", {}, nova());
        row("a model without top_k", Messages + R"(,"top_k":40)", Sent, {u"dropped top_k"_s}, llama());
        row("more than the model's longest answer", Messages + R"(,"max_tokens":100000)",
            Sent + R"(,"inferenceConfig":{"maxTokens":64000})", {u"clamped max_tokens"_s});

        row("a schema that the model is held to", Messages + "," + AskForSchema,
            Sent + R"(,"outputConfig":{"textFormat":{"type":"json_schema","structure":{"jsonSchema":{"schema":)"
                + Json(Schema).dump() + R"(,"name":"n"}}}})",
            {}, strict(claude()));
        row("a schema by a tool", Messages + "," + AskForSchema,
            Sent
                + R"(,"toolConfig":{"tools":[{"toolSpec":{"name":"signalbox_answer","description":"Give the whole answer here.","inputSchema":{"json":)"
                + Schema + R"(}}}],"toolChoice":{"tool":{"name":"signalbox_answer"}}})",
            {u"translated response_format"_s});
        row("JSON beside tools", Messages + R"(,"response_format":{"type":"json_object"},"tools":[)" + Other + "]",
            Sent + R"(,"toolConfig":{"tools":[)" + SentOther
                + R"(,{"toolSpec":{"name":"signalbox_answer","description":"Give the whole answer here.","inputSchema":{"json":{"type":"object"}}}}],"toolChoice":{"any":{}}})",
            {u"translated response_format"_s});
        row("JSON in words", Messages + R"(,"response_format":{"type":"json_object"})",
            Sent + R"(,"system":[{"text":"Answer with one JSON object."}])", {u"translated response_format"_s},
            llama());
        row("a grammar", Messages + R"(,"response_format":{"type":"grammar"})", Sent, {u"dropped response_format"_s});

        row("members of the API itself",
            Messages
                + R"(,"guardrailConfig":{"guardrailIdentifier":"g1","guardrailVersion":"DRAFT","trace":"enabled"},)"
                  R"("performanceConfig":{"latency":"optimized"},"requestMetadata":{"a":"b"},)"
                  R"("additionalModelRequestFields":{"x":1.0},"additionalModelResponseFieldPaths":["/stop_sequence"],)"
                  R"("service_tier":"flex")",
            Sent
                + R"(,"additionalModelRequestFields":{"x":1.0},"serviceTier":{"type":"flex"},)"
                  R"("guardrailConfig":{"guardrailIdentifier":"g1","guardrailVersion":"DRAFT","trace":"enabled"},)"
                  R"("performanceConfig":{"latency":"optimized"},"requestMetadata":{"a":"b"},)"
                  R"("additionalModelResponseFieldPaths":["/stop_sequence"])");
        row("what others have",
            Messages
                + R"(,"seed":7,"frequency_penalty":0.5,"presence_penalty":0.5,"repetition_penalty":1.1,"min_p":0.1,)"
                  R"("logprobs":true,"top_logprobs":2,"user":"u","metadata":{"a":"b"},"service_tier":"scale","n":2)",
            Sent,
            {u"dropped service_tier"_s, u"dropped metadata"_s, u"dropped min_p"_s, u"dropped frequency_penalty"_s,
             u"dropped presence_penalty"_s, u"dropped repetition_penalty"_s, u"dropped seed"_s, u"dropped logprobs"_s,
             u"dropped top_logprobs"_s, u"dropped user"_s, u"clamped n"_s});
        row("what says nothing",
            Messages + R"(,"logit_bias":{},"store":null,"n":1,"top_k":0,"frequency_penalty":0,"service_tier":"auto")",
            Sent);
        row("our own routing members stay here",
            Messages + R"(,"models":["a/b"],"provider":{"sort":"price"},"session_id":"s")", Sent);
    }
    void theBodyFitsTheApi()
    {
        QFETCH(QByteArray, members);
        QFETCH(QByteArray, body);
        QFETCH(Endpoint, endpoint);
        const auto wire = encoded(members, endpoint);
        QVERIFY2(wire, wire ? "" : qPrintable(wire.error().message));
        QCOMPARE(wire->body, "{" + body + "}");
        QTEST(said(wire->notices), "notices");
    }

    void theLimitOfTheEngineComesFirst()
    {
        const auto wire = encoded(Messages + R"(,"max_tokens":500)", claude(), {.stream = false, .maxTokens = 20});
        QCOMPARE(wire->body, "{" + Sent + R"(,"inferenceConfig":{"maxTokens":20}})");
    }

    void longIdsStayApart()
    {
        const QByteArray id(70, 'x');
        const auto call = [](const QByteArray &name) {
            return R"({"id":)" + quoted(name) + R"(,"type":"function","function":{"name":"g","arguments":"{}"}})";
        };
        const auto wire = encoded(R"("messages":[)" + User + R"(,{"role":"assistant","content":null,"tool_calls":[)"
                                      + call(id + "1") + "," + call(id + "2") + "]}]",
                                  claude());
        const Json body = *parseJson(wire->body);
        const Json &blocks = body["messages"].at(1)["content"];
        const QByteArray first = blocks.at(0)["toolUse"]["toolUseId"].toBytes();
        QCOMPARE(first.size(), 64);
        QVERIFY(first != blocks.at(1)["toolUse"]["toolUseId"].toBytes());
    }

    void whatCannotBeTakenIsNamed_data()
    {
        QTest::addColumn<QByteArray>("part");
        QTest::addColumn<QString>("message");
        QTest::newRow("a picture by link")
            << R"({"type":"image_url","image_url":{"url":)" + quoted("https://x.example/a.png") + "}}"
            << u"messages[0].content[0].image_url.url: expected a picture as JPEG, PNG, GIF or WebP"_s;
        QTest::newRow("a picture of another kind")
            << picture("image/tiff")
            << u"messages[0].content[0].image_url.url: expected a picture as JPEG, PNG, GIF or WebP"_s;
        QTest::newRow("an archive")
            << filePart("a.zip", "application/zip")
            << u"messages[0].content[0].file.file_data: expected a PDF, a Word or Excel file, a text or a picture"_s;
        QTest::newRow("a file at another provider")
            << QByteArray(R"({"type":"file","file":{"file_id":"file-1"}})")
            << u"messages[0].content[0].file.file_data: expected a PDF, a Word or Excel file, a text or a picture"_s;
        QTest::newRow("a strange sound")
            << QByteArray(R"({"type":"input_audio","input_audio":{"data":"AAAA","format":"midi"}})")
            << u"messages[0].content[0].input_audio.format: expected a kind of sound that is taken here"_s;
        QTest::newRow("an unknown part") << QByteArray(R"({"type":"smell"})")
                                         << u"messages[0].content[0].type: expected text, a picture or a file"_s;
    }
    void whatCannotBeTakenIsNamed()
    {
        QFETCH(QByteArray, part);
        const auto wire = encoded(userOf(part), claude());
        QVERIFY(!wire);
        QCOMPARE(wire.error().kind, Error::Kind::InvalidInput);
        QTEST(wire.error().message, "message");
    }

    void linksAreFetchedFirst()
    {
        const auto *dialect = dialects::clientDialect(catalog::DialectId::BedrockConverse);
        QVERIFY(!dialect->takesLink(chat::ImagePart{.url = "https://x.example/a.png"}, {}));
    }
};

static const bool tstConverseEncoder = sb::testing::add<TstConverseEncoder>();

#include "tst_converse_encoder.moc"
