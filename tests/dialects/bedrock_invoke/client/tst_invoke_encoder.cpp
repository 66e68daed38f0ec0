#include "core/dialects/dialect.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace Qt::StringLiterals;
using catalog::Endpoint;
using dialects::Notice;

namespace {

const QByteArray Messages = R"("messages":[{"role":"user","content":"Hi"}])";
const QByteArray Options = R"(,"max_tokens":50,"temperature":0.50,"top_p":0.9,"top_k":40,"stop":["x"])";
const QByteArray Tool = R"({"type":"function","function":{"name":"g"}})";

Result<dialects::WireRequest> encoded(const QByteArray &members, const QString &model, bool stream = false,
                                      const catalog::Capabilities &capabilities = {})
{
    const auto request = chat::parseRequest(*parseJson(R"({"model":"a/b",)" + members + "}"));
    if (!request)
        return tl::unexpected(request.error());
    const Endpoint endpoint{.upstreamModel = model, .capabilities = capabilities};
    const QUrl base(u"https://bedrock-runtime.us-east-1.amazonaws.com"_s);
    return dialects::clientDialect(catalog::DialectId::BedrockInvoke)
        ->encode(*request, {.baseUrl = base}, endpoint, {.stream = stream});
}

QStringList said(const QList<Notice> &notices)
{
    static const QStringList Kinds{u"dropped"_s, u"translated"_s, u"clamped"_s};
    QStringList lines;
    for (const Notice &notice : notices)
        lines.append(Kinds[int(notice.kind)] + u' ' + notice.path);
    return lines;
}

} // namespace

/// The expected bodies are written from https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html and
/// the pages below it.
class TstInvokeEncoder : public QObject
{
    Q_OBJECT

private slots:
    void theOperationIsInThePath()
    {
        const auto whole = encoded(Messages, u"us.meta.llama3-3-70b-instruct-v1:0"_s);
        QCOMPARE(whole->url.toEncoded(),
                 QByteArray("https://bedrock-runtime.us-east-1.amazonaws.com/model/"
                            "us.meta.llama3-3-70b-instruct-v1%3A0/invoke"));
        QCOMPARE(whole->headers,
                 QList<dialects::Header>({{"content-type", "application/json"}, {"accept", "application/json"}}));
        const auto stream = encoded(Messages, u"us.meta.llama3-3-70b-instruct-v1:0"_s, true);
        QVERIFY(stream->url.path().endsWith("/invoke-with-response-stream"_L1));
        QCOMPARE(stream->headers,
                 QList<dialects::Header>({{"content-type", "application/json"},
                                          {"accept", "application/vnd.amazon.eventstream"},
                                          {"x-amzn-bedrock-accept", "application/json"}}));
        QVERIFY(stream->streams);
    }

    void whatDoesNotStreamIsAskedForWhole()
    {
        for (const QString &model : {u"ai21.j2-ultra-v1"_s, u"amazon.titan-embed-text-v2:0"_s}) {
            const auto wire = encoded(Messages, model, true);
            QVERIFY(!wire->streams);
            QVERIFY(wire->url.path().endsWith("/invoke"_L1));
        }
    }

