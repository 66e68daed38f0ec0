#include "core/dialects/dialect.h"

#include "core/base/json.h"
#include "core/dialects/embedding.h"
#include "core/dialects/model_list.h"
#include "core/dialects/token_count.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::dialects;
using catalog::DialectId;

namespace {

const QUrl Vertex(u"https://aiplatform.googleapis.com/v1/projects/line-1/locations/global/publishers/anthropic"_s);
const QUrl Gemini(u"https://aiplatform.googleapis.com/v1/projects/line-1/locations/global/publishers/google"_s);
const QUrl Azure(u"https://box.openai.azure.com/openai"_s);

chat::Request question()
{
    chat::Request request;
    request.messages.append(chat::Message::make(chat::Role::User, u"Clear?"_s));
    return request;
}

WireRequest encoded(const catalog::Provider &provider, const QString &model, bool stream = true)
{
    return clientDialect(provider.dialect)
        ->encode(question(), provider, {.upstreamModel = model}, {.stream = stream})
        .value();
}

catalog::Provider claude()
{
    return {.baseUrl = Vertex, .dialect = DialectId::AnthropicMessages, .quirks = {.rawPredict = true}};
}

catalog::Provider deployments()
{
    return {.baseUrl = Azure, .apiVersion = u"2024-10-21"_s, .quirks = {.deploymentPath = true}};
}

} // namespace

/// The same formats where a cloud has them at addresses of its own.
class TstHostedAddresses : public QObject
{
    Q_OBJECT
private slots:
    void chatMayHaveAnotherPath()
    {
        const catalog::Provider writer{.baseUrl = QUrl(u"https://api.writer.com/v1"_s), .chatPath = u"/chat"_s};
        QCOMPARE(encoded(writer, u"palmyra-x5"_s).url, QUrl(u"https://api.writer.com/v1/chat"_s));
    }

    void claudeOnVertexHasItsModelInThePath()
    {
        const WireRequest streamed = encoded(claude(), u"claude-sonnet-4-5@20250929"_s);
        QCOMPARE(streamed.url.toString(), Vertex.toString() + u"/models/claude-sonnet-4-5@20250929:streamRawPredict"_s);
        const Json body = *parseJson(streamed.body);
        QCOMPARE(body["anthropic_version"].toBytes(), "vertex-2023-10-16");
        QVERIFY(!body.contains("model"));
        QCOMPARE(body["stream"].toBool(), true);
        for (const Header &header : streamed.headers)
            QVERIFY(header.first != "anthropic-version");
        QVERIFY(encoded(claude(), u"m"_s, false).url.path().endsWith("/models/m:rawPredict"_L1));
    }

    void claudeOnVertexCountsAtAModelOfItsOwn()
    {
        const WireRequest wire =
            encodeTokenCount(question(), claude(), {.upstreamModel = u"claude-opus-4-5@20251101"_s}).value();
        QCOMPARE(wire.url.toString(), Vertex.toString() + u"/models/count-tokens:rawPredict"_s);
        const Json body = *parseJson(wire.body);
        QCOMPARE(body["model"].toText(), u"claude-opus-4-5@20251101"_s);
        QVERIFY(!body.contains("anthropic_version"));
    }

    void geminiOnVertexIsBelowItsProject()
    {
        const catalog::Provider provider{.baseUrl = Gemini, .dialect = DialectId::GeminiGenerateContent};
        QCOMPARE(encoded(provider, u"gemini-2.5-pro"_s).url.toString(),
                 Gemini.toString() + u"/models/gemini-2.5-pro:streamGenerateContent?alt=sse"_s);
        QCOMPARE(*embeddingApi(provider), EmbeddingApi::VertexPredict);
    }

    void aDeploymentIsInThePathAndTheVersionInTheQuery()
    {
        const WireRequest wire = encoded(deployments(), u"my gpt"_s);
        QCOMPARE(wire.url.toEncoded(),
                 "https://box.openai.azure.com/openai/deployments/my%20gpt/chat/completions?api-version=2024-10-21");
        const WireRequest vectors = encodeEmbedding(EmbeddingApi::OpenAi, {.input = QStringList{u"a"_s}}, deployments(),
                                                    {.upstreamModel = u"ada"_s})
                                        .value();
        QCOMPARE(vectors.url.toEncoded(),
                 "https://box.openai.azure.com/openai/deployments/ada/embeddings?api-version=2024-10-21");
        QCOMPARE(modelListRequest(deployments()).url.toEncoded(),
                 "https://box.openai.azure.com/openai/models?api-version=2024-10-21");
    }

    void azuresNewerAddressesNeedNoVersion()
    {
        const catalog::Provider provider{.baseUrl = QUrl(u"https://box.openai.azure.com/openai/v1"_s)};
        QCOMPARE(encoded(provider, u"my-gpt"_s).url.toEncoded(),
                 "https://box.openai.azure.com/openai/v1/chat/completions");
    }
};

static const bool tstHostedAddresses = sb::testing::add<TstHostedAddresses>();

#include "tst_hosted_addresses.moc"
