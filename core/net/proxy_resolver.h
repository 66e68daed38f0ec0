#pragma once

#include <QHash>
#include <QNetworkProxy>
#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <QUrl>

#include <functional>

namespace sb::net {

/// Finds the proxy of a host once, on a worker thread, since the system's answer may need a script from the network.
/// Loopback never has one. The destructor waits for a look-up that is under way.
class ProxyResolver final : public QObject
{
    Q_OBJECT
public:
    using Lookup = std::function<QNetworkProxy(const QUrl &origin)>;
    using Answer = std::function<void(const QNetworkProxy &proxy)>;

    explicit ProxyResolver(Lookup lookup, QObject *parent = nullptr); ///< an empty look-up asks the system
    ~ProxyResolver() override;

    /// Calls `answer` on this thread, inside this call when the proxy is known; never after `context` is gone.
    void resolve(const QUrl &url, QObject *context, Answer answer);
    void forget(const QUrl &url); ///< the next exchange with that host asks again

private:
    struct Waiting
    {
        QPointer<QObject> context;
        Answer answer;
    };
    void resolved(const QString &origin, const QNetworkProxy &proxy);

    Lookup m_lookup;
    QHash<QString, QNetworkProxy> m_known;
    QHash<QString, QList<Waiting>> m_waiting;
    QThreadPool m_worker;
};

[[nodiscard]] QUrl originOf(const QUrl &url); ///< scheme, host and port, the port always named
[[nodiscard]] bool isLoopback(const QString &host);

} // namespace sb::net
