#pragma once

#include "core/net/http_types.h"

#include <QObject>

#include <memory>

namespace sb::net {

/// One exchange. Lives on the network's thread. Signals come in this order, each from the event loop, never inside a
/// call: headReceived, bodyReceived…, ended (exactly once, also after abort()). Deleting the call aborts without a
/// signal; it may be deleted in a slot of its own signals.
class HttpCall : public QObject
{
    Q_OBJECT
public:
    virtual void abort() = 0; ///< closes the connection, so that the server notices; only ended(Aborted) follows
    virtual void contentArrived() = 0; ///< restarts the idle clock; the first one stops the wait for first content
    virtual void pause(bool paused) = 0; ///< back-pressure: stops reading from the socket once the read limit is full
    [[nodiscard]] virtual HttpTimes times() const = 0;

signals:
    void headReceived(const sb::net::HttpHead &head);
    void bodyReceived(const QByteArray &bytes);
    void ended(const sb::net::HttpEnd &end);
};

/// Where exchanges come from: HttpClient, or a network that is rehearsed. Calls should be destroyed before it.
class Network : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Starts an exchange on the next turn of the event loop.
    [[nodiscard]] virtual std::unique_ptr<HttpCall> send(const HttpRequest &request, const HttpClocks &clocks) = 0;
};

} // namespace sb::net
