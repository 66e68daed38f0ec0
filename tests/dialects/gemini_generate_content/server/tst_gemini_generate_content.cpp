#include "core/dialects/dialect.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace Qt::StringLiterals;

namespace {

const dialects::ServerDialect &server()
{
    return *dialects::serverDialect(catalog::DialectId::GeminiGenerateContent);
}

/// What the client half makes of what the server half read, for a model that takes everything.
QByteArray sentOn(const QByteArray &body)
{
    const auto served = server().decodeRequest("/v1beta/models/m:generateContent", body);
    catalog::Endpoint endpoint{.upstreamModel = u"m"_s};
    endpoint.capabilities.reasoning = true;
    const auto wire = served ? dialects::clientDialect(catalog::DialectId::GeminiGenerateContent)
                                   ->encode(served->request, {}, endpoint, {.stream = false})
                             : tl::unexpected(served.error());
    return wire ? wire->body : wire.error().message.toUtf8();
}

} // namespace

class TstGeminiServer : public QObject
{
    Q_OBJECT

private slots:
    void modelAndVerbAreReadFromThePath_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("model");
        QTest::addColumn<bool>("stream");
        QTest::newRow("whole") << QByteArray("/v1beta/models/gemini-2.5-pro:generateContent") << u"gemini-2.5-pro"_s
                               << false;
        QTest::newRow("a stream") << QByteArray("/v1beta/models/a:streamGenerateContent") << u"a"_s << true;
        QTest::newRow("of Vertex AI") << QByteArray(
            "/v1/projects/p/locations/l/publishers/google/models/b:streamGenerateContent")
                                      << u"b"_s << true;
        QTest::newRow("with a colon in its name")
            << QByteArray("/v1beta/models/c%3A1:generateContent") << u"c:1"_s << false;
    }
    void modelAndVerbAreReadFromThePath()
    {
        QFETCH(QByteArray, path);
        QFETCH(QString, model);
        QFETCH(bool, stream);
        const auto served = server().decodeRequest(path, R"({"contents":[{"parts":[{"text":"Hi"}]}]})");
        QVERIFY(served);
        QCOMPARE(served->request.model, model);
        QCOMPARE(served->stream, stream);
        QCOMPARE(served->request.stream, stream);
    }

    void aBadRequestSaysWhereItIsWrong_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("where");
        const QByteArray path = "/v1beta/models/m:generateContent";
        QTest::newRow("another verb") << QByteArray("/v1beta/models/m:countTokens") << QByteArray("{}") << u"path:"_s;
        QTest::newRow("no model") << QByteArray("/v1beta/models/:generateContent") << QByteArray("{}") << u"path:"_s;
        QTest::newRow("no contents") << path << QByteArray("{}") << u"contents:"_s;
        QTest::newRow("a role of OpenAI's")
            << path << QByteArray(R"({"contents":[{"role":"assistant","parts":[{"text":"Hi"}]}]})")
            << u"contents[0].role:"_s;
        QTest::newRow("no parts") << path << QByteArray(R"({"contents":[{"role":"user","parts":[]}]})")
                                  << u"contents[0].parts:"_s;
        QTest::newRow("no object") << path << QByteArray("[]") << u"expected an object"_s;
    }
    void aBadRequestSaysWhereItIsWrong()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        QFETCH(QString, where);
        const auto served = server().decodeRequest(path, body);
        QVERIFY(!served);
        QCOMPARE(served.error().kind, Error::Kind::InvalidInput);
        QVERIFY2(served.error().message.startsWith(where), qPrintable(served.error().message));
    }

    void whatIsReadIsSentOnTheSame_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const QByteArray &body) { QTest::newRow(name) << body; };
        const QByteArray user = R"("contents":[{"role":"user","parts":[{"text":"Hi"}]}])";
        row("an instruction", R"({"systemInstruction":{"parts":[{"text":"A"},{"text":"B"}]},)" + user + "}");
        row("parameters",
            "{" + user
                + R"(,"generationConfig":{"temperature":1.0,"topP":0.5,"topK":3,"maxOutputTokens":9,"stopSequences":["x"],"seed":4,"presencePenalty":0.1,"frequencyPenalty":0.2,"responseLogprobs":true,"logprobs":2}})");
        row("parameters that only Gemini has",
            "{" + user
                + R"(,"safetySettings":[{"category":"c"}],"generationConfig":{"responseModalities":["TEXT"],"speechConfig":{"a":1}}})");
        row("a schema",
            "{" + user
                + R"(,"generationConfig":{"responseMimeType":"application/json","responseJsonSchema":{"type":"object"}}})");
        row("JSON", "{" + user + R"(,"generationConfig":{"responseMimeType":"application/json"}})");
        row("a budget",
            "{" + user + R"(,"generationConfig":{"thinkingConfig":{"thinkingBudget":500,"includeThoughts":true}}})");
        row("a budget, not shown", "{" + user + R"(,"generationConfig":{"thinkingConfig":{"thinkingBudget":500}}})");
        row("no thinking", "{" + user + R"(,"generationConfig":{"thinkingConfig":{"thinkingBudget":0}}})");
        row("thinking as it likes",
            "{" + user + R"(,"generationConfig":{"thinkingConfig":{"thinkingBudget":-1,"includeThoughts":true}}})");
        const QByteArray tools =
            R"(,"tools":[{"functionDeclarations":[{"name":"f","parametersJsonSchema":{"type":"object"}}]}])";
        for (const char *calling :
             {R"("mode":"AUTO")", R"("mode":"NONE")", R"("mode":"ANY")", R"("mode":"ANY","allowedFunctionNames":["f"])",
              R"("mode":"ANY","allowedFunctionNames":["f","g"])", R"("mode":"VALIDATED")",
              R"("mode":"VALIDATED","allowedFunctionNames":["f","g"])",
              R"("mode":"AUTO","streamFunctionCallArguments":true)"})
            row(calling, "{" + user + tools + R"(,"toolConfig":{"functionCallingConfig":{)" + calling + "}}}");
        row("tools of Google's",
            "{" + user + R"(,"tools":[{"googleSearch":{}}],"toolConfig":{"includeServerSideToolInvocations":true}})");
        row("a conversation with calls",
            R"({"contents":[{"role":"user","parts":[{"text":"Hi"}]},)"
            R"({"role":"model","parts":[{"text":"Hm","thought":true,"thoughtSignature":"s0"},{"text":"So","thoughtSignature":"s1"},{"functionCall":{"id":"1","name":"f","args":{"a":1.0}},"thoughtSignature":"s2"},{"functionCall":{"id":"2","name":"g","args":{}}}]},)"
            R"({"role":"user","parts":[{"functionResponse":{"id":"1","name":"f","response":{"result":2}}},{"functionResponse":{"id":"2","name":"g","response":{"output":"x"},"parts":[{"inlineData":{"mimeType":"image/png","data":"AAAA"}}]}}]}]})");
        row("calls without ids",
            R"({"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"functionCall":{"name":"f","args":{}}}]},{"role":"user","parts":[{"functionResponse":{"name":"f","response":{"result":2}}}]}]})");
        row("media",
            "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"inlineData\":{\"mimeType\":\"image/"
            "png\",\"data\":\"AAAA\"}},{\"inlineData\":{\"mimeType\":\"audio/"
            "wav\",\"data\":\"AAAA\"}},{\"inlineData\":{\"mimeType\":\"application/"
            "pdf\",\"data\":\"AAAA\"}},{\"inlineData\":{\"mimeType\":\"video/"
            "mp4\",\"data\":\"AAAA\"}},{\"fileData\":{\"mimeType\":\"application/pdf\",\"fileUri\":\"gs://a/"
            "b\"}},{\"fileData\":{\"mimeType\":\"image/png\",\"fileUri\":\"https://example.org/"
            "a\"}},{\"fileData\":{\"mimeType\":\"text/csv\",\"fileUri\":\"https://example.org/b\"}}]}]}");
        row("parts of Gemini's own",
            R"({"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"executableCode":{"language":"PYTHON","code":"1"}},{"codeExecutionResult":{"outcome":"OUTCOME_OK"}},{"toolCall":{"id":"1"},"thoughtSignature":"s"}]}]})");
    }
    void whatIsReadIsSentOnTheSame()
    {
        QFETCH(QByteArray, body);
        QCOMPARE(sentOn(body), body);
    }

    void namesInSnakeCaseAndOldFormsMeanTheSame()
    {
        QCOMPARE(
            sentOn(
                R"({"system_instruction":"A","contents":{"parts":[{"inline_data":{"mime_type":"image/png","data":"AAAA"}}]},)"
                R"("tools":[{"function_declarations":[{"name":"f","parameters":{"type":"OBJECT"}}]}],"generation_config":{"max_output_tokens":5,"response_mime_type":"application/json","response_schema":{"type":"STRING"}}})"),
            QByteArray(
                R"({"systemInstruction":{"parts":[{"text":"A"}]},"contents":[{"role":"user","parts":[{"inlineData":{"mimeType":"image/png","data":"AAAA"}}]}],)"
                R"("tools":[{"functionDeclarations":[{"name":"f","parametersJsonSchema":{"type":"object"}}]}],"generationConfig":{"maxOutputTokens":5,"responseMimeType":"application/json","responseJsonSchema":{"type":"string"}}})"));
    }

    void aWholeAnswerHasItsContentReasonAndUsage()
    {
        chat::Answer answer{.id = u"r"_s, .model = u"m"_s, .text = u"Hi"_s, .finish = chat::FinishReason::Stop};
        answer.usage = {.prompt = 10, .cacheRead = 4, .completion = 3, .reasoning = 1};
        QCOMPARE(
            server().encodeWhole({}, answer),
            QByteArray(
                R"({"candidates":[{"content":{"parts":[{"text":"Hi"}],"role":"model"},"finishReason":"STOP","index":0}],)"
                R"("usageMetadata":{"promptTokenCount":10,"candidatesTokenCount":2,"totalTokenCount":13,"cachedContentTokenCount":4,"thoughtsTokenCount":1},)"
                R"("modelVersion":"m","responseId":"r"})"));
    }

    void anErrorHasGooglesFormAndTheCommonWord()
    {
        const chat::ProviderError error{.type = chat::ErrorType::RateLimitExceeded,
                                        .message = u"Wait."_s,
                                        .retryAfter = std::chrono::milliseconds(1500)};
        QCOMPARE(
            server().encodeError(429, error),
            QByteArray(
                R"({"error":{"code":429,"message":"Wait.","status":"RESOURCE_EXHAUSTED","details":[)"
                R"({"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"RATE_LIMIT_EXCEEDED","domain":"signalbox"},)"
                R"({"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"1.5s"}]}})"));
    }
};

static const bool tstGeminiServer = sb::testing::add<TstGeminiServer>();

#include "tst_gemini_generate_content.moc"
