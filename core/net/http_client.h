#pragma once

#include "core/base/clock.h"
#include "core/net/network.h"

#include <QSslCertificate>

#include <functional>
#include <memory>

class QNetworkProxy;

namespace sb::net {

class HttpClientPrivate;

/// What a test or a setting may want otherwise.
struct HttpClientOptions
{
    /// The proxy for an origin (scheme, host, port); runs on a worker thread, once per host, never for loopback.
    /// Empty: what the system says.
    std::function<QNetworkProxy(const QUrl &origin)> proxyLookup = {};
    std::chrono::milliseconds keepIdleManagers{30'000}; ///< then all but one are given back, with their connections
    std::chrono::milliseconds sleepLook{1'000}; ///< how often the clocks are compared while an exchange runs
    std::chrono::milliseconds graceAfterSleep{10'000}; ///< for what was due while the machine slept
};

/// The streaming HTTP client over QNetworkAccessManager that closes its traps (README.md has the list, tests/net shows
/// each one open and closed). One per network thread. Calls should be destroyed before it; those that are not end as
/// Aborted. Must not be destroyed in a slot of one of its calls.
class HttpClient final : public Network
{
    Q_OBJECT
public:
    explicit HttpClient(const Clock &clock, QObject *parent = nullptr);
    HttpClient(const Clock &clock, HttpClientOptions options, QObject *parent = nullptr);
    ~HttpClient() override;

    /// Starts an exchange on the next turn of the event loop.
    [[nodiscard]] std::unique_ptr<HttpCall> send(const HttpRequest &request, const HttpClocks &clocks) override;

    /// Certificates that are trusted in addition to the system's, for exchanges from now on; for local servers and
    /// tests.
    void addTrustedCertificates(const QList<QSslCertificate> &certificates);
    [[nodiscard]] qsizetype managerCount() const; ///< size of the pool

private:
    std::unique_ptr<HttpClientPrivate> d;
};

} // namespace sb::net
