#include "core/engine/token_grant.h"

#include "core/base/json.h"
#include "core/engine/attempt_error.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::engine {

namespace {

using chat::ErrorType;
using chat::ProviderError;

constexpr auto GrantType = "urn:ietf:params:oauth:grant-type:jwt-bearer";
constexpr qint64 LongestLifetime = 12 * 60 * 60; ///< seconds, as Google grants it at most
constexpr qsizetype LongestQuote = 300;

struct TokenGrantText
{
    Q_DECLARE_TR_FUNCTIONS(sb::engine::Grant)
};

ProviderError about(const ListAnswer &answer, ErrorType type, const QString &message)
{
    return {.type = type, .httpStatus = answer.head.status, .message = message};
}

/// Google tells its reasons apart by its sentence only.
ProviderError refusal(const ListAnswer &answer, const secrets::ServiceAccount &account, const QString &says)
{
    const QString name = QString::fromUtf8(account.email);
    const auto mentions = [&says](QLatin1StringView word) { return says.contains(word, Qt::CaseInsensitive); };
    if (mentions("timeframe"_L1) || mentions("iat and exp"_L1) || mentions("issued in the future"_L1))
        return about(
            answer, ErrorType::ProviderUnavailable,
            TokenGrantText::tr("Google granted no token, since the clock of this machine is wrong. Set it. It says: %1")
                .arg(says));
    if (mentions("account not found"_L1) || mentions("disabled"_L1))
        return about(answer, ErrorType::Authentication,
                     TokenGrantText::tr(
                         "The service account %1 is deleted or disabled. Enable it in Google Cloud, or import the "
                         "key of another one. It says: %2")
                         .arg(name, says));
    return about(answer, ErrorType::Authentication,
                 TokenGrantText::tr(
                     "Google does not take the key of the service account %1: it is expired or was deleted. Create "
                     "a new one, and import its file. It says: %2")
                     .arg(name, says));
}

ProviderError notAnswered(const ListAnswer &answer)
{
    ProviderError error = errorOf(answer.end, answer.head.status, false);
    error.type = answer.end.kind == net::HttpEnd::Kind::Redirected ? error.type : ErrorType::ProviderUnavailable;
    error.message = TokenGrantText::tr("Google granted no token: %1").arg(error.message);
    return error;
}

} // namespace

dialects::WireRequest grantRequest(const QUrl &tokenUrl, const QByteArray &assertion)
{
    return {.url = tokenUrl,
            .headers = {{"content-type", "application/x-www-form-urlencoded"}, {"accept", "application/json"}},
            .body = "grant_type=" + QByteArray(GrantType).toPercentEncoding() + "&assertion=" + assertion};
}

tl::expected<Grant, ProviderError> readGrant(const ListAnswer &answer, const secrets::ServiceAccount &account)
{
    const int status = answer.head.status;
    const bool whole = answer.end.kind == net::HttpEnd::Kind::Complete && !answer.tooLong;
    if (status == 0 || !whole)
        return tl::unexpected(notAnswered(answer));
    const Json json = parseJson(answer.body).value_or(Json());
    const QByteArray token = json["access_token"].toBytes();
    const qint64 seconds = json["expires_in"].toInteger().value_or(0);
    if (status == 200 && !token.isEmpty() && seconds > 0)
        return Grant{.token = token, .lifetime = std::chrono::seconds{std::min(seconds, LongestLifetime)}};

    const QString description = json["error_description"].toText().simplified().left(LongestQuote);
    const QString code = json["error"].toText().simplified().left(LongestQuote);
    if ((status == 400 || status == 401 || status == 403) && !code.isEmpty())
        return tl::unexpected(refusal(answer, account, description.isEmpty() ? code : description));
    if (status == 429 || status >= 500)
        return tl::unexpected(
            about(answer, ErrorType::ProviderUnavailable,
                  TokenGrantText::tr("Google's token service answered with status %1. Try again later.").arg(status)));
    return tl::unexpected(
        about(answer, ErrorType::InvalidResponse,
              TokenGrantText::tr(
                  "What answers at %1 is not Google's token service. A proxy or a sign-in page of the network may "
                  "stand in between.")
                  .arg(account.tokenUrl.host())));
}

} // namespace sb::engine
