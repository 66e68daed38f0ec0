#include "core/dialects/embedding.h"
#include "tests/dialects/decoding.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::testing;
using namespace Qt::StringLiterals;
using chat::EmbeddingRequest;
using chat::EmbeddingUse;
using dialects::EmbeddingApi;
using dialects::Notice;

Q_DECLARE_METATYPE(sb::chat::EmbeddingRequest)

namespace {

const QStringList One{u"One."_s};
const QStringList Two{u"One."_s, u"Two."_s};
const Json Extra(Json::Object{{"truncate", "END"}, {"strange", 1}});

struct Place
{
    QString model = u"m-1"_s;
    QString base = u"https://x.example/v1"_s;
    catalog::Quirks quirks = {};
};

Result<dialects::WireRequest> encoded(EmbeddingApi api, const EmbeddingRequest &request, const Place &place = {})
{
    return dialects::encodeEmbedding(api, request, {.baseUrl = QUrl(place.base), .quirks = place.quirks},
                                     {.upstreamModel = place.model});
}

QStringList said(const QList<Notice> &notices)
{
    static const QStringList Kinds{u"dropped"_s, u"translated"_s, u"clamped"_s};
    QStringList lines;
    for (const Notice &notice : notices)
        lines.append(Kinds[int(notice.kind)] + u' ' + notice.path);
    return lines;
}

dialects::Answered<chat::EmbeddingAnswer> decodedFrom(const QByteArray &body, int status = 200,
                                                      const catalog::Quirks &quirks = {})
{
    return dialects::decodeEmbedding(head(status, "application/json"), body, {.quirks = quirks});
}

} // namespace

Q_DECLARE_METATYPE(Place)

