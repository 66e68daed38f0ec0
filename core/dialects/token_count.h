#pragma once

#include "core/chat/request.h"
#include "core/dialects/whole_answer.h"

namespace sb::dialects {

/// How a provider is asked how many tokens a request has.
enum class TokenCountApi
{
    Anthropic,
    Gemini,
    Bedrock ///< of Converse
};

/// The API of a provider, by its chat dialect; nullopt: it has none.
[[nodiscard]] std::optional<TokenCountApi> tokenCountApi(const catalog::Provider &provider);

/// Asks how many tokens a request has at one endpoint: what its dialect sends, as far as it counts. Costs nothing.
/// Errors: as ClientDialect::encode(); NotFound where the provider does not count.
[[nodiscard]] Result<WireRequest> encodeTokenCount(const chat::Request &request, const catalog::Provider &provider,
                                                   const catalog::Endpoint &endpoint);

/// The same for a request that is encoded already, not as a stream.
[[nodiscard]] WireRequest countingRequest(TokenCountApi api, const WireRequest &chat);

/// Reads the count of any of them: all tokens of the input.
[[nodiscard]] Answered<qint64> decodeTokenCount(const AnswerHead &head, QByteArrayView body);

} // namespace sb::dialects
