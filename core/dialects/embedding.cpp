#include "core/dialects/embedding.h"

#include "core/dialects/embeddings/encoders.h"

namespace sb::dialects {

std::optional<EmbeddingApi> embeddingApi(const catalog::Provider &provider)
{
    // By name: a dialect that is not there yet has no enumerator.
    struct Row
    {
        QByteArrayView dialect = {};
        EmbeddingApi api = EmbeddingApi::OpenAi;
    };
    static constexpr Row Rows[] = {
        {"openai.chat", EmbeddingApi::OpenAi},          {"openai.completions", EmbeddingApi::OpenAi},
        {"openai.responses", EmbeddingApi::OpenAi},     {"cohere.v2.chat", EmbeddingApi::CohereV2},
        {"cohere.v1.chat", EmbeddingApi::CohereV1},     {"ollama.chat", EmbeddingApi::Ollama},
        {"ollama.generate", EmbeddingApi::Ollama},      {"bedrock.converse", EmbeddingApi::BedrockInvoke},
        {"bedrock.invoke", EmbeddingApi::BedrockInvoke}};
    const QByteArray dialect = catalog::toWireName(provider.dialect);
    if (dialect == "gemini.generateContent") // Vertex AI has its publishers in the path
        return provider.baseUrl.path().contains(QLatin1String("/publishers/")) ? EmbeddingApi::VertexPredict
                                                                               : EmbeddingApi::Gemini;
    for (const Row &row : Rows) {
        if (row.dialect == dialect)
            return row.api;
    }
    return {};
}

Result<WireRequest> encodeEmbedding(EmbeddingApi api, const chat::EmbeddingRequest &request,
                                    const catalog::Provider &provider, const catalog::Endpoint &endpoint)
{
    const embeddings::Asking asking{.request = request, .provider = provider, .endpoint = endpoint};
    switch (api) {
    case EmbeddingApi::OpenAi:
        return embeddings::askOpenAi(asking);
    case EmbeddingApi::CohereV2:
        return embeddings::askCohere(asking, 2);
    case EmbeddingApi::CohereV1:
        return embeddings::askCohere(asking, 1);
    case EmbeddingApi::Gemini:
        return embeddings::askGemini(asking);
    case EmbeddingApi::VertexPredict:
        return embeddings::askVertex(asking);
    case EmbeddingApi::BedrockInvoke:
        return embeddings::askBedrock(asking);
    case EmbeddingApi::Ollama:
        return embeddings::askOllama(asking);
    }
    Q_UNREACHABLE();
}

} // namespace sb::dialects
