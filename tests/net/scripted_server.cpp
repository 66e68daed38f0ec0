#include "tests/net/scripted_server.h"

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <utility>

namespace sb::testing {

namespace {

sockaddr_in loopback()
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

qsizetype bodySize(const QByteArray &head)
{
    const QByteArray lower = head.toLower();
    const qsizetype at = lower.indexOf("\r\ncontent-length:");
    if (at < 0)
        return 0;
    const qsizetype value = at + qsizetype(sizeof "\r\ncontent-length:") - 1;
    return lower.mid(value, lower.indexOf("\r\n", value) - value).trimmed().toLongLong();
}

} // namespace

ScriptedConnection::ScriptedConnection(ScriptedServer &server, int socket, int number)
    : m_server(server)
    , m_socket(socket)
    , m_number(number)
{
}

ScriptedConnection::~ScriptedConnection()
{
    if (m_socket >= 0)
        m_server.closeSocket(m_socket);
}

bool ScriptedConnection::fill()
{
    char buffer[64 * 1024];
    const ssize_t count = recv(m_socket, buffer, sizeof buffer, 0);
    if (count <= 0)
        return false;
    m_received.append(buffer, count);
    return true;
}

QByteArray ScriptedConnection::readHead()
{
    while (!m_received.contains("\r\n\r\n")) {
        if (!fill())
            return {};
    }
    const qsizetype end = m_received.indexOf("\r\n\r\n") + 4;
    const QByteArray head = m_received.left(end);
    m_received.remove(0, end);
    const std::lock_guard lock(m_server.m_mutex);
    m_server.m_received.append(head);
    ++m_server.m_requests;
    return head;
}

QByteArray ScriptedConnection::readRequest()
{
    const QByteArray head = readHead();
    const qsizetype size = bodySize(head);
    while (m_received.size() < size) {
        if (!fill())
            return {};
    }
    const QByteArray request = head + m_received.left(size);
    m_received.remove(0, size);
    return request;
}

bool ScriptedConnection::send(const QByteArray &bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t count =
            ::send(m_socket, bytes.constData() + sent, std::size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        sent += count;
        m_server.m_bytesSent += count;
    }
    return true;
}

void ScriptedConnection::answer(const QByteArray &body, const QByteArray &headers)
{
    send("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body);
}

void ScriptedConnection::sendUntilBlocked(qint64 total, std::chrono::milliseconds patience)
{
    const QByteArray block(64 * 1024, '\0');
    for (qint64 left = total; left > 0;) {
        pollfd writable = {m_socket, POLLOUT, 0};
        if (poll(&writable, 1, int(patience.count())) == 0) {
            m_server.m_blocked = true;
            return;
        }
        const ssize_t count = ::send(m_socket, block.constData(), std::size_t(qMin<qint64>(left, block.size())),
                                     MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count <= 0)
            return;
        left -= count;
        m_server.m_bytesSent += count;
    }
}

void ScriptedConnection::finish()
{
    shutdown(m_socket, SHUT_WR);
}

void ScriptedConnection::reset()
{
    const linger atOnce = {1, 0};
    setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    m_server.closeSocket(std::exchange(m_socket, -1));
}

void ScriptedConnection::waitForClient()
{
    while (fill())
        m_received.clear();
    ++m_server.m_clientsGone;
}

void ScriptedConnection::hold()
{
    std::unique_lock lock(m_server.m_mutex);
    m_server.m_released.wait(lock, [this] { return m_server.m_open || m_server.m_stopping; });
}

ScriptedServer::ScriptedServer(Script script)
    : m_script(std::move(script))
{
    m_listening = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback();
    socklen_t size = sizeof address;
    if (bind(m_listening, reinterpret_cast<const sockaddr *>(&address), size) != 0 || listen(m_listening, 256) != 0)
        qFatal("no port on 127.0.0.1");
    getsockname(m_listening, reinterpret_cast<sockaddr *>(&address), &size);
    m_port = ntohs(address.sin_port);
    m_accepting = std::thread([this] { acceptAll(); });
}

ScriptedServer::~ScriptedServer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        for (const int socket : std::as_const(m_sockets))
            shutdown(socket, SHUT_RDWR);
    }
    m_released.notify_all();
    shutdown(m_listening, SHUT_RDWR);
    m_accepting.join();
    for (std::thread &connection : m_connections)
        connection.join();
    close(m_listening);
}

QUrl ScriptedServer::url() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_port);
    url.setPath(QStringLiteral("/v1/chat"));
    return url;
}

QList<QByteArray> ScriptedServer::received() const
{
    const std::lock_guard lock(m_mutex);
    return m_received;
}

int ScriptedServer::connectionsOpen() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_sockets.size());
}

void ScriptedServer::release()
{
    {
        const std::lock_guard lock(m_mutex);
        m_open = true;
    }
    m_released.notify_all();
}

void ScriptedServer::acceptAll()
{
    for (int number = 0;; ++number) {
        const int socket = accept4(m_listening, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            return;
        const std::lock_guard lock(m_mutex);
        m_sockets.append(socket);
        if (m_stopping)
            shutdown(socket, SHUT_RDWR);
        m_connections.emplace_back([this, socket, number] {
            ScriptedConnection connection(*this, socket, number);
            m_script(connection);
        });
    }
}

void ScriptedServer::closeSocket(int socket)
{
    const std::lock_guard lock(m_mutex);
    m_sockets.removeOne(socket);
    close(socket);
}

} // namespace sb::testing