class TstEmbedding : public QObject
{
    Q_OBJECT

private slots:
    void eachApiIsAskedInItsOwnWay_data()
    {
        QTest::addColumn<EmbeddingApi>("api");
        QTest::addColumn<EmbeddingRequest>("request");
        QTest::addColumn<Place>("place");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("notices");
        const auto row = [](const char *name, EmbeddingApi api, const EmbeddingRequest &request, const QString &path,
                            const QByteArray &body, const QStringList &notices = {}, const Place &place = {}) {
            QTest::newRow(name) << api << request << place << path << body << notices;
        };
        const EmbeddingRequest full{.input = Two,
                                    .dimensions = 256,
                                    .encoding = chat::EmbeddingEncoding::Base64,
                                    .use = EmbeddingUse::Query,
                                    .user = u"u-1"_s};

        row("OpenAI", EmbeddingApi::OpenAi, {.input = One}, u"/v1/embeddings"_s, R"({"model":"m-1","input":["One."]})");
        row("OpenAI, all of it", EmbeddingApi::OpenAi, full, u"/v1/embeddings"_s,
            R"({"model":"m-1","input":["One.","Two."],"dimensions":256,"encoding_format":"base64","user":"u-1"})",
            {u"dropped input_type"_s});
        row("OpenAI, tokens", EmbeddingApi::OpenAi, {.input = QList<chat::TokenList>{{1, 2}, {3}}}, u"/v1/embeddings"_s,
            R"({"model":"m-1","input":[[1,2],[3]]})");
        row("OpenAI, what servers add", EmbeddingApi::OpenAi, {.input = One, .extra = Extra}, u"/v1/embeddings"_s,
            R"({"model":"m-1","input":["One."],"truncate":"END","strange":1})");
        row("Voyage", EmbeddingApi::OpenAi, full, u"/v1/embeddings"_s,
            R"({"model":"m-1","input":["One.","Two."],"output_dimension":256,"encoding_format":"base64",)"
            R"("input_type":"query","user":"u-1"})",
            {}, {.quirks = {.outputDimension = true, .embeddingInputType = true}});
        row("Voyage, a purpose that it does not know", EmbeddingApi::OpenAi,
            {.input = One, .use = EmbeddingUse::Clustering}, u"/v1/embeddings"_s, R"({"model":"m-1","input":["One."]})",
            {u"dropped input_type"_s}, {.quirks = {.embeddingInputType = true}});

        const Place cohere{.base = u"https://x.example"_s};
        row("Cohere", EmbeddingApi::CohereV2, {.input = One, .use = EmbeddingUse::Document}, u"/v2/embed"_s,
            R"({"model":"m-1","texts":["One."],"input_type":"search_document","embedding_types":["float"]})", {},
            cohere);
        row("Cohere, all of it", EmbeddingApi::CohereV2, full, u"/v2/embed"_s,
            R"({"model":"m-1","texts":["One.","Two."],"input_type":"search_query","embedding_types":["base64"],)"
            R"("output_dimension":256})",
            {u"dropped user"_s}, cohere);
        row("Cohere, no purpose", EmbeddingApi::CohereV2, {.input = One}, u"/v2/embed"_s,
            R"({"model":"m-1","texts":["One."],"input_type":"search_document","embedding_types":["float"]})",
            {u"translated input_type"_s}, cohere);
        row("Cohere, extra members", EmbeddingApi::CohereV2,
            {.input = One, .use = EmbeddingUse::Classification, .extra = Extra}, u"/v2/embed"_s,
            R"({"model":"m-1","texts":["One."],"input_type":"classification","embedding_types":["float"],)"
            R"("truncate":"END"})",
            {u"dropped strange"_s}, cohere);
        row("Cohere, version 1", EmbeddingApi::CohereV1,
            {.input = One, .dimensions = 256, .use = EmbeddingUse::Clustering}, u"/v1/embed"_s,
            R"({"model":"m-1","texts":["One."],"input_type":"clustering","embedding_types":["float"]})",
            {u"dropped dimensions"_s}, cohere);

        const Place gemini{.base = u"https://x.example/v1beta"_s};
        row("Gemini", EmbeddingApi::Gemini, {.input = One}, u"/v1beta/models/m-1:embedContent"_s,
            R"({"model":"models/m-1","content":{"parts":[{"text":"One."}]}})", {}, gemini);
        row("Gemini, one with settings", EmbeddingApi::Gemini,
            {.input = One, .dimensions = 768, .use = EmbeddingUse::Similarity}, u"/v1beta/models/m-1:embedContent"_s,
            R"({"model":"models/m-1","content":{"parts":[{"text":"One."}]},"taskType":"SEMANTIC_SIMILARITY",)"
            R"("outputDimensionality":768})",
            {}, gemini);
        row("Gemini, several", EmbeddingApi::Gemini, {.input = Two, .use = EmbeddingUse::Query},
            u"/v1beta/models/m-1:batchEmbedContents"_s,
            R"({"requests":[{"model":"models/m-1","content":{"parts":[{"text":"One."}]},"taskType":"RETRIEVAL_QUERY"},)"
            R"({"model":"models/m-1","content":{"parts":[{"text":"Two."}]},"taskType":"RETRIEVAL_QUERY"}]})",
            {}, gemini);
        row("Gemini, what it does not have", EmbeddingApi::Gemini, {.input = One, .user = u"u"_s, .extra = Extra},
            u"/v1beta/models/m-1:embedContent"_s, R"({"model":"models/m-1","content":{"parts":[{"text":"One."}]}})",
            {u"dropped truncate"_s, u"dropped strange"_s, u"dropped user"_s}, gemini);

        const Place vertex{.base = u"https://x.example/v1/projects/p/locations/l/publishers/google"_s};
        const QString predict = u"/v1/projects/p/locations/l/publishers/google/models/m-1:predict"_s;
        row("Vertex AI", EmbeddingApi::VertexPredict, {.input = Two}, predict,
            R"({"instances":[{"content":"One."},{"content":"Two."}]})", {}, vertex);
        row("Vertex AI with settings", EmbeddingApi::VertexPredict,
            {.input = One,
             .dimensions = 256,
             .use = EmbeddingUse::Document,
             .extra = Json(Json::Object{{"autoTruncate", false}})},
            predict,
            R"({"instances":[{"content":"One.","task_type":"RETRIEVAL_DOCUMENT"}],)"
            R"("parameters":{"outputDimensionality":256,"autoTruncate":false}})",
            {}, vertex);

        const Place titan{.model = u"amazon.titan-embed-text-v2:0"_s, .base = u"https://x.example"_s};
        const QString titanPath = u"/model/amazon.titan-embed-text-v2%3A0/invoke"_s;
        row("Bedrock, Titan", EmbeddingApi::BedrockInvoke, {.input = One}, titanPath, R"({"inputText":"One."})", {},
            titan);
        row("Bedrock, Titan with settings", EmbeddingApi::BedrockInvoke,
            {.input = One,
             .dimensions = 256,
             .use = EmbeddingUse::Query,
             .extra = Json(Json::Object{{"normalize", true}})},
            titanPath, R"({"inputText":"One.","dimensions":256,"normalize":true})", {u"dropped input_type"_s}, titan);
        row("Bedrock, the first Titan", EmbeddingApi::BedrockInvoke, {.input = One, .dimensions = 256},
            u"/model/amazon.titan-embed-text-v1/invoke"_s, R"({"inputText":"One."})", {u"dropped dimensions"_s},
            {.model = u"amazon.titan-embed-text-v1"_s, .base = u"https://x.example"_s});
        row("Bedrock, Cohere's third", EmbeddingApi::BedrockInvoke,
            {.input = Two, .dimensions = 256, .use = EmbeddingUse::Document},
            u"/model/cohere.embed-english-v3/invoke"_s,
            R"({"texts":["One.","Two."],"input_type":"search_document","embedding_types":["float"]})",
            {u"dropped dimensions"_s}, {.model = u"cohere.embed-english-v3"_s, .base = u"https://x.example"_s});
        row("Bedrock, Cohere's fourth in an area", EmbeddingApi::BedrockInvoke,
            {.input = One, .dimensions = 256, .use = EmbeddingUse::Document}, u"/model/us.cohere.embed-v4%3A0/invoke"_s,
            R"({"texts":["One."],"input_type":"search_document","embedding_types":["float"],"output_dimension":256})",
            {}, {.model = u"us.cohere.embed-v4:0"_s, .base = u"https://x.example"_s});

        const Place ollama{.base = u"http://127.0.0.1:11434"_s};
        row("Ollama", EmbeddingApi::Ollama, {.input = Two}, u"/api/embed"_s,
            R"({"model":"m-1","input":["One.","Two."]})", {}, ollama);
        row("Ollama, all of it", EmbeddingApi::Ollama,
            {.input = One, .dimensions = 256, .use = EmbeddingUse::Query, .extra = Extra}, u"/api/embed"_s,
            R"({"model":"m-1","input":["One."],"dimensions":256,"truncate":"END"})",
            {u"dropped input_type"_s, u"dropped strange"_s}, ollama);
    }
    void eachApiIsAskedInItsOwnWay()
    {
        QFETCH(EmbeddingApi, api);
        QFETCH(EmbeddingRequest, request);
        QFETCH(Place, place);
        const auto wire = encoded(api, request, place);
        QVERIFY(wire);
        QCOMPARE(wire->method, QByteArray("POST"));
        QTEST(wire->url.path(QUrl::FullyEncoded), "path");
        QTEST(wire->body, "body");
        QTEST(said(wire->notices), "notices");
        QVERIFY(!wire->streams);
    }

