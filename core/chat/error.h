#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace sb::chat {

/// What went wrong at a provider, in the vocabulary that OpenRouter publishes as `error_type`, plus what only a client
/// sees. Names on the wire are snake_case of the enumerators, see toWireName().
/// Source: https://openrouter.ai/docs/api/errors
enum class ErrorType
{
    ContextLengthExceeded,
    MaxTokensExceeded,
    TokenLimitExceeded,
    StringTooLong,
    Authentication,
    PermissionDenied,
    PaymentRequired, ///< no credit, quota used up: waiting does not help
    RateLimitExceeded,
    ProviderOverloaded,
    ProviderUnavailable, ///< connection refused, 502, host not found
    InvalidRequest,
    InvalidPrompt,
    UnsupportedParameter, ///< ours: an invalid request that names a parameter this endpoint does not take
    NotFound,
    PreconditionFailed,
    PayloadTooLarge,
    Unprocessable,
    ContentPolicyViolation,
    Refusal,
    InvalidImage,
    ImageTooLarge,
    ImageTooSmall,
    UnsupportedImageFormat,
    ImageNotFound,
    ImageDownloadFailed,
    Server,
    Timeout, ///< the provider's own 408 or 504, or one of our clocks; see EngineFault for which
    ToolUseFailed, ///< the model's tool call was refused by the provider's own check (Groq)
    ModelOutputError, ///< the model produced what the provider cannot parse (Gemini MALFORMED_FUNCTION_CALL)
    InvalidResponse, ///< ours: what came is not what the dialect says: HTML, broken JSON, an empty body
    Cut, ///< ours: the connection ended without the dialect's terminator
    Stalled, ///< ours: silence after the first content
    ResetBeforeAnswer, ///< ours: reset before any byte; whether the provider worked on it is unknown
    OverBudget, ///< ours: the user's own limit has no room for it, nothing was sent
    Cancelled, ///< ours: the caller asked to stop
    Unmapped,
};

/// "rate_limit_exceeded" and so on; stable, stored in the register.
[[nodiscard]] QByteArray toWireName(ErrorType type);
[[nodiscard]] std::optional<ErrorType> errorTypeFromWireName(QByteArrayView name);

/// One failure at one provider, as a value.
struct ProviderError
{
    ErrorType type = ErrorType::Unmapped;
    int httpStatus = 0; ///< of the response; 0 when there was none
    std::optional<int> payloadStatus = {}; ///< the number inside an error object of a 200 answer
    QString code = {}; ///< the provider's own code, e.g. "insufficient_quota"
    QString providerType = {}; ///< the provider's own type, e.g. "overloaded_error"
    QString message = {}; ///< the provider's sentence, or ours where there was no answer; redacted before it is stored
    QByteArray rawBody = {}; ///< at most 64 kB
    std::optional<std::chrono::milliseconds> retryAfter = {}; ///< from Retry-After, retry-after-ms or RetryInfo
    std::optional<qint64> affordableTokens = {}; ///< 402 "can only afford N"

    friend bool operator==(const ProviderError &, const ProviderError &) = default;
};

} // namespace sb::chat
