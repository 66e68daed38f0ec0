#include "core/net/exchange.h"

#include "core/net/one_shot_body.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>

namespace sb::net {

using namespace Qt::StringLiterals;

namespace {

struct ExchangeText
{
    Q_DECLARE_TR_FUNCTIONS(sb::net)
};

/// A line break in a header would let a pasted key add headers of its own.
bool breaksLine(const QByteArray &text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

void setAttributes(QNetworkRequest &request)
{
    using Request = QNetworkRequest;
    request.setAttribute(Request::Http2AllowedAttribute, false); // no read limit, no report of a lost h2c connection
    request.setAttribute(Request::RedirectPolicyAttribute, Request::ManualRedirectPolicy);
    request.setAttribute(Request::CookieLoadControlAttribute, Request::Manual);
    request.setAttribute(Request::CookieSaveControlAttribute, Request::Manual);
    request.setAttribute(Request::AuthenticationReuseAttribute, Request::Manual);
}

/// Qt keeps a Host header that is set, and takes the peer's name for SNI and for the certificate.
void connectTo(QNetworkRequest &result, const HttpRequest &request)
{
    const QUrl &named = request.url;
    QUrl url = named;
    url.setHost(request.address.toString());
    result.setUrl(url);
    result.setPeerVerifyName(named.host());
    const QString port = named.port() < 0 ? QString() : u":%1"_s.arg(named.port());
    result.setRawHeader("Host", (named.host(QUrl::FullyEncoded) + port).toLatin1());
}

QNetworkRequest toQt(const HttpRequest &request, const std::optional<QSslConfiguration> &tls)
{
    QNetworkRequest result(request.url);
    setAttributes(result);
    if (!request.address.isNull())
        connectTo(result, request);
    if (tls)
        result.setSslConfiguration(*tls);
    result.setRawHeader("User-Agent", "Signalbox/" SIGNALBOX_VERSION);
    result.setRawHeader("Accept-Encoding", "identity"); // Qt's default would hold streams back in a decompressor
    result.setRawHeader("Accept-Language", "en"); // else Qt names the user's; errors of providers are read by code
    if (!request.body.isEmpty())
        result.setRawHeader("Content-Type", "application/octet-stream"); // Qt's default is that of a form
    for (const Header &header : request.headers)
        result.setRawHeader(header.first, header.second);
    return result;
}

} // namespace

std::optional<QString> whyNotSendable(const HttpRequest &request)
{
    const QString scheme = request.url.scheme();
    if (!request.url.isValid() || request.url.host().isEmpty() || (scheme != "http"_L1 && scheme != "https"_L1))
        return ExchangeText::tr("The address is not one of the web (http or https).");
    if (!request.url.userInfo().isEmpty())
        return ExchangeText::tr("The address of %1 contains a user name. It belongs into a header.")
            .arg(request.url.host());
    for (const Header &header : request.headers) {
        if (header.first.isEmpty() || breaksLine(header.first) || breaksLine(header.second))
            return ExchangeText::tr("The header “%1” contains a line break.")
                .arg(QString::fromLatin1(header.first.simplified()));
    }
    return std::nullopt;
}

Exchange start(QNetworkAccessManager &manager, const HttpRequest &request, const std::optional<QSslConfiguration> &tls)
{
    const QNetworkRequest qtRequest = toQt(request, tls);
    Exchange exchange;
    // A GET has one, too, of no bytes: without, Qt sends it again by itself and takes an answer that was cut for whole.
    exchange.body = new OneShotBody(request.body);
    if (request.method == "POST")
        exchange.reply = manager.post(qtRequest, exchange.body);
    else
        exchange.reply = manager.sendCustomRequest(qtRequest, request.method, exchange.body);
    exchange.body->setParent(exchange.reply);
    return exchange;
}

} // namespace sb::net