    void whatAnApiCannotTakeIsRefused_data()
    {
        QTest::addColumn<EmbeddingApi>("api");
        QTest::addColumn<EmbeddingRequest>("request");
        const EmbeddingRequest tokens{.input = QList<chat::TokenList>{{1, 2}}};
        for (const EmbeddingApi api : {EmbeddingApi::CohereV2, EmbeddingApi::CohereV1, EmbeddingApi::Gemini,
                                       EmbeddingApi::VertexPredict, EmbeddingApi::BedrockInvoke, EmbeddingApi::Ollama})
            QTest::addRow("tokens, API %d", int(api)) << api << tokens;
        QTest::newRow("several texts for Titan") << EmbeddingApi::BedrockInvoke << EmbeddingRequest{.input = Two};
        QTest::newRow("nothing") << EmbeddingApi::OpenAi << EmbeddingRequest{};
        QTest::newRow("nothing for Cohere") << EmbeddingApi::CohereV2 << EmbeddingRequest{};
    }
    void whatAnApiCannotTakeIsRefused()
    {
        QFETCH(EmbeddingApi, api);
        QFETCH(EmbeddingRequest, request);
        const auto wire = encoded(api, request);
        QVERIFY(!wire);
        QCOMPARE(wire.error().kind, Error::Kind::InvalidInput);
        QVERIFY(wire.error().message.startsWith(u"input: "_s));
    }

    void vectorsComeInTheOrderOfTheirInputs()
    {
        const auto answer = decodedFrom(
            R"({"data":[{"index":2,"embedding":[3]},{"index":0,"embedding":[1]},{"index":1,"embedding":[2]}]})");
        QVERIFY(answer);
        QCOMPARE(answer->vectors, QList<chat::Vector>({{1}, {2}, {3}}));
    }

