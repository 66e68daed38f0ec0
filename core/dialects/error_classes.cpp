#include "core/dialects/error_classes.h"

#include "core/dialects/error_words.h"

#include <algorithm>
#include <initializer_list>

namespace sb::dialects {

using chat::ErrorType;

namespace {

/// A sentence, asked for phrases.
class Sentence
{
public:
    explicit Sentence(const QString &text)
        : m_text(text.toLower())
    {
    }
    [[nodiscard]] bool hasAny(std::initializer_list<const char *> phrases) const
    {
        return std::any_of(phrases.begin(), phrases.end(), [this](const char *phrase) { return has(phrase); });
    }
    [[nodiscard]] bool has(const char *phrase) const { return m_text.contains(QLatin1StringView(phrase)); }

private:
    QString m_text;
};

bool saysNoMoney(const Sentence &text)
{
    return text.hasAny({"insufficient balance", "insufficient credit", "insufficient fund", "credit balance is too low",
                        "out of credits", "requires more credits"});
}

bool saysTooLong(const Sentence &text)
{
    return text.hasAny({"context length", "context window", "context size", "context limit", "context_length",
                        "prompt is too long", "prompt too long", "input is too long", "too many tokens",
                        "input tokens exceed", "exceeds the maximum number of tokens"});
}

bool saysPolicy(const Sentence &text)
{
    return text.hasAny({"content management policy", "content policy", "usage policies", "usage policy", "was flagged",
                        "inappropriate content", "sensitive content", "requires moderation"});
}

bool saysBadKey(const Sentence &text)
{
    return text.has("api key") && text.hasAny({"invalid", "incorrect", "not valid", "missing", "expired"});
}

/// AWS, whose names for this are not always there.
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/signature-v4-troubleshooting.html
bool saysBadSignature(const Sentence &text)
{
    return text.hasAny({"security token included in the request", "request signature we calculated",
                        "signature expired", "signature not yet current", "scoped to a valid region"});
}

bool saysNoSuchModel(const Sentence &text)
{
    return text.has("model")
        && text.hasAny({"not found", "does not exist", "not exist", "identifier is invalid", "no such model",
                        "is not a valid model", "invalid model", "supported models are"});
}

bool saysUnsupported(const Sentence &text)
{
    return text.hasAny({"unsupported parameter", "unsupported value", "unknown parameter",
                        "unrecognized request argument", "not supported with this model", "does not support",
                        "is deprecated for this model", "extra inputs are not permitted"});
}

/// What the sentence of a request at fault says; providers send 400 for nearly everything.
std::optional<ErrorType> fromBadRequest(const Sentence &text)
{
    if (saysTooLong(text))
        return ErrorType::ContextLengthExceeded;
    if (saysPolicy(text))
        return ErrorType::ContentPolicyViolation;
    if (saysBadKey(text))
        return ErrorType::Authentication;
    if (saysNoSuchModel(text))
        return ErrorType::NotFound;
    if (saysUnsupported(text))
        return ErrorType::UnsupportedParameter;
    return {};
}

std::optional<ErrorType> fromSentence(int status, const Sentence &text)
{
    if (saysNoMoney(text))
        return ErrorType::PaymentRequired;
    switch (status) {
    case 0:
    case 400:
    case 422:
    case 424:
    case 500:
        return fromBadRequest(text);
    case 403:
        if (saysBadSignature(text))
            return ErrorType::Authentication;
        return saysPolicy(text) ? std::optional(ErrorType::ContentPolicyViolation) : std::nullopt;
    // Cohere: "invalid token"; elsewhere (Groq) 498 means that the tier has no capacity.
    case 498:
        return text.has("invalid token") ? std::optional(ErrorType::Authentication) : std::nullopt;
    default:
        return {};
    }
}

std::optional<ErrorType> fromStatus(int status)
{
    switch (status) {
    case 401:
        return ErrorType::Authentication;
    case 402:
        return ErrorType::PaymentRequired;
    case 403:
        return ErrorType::PermissionDenied;
    case 404:
    case 410:
        return ErrorType::NotFound;
    case 408:
    case 504:
    case 524:
        return ErrorType::Timeout;
    case 412:
        return ErrorType::PreconditionFailed;
    case 413:
        return ErrorType::PayloadTooLarge;
    case 422:
        return ErrorType::Unprocessable;
    case 424:
        return ErrorType::Server; // Bedrock: the model failed
    case 429:
        return ErrorType::RateLimitExceeded;
    case 498:
    case 503:
    case 529:
        return ErrorType::ProviderOverloaded;
    case 502:
        return ErrorType::ProviderUnavailable;
    default:
        break;
    }
    if (status >= 520 && status <= 527)
        return ErrorType::ProviderUnavailable; // Cloudflare cannot reach the provider
    if (status >= 500)
        return ErrorType::Server;
    if (status >= 400)
        return ErrorType::InvalidRequest;
    return {};
}

/// Whether a machine word may overrule the status: a 429 stays a matter of limits, whatever the type says.
bool fits(ErrorType type, int status)
{
    return status != 429 || type == ErrorType::PaymentRequired || type == ErrorType::ProviderOverloaded;
}

} // namespace

chat::ErrorType classify(const ErrorFacts &facts)
{
    if (const auto type = chat::errorTypeFromWireName(facts.errorType); type && *type != ErrorType::Unmapped)
        return *type;
    if (facts.status == 402 || facts.status == 413)
        return *fromStatus(facts.status);
    if (const auto type = strongWord(facts.words); type && fits(*type, facts.status))
        return *type;
    if (const auto type = fromSentence(facts.status, Sentence(facts.message)))
        return *type;
    if (const auto type = fromStatus(facts.status))
        return *type;
    return weakWord(facts.words).value_or(ErrorType::Server);
}

chat::ErrorType classifyMiniMax(int code)
{
    switch (code) {
    case 1001:
        return ErrorType::Timeout;
    case 1002:
    case 1041:
    case 2045:
        return ErrorType::RateLimitExceeded;
    case 1004:
    case 2049:
        return ErrorType::Authentication;
    case 1008:
        return ErrorType::PaymentRequired;
    case 1026:
    case 1027:
        return ErrorType::ContentPolicyViolation;
    case 1039:
        return ErrorType::TokenLimitExceeded;
    case 2013:
        return ErrorType::InvalidRequest;
    default:
        return ErrorType::Server;
    }
}

} // namespace sb::dialects
