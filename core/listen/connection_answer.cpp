#include "core/listen/connection.h"

#include "core/listen/connection_exchange.h"
#include "core/listen/socket_ending.h"

#include <QScopedValueRollback>
#include <QTcpSocket>

// The answering half of Connection.
namespace sb::listen {

using namespace std::chrono_literals;

namespace {

constexpr auto DrainTime = 2s;

} // namespace

void Connection::respond(int status, const QList<Header> &headers, const QByteArray &body)
{
    if (m_state != State::Answering || m_framing->started())
        return;
    const QByteArray head = m_framing->whole(status, headers, body);
    send(head, m_framing->chunk(body));
    answerOver();
}

void Connection::start(int status, const QList<Header> &headers, Framing framing)
{
    if (m_state == State::Answering && !m_framing->started())
        send(m_framing->start(status, headers, framing));
}

void Connection::write(const QByteArray &bytes)
{
    if (m_state == State::Answering && m_framing->started())
        send(m_framing->chunk(bytes));
}

void Connection::finish()
{
    if (m_state != State::Answering)
        return;
    if (!m_framing->started() || m_framing->isShort())
        return abort(); // what is missing cannot be made up: to the client a cut, never a short answer
    send(m_framing->end());
    answerOver();
}

void Connection::abort()
{
    if (ConnectionExchange *exchange = std::exchange(m_exchange, nullptr))
        exchange->release();
    cutOff();
}

void Connection::cutOff()
{
    resetOnClose(m_socket->socketDescriptor());
    m_socket->abort();
    end();
}

qint64 Connection::pendingBytes() const
{
    return m_socket->bytesToWrite();
}

void Connection::send(const QByteArray &head, const QByteArray &body)
{
    if (m_state == State::Ended || (head.isEmpty() && body.isEmpty()))
        return;
    // What piled up before counts, not what is added: one large answer is not its reader's fault.
    if (m_socket->bytesToWrite() > m_context->limits.pendingWrite)
        return cutOff();
    {
        const QScopedValueRollback sending(m_sending, true);
        m_socket->write(head);
        if (!body.isEmpty())
            m_socket->write(body);
        m_socket->flush(); // now, as a segment of its own, instead of from the event loop together with what follows
    }
    if (m_state == State::Ended)
        return;
    if (m_socket->bytesToWrite() == 0)
        return bytesTaken();
    m_drainedIsDue = true;
    if (!m_writeTimer.isActive())
        m_writeTimer.start(m_context->limits.writeTimeout);
}

void Connection::bytesTaken()
{
    if (m_sending || m_state == State::Ended)
        return;
    if (m_socket->bytesToWrite() > 0)
        return m_writeTimer.start(m_context->limits.writeTimeout);
    m_writeTimer.stop();
    if (std::exchange(m_drainedIsDue, false))
        QMetaObject::invokeMethod(this, &Connection::announceDrained, Qt::QueuedConnection);
    if (m_state == State::Draining && !m_timer.isActive())
        halfClose();
}

void Connection::announceDrained()
{
    if (m_exchange && m_socket->bytesToWrite() == 0)
        emit m_exchange->drained();
}

void Connection::answerOver()
{
    if (ConnectionExchange *exchange = std::exchange(m_exchange, nullptr))
        exchange->release();
    if (m_state == State::Ended)
        return;
    if (!m_framing->keepsConnection())
        return drain();
    m_served = true;
    m_state = State::Reading;
    m_reader.next();
    // Not from here: pipelined requests that are answered at once would pile up on the stack.
    QMetaObject::invokeMethod(this, &Connection::read, Qt::QueuedConnection);
}

void Connection::drain()
{
    m_state = State::Draining;
    m_timer.stop();
    m_socket->skip(m_socket->bytesAvailable());
    if (m_socket->bytesToWrite() == 0)
        halfClose();
}

/// Closing while unread bytes are here would reset the connection, and the reset may overtake the answer.
void Connection::halfClose()
{
    endWriting(m_socket->socketDescriptor());
    m_timer.start(DrainTime);
}

} // namespace sb::listen