    void eachFamilyHasItsBody_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("notices");
        const auto row = [](const char *name, const QString &model, const QByteArray &members, const QByteArray &body,
                            const QStringList &notices = {}) {
            QTest::newRow(name) << model << members << body << notices;
        };
        row("Claude", u"us.anthropic.claude-sonnet-4-5-20250929-v1:0"_s,
            R"("messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hi"}],"max_tokens":50)",
            R"({"anthropic_version":"bedrock-2023-05-31","max_tokens":50,"system":"Be brief.",)" + Messages + "}");
        row("Claude's tools and betas", u"anthropic.claude-3-haiku-20240307-v1:0"_s,
            Messages + R"(,"max_tokens":50,"tools":[)" + Tool + R"(],"tool_choice":"required","betas":["a","b"])",
            R"({"anthropic_version":"bedrock-2023-05-31","max_tokens":50,)" + Messages
                + R"(,"tools":[{"name":"g","input_schema":{"type":"object"}}],"tool_choice":{"type":"any"},)"
                  R"("anthropic_beta":["a","b"]})");
        row("Nova", u"us.amazon.nova-lite-v1:0"_s,
            R"("messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hi"}])" + Options
                + R"(,"tools":[)" + Tool + "]",
            R"({"schemaVersion":"messages-v1","messages":[{"role":"user","content":[{"text":"Hi"}]}],)"
            R"("system":[{"text":"Be brief."}],)"
            R"("toolConfig":{"tools":[{"toolSpec":{"name":"g","inputSchema":{"json":{"type":"object","properties":{}}}}}]},)"
            R"("inferenceConfig":{"maxTokens":50,"temperature":0.50,"topP":0.9,"stopSequences":["x"],"topK":40}})");
        row("Nova's reasoning", u"us.amazon.nova-2-lite-v1:0"_s, Messages + R"(,"reasoning":{"effort":"low"})",
            R"({"schemaVersion":"messages-v1","messages":[{"role":"user","content":[{"text":"Hi"}]}],)"
            R"("inferenceConfig":{"reasoningConfig":{"type":"enabled","maxReasoningEffort":"low"}}})");
        row("Titan", u"amazon.titan-text-express-v1"_s, Messages + Options,
            R"({"inputText":"User: Hi\nBot:","textGenerationConfig":)"
            R"({"maxTokenCount":50,"temperature":0.50,"topP":0.9,"stopSequences":["x"]}})",
            {u"dropped top_k"_s});
        row("Llama 3", u"meta.llama3-8b-instruct-v1:0"_s, Messages + Options,
            R"({"prompt":"<|begin_of_text|><|start_header_id|>user<|end_header_id|>\n\nHi<|eot_id|>)"
            R"(<|start_header_id|>assistant<|end_header_id|>\n\n","max_gen_len":50,"temperature":0.50,"top_p":0.9})",
            {u"dropped stop"_s, u"dropped top_k"_s});
        row("Mistral, one prompt", u"mistral.mistral-7b-instruct-v0:2"_s, Messages + Options,
            R"({"prompt":"<s>[INST] Hi [/INST]","max_tokens":50,"temperature":0.50,"top_p":0.9,"top_k":40,"stop":["x"]})");
        row("Mistral, turns", u"mistral.mistral-large-2407-v1:0"_s,
            Messages + R"(,"max_tokens":50,"tools":[)" + Tool + "]",
            "{" + Messages + R"(,"max_tokens":50,"tools":[)" + Tool + "]}");
        row("Command", u"cohere.command-text-v14"_s, Messages + Options,
            R"({"prompt":"User: Hi\nChatbot:","max_tokens":50,"temperature":0.50,"p":0.9,"k":40,"stop_sequences":["x"]})");
        row("Command R", u"cohere.command-r-plus-v1:0"_s,
            R"("messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"A"},)"
            R"({"role":"assistant","content":"B"},{"role":"user","content":"C"}],"seed":7,"frequency_penalty":0.5)"
                + Options,
            R"({"message":"C","chat_history":[{"role":"USER","message":"A"},{"role":"CHATBOT","message":"B"}],)"
            R"("preamble":"Be brief.","max_tokens":50,"temperature":0.50,"p":0.9,"k":40,"frequency_penalty":0.5,)"
            R"("seed":7,"stop_sequences":["x"]})");
        row("Jurassic", u"ai21.j2-mid-v1"_s, Messages + Options,
            R"({"prompt":"User: Hi\nAssistant:","maxTokens":50,"temperature":0.50,"topP":0.9,"stopSequences":["x"]})",
            {u"dropped top_k"_s});
        row("Jamba", u"ai21.jamba-1-5-mini-v1:0"_s, Messages + R"(,"max_tokens":50)",
            "{" + Messages + R"(,"max_tokens":50})");
        row("DeepSeek R1", u"us.deepseek.r1-v1:0"_s, Messages + R"(,"max_tokens":50,"stop":["x"])",
            QByteArray(R"({"prompt":"<｜begin▁of▁sentence｜><｜User｜>Hi<｜Assistant｜><think>\n","max_tokens":50,)")
                + R"("stop":["x"]})");
        row("what speaks OpenAI's chat", u"openai.gpt-oss-120b-1:0"_s, Messages + R"(,"reasoning":{"effort":"low"})",
            "{" + Messages + R"(,"reasoning_effort":"low"})");
        row("an unknown one", u"does-not-exist"_s, Messages, "{" + Messages + "}");
        row("Titan's vectors", u"amazon.titan-embed-text-v2:0"_s, Messages, R"({"inputText":"Hi"})",
            {u"translated messages"_s});
        row("Cohere's vectors", u"us.cohere.embed-v4:0"_s, Messages,
            R"({"texts":["Hi"],"input_type":"search_document"})", {u"translated messages"_s});
        row("Nova's vectors", u"amazon.nova-2-multimodal-embeddings-v1:0"_s, Messages,
            R"({"taskType":"SINGLE_EMBEDDING","singleEmbeddingParams":)"
            R"({"embeddingPurpose":"GENERIC_INDEX","text":{"truncationMode":"END","value":"Hi"}}})",
            {u"translated messages"_s});
    }
    void eachFamilyHasItsBody()
    {
        QFETCH(QString, model);
        QFETCH(QByteArray, members);
        const auto wire = encoded(members, model, false, {.tools = true, .reasoning = true});
        QVERIFY2(wire, wire ? "" : qPrintable(wire.error().message));
        QTEST(wire->body, "body");
        QTEST(said(wire->notices), "notices");
    }

    void aStreamIsNoMemberOfTheBody()
    {
        for (const QString &model : {u"anthropic.claude-3-haiku-20240307-v1:0"_s, u"openai.gpt-oss-20b-1:0"_s}) {
            const Json body = *parseJson(encoded(Messages, model, true)->body);
            QVERIFY(!body.contains("stream"));
            QVERIFY(!body.contains("stream_options"));
            QVERIFY(!body.contains("model"));
        }
        // But for Command, which would answer as a whole.
        QCOMPARE((*parseJson(encoded(Messages, u"cohere.command-text-v14"_s, true)->body))["stream"], Json(true));
    }

    void whatBedrockAddsIsInHeaders()
    {
        const auto wire = encoded(
            Messages
                + R"(,"guardrailConfig":{"guardrailIdentifier":"g1","guardrailVersion":"DRAFT","trace":"enabled"},)"
                  R"("performanceConfig":{"latency":"optimized"},"service_tier":"flex")",
            u"anthropic.claude-3-haiku-20240307-v1:0"_s);
        QCOMPARE(wire->headers.sliced(2),
                 QList<dialects::Header>({{"x-amzn-bedrock-guardrailidentifier", "g1"},
                                          {"x-amzn-bedrock-guardrailversion", "DRAFT"},
                                          {"x-amzn-bedrock-trace", "ENABLED"},
                                          {"x-amzn-bedrock-performanceconfig-latency", "optimized"},
                                          {"x-amzn-bedrock-service-tier", "flex"}}));
        QVERIFY(!wire->body.contains("guardrail"));
        QVERIFY(!wire->body.contains("service_tier"));
    }

    void aLineFeedMakesNoHeader()
    {
        chat::Request request;
        request.messages = {chat::Message::make(chat::Role::User, u"Hi"_s)};
        const Json guardrail(Json::Object{{"guardrailIdentifier", "g1\r\nhost: evil"}});
        request.extra.set("guardrailConfig", guardrail);
        const auto wire = dialects::clientDialect(catalog::DialectId::BedrockInvoke)
                              ->encode(request, {.baseUrl = QUrl(u"https://x.example"_s)},
                                       {.upstreamModel = u"meta.llama3-8b-instruct-v1:0"_s}, {.stream = false});
        QCOMPARE(wire->headers.size(), 2);
    }

    void aPromptTakesTextOnly()
    {
        const QString llama = u"meta.llama3-8b-instruct-v1:0"_s;
        const auto picture = encoded(
            R"("messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}]}])",
            llama);
        QVERIFY(!picture);
        QCOMPARE(picture.error().message, u"messages[0].content[0]: expected text or a file that is text"_s);
        const auto rest = encoded(
            R"("messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":null,"tool_calls":)"
            R"([{"id":"c","type":"function","function":{"name":"g","arguments":"{}"}}]},)"
            R"({"role":"tool","tool_call_id":"c","content":"one"}],"tools":[)"
                + Tool
                + R"(],"response_format":{"type":"json_object"},"reasoning":{"effort":"low"},"seed":1,"user":"u","n":2)",
            llama);
        QCOMPARE(said(rest->notices),
                 QStringList({u"translated response_format"_s, u"translated messages[1]"_s, u"translated messages[2]"_s,
                              u"dropped tools"_s, u"dropped reasoning"_s, u"dropped user"_s, u"dropped seed"_s,
                              u"clamped n"_s}));
        QVERIFY(rest->body.contains("Answer with one JSON object."));
        QVERIFY(rest->body.contains("Hi\\n\\none"));
    }
};

static const bool tstInvokeEncoder = sb::testing::add<TstInvokeEncoder>();

#include "tst_invoke_encoder.moc"
