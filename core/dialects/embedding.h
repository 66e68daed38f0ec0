#pragma once

#include "core/chat/embedding.h"
#include "core/dialects/whole_answer.h"

namespace sb::dialects {

/// How vectors are asked for. Answers differ in names only, so that one reader takes them all.
enum class EmbeddingApi
{
    OpenAi, ///< and all who speak it: Azure, Mistral, Voyage, OpenRouter, vLLM …
    CohereV2,
    CohereV1,
    Gemini,
    VertexPredict,
    BedrockInvoke, ///< Titan's and Cohere's models
    Ollama
};

/// The API of a provider, by its chat dialect; nullopt: it has none that we know.
[[nodiscard]] std::optional<EmbeddingApi> embeddingApi(const catalog::Provider &provider);

/// As ClientDialect::encode(): without a key, with notices. Errors: InvalidInput for what the API cannot take.
[[nodiscard]] Result<WireRequest> encodeEmbedding(EmbeddingApi api, const chat::EmbeddingRequest &request,
                                                  const catalog::Provider &provider, const catalog::Endpoint &endpoint);

/// Reads the whole answer of any of them.
[[nodiscard]] Answered<chat::EmbeddingAnswer> decodeEmbedding(const AnswerHead &head, QByteArrayView body,
                                                              const catalog::Provider &provider);

} // namespace sb::dialects
