#include "core/listen/http_server.h"

#include "core/listen/answer_framing.h"
#include "core/listen/connection.h"
#include "core/listen/server_context.h"

#include <QCoreApplication>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace sb::listen {

using namespace std::chrono_literals;

namespace {

constexpr int Backlog = 256;
/// So many clients beyond the limit are told so with a 503; the others are reset.
constexpr int TurnedAwayAtOnce = 32;
constexpr auto AcceptPause = 100ms;

} // namespace

QByteArray ServerContext::date()
{
    const qint64 second = toMilliseconds(m_clock.wall()) / 1000;
    if (second != m_dateSecond) {
        m_dateSecond = second;
        m_date = httpDate(second);
    }
    return m_date;
}

class HttpServerPrivate
{
public:
    HttpServerPrivate(HttpServer &server, const Clock &clock, const Limits &limits);

    void accept();
    void add(QTcpSocket *socket);
    void dropAll();

    HttpServer &m_server;
    std::shared_ptr<ServerContext> m_context;
    QTcpServer m_listener;
    QList<Connection *> m_connections;
    QList<Connection *> m_turnedAway;
};

HttpServerPrivate::HttpServerPrivate(HttpServer &server, const Clock &clock, const Limits &limits)
    : m_server(server)
    , m_context(std::make_shared<ServerContext>(clock, limits))
{
    m_listener.setListenBacklogSize(Backlog);
    QObject::connect(&m_listener, &QTcpServer::newConnection, &m_server, [this] { accept(); });
    // After a lack of file descriptors Qt stops accepting, for good unless told otherwise.
    QObject::connect(&m_listener, &QTcpServer::acceptError, &m_server, [this] {
        QTimer::singleShot(AcceptPause, &m_listener, [this] { m_listener.resumeAccepting(); });
    });
}

void HttpServerPrivate::accept()
{
    while (QTcpSocket *socket = m_listener.nextPendingConnection()) {
        if (m_turnedAway.size() < TurnedAwayAtOnce)
            add(socket);
        else
            delete socket;
    }
}

void HttpServerPrivate::add(QTcpSocket *socket)
{
    const bool isFull = m_connections.size() >= m_context->limits.connections;
    auto *connection = new Connection(socket, m_context);
    (isFull ? m_turnedAway : m_connections).append(connection);
    QObject::connect(connection, &Connection::requested, &m_server, &HttpServer::requested);
    QObject::connect(connection, &Connection::ended, &m_server, [this, isFull, connection] {
        (isFull ? m_turnedAway : m_connections).removeOne(connection);
        connection->deleteLater();
    });
    if (isFull)
        connection->turnAway();
    else
        connection->serve();
}

/// Deletion is left to the event loop: this may be running inside a signal of a connection, its socket or its exchange.
void HttpServerPrivate::dropAll()
{
    const QList<Connection *> all = std::exchange(m_connections, {}) + std::exchange(m_turnedAway, {});
    for (Connection *connection : all)
        QObject::disconnect(connection, nullptr, &m_server, nullptr);
    for (Connection *connection : all) {
        connection->drop();
        connection->deleteLater();
    }
}

HttpServer::HttpServer(const Clock &clock, const Limits &limits, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<HttpServerPrivate>(*this, clock, limits))
{
}

HttpServer::~HttpServer()
{
    close();
}

void HttpServer::setHeaderCheck(HeaderCheck check)
{
    d->m_context->check = std::move(check);
}

Result<quint16> HttpServer::listen(const QHostAddress &address, quint16 port)
{
    if (d->m_listener.listen(address, port))
        return d->m_listener.serverPort();
    return failure(Error::Kind::Unavailable,
                   QCoreApplication::translate("sb::listen", "Port %1 of %2 cannot be used: %3.")
                       .arg(QString::number(port), address.toString(), d->m_listener.errorString()));
}

void HttpServer::close()
{
    d->m_listener.close();
    d->dropAll();
}

int HttpServer::connectionCount() const
{
    return int(d->m_connections.size());
}

} // namespace sb::listen