    void base64IsFloatsOf32Bits()
    {
        // 0.25, -0.5, 1.0 in little-endian order
        const QByteArray bytes = QByteArray::fromHex("0000803e000000bf0000803f");
        const auto answer = decodedFrom(R"({"data":[{"embedding":)" + Json(bytes.toBase64()).dump() + "}]}");
        QVERIFY(answer);
        QCOMPARE(answer->vectors, QList<chat::Vector>({{0.25F, -0.5F, 1}}));
    }

    void whatHasNoVectorsIsAFailure_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("ok");
        QTest::newRow("a web page") << QByteArray("<html></html>");
        QTest::newRow("no vectors") << QByteArray(R"({"data":[]})");
        QTest::newRow("an empty vector") << QByteArray(R"({"data":[{"embedding":[]}]})");
        QTest::newRow("a vector of words") << QByteArray(R"({"data":[{"embedding":["a"]}]})");
        QTest::newRow("one vector of two is missing") << QByteArray(R"({"data":[{"embedding":[1]},{"index":1}]})");
        QTest::newRow("base64 of odd length") << QByteArray(R"({"data":[{"embedding":"AAAA"}]})");
        QTest::newRow("no base64") << QByteArray(R"({"data":[{"embedding":"?!"}]})");
        QTest::newRow("a list of numbers") << QByteArray("[1,2]");
    }
    void whatHasNoVectorsIsAFailure()
    {
        QFETCH(QByteArray, body);
        const auto answer = decodedFrom(body);
        QVERIFY(!answer);
        QCOMPARE(answer.error().type, chat::ErrorType::InvalidResponse);
        QVERIFY(!answer.error().message.isEmpty());
    }

    void anErrorInsideAGoodAnswerIsOne()
    {
        const auto answer = decodedFrom(R"({"error":{"message":"Rate limit reached","code":429}})");
        QVERIFY(!answer);
        QCOMPARE(answer.error().type, chat::ErrorType::RateLimitExceeded);
        const auto sentence = decodedFrom(R"({"message":"too many requests"})");
        QVERIFY(!sentence);
        QCOMPARE(sentence.error().message, u"too many requests"_s);
    }

    void costsAreReadWhereTheProviderSaysThem()
    {
        const auto answer = decodedFrom(
            R"({"data":[{"embedding":[1]}],"usage":{"prompt_tokens":7,"completion_tokens":0,"cost":0.00000014}})", 200,
            {.usageCost = true});
        QVERIFY(answer);
        QCOMPARE(answer->usage.billed, std::optional(NanoDollars{140}));
        QCOMPARE(answer->usage.prompt, std::optional<qint64>(7));
        QVERIFY(!answer->usage.completion);
    }

    void theApiFollowsFromTheDialect_data()
    {
        QTest::addColumn<catalog::DialectId>("dialect");
        QTest::addColumn<QString>("base");
        QTest::addColumn<std::optional<EmbeddingApi>>("api");
        using catalog::DialectId;
        const auto row = [](const char *name, DialectId dialect, std::optional<EmbeddingApi> api,
                            const QString &base = u"https://x.example"_s) {
            QTest::newRow(name) << dialect << base << api;
        };
        row("OpenAI", DialectId::OpenAiChat, EmbeddingApi::OpenAi);
        row("completions", DialectId::OpenAiCompletions, EmbeddingApi::OpenAi);
        row("Cohere", DialectId::CohereChat, EmbeddingApi::CohereV2);
        row("Cohere, version 1", DialectId::CohereV1Chat, EmbeddingApi::CohereV1);
        row("Gemini", DialectId::GeminiGenerateContent, EmbeddingApi::Gemini);
        row("Vertex AI", DialectId::GeminiGenerateContent, EmbeddingApi::VertexPredict,
            u"https://x.example/v1/projects/p/locations/l/publishers/google"_s);
        row("Ollama", DialectId::OllamaChat, EmbeddingApi::Ollama);
        row("Anthropic", DialectId::AnthropicMessages, std::nullopt);
    }
    void theApiFollowsFromTheDialect()
    {
        QFETCH(catalog::DialectId, dialect);
        QFETCH(QString, base);
        QFETCH(std::optional<EmbeddingApi>, api);
        QVERIFY(dialects::embeddingApi({.baseUrl = QUrl(base), .dialect = dialect}) == api);
    }
};

static const bool tstEmbedding = sb::testing::add<TstEmbedding>();

#include "tst_embedding.moc"
