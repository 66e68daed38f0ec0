#pragma once

#include "core/base/clock.h"
#include "core/listen/http_server.h"

#include <QTcpSocket>

#include <functional>

namespace sb::testing {

/// Writes bytes to a server and keeps what comes back.
class RawClient
{
public:
    explicit RawClient(quint16 port);
    ~RawClient();
    void send(const QByteArray &bytes);
    void leave(); ///< closes the connection
    void stopReading() { m_socket.setReadBufferSize(1); } ///< before the answer comes

    [[nodiscard]] const QByteArray &received() const { return m_received; }
    [[nodiscard]] QByteArray status() const { return m_received.mid(9, 3); }
    [[nodiscard]] QByteArray body() const; ///< after the first blank line
    [[nodiscard]] bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    [[nodiscard]] bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    [[nodiscard]] bool wasReset() const { return m_wasReset; }
    [[nodiscard]] QTcpSocket &socket() { return m_socket; }

private:
    void noteEnd();
    void closeWitness();

    QTcpSocket m_socket;
    int m_witness = -1; ///< the same connection under a second descriptor
    QByteArray m_received;
    bool m_wasReset = false;
};

/// A server on a free port whose requests are answered by a function and kept.
class ServerUnderTest
{
public:
    using Handler = std::function<void(listen::Exchange *exchange)>;
    explicit ServerUnderTest(const listen::Limits &limits = {}, Handler handler = {});

    ManualClock clock{fromMilliseconds(784111777000)};
    std::unique_ptr<listen::HttpServer> server;
    quint16 port = 0;
    QList<listen::Request> requests;
    Handler handler; ///< empty: answers 200 with the path and the body
};

} // namespace sb::testing
