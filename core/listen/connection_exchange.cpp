#include "core/listen/connection_exchange.h"

#include "core/listen/connection.h"

namespace sb::listen {

ConnectionExchange::ConnectionExchange(Connection &connection, Request request)
    : m_connection(&connection)
    , m_request(std::move(request))
{
}

void ConnectionExchange::release()
{
    m_connection = nullptr;
    deleteLater();
}

void ConnectionExchange::respond(int status, const QList<Header> &headers, const QByteArray &body)
{
    if (m_connection)
        m_connection->respond(status, headers, body);
}

void ConnectionExchange::start(int status, const QList<Header> &headers, Framing framing)
{
    if (m_connection)
        m_connection->start(status, headers, framing);
}

void ConnectionExchange::write(const QByteArray &bytes)
{
    if (m_connection)
        m_connection->write(bytes);
}

void ConnectionExchange::finish()
{
    if (m_connection)
        m_connection->finish();
}

void ConnectionExchange::abort()
{
    if (m_connection)
        m_connection->abort();
}

qint64 ConnectionExchange::pendingBytes() const
{
    return m_connection ? m_connection->pendingBytes() : 0;
}

} // namespace sb::listen
