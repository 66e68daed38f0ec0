#include "core/dialects/error_words.h"

#include <algorithm>
#include <array>

namespace sb::dialects {

using chat::ErrorType;

namespace {

struct Word
{
    const char *word = ""; ///< lower case, letters and digits only
    ErrorType type = ErrorType::Unmapped;
};

/// Words that say what happened, whatever the status. Words that providers use for everything (invalid_request_error,
/// api_error) are not here: the status knows better.
constexpr std::array Words{
    Word{"contextlengthexceeded", ErrorType::ContextLengthExceeded},
    Word{"contextwindowexceeded", ErrorType::ContextLengthExceeded},
    Word{"exceedcontextsizeerror", ErrorType::ContextLengthExceeded},
    Word{"modelmaxprompttokensexceeded", ErrorType::ContextLengthExceeded},
    Word{"toomanyprompttokens", ErrorType::TokenLimitExceeded},
    Word{"stringabovemaxlength", ErrorType::StringTooLong},
    Word{"invalidapikey", ErrorType::Authentication},
    Word{"apikeyinvalid", ErrorType::Authentication},
    Word{"authenticationerror", ErrorType::Authentication},
    Word{"invalidauthenticationerror", ErrorType::Authentication},
    Word{"incorrectapikeyerror", ErrorType::Authentication},
    Word{"unauthorized", ErrorType::Authentication},
    Word{"unauthenticated", ErrorType::Authentication},
    Word{"unrecognizedclientexception", ErrorType::Authentication},
    Word{"invalidsignatureexception", ErrorType::Authentication},
    Word{"expiredtokenexception", ErrorType::Authentication},
    Word{"expiredtoken", ErrorType::Authentication},
    Word{"invalidclienttokenid", ErrorType::Authentication},
    Word{"signaturedoesnotmatch", ErrorType::Authentication},
    Word{"incompletesignature", ErrorType::Authentication},
    Word{"incompletesignatureexception", ErrorType::Authentication},
    Word{"missingauthenticationtoken", ErrorType::Authentication},
    Word{"missingauthenticationtokenexception", ErrorType::Authentication},
    Word{"permissionerror", ErrorType::PermissionDenied},
    Word{"permissiondenied", ErrorType::PermissionDenied},
    Word{"permissiondeniederror", ErrorType::PermissionDenied},
    Word{"requestforbidden", ErrorType::PermissionDenied},
    Word{"accessdenied", ErrorType::PermissionDenied},
    Word{"accessdeniedexception", ErrorType::PermissionDenied},
    Word{"insufficientquota", ErrorType::PaymentRequired},
    Word{"insufficientbalance", ErrorType::PaymentRequired},
    Word{"exceededcurrentquotaerror", ErrorType::PaymentRequired},
    Word{"billinghardlimitreached", ErrorType::PaymentRequired},
    Word{"billingnotactive", ErrorType::PaymentRequired},
    Word{"billingerror", ErrorType::PaymentRequired},
    Word{"arrearage", ErrorType::PaymentRequired},
    Word{"ratelimitexceeded", ErrorType::RateLimitExceeded},
    Word{"ratelimiterror", ErrorType::RateLimitExceeded},
    Word{"ratelimited", ErrorType::RateLimitExceeded},
    Word{"ratelimitreached", ErrorType::RateLimitExceeded},
    Word{"ratelimitreachederror", ErrorType::RateLimitExceeded},
    Word{"requestratelimitexceeded", ErrorType::RateLimitExceeded},
    Word{"modelratelimit", ErrorType::RateLimitExceeded},
    Word{"limitrequests", ErrorType::RateLimitExceeded},
    Word{"limitburstrate", ErrorType::RateLimitExceeded},
    Word{"toomanyrequests", ErrorType::RateLimitExceeded},
    Word{"throttling", ErrorType::RateLimitExceeded},
    Word{"throttlingexception", ErrorType::RateLimitExceeded},
    Word{"servicequotaexceededexception", ErrorType::RateLimitExceeded}, // Bedrock: "resubmit your request later"
    Word{"resourceexhausted", ErrorType::RateLimitExceeded},
    Word{"overloaded", ErrorType::ProviderOverloaded},
    Word{"overloadederror", ErrorType::ProviderOverloaded},
    Word{"engineoverloaded", ErrorType::ProviderOverloaded},
    Word{"engineoverloadederror", ErrorType::ProviderOverloaded},
    Word{"serverisoverloaded", ErrorType::ProviderOverloaded},
    Word{"slowdown", ErrorType::ProviderOverloaded},
    Word{"capacityexceeded", ErrorType::ProviderOverloaded},
    Word{"unavailable", ErrorType::ProviderOverloaded},
    Word{"unavailableerror", ErrorType::ProviderOverloaded},
    Word{"serviceunavailable", ErrorType::ProviderOverloaded},
    Word{"serviceunavailableerror", ErrorType::ProviderOverloaded},
    Word{"serviceunavailableexception", ErrorType::ProviderOverloaded},
    Word{"modelnotreadyexception", ErrorType::ProviderOverloaded},
    Word{"modelnotfound", ErrorType::NotFound},
    Word{"deploymentnotfound", ErrorType::NotFound},
    Word{"notfound", ErrorType::NotFound},
    Word{"notfounderror", ErrorType::NotFound},
    Word{"resourcenotfoundexception", ErrorType::NotFound},
    Word{"failedprecondition", ErrorType::PreconditionFailed},
    Word{"requesttoolarge", ErrorType::PayloadTooLarge},
    Word{"contentfilter", ErrorType::ContentPolicyViolation},
    Word{"contentpolicyviolation", ErrorType::ContentPolicyViolation},
    Word{"datainspectionfailed", ErrorType::ContentPolicyViolation},
    Word{"moderationblocked", ErrorType::ContentPolicyViolation},
    Word{"responsibleaipolicyviolation", ErrorType::ContentPolicyViolation},
    Word{"invalidprompt", ErrorType::ContentPolicyViolation}, // OpenAI: the prompt was flagged
    Word{"biopolicy", ErrorType::ContentPolicyViolation},
    Word{"imagecontentpolicyviolation", ErrorType::ContentPolicyViolation},
    Word{"unsupportedparameter", ErrorType::UnsupportedParameter},
    Word{"unsupportedvalue", ErrorType::UnsupportedParameter},
    Word{"unknownparameter", ErrorType::UnsupportedParameter},
    Word{"invalidimage", ErrorType::InvalidImage},
    Word{"imageparseerror", ErrorType::InvalidImage},
    Word{"invalidbase64image", ErrorType::InvalidImage},
    Word{"invalidimagemode", ErrorType::InvalidImage},
    Word{"emptyimagefile", ErrorType::InvalidImage},
    Word{"invalidimageformat", ErrorType::UnsupportedImageFormat},
    Word{"unsupportedimagemediatype", ErrorType::UnsupportedImageFormat},
    Word{"imagetoolarge", ErrorType::ImageTooLarge},
    Word{"imagefiletoolarge", ErrorType::ImageTooLarge},
    Word{"imagetoosmall", ErrorType::ImageTooSmall},
    Word{"imagefilenotfound", ErrorType::ImageNotFound},
    Word{"invalidimageurl", ErrorType::ImageDownloadFailed},
    Word{"failedtodownloadimage", ErrorType::ImageDownloadFailed},
    Word{"toolusefailed", ErrorType::ToolUseFailed},
    Word{"vectorstoretimeout", ErrorType::Timeout},
    Word{"timeouterror", ErrorType::Timeout},
    Word{"deadlineexceeded", ErrorType::Timeout},
    Word{"modeltimeoutexception", ErrorType::Timeout},
};

/// What words mean where neither the status nor the sentence says more.
constexpr std::array WeakWords{
    Word{"invalidrequesterror", ErrorType::InvalidRequest},
    Word{"invalidargument", ErrorType::InvalidRequest},
    Word{"badrequesterror", ErrorType::InvalidRequest},
    Word{"validationexception", ErrorType::InvalidRequest},
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
std::optional<ErrorType> look(const std::array<Word, N> &table, const QByteArrayList &words)
{
    for (const QByteArray &word : words) {
        const QByteArray plain = lettersAndDigits(word);
        const auto it = std::find_if(table.begin(), table.end(), [&](const Word &row) { return plain == row.word; });
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
