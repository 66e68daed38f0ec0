#include "core/net/end_classifier.h"

#include <QCoreApplication>

namespace sb::net {

using namespace Qt::StringLiterals;
using Kind = HttpEnd::Kind;
using Phase = HttpEnd::Phase;

namespace {

struct EndClassifierText
{
    Q_DECLARE_TR_FUNCTIONS(sb::net)
};

QString hostOf(const QUrl &url)
{
    return url.port() < 0 ? url.host() : u"%1:%2"_s.arg(url.host(), QString::number(url.port()));
}

/// None, or one that Qt derives from the status alone.
bool cameWhole(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::NoError || error == QNetworkReply::ProxyAuthenticationRequiredError
        || (error > QNetworkReply::UnknownProxyError && error != QNetworkReply::ContentReSendError
            && error != QNetworkReply::ProtocolFailure);
}

bool hasNoLength(const HttpHead &head)
{
    const bool chunked = head.header("transfer-encoding").toLower().contains("chunked");
    const bool bodyless = head.status == 204 || head.status == 304;
    return !chunked && !bodyless && head.header("content-length").isEmpty();
}

/// Qt 6.4 reports a body that is cut soon after its header as NoError, or, when it cannot rewind the request, as
/// ContentReSendError; and a redirect as the latter, since it rewinds also when it is not to follow.
bool isWhole(const ReplyFacts &facts)
{
    const bool notRewound = facts.error == QNetworkReply::ContentReSendError;
    if (!cameWhole(facts.error) && !notRewound)
        return false;
    bool hasLength = false;
    const qint64 length = facts.head.header("content-length").toLongLong(&hasLength);
    if (facts.head.status / 100 == 3 || hasNoLength(facts.head))
        return true;
    return hasLength ? facts.bodyBytes >= length : !notRewound;
}

HttpEnd whole(const ReplyFacts &facts)
{
    HttpEnd end{.kind = Kind::Complete, .sent = true, .closeDelimited = hasNoLength(facts.head)};
    if (facts.head.status / 100 != 3)
        return end;
    const QUrl target = facts.url.resolved(QUrl::fromEncoded(facts.head.header("location")));
    end.kind = Kind::Redirected;
    end.detail = EndClassifierText::tr(
                     "%1 redirects to %2. The address has to be corrected: following would carry the key there.")
                     .arg(hostOf(facts.url), hostOf(target));
    return end;
}

QString tlsSentence(const ReplyFacts &facts)
{
    if (!facts.tlsErrors.isEmpty())
        return EndClassifierText::tr("The certificate of %1 is not accepted: %2.")
            .arg(hostOf(facts.url), facts.tlsErrors);
    if (facts.errorText.contains("wrong version number"_L1)) // what OpenSSL says of an answer in plain HTTP
        return EndClassifierText::tr("%1 does not speak TLS (https).").arg(hostOf(facts.url));
    return EndClassifierText::tr("No secure connection to %1: %2.").arg(hostOf(facts.url), facts.errorText);
}

QString refusedSentence(const ReplyFacts &facts)
{
    const QString host = hostOf(facts.url);
    switch (facts.error) {
    case QNetworkReply::ConnectionRefusedError:
        return EndClassifierText::tr("Nothing listens at %1.").arg(host);
    case QNetworkReply::HostNotFoundError:
        return EndClassifierText::tr("The host %1 was not found.").arg(host);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return EndClassifierText::tr("The proxy gave no connection to %1: %2.").arg(host, facts.errorText);
    default:
        return EndClassifierText::tr("%1 cannot be reached: %2.").arg(host, facts.errorText);
    }
}

bool neverConnected(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::ConnectionRefusedError || error == QNetworkReply::HostNotFoundError
        || (error >= QNetworkReply::ProxyConnectionRefusedError && error <= QNetworkReply::UnknownProxyError);
}

HttpEnd withoutHead(const ReplyFacts &facts)
{
    const QString host = hostOf(facts.url);
    const bool encrypted = facts.url.scheme() == "https"_L1;
    const bool sent = facts.sent && !neverConnected(facts.error);
    HttpEnd end{.kind = Kind::Refused, .sent = sent};
    if (!facts.tlsErrors.isEmpty() || facts.error == QNetworkReply::SslHandshakeFailedError) {
        end = {.kind = Kind::TlsFailed, .detail = tlsSentence(facts)};
    } else if (!sent && encrypted && facts.error == QNetworkReply::RemoteHostClosedError) {
        end = {.kind = Kind::TlsFailed,
               .detail = EndClassifierText::tr("%1 closed the connection in the TLS handshake.").arg(host)};
    } else if (!sent) {
        end.detail = refusedSentence(facts);
    } else if (facts.error == QNetworkReply::ProtocolFailure || facts.error == QNetworkReply::NoError) {
        end.kind = Kind::BadResponse;
        end.detail = EndClassifierText::tr("%1 did not answer in HTTP.").arg(host);
    } else {
        end.kind = Kind::Reset;
        end.detail =
            EndClassifierText::tr("%1 closed the connection before it answered. It may have done the work.").arg(host);
    }
    return end;
}

QString timeoutSentence(Phase phase)
{
    switch (phase) {
    case Phase::Connect:
        return EndClassifierText::tr("No connection to %1 within the limit.");
    case Phase::Upload:
        return EndClassifierText::tr("%1 stopped taking the request.");
    case Phase::FirstByte:
        return EndClassifierText::tr("%1 did not begin to answer within the limit.");
    case Phase::FirstContent:
        return EndClassifierText::tr("%1 sent no content within the limit.");
    case Phase::Idle:
        return EndClassifierText::tr("%1 stopped sending content.");
    case Phase::None:
    case Phase::Total:
        break;
    }
    return EndClassifierText::tr("%1 did not finish within the limit.");
}

} // namespace

HttpEnd classify(const ReplyFacts &facts)
{
    if (facts.head.status == 0)
        return withoutHead(facts);
    if (isWhole(facts))
        return whole(facts);
    HttpEnd end{.kind = Kind::Cut, .sent = true, .closeDelimited = hasNoLength(facts.head)};
    end.detail = EndClassifierText::tr("%1 closed the connection in the middle of the answer.").arg(hostOf(facts.url));
    if (facts.error == QNetworkReply::ProtocolFailure) {
        end.kind = Kind::BadResponse;
        end.detail = EndClassifierText::tr("%1 did not answer in HTTP.").arg(hostOf(facts.url));
    }
    return end;
}

HttpEnd timedOut(const QUrl &url, Phase phase, bool sent, bool slept)
{
    HttpEnd end{
        .kind = Kind::TimedOut, .phase = phase, .sent = sent, .detail = timeoutSentence(phase).arg(hostOf(url))};
    if (slept)
        end.detail += u' ' + EndClassifierText::tr("The computer slept meanwhile.");
    return end;
}

HttpEnd aborted(bool sent)
{
    return {.kind = Kind::Aborted, .sent = sent, .detail = EndClassifierText::tr("The request was cancelled.")};
}

HttpEnd notSendable(const QString &why)
{
    return {.kind = Kind::Refused, .detail = why};
}

} // namespace sb::net
