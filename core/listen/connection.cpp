#include "core/listen/connection.h"

#include "core/listen/connection_exchange.h"

#include <QPointer>
#include <QTcpSocket>

namespace sb::listen {

namespace {

/// Bounds what a client can pipeline; more waits in the system's buffers and then in the client.
constexpr qint64 ReadBuffer = 256 * 1024;

Refusal errorAnswer(int status, const QByteArray &message)
{
    return {.status = status,
            .headers = {{"Content-Type", "application/json"}},
            .body = R"({"error":{"message":")" + QByteArray(message).replace('"', '\'') + R"(","code":)"
                + QByteArray::number(status) + "}}"};
}

} // namespace

Connection::Connection(QTcpSocket *socket, std::shared_ptr<ServerContext> context)
    : m_context(std::move(context))
    , m_socket(socket)
    , m_reader(m_context->limits)
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setReadBufferSize(ReadBuffer);
    m_timer.setSingleShot(true);
    m_writeTimer.setSingleShot(true);
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::read);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &Connection::bytesTaken);
    connect(m_socket, &QTcpSocket::disconnected, this, &Connection::end);
    connect(&m_timer, &QTimer::timeout, this, &Connection::timeOut);
    connect(&m_writeTimer, &QTimer::timeout, this, &Connection::cutOff);
}

Connection::~Connection() = default;

void Connection::serve()
{
    m_timer.start(m_context->limits.headerTimeout);
}

void Connection::turnAway()
{
    refuse(errorAnswer(503, "Too many connections; try again later"));
}

void Connection::read()
{
    if (m_state == State::Reading) {
        m_reader.feed(m_socket->readAll());
        advance();
    } else if (m_state == State::Draining) {
        m_socket->skip(m_socket->bytesAvailable());
    }
}

void Connection::advance()
{
    using Reader = RequestReader::State;
    const bool isNew = m_readerState != m_reader.state();
    m_readerState = m_reader.state();
    switch (m_readerState) {
    case Reader::Empty:
        if (isNew)
            m_timer.start(m_served ? m_context->limits.keepAlive : m_context->limits.headerTimeout);
        break;
    case Reader::InHeader:
        if (isNew)
            m_timer.start(m_context->limits.headerTimeout);
        break;
    case Reader::HeaderComplete:
        checkHeader();
        break;
    case Reader::Body:
        countBody();
        break;
    case Reader::Complete:
        deliver();
        break;
    case Reader::Failed:
        refuse(errorAnswer(m_reader.failure().status, m_reader.failure().message));
        break;
    }
}

void Connection::checkHeader()
{
    Request header = m_reader.request();
    header.peer = m_socket->peerAddress();
    if (m_context->check) {
        if (const std::optional<Refusal> refusal = m_context->check(header))
            return refuse(*refusal);
    }
    if (m_reader.expectsContinue() && m_reader.hasBody() && !m_reader.bodyBegun())
        send("HTTP/1.1 100 Continue\r\n\r\n");
    m_reader.acceptHeader();
    advance();
}

void Connection::countBody()
{
    m_timer.start(m_context->limits.bodyTimeout);
    m_context->bodyBytes += m_reader.bodyBytes() - m_countedBody;
    m_countedBody = m_reader.bodyBytes();
    if (m_context->bodyBytes > m_context->limits.allBodiesBytes)
        refuse(errorAnswer(503, "Too many bytes of requests are on their way; try again later"));
}

void Connection::deliver()
{
    m_timer.stop();
    releaseBody();
    m_state = State::Answering;
    m_framing.emplace(AnsweredRequest{.isHead = m_reader.request().method == "HEAD",
                                      .isHttp10 = m_reader.isHttp10(),
                                      .keepsAlive = m_reader.keepsAlive()},
                      m_context->date());
    Request request = m_reader.takeRequest();
    request.peer = m_socket->peerAddress();
    m_exchange = new ConnectionExchange(*this, std::move(request));
    emit requested(m_exchange); // may have ended everything
}

void Connection::refuse(const Refusal &refusal)
{
    // Where more of the request is on its way, the next request could not be told from it.
    const bool isWhole = m_reader.state() == RequestReader::State::HeaderComplete && !m_reader.hasBody();
    m_timer.stop();
    releaseBody();
    m_state = State::Answering;
    m_framing.emplace(AnsweredRequest{.isHead = m_reader.request().method == "HEAD",
                                      .isHttp10 = m_reader.isHttp10(),
                                      .keepsAlive = isWhole && m_reader.keepsAlive()},
                      m_context->date());
    m_reader.acceptHeader();
    respond(refusal.status, refusal.headers, refusal.body);
}

void Connection::timeOut()
{
    if (m_state == State::Draining)
        m_socket->abort();
    else if (m_reader.state() == RequestReader::State::Empty)
        drain();
    else
        refuse(errorAnswer(408, "The request took too long to arrive"));
}

void Connection::releaseBody()
{
    m_context->bodyBytes -= std::exchange(m_countedBody, 0);
}

void Connection::end()
{
    if (m_state == State::Ended)
        return;
    m_state = State::Ended;
    m_timer.stop();
    m_writeTimer.stop();
    releaseBody();
    // Often inside a call on the exchange, whose caller does not expect closed() there.
    QMetaObject::invokeMethod(this, &Connection::announceEnd, Qt::QueuedConnection);
}

void Connection::announceEnd()
{
    if (m_dropped)
        return;
    const QPointer<Connection> self(this);
    closeExchange();
    if (self && !m_dropped)
        emit ended();
}

void Connection::drop()
{
    m_dropped = true;
    end();
    m_socket->abort();
    closeExchange();
}

void Connection::closeExchange()
{
    if (ConnectionExchange *exchange = std::exchange(m_exchange, nullptr)) {
        exchange->release();
        emit exchange->closed();
    }
}

} // namespace sb::listen
