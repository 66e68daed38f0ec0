#include "core/dialects/cohere_chat/client/usage.h"
#include "core/dialects/embedding.h"
#include "core/dialects/embeddings/vectors.h"
#include "core/dialects/error_reading.h"
#include "core/dialects/openai_chat/client/usage.h"
#include "core/dialects/usage_reading.h"

#include <QCoreApplication>

namespace sb::dialects {

namespace {

/// Vertex AI counts each input by itself.
std::optional<qint64> vertexTokens(const Json &predictions)
{
    std::optional<qint64> sum;
    for (const Json &prediction : predictions.items()) {
        const auto count = firstCount(prediction["embeddings"]["statistics"], {"token_count"});
        if (count)
            sum = sum.value_or(0) + *count;
    }
    return sum;
}

/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed.html: what the body does not
/// say, a header does.
std::optional<qint64> bedrockTokens(const AnswerHead &head)
{
    bool ok = false;
    const qint64 count = head.header("x-amzn-bedrock-input-token-count").toLongLong(&ok);
    return ok && count >= 0 ? std::optional(count) : std::nullopt;
}

chat::Usage readUsage(const AnswerHead &head, const Json &answer, const catalog::Quirks &quirks)
{
    chat::Usage usage;
    if (answer["usage"].isObject()) {
        usage = openai::readUsage(answer["usage"], quirks);
        if (!usage.prompt) // Voyage names the sum only; nothing is written, so that it is the input's
            usage.prompt = firstCount(answer["usage"], {"total_tokens"});
    } else if (answer["meta"].isObject()) {
        usage = cohere::readUsage(answer["meta"]);
    } else {
        usage.prompt =
            firstCount(answer, {"usageMetadata.promptTokenCount", "prompt_eval_count", "inputTextTokenCount"});
        usage.raw = answer["usageMetadata"];
    }
    if (!usage.prompt)
        usage.prompt = vertexTokens(answer["predictions"]);
    if (!usage.prompt)
        usage.prompt = bedrockTokens(head);
    usage.completion.reset();
    usage.reasoning.reset();
    return usage;
}

} // namespace

Answered<chat::EmbeddingAnswer> decodeEmbedding(const AnswerHead &head, QByteArrayView body,
                                                const catalog::Provider &provider)
{
    const auto answer = readWholeAnswer(head, body);
    if (!answer)
        return tl::unexpected(answer.error());
    auto vectors = embeddings::vectorsIn(*answer);
    if (!vectors) {
        const bool explains = (*answer)["message"].isString() || (*answer)["detail"].isString();
        return tl::unexpected(
            explains ? readErrorObject(head, *answer)
                     : invalidResponse(head, QCoreApplication::translate("sb::dialects", "The answer has no vectors."),
                                       body));
    }
    return chat::EmbeddingAnswer{.model = (*answer)["model"].toText(),
                                 .vectors = std::move(*vectors),
                                 .usage = readUsage(head, *answer, provider.quirks)};
}

} // namespace sb::dialects
