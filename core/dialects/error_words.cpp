#include "core/dialects/error_words.h"

#include <algorithm>
#include <array>

namespace sb::dialects {

using chat::ErrorType;

namespace {

struct ErrorWord
{
    const char *word = ""; ///< lower case, letters and digits only
    ErrorType type = ErrorType::Unmapped;
};

/// Words that say what happened, whatever the status. Words that providers use for everything (invalid_request_error,
/// api_error) are not here: the status knows better.
constexpr std::array Words{
    ErrorWord{"contextlengthexceeded", ErrorType::ContextLengthExceeded},
    ErrorWord{"contextwindowexceeded", ErrorType::ContextLengthExceeded},
    ErrorWord{"exceedcontextsizeerror", ErrorType::ContextLengthExceeded},
    ErrorWord{"modelmaxprompttokensexceeded", ErrorType::ContextLengthExceeded},
    ErrorWord{"toomanyprompttokens", ErrorType::TokenLimitExceeded},
    ErrorWord{"stringabovemaxlength", ErrorType::StringTooLong},
    ErrorWord{"invalidapikey", ErrorType::Authentication},
    ErrorWord{"apikeyinvalid", ErrorType::Authentication},
    ErrorWord{"authenticationerror", ErrorType::Authentication},
    ErrorWord{"invalidauthenticationerror", ErrorType::Authentication},
    ErrorWord{"incorrectapikeyerror", ErrorType::Authentication},
    ErrorWord{"unauthorized", ErrorType::Authentication},
    ErrorWord{"unauthenticated", ErrorType::Authentication},
    ErrorWord{"unrecognizedclientexception", ErrorType::Authentication},
    ErrorWord{"invalidsignatureexception", ErrorType::Authentication},
    ErrorWord{"expiredtokenexception", ErrorType::Authentication},
    ErrorWord{"expiredtoken", ErrorType::Authentication},
    ErrorWord{"invalidclienttokenid", ErrorType::Authentication},
    ErrorWord{"signaturedoesnotmatch", ErrorType::Authentication},
    ErrorWord{"incompletesignature", ErrorType::Authentication},
    ErrorWord{"incompletesignatureexception", ErrorType::Authentication},
    ErrorWord{"missingauthenticationtoken", ErrorType::Authentication},
    ErrorWord{"missingauthenticationtokenexception", ErrorType::Authentication},
    ErrorWord{"permissionerror", ErrorType::PermissionDenied},
    ErrorWord{"permissiondenied", ErrorType::PermissionDenied},
    ErrorWord{"permissiondeniederror", ErrorType::PermissionDenied},
    ErrorWord{"requestforbidden", ErrorType::PermissionDenied},
    ErrorWord{"accessdenied", ErrorType::PermissionDenied},
    ErrorWord{"accessdeniedexception", ErrorType::PermissionDenied},
    ErrorWord{"insufficientquota", ErrorType::PaymentRequired},
    ErrorWord{"insufficientbalance", ErrorType::PaymentRequired},
    ErrorWord{"exceededcurrentquotaerror", ErrorType::PaymentRequired},
    ErrorWord{"billinghardlimitreached", ErrorType::PaymentRequired},
    ErrorWord{"billingnotactive", ErrorType::PaymentRequired},
    ErrorWord{"billingerror", ErrorType::PaymentRequired},
    ErrorWord{"arrearage", ErrorType::PaymentRequired},
    ErrorWord{"ratelimitexceeded", ErrorType::RateLimitExceeded},
    ErrorWord{"ratelimiterror", ErrorType::RateLimitExceeded},
    ErrorWord{"ratelimited", ErrorType::RateLimitExceeded},
    ErrorWord{"ratelimitreached", ErrorType::RateLimitExceeded},
    ErrorWord{"ratelimitreachederror", ErrorType::RateLimitExceeded},
    ErrorWord{"requestratelimitexceeded", ErrorType::RateLimitExceeded},
    ErrorWord{"modelratelimit", ErrorType::RateLimitExceeded},
    ErrorWord{"limitrequests", ErrorType::RateLimitExceeded},
    ErrorWord{"limitburstrate", ErrorType::RateLimitExceeded},
    ErrorWord{"toomanyrequests", ErrorType::RateLimitExceeded},
    ErrorWord{"throttling", ErrorType::RateLimitExceeded},
    ErrorWord{"throttlingexception", ErrorType::RateLimitExceeded},
    ErrorWord{"servicequotaexceededexception", ErrorType::RateLimitExceeded}, // Bedrock: "resubmit your request later"
    ErrorWord{"resourceexhausted", ErrorType::RateLimitExceeded},
    ErrorWord{"overloaded", ErrorType::ProviderOverloaded},
    ErrorWord{"overloadederror", ErrorType::ProviderOverloaded},
    ErrorWord{"engineoverloaded", ErrorType::ProviderOverloaded},
    ErrorWord{"engineoverloadederror", ErrorType::ProviderOverloaded},
    ErrorWord{"serverisoverloaded", ErrorType::ProviderOverloaded},
    ErrorWord{"slowdown", ErrorType::ProviderOverloaded},
    ErrorWord{"capacityexceeded", ErrorType::ProviderOverloaded},
    ErrorWord{"unavailable", ErrorType::ProviderOverloaded},
    ErrorWord{"unavailableerror", ErrorType::ProviderOverloaded},
    ErrorWord{"serviceunavailable", ErrorType::ProviderOverloaded},
    ErrorWord{"serviceunavailableerror", ErrorType::ProviderOverloaded},
    ErrorWord{"serviceunavailableexception", ErrorType::ProviderOverloaded},
    ErrorWord{"modelnotreadyexception", ErrorType::ProviderOverloaded},
    ErrorWord{"modelnotfound", ErrorType::NotFound},
    ErrorWord{"deploymentnotfound", ErrorType::NotFound},
    ErrorWord{"notfound", ErrorType::NotFound},
    ErrorWord{"notfounderror", ErrorType::NotFound},
    ErrorWord{"resourcenotfoundexception", ErrorType::NotFound},
    ErrorWord{"failedprecondition", ErrorType::PreconditionFailed},
    ErrorWord{"requesttoolarge", ErrorType::PayloadTooLarge},
    ErrorWord{"contentfilter", ErrorType::ContentPolicyViolation},
    ErrorWord{"contentpolicyviolation", ErrorType::ContentPolicyViolation},
    ErrorWord{"datainspectionfailed", ErrorType::ContentPolicyViolation},
    ErrorWord{"moderationblocked", ErrorType::ContentPolicyViolation},
    ErrorWord{"responsibleaipolicyviolation", ErrorType::ContentPolicyViolation},
    ErrorWord{"invalidprompt", ErrorType::ContentPolicyViolation}, // OpenAI: the prompt was flagged
    ErrorWord{"biopolicy", ErrorType::ContentPolicyViolation},
    ErrorWord{"imagecontentpolicyviolation", ErrorType::ContentPolicyViolation},
    ErrorWord{"unsupportedparameter", ErrorType::UnsupportedParameter},
    ErrorWord{"unsupportedvalue", ErrorType::UnsupportedParameter},
    ErrorWord{"unknownparameter", ErrorType::UnsupportedParameter},
    ErrorWord{"invalidimage", ErrorType::InvalidImage},
    ErrorWord{"imageparseerror", ErrorType::InvalidImage},
    ErrorWord{"invalidbase64image", ErrorType::InvalidImage},
    ErrorWord{"invalidimagemode", ErrorType::InvalidImage},
    ErrorWord{"emptyimagefile", ErrorType::InvalidImage},
    ErrorWord{"invalidimageformat", ErrorType::UnsupportedImageFormat},
    ErrorWord{"unsupportedimagemediatype", ErrorType::UnsupportedImageFormat},
    ErrorWord{"imagetoolarge", ErrorType::ImageTooLarge},
    ErrorWord{"imagefiletoolarge", ErrorType::ImageTooLarge},
    ErrorWord{"imagetoosmall", ErrorType::ImageTooSmall},
    ErrorWord{"imagefilenotfound", ErrorType::ImageNotFound},
    ErrorWord{"invalidimageurl", ErrorType::ImageDownloadFailed},
    ErrorWord{"failedtodownloadimage", ErrorType::ImageDownloadFailed},
    ErrorWord{"toolusefailed", ErrorType::ToolUseFailed},
    ErrorWord{"vectorstoretimeout", ErrorType::Timeout},
    ErrorWord{"timeouterror", ErrorType::Timeout},
    ErrorWord{"deadlineexceeded", ErrorType::Timeout},
    ErrorWord{"modeltimeoutexception", ErrorType::Timeout},
};

/// What words mean where neither the status nor the sentence says more.
constexpr std::array WeakWords{
    ErrorWord{"invalidrequesterror", ErrorType::InvalidRequest},
    ErrorWord{"invalidargument", ErrorType::InvalidRequest},
    ErrorWord{"badrequesterror", ErrorType::InvalidRequest},
    ErrorWord{"validationexception", ErrorType::InvalidRequest},
};

QByteArray lettersAndDigits(const QByteArray &word)
{
    QByteArray out;
    const QByteArray lower = word.toLower();
    for (const char c : lower) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            out += c;
    }
    return out;
}

template <std::size_t N>
std::optional<ErrorType> look(const std::array<ErrorWord, N> &table, const QByteArrayList &words)
{
    for (const QByteArray &word : words) {
        const QByteArray plain = lettersAndDigits(word);
        const auto it =
            std::find_if(table.begin(), table.end(), [&](const ErrorWord &row) { return plain == row.word; });
        if (it != table.end())
            return it->type;
    }
    return {};
}

} // namespace

std::optional<ErrorType> strongWord(const QByteArrayList &words)
{
    return look(Words, words);
}

std::optional<ErrorType> weakWord(const QByteArrayList &words)
{
    return look(WeakWords, words);
}

} // namespace sb::dialects
