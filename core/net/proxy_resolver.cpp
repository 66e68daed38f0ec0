#include "core/net/proxy_resolver.h"

#include <QHostAddress>

namespace sb::net {

using namespace Qt::StringLiterals;

namespace {

QNetworkProxy systemProxy(const QUrl &origin)
{
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(origin));
    for (const QNetworkProxy &proxy : proxies) {
        if (proxy.type() != QNetworkProxy::FtpCachingProxy && proxy.type() != QNetworkProxy::DefaultProxy)
            return proxy;
    }
    return QNetworkProxy(QNetworkProxy::NoProxy);
}

} // namespace

QUrl originOf(const QUrl &url)
{
    QUrl origin;
    origin.setScheme(url.scheme());
    origin.setHost(url.host());
    origin.setPort(url.port(url.scheme() == "https"_L1 ? 443 : 80));
    return origin;
}

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || host.endsWith(".localhost"_L1) || QHostAddress(host).isLoopback();
}

ProxyResolver::ProxyResolver(Lookup lookup, QObject *parent)
    : QObject(parent)
    , m_lookup(lookup ? std::move(lookup) : Lookup(systemProxy))
{
    m_worker.setMaxThreadCount(1);
}

ProxyResolver::~ProxyResolver()
{
    m_worker.clear();
    m_worker.waitForDone();
}

void ProxyResolver::resolve(const QUrl &url, QObject *context, Answer answer)
{
    if (isLoopback(url.host()))
        return answer(QNetworkProxy(QNetworkProxy::NoProxy));
    const QUrl origin = originOf(url);
    const QString key = origin.toString();
    if (const auto known = m_known.constFind(key); known != m_known.cend())
        return answer(QNetworkProxy(*known)); // a copy: the answer may forget it

    QList<Waiting> &waiting = m_waiting[key];
    waiting.append({context, std::move(answer)});
    if (waiting.size() > 1)
        return;
    m_worker.start([this, origin, key] {
        const QNetworkProxy proxy = m_lookup(origin);
        QMetaObject::invokeMethod(
            this, [this, key, proxy] { resolved(key, proxy); }, Qt::QueuedConnection);
    });
}

void ProxyResolver::forget(const QUrl &url)
{
    m_known.remove(originOf(url).toString());
}

void ProxyResolver::resolved(const QString &origin, const QNetworkProxy &proxy)
{
    m_known.insert(origin, proxy);
    const QList<Waiting> answers = m_waiting.take(origin);
    for (const Waiting &waiting : answers) {
        if (waiting.context)
            waiting.answer(proxy);
    }
}

} // namespace sb::net
