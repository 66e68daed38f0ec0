#include "core/net/http_client.h"

#include "core/net/client_call.h"
#include "core/net/http_client_p.h"

#include <algorithm>

namespace sb::net {

HttpClientPrivate::HttpClientPrivate(const Clock &clockToUse, HttpClientOptions options)
    : clock(clockToUse)
    , pool(options.keepIdleManagers)
    , proxies(std::move(options.proxyLookup))
    , m_sleepWatch(clockToUse, options.sleepLook)
    , m_graceAfterSleep(options.graceAfterSleep)
{
    QObject::connect(&m_sleepWatch, &SleepWatch::woke, &m_sleepWatch,
                     [this](std::chrono::milliseconds slept) { woke(slept); });
    // A router or the provider has forgotten connections that were idle meanwhile, and nobody was told.
    QObject::connect(&m_sleepWatch, &SleepWatch::sleptUnwatched, &m_sleepWatch, [this] { pool.retireAll(); });
}

void HttpClientPrivate::enter(ClientCall &call)
{
    calls.append(&call);
    m_sleepWatch.setWatching(true);
}

void HttpClientPrivate::leave(ClientCall &call)
{
    calls.removeOne(&call);
    m_sleepWatch.setWatching(!calls.isEmpty());
}

void HttpClientPrivate::woke(std::chrono::milliseconds slept)
{
    pool.retireAll(); // those that run keep theirs, and are watched
    for (ClientCall *call : std::as_const(calls))
        call->woke(slept, m_graceAfterSleep);
}

void HttpClientPrivate::socketStarted(const ManagerPool::Place &place)
{
    m_noDelay.apply();
    ++m_newSockets;
    // Qt tells only the reply that it thinks will get the socket; whichever connects first serves another one as well.
    for (ClientCall *call : std::as_const(calls))
        call->socketStartedAt(place);
}

void HttpClientPrivate::requestBegun()
{
    if (m_newSockets == 0)
        return;
    --m_newSockets;
    m_noDelay.apply(); // a second address of the host, tried after the first, has a socket that nobody announced
}

HttpClient::HttpClient(const Clock &clock, QObject *parent)
    : HttpClient(clock, HttpClientOptions{}, parent)
{
}

HttpClient::HttpClient(const Clock &clock, HttpClientOptions options, QObject *parent)
    : Network(parent)
    , d(std::make_unique<HttpClientPrivate>(clock, std::move(options)))
{
}

HttpClient::~HttpClient()
{
    // A manager deletes its replies without finished(), so the calls end first.
    while (!d->calls.isEmpty())
        d->calls.last()->leaveClient();
}

std::unique_ptr<HttpCall> HttpClient::send(const HttpRequest &request, const HttpClocks &clocks)
{
    return std::make_unique<ClientCall>(*d, request, clocks);
}

void HttpClient::addTrustedCertificates(const QList<QSslCertificate> &certificates)
{
    if (!d->tls) {
        d->tls = QSslConfiguration::defaultConfiguration();
        d->tls->setCaCertificates(QSslConfiguration::systemCaCertificates()); // adding switches loading on demand off
    }
    d->tls->addCaCertificates(certificates);
    d->pool.retireAll(); // a manager keeps the configuration with which it first reached a host
}

qsizetype HttpClient::managerCount() const
{
    return d->pool.size();
}

} // namespace sb::net
