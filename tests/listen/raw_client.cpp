#include "tests/listen/raw_client.h"

#include <QTest>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sb::testing {

namespace {

tcp_info tcpInfo(int socket)
{
    tcp_info info{};
    socklen_t size = sizeof info;
    getsockopt(socket, IPPROTO_TCP, TCP_INFO, &info, &size);
    return info;
}

} // namespace

RawClient::RawClient(quint16 port)
{
    QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] {
        if (m_socket.readBufferSize() == 0)
            m_received += m_socket.readAll();
    });
    QObject::connect(&m_socket, &QTcpSocket::errorOccurred, &m_socket, [this] { noteEnd(); });
    m_socket.connectToHost(QHostAddress::LocalHost, port);
    if (QTest::qWaitFor([this] { return isOpen(); }))
        m_witness = dup(int(m_socket.socketDescriptor()));
}

RawClient::~RawClient()
{
    leave();
}

/// Qt reports a reset and an orderly end alike; the state of the connection tells them apart, as long as it is open.
void RawClient::noteEnd()
{
    m_wasReset = m_witness >= 0 && tcpInfo(m_witness).tcpi_state == TCP_CLOSE;
    closeWitness();
}

void RawClient::closeWitness()
{
    if (m_witness >= 0)
        ::close(std::exchange(m_witness, -1));
}

void RawClient::leave()
{
    closeWitness();
    m_socket.abort();
}

void RawClient::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

QByteArray RawClient::body() const
{
    const qsizetype blank = m_received.indexOf("\r\n\r\n");
    return blank < 0 ? QByteArray() : m_received.mid(blank + 4);
}

ServerUnderTest::ServerUnderTest(const listen::Limits &limits, Handler answer)
    : server(std::make_unique<listen::HttpServer>(clock, limits))
    , handler(std::move(answer))
{
    QObject::connect(server.get(), &listen::HttpServer::requested, server.get(), [this](listen::Exchange *exchange) {
        requests.append(exchange->request());
        if (handler)
            handler(exchange);
        else
            exchange->respond(200, {}, exchange->request().path + ' ' + exchange->request().body);
    });
    port = server->listen(QHostAddress::LocalHost, 0).value_or(0);
}

} // namespace sb::testing
