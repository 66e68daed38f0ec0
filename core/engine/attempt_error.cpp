#include "core/engine/attempt_error.h"

#include "core/catalog/aws_region.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::engine {

namespace {

using chat::ErrorType;
using net::HttpEnd;

constexpr qsizetype RawBodyLimit = 64 * 1024;

chat::ProviderError timedOut(HttpEnd::Phase phase, bool contentCame)
{
    using Phase = HttpEnd::Phase;
    if (contentCame)
        return {.type = ErrorType::Stalled,
                .message =
                    QCoreApplication::translate("sb::engine", "The answer stopped coming before it was finished.")};
    switch (phase) {
    case Phase::Connect:
        return {.type = ErrorType::Timeout,
                .message = QCoreApplication::translate("sb::engine", "The connection could not be made in time.")};
    case Phase::Upload:
        return {.type = ErrorType::Timeout,
                .message = QCoreApplication::translate("sb::engine", "The request could not be sent in time.")};
    case Phase::FirstByte:
        return {.type = ErrorType::Timeout,
                .message = QCoreApplication::translate("sb::engine", "The provider did not answer in time.")};
    case Phase::None:
    case Phase::FirstContent:
    case Phase::Idle:
    case Phase::Total:
        break;
    }
    return {.type = ErrorType::Timeout,
            .message = QCoreApplication::translate("sb::engine", "The provider sent nothing of the answer in time.")};
}

chat::ProviderError withoutTerminator(int httpStatus, bool contentCame)
{
    if (httpStatus >= 400)
        return {.type = ErrorType::Unmapped,
                .message =
                    QCoreApplication::translate("sb::engine", "The provider answered with status %1 and no reason.")
                        .arg(httpStatus)};
    if (contentCame)
        return {.type = ErrorType::Cut,
                .message = QCoreApplication::translate("sb::engine", "The answer ended before it was finished.")};
    return {.type = ErrorType::Cut,
            .message = QCoreApplication::translate("sb::engine", "The connection ended before the answer began.")};
}

chat::ProviderError meaningOf(const HttpEnd &end, int httpStatus, bool contentCame)
{
    switch (end.kind) {
    case HttpEnd::Kind::Complete:
    case HttpEnd::Kind::Cut:
        return withoutTerminator(httpStatus, contentCame);
    case HttpEnd::Kind::Refused:
        return {.type = ErrorType::ProviderUnavailable,
                .message = QCoreApplication::translate("sb::engine", "The provider could not be reached.")};
    case HttpEnd::Kind::TlsFailed:
        return {.type = ErrorType::ProviderUnavailable,
                .message = QCoreApplication::translate("sb::engine", "No secure connection could be made.")};
    case HttpEnd::Kind::Reset:
        return {
            .type = ErrorType::ResetBeforeAnswer,
            .message = QCoreApplication::translate(
                "sb::engine", "The connection broke before an answer; whether the provider worked on it is unknown.")};
    case HttpEnd::Kind::TimedOut:
        return timedOut(end.phase, contentCame);
    case HttpEnd::Kind::Aborted:
        return {.type = ErrorType::Cancelled, .message = QCoreApplication::translate("sb::engine", "Cancelled.")};
    case HttpEnd::Kind::Redirected:
        return {.type = ErrorType::InvalidResponse,
                .message = QCoreApplication::translate(
                    "sb::engine",
                    "The provider points to another address; it is not followed, since the key would go there.")};
    case HttpEnd::Kind::BadResponse:
        break;
    }
    return {.type = ErrorType::InvalidResponse,
            .message = QCoreApplication::translate("sb::engine", "What came is not an HTTP answer.")};
}

/// What a person can do about an error that is about the key or the region; empty for others.
QString adviceFor(const chat::ProviderError &error, const catalog::Provider &provider)
{
    const auto said = [&provider](const char *text) {
        return QCoreApplication::translate("sb::engine", text).arg(provider.name);
    };
    switch (error.type) {
    case ErrorType::Authentication:
        if (provider.auth == catalog::Provider::Auth::AwsSigV4
            && error.message.contains(QLatin1String("valid region"), Qt::CaseInsensitive))
            return QCoreApplication::translate("sb::engine",
                                               "%1 was asked with a signature for %2, which is not its region. Choose "
                                               "the region of its address in Providers.")
                .arg(provider.name, catalog::awsRegion(provider));
        return said(QT_TRANSLATE_NOOP("sb::engine", "%1 refused the key. Change it in Providers."));
    case ErrorType::PaymentRequired:
        return said(
            QT_TRANSLATE_NOOP("sb::engine",
                              "The account of this key has no credit at %1. Top it up there, or add another key in "
                              "Providers."));
    case ErrorType::PermissionDenied:
        return said(QT_TRANSLATE_NOOP(
            "sb::engine",
            "%1 knows the key, but does not let it do this. Allow it there, or take another region or key "
            "in Providers."));
    case ErrorType::NotFound:
        return provider.regionUrls.isEmpty()
            ? QString()
            : said(QT_TRANSLATE_NOOP("sb::engine",
                                     "%1 does not have this model in the region of its address, or not for this "
                                     "account. Choose another region in Providers, or another model."));
    default:
        return {};
    }
}

} // namespace

chat::ProviderError errorOf(const HttpEnd &end, int httpStatus, bool contentCame)
{
    chat::ProviderError error = meaningOf(end, httpStatus, contentCame);
    error.httpStatus = httpStatus;
    if (!end.detail.isEmpty())
        error.message += u' ' + end.detail;
    return error;
}

chat::ProviderError cannotEncode(const QString &why)
{
    return {.type = ErrorType::UnsupportedParameter, .message = why};
}

chat::ProviderError keysUsedUp(const catalog::Provider &provider, std::chrono::milliseconds freeIn)
{
    return {.type = ErrorType::RateLimitExceeded,
            .message =
                QCoreApplication::translate(
                    "sb::engine", "Every key of %1 has reached the limit that you set for it. Raise it in Providers.")
                    .arg(provider.name),
            .retryAfter = freeIn};
}

std::optional<chat::ProviderError> lostParameter(const chat::Request &request, const QList<dialects::Notice> &notices)
{
    if (request.provider["require_parameters"].toBool() != true)
        return {};
    const auto isLost = [](const dialects::Notice &notice) {
        return notice.kind == dialects::Notice::Kind::Dropped && !notice.path.startsWith("messages"_L1)
            && !notice.path.endsWith(".cache_control"_L1); // that makes an answer cheaper, and no other one
    };
    const auto lost = std::find_if(notices.begin(), notices.end(), isLost);
    if (lost == notices.end())
        return {};
    return cannotEncode(
        QCoreApplication::translate("sb::engine", "%1 would be left out, and all parameters are required: %2")
            .arg(lost->path, lost->message));
}

chat::ProviderError advised(chat::ProviderError error, const catalog::Provider &provider)
{
    const QString advice = adviceFor(error, provider);
    if (advice.isEmpty())
        return error;
    error.message = error.message.isEmpty()
        ? advice
        : QCoreApplication::translate("sb::engine", "%1 It says: %2").arg(advice, error.message);
    return error;
}

chat::ProviderError redacted(chat::ProviderError error, const Redactor &redactor)
{
    error.message = redactor.redact(error.message);
    error.code = redactor.redact(error.code);
    error.providerType = redactor.redact(error.providerType);
    // Redacted before it is cut: half a key would not be recognized.
    error.rawBody = redactor.redact(error.rawBody);
    error.rawBody.truncate(RawBodyLimit);
    return error;
}

} // namespace sb::engine
