#pragma once

#include "core/net/http_client.h"
#include "core/net/manager_pool.h"
#include "core/net/no_delay.h"
#include "core/net/proxy_resolver.h"
#include "core/net/sleep_watch.h"

#include <QSslConfiguration>

#include <optional>

namespace sb::net {

/// What the calls of one client share.
class HttpClientPrivate
{
public:
    HttpClientPrivate(const Clock &clockToUse, HttpClientOptions options);

    void socketStarted(const ManagerPool::Place &place); ///< tells every call that waits for a connection there
    void requestBegun();
    void enter(ClientCall &call);
    void leave(ClientCall &call);

    const Clock &clock;
    ManagerPool pool;
    ProxyResolver proxies;
    std::optional<QSslConfiguration> tls; ///< nullopt: Qt's default
    QList<ClientCall *> calls;

private:
    void woke(std::chrono::milliseconds slept);

    SleepWatch m_sleepWatch;
    std::chrono::milliseconds m_graceAfterSleep;
    NoDelay m_noDelay;
    int m_newSockets = 0; ///< started, and not looked at again since
};

} // namespace sb::net
