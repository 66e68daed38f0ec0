#pragma once

#include "core/catalog/endpoint.h"

#include <QByteArrayView>
#include <QUrl>

namespace sb::dialects::bedrock {

/// Whose language a model speaks in InvokeModel, and what its makers add to Converse.
enum class Family
{
    Claude, ///< Anthropic's Messages
    Nova, ///< Converse in other words
    Titan,
    Llama2,
    Llama3,
    Llama4,
    MistralInstruct, ///< one prompt
    MistralChat, ///< OpenAI's chat, as the next ones
    Command, ///< Cohere, one prompt
    CommandR, ///< Cohere's chat, version 1
    Jamba,
    Jurassic, ///< AI21, one prompt
    DeepSeekR1, ///< one prompt
    OpenWeights, ///< OpenAI's chat: gpt-oss, Qwen, Kimi, GLM, MiniMax, Gemma, Nemotron, Palmyra, DeepSeek V3 …
    TitanEmbedding,
    CohereEmbedding,
    NovaEmbedding,
};

/// The family of a model by its id: "anthropic.claude-…", with the area of a profile in front ("us.", "eu.", "apac.",
/// "global."), or an ARN that ends in one. Ids that name no model (provisioned and imported ones, profiles of an
/// account) are known by the author of the model in the catalog. What is not known speaks OpenAI's chat.
/// Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html,
/// https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html
[[nodiscard]] Family familyOf(const catalog::Endpoint &endpoint);

/// Whether the model's own answer can come in pieces.
[[nodiscard]] bool streams(Family family);

/// The address of an operation on a model, such as "converse-stream". The id is one step of the path, so that its
/// colons and slashes are encoded.
[[nodiscard]] QUrl operationUrl(const QUrl &baseUrl, const QString &model, QLatin1StringView operation);

} // namespace sb::dialects::bedrock
