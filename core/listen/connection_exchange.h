#pragma once

#include "core/listen/exchange.h"

namespace sb::listen {

class Connection;

/// The Exchange of a Connection. The connection lets go of it when it is over; from then on its functions do nothing.
class ConnectionExchange final : public Exchange
{
    Q_OBJECT
public:
    ConnectionExchange(Connection &connection, Request request);

    [[nodiscard]] const Request &request() const override { return m_request; }
    void respond(int status, const QList<Header> &headers, const QByteArray &body) override;
    void start(int status, const QList<Header> &headers, Framing framing) override;
    void write(const QByteArray &bytes) override;
    void finish() override;
    void abort() override;
    [[nodiscard]] qint64 pendingBytes() const override;

    void release(); ///< by the connection: the exchange is over, and deleted from the event loop

private:
    Connection *m_connection;
    Request m_request;
};

} // namespace sb::listen
