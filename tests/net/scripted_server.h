#pragma once

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace sb::testing {

class ScriptedServer;

/// One accepted connection, used by the script on a thread of its own; every call blocks.
class ScriptedConnection
{
public:
    ScriptedConnection(ScriptedServer &server, int socket, int number);
    ~ScriptedConnection();
    ScriptedConnection(const ScriptedConnection &) = delete;
    ScriptedConnection &operator=(const ScriptedConnection &) = delete;

    [[nodiscard]] int number() const { return m_number; } ///< 0 for the first that was accepted
    QByteArray readHead(); ///< the header alone; empty when the client has gone. Counts as a request.
    QByteArray readRequest(); ///< header and body
    bool send(const QByteArray &bytes); ///< false when the client has gone
    void answer(const QByteArray &body, const QByteArray &headers = {}); ///< 200 with Content-Length
    /// Sends zeros until `total` are sent or the client has taken none for `patience`.
    void sendUntilBlocked(qint64 total, std::chrono::milliseconds patience);
    void finish(); ///< FIN
    void reset(); ///< RST
    void waitForClient(); ///< returns when the client has closed
    void hold(); ///< waits for ScriptedServer::release()

private:
    bool fill();

    ScriptedServer &m_server;
    int m_socket;
    int m_number;
    QByteArray m_received;
};

/// A TCP server on 127.0.0.1 that does to each connection what a script says, and keeps count. For showing faults that
/// no HTTP library would produce.
class ScriptedServer
{
public:
    using Script = std::function<void(ScriptedConnection &connection)>;

    explicit ScriptedServer(Script script);
    ~ScriptedServer();
    ScriptedServer(const ScriptedServer &) = delete;
    ScriptedServer &operator=(const ScriptedServer &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] int requests() const { return m_requests; }
    [[nodiscard]] int connectionsOpen() const; ///< accepted, and not yet closed by the script
    [[nodiscard]] int clientsGone() const { return m_clientsGone; } ///< connections whose end the script has seen
    [[nodiscard]] qint64 bytesSent() const { return m_bytesSent; }
    [[nodiscard]] bool blocked() const { return m_blocked; } ///< sendUntilBlocked() gave up
    [[nodiscard]] QList<QByteArray> received() const; ///< every request, in order of arrival
    void release(); ///< lets all hold() pass, now and later

private:
    friend class ScriptedConnection;
    void acceptAll();
    void closeSocket(int socket);

    Script m_script;
    int m_listening = -1;
    quint16 m_port = 0;
    std::atomic<int> m_requests = 0;
    std::atomic<int> m_clientsGone = 0;
    std::atomic<qint64> m_bytesSent = 0;
    std::atomic<bool> m_blocked = false;
    mutable std::mutex m_mutex;
    std::condition_variable m_released;
    bool m_open = false; ///< hold() passes
    bool m_stopping = false;
    QList<int> m_sockets;
    QList<QByteArray> m_received;
    std::vector<std::thread> m_connections;
    std::thread m_accepting;
};

} // namespace sb::testing
