#include "core/dialects/error_classes.h"
#include "tests/testing/testing.h"

#include <QTest>

using sb::chat::ErrorType;
using sb::dialects::classify;
using sb::dialects::ErrorFacts;

class TstErrorClasses : public QObject
{
    Q_OBJECT

private slots:
    void aFailureGetsItsCommonWord_data()
    {
        QTest::addColumn<ErrorFacts>("facts");
        QTest::addColumn<ErrorType>("type");
        const auto row = [](const char *name, int status, QByteArrayList words, const char *message, ErrorType type,
                            QByteArray errorType = {}) {
            QTest::newRow(name) << ErrorFacts{status, words, QString::fromUtf8(message), errorType} << type;
        };
        // What OpenRouter says itself comes first.
        row("error_type wins", 500, {"invalid_request_error"}, "", ErrorType::TokenLimitExceeded,
            "token_limit_exceeded");
        row("an error_type nobody knows", 429, {}, "", ErrorType::RateLimitExceeded, "brand_new");
        row("error_type unmapped says nothing", 401, {}, "", ErrorType::Authentication, "unmapped");
        // Statuses that mean one thing.
        row("402", 402, {"invalid_request_error"}, "Insufficient Balance", ErrorType::PaymentRequired);
        row("413 that calls itself a rate limit (Groq)", 413, {"rate_limit_exceeded"}, "", ErrorType::PayloadTooLarge);
        // Machine words.
        row("OpenAI quota in a 429", 429, {"insufficient_quota"}, "", ErrorType::PaymentRequired);
        row("Gemini quota in a 429 comes back", 429, {"RESOURCE_EXHAUSTED"}, "You exceeded your current quota",
            ErrorType::RateLimitExceeded);
        row("Moonshot overload in a 429", 429, {"", "engine_overloaded_error"}, "", ErrorType::ProviderOverloaded);
        row("another word in a 429", 429, {"invalid_api_key"}, "", ErrorType::RateLimitExceeded);
        row("Azure's spelling", 429, {"RateLimitReached"}, "", ErrorType::RateLimitExceeded);
        row("Bedrock's exception", 400, {"ThrottlingException"}, "", ErrorType::RateLimitExceeded);
        row("llama.cpp context", 400, {"400", "exceed_context_size_error"}, "", ErrorType::ContextLengthExceeded);
        row("Anthropic overload", 529, {"overloaded_error"}, "", ErrorType::ProviderOverloaded);
        row("Azure's inner code", 400, {"", "", "ResponsibleAIPolicyViolation"}, "", ErrorType::ContentPolicyViolation);
        row("Groq's refused tool call", 400, {"tool_use_failed"}, "", ErrorType::ToolUseFailed);
        row("an image that cannot be fetched", 400, {"invalid_image_url"}, "", ErrorType::ImageDownloadFailed);
        row("an image of no known format", 400, {"invalid_image_format"}, "", ErrorType::UnsupportedImageFormat);
        row("code before type", 401, {"invalid_request_error", "authentication_error"}, "", ErrorType::Authentication);
        // Sentences.
        row("Anthropic without credit", 400, {"invalid_request_error"}, "Your credit balance is too low",
            ErrorType::PaymentRequired);
        row("Zhipu without money in a 429", 429, {"1113"}, "Insufficient balance", ErrorType::PaymentRequired);
        row("vLLM context", 400, {"400", "BadRequestError"}, "This model's maximum context length is 4096",
            ErrorType::ContextLengthExceeded);
        row("Anthropic context", 400, {}, "prompt is too long: 210000 tokens > 200000 maximum",
            ErrorType::ContextLengthExceeded);
        row("Anthropic context with the answer in it", 400, {"invalid_request_error"},
            "input length and `max_tokens` exceed context limit: 190000 + 20000 > 200000",
            ErrorType::ContextLengthExceeded);
        row("Anthropic without prefill", 400, {"invalid_request_error"},
            "This model does not support assistant message prefill.", ErrorType::UnsupportedParameter);
        row("Anthropic without sampling", 400, {"invalid_request_error"}, "`temperature` is deprecated for this model.",
            ErrorType::UnsupportedParameter);
        row("Anthropic without a member", 400, {"invalid_request_error"}, "thinking: Extra inputs are not permitted",
            ErrorType::UnsupportedParameter);
        row("Gemini context", 400, {"INVALID_ARGUMENT"},
            "The input token count (9) exceeds the maximum number of tokens allowed (8).",
            ErrorType::ContextLengthExceeded);
        row("Gemini key", 400, {"INVALID_ARGUMENT"}, "API key not valid. Please pass a valid API key.",
            ErrorType::Authentication);
        row("Bedrock model", 400, {}, "The provided model identifier is invalid.", ErrorType::NotFound);
        row("a parameter that is not supported", 400, {"invalid_request_error"},
            "Unsupported parameter: 'temperature' is not supported with this model.", ErrorType::UnsupportedParameter);
        row("flagged input in a 403", 403, {"403"}, "Your input was flagged", ErrorType::ContentPolicyViolation);
        row("Cohere's 498", 498, {}, "invalid token", ErrorType::Authentication);
        // Statuses.
        row("400", 400, {"invalid_request_error"}, "messages: required", ErrorType::InvalidRequest);
        row("401", 401, {"invalid_request_error"}, "", ErrorType::Authentication);
        row("403", 403, {}, "Country not supported", ErrorType::PermissionDenied);
        row("404 that calls itself api_error (Ollama)", 404, {"", "api_error"}, "", ErrorType::NotFound);
        row("408", 408, {}, "", ErrorType::Timeout);
        row("410", 410, {}, "", ErrorType::NotFound);
        row("422", 422, {}, "Field required", ErrorType::Unprocessable);
        row("424", 424, {}, "", ErrorType::Server);
        row("Groq's 498", 498, {"capacity_exceeded"}, "", ErrorType::ProviderOverloaded);
        row("500", 500, {"server_error"}, "", ErrorType::Server);
        row("502", 502, {}, "", ErrorType::ProviderUnavailable);
        row("503", 503, {"server_error"}, "", ErrorType::ProviderOverloaded);
        row("504", 504, {}, "", ErrorType::Timeout);
        row("522", 522, {}, "", ErrorType::ProviderUnavailable);
        row("524", 524, {}, "", ErrorType::Timeout);
        row("529", 529, {}, "", ErrorType::ProviderOverloaded);
        row("another 4xx is the request's fault", 418, {}, "", ErrorType::InvalidRequest);
        row("another 5xx is the server's", 599, {}, "", ErrorType::Server);
        // Inside a 200, without a number.
        row("a type alone", 0, {"invalid_request_error"}, "", ErrorType::InvalidRequest);
        row("server_error alone", 0, {"server_error"}, "", ErrorType::Server);
        row("nothing at all", 0, {}, "", ErrorType::Server);
    }
    void aFailureGetsItsCommonWord()
    {
        QFETCH(ErrorFacts, facts);
        QTEST(classify(facts), "type");
    }

    void miniMaxNumbersItsErrors()
    {
        QCOMPARE(sb::dialects::classifyMiniMax(1008), ErrorType::PaymentRequired);
        QCOMPARE(sb::dialects::classifyMiniMax(1002), ErrorType::RateLimitExceeded);
        QCOMPARE(sb::dialects::classifyMiniMax(9999), ErrorType::Server);
    }
};

static const bool tstErrorClasses = sb::testing::add<TstErrorClasses>();

#include "tst_error_classes.moc"
