#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/listen/exchange.h"
#include "core/listen/limits.h"

#include <functional>
#include <memory>
#include <optional>

namespace sb::listen {

struct Refusal
{
    int status = 0;
    QList<Header> headers = {};
    QByteArray body = {};
};

class HttpServerPrivate;

/// The loopback HTTP/1.1 server: QTcpServer for the sockets, Boost.Beast's parser for the bytes. Refuses conflicting
/// lengths, bad chunking, bare line feeds in headers and oversized input before a handler sees anything. Requests that
/// are pipelined are served one after the other, in order. May be destroyed at any time, also inside its own signals.
class HttpServer final : public QObject
{
    Q_OBJECT
public:
    /// Called on the header, before any body byte is read or "100 Continue" is sent; an answer refuses the request.
    using HeaderCheck = std::function<std::optional<Refusal>(const Request &header)>;

    /// @param clock for the Date header
    explicit HttpServer(const Clock &clock, const Limits &limits = {}, QObject *parent = nullptr);
    ~HttpServer() override;

    void setHeaderCheck(HeaderCheck check);
    /// @param port 0 lets the system choose. Errors: Unavailable when the port is taken.
    /// @return the port
    [[nodiscard]] Result<quint16> listen(const QHostAddress &address, quint16 port);
    void close(); ///< stops listening and closes every connection; listen() may follow
    [[nodiscard]] int connectionCount() const; ///< without those that are only being told that there are too many

signals:
    /// A whole request. The receiver answers through the exchange, now or later; connect directly, same thread.
    void requested(sb::listen::Exchange *exchange);

private:
    std::unique_ptr<HttpServerPrivate> d;
};

} // namespace sb::listen
