#pragma once

#include <QList>

namespace sb::testing {

/// TCP_NODELAY of each connection of this process to that port on 127.0.0.1.
[[nodiscard]] QList<bool> noDelayOfConnectionsTo(quint16 port);

/// Bytes of memory that the process has in RAM now.
[[nodiscard]] qint64 residentBytes();

/// A port that takes no connection: its queue is full, and connecting to it hangs.
class FullPort
{
public:
    FullPort();
    ~FullPort();
    FullPort(const FullPort &) = delete;
    FullPort &operator=(const FullPort &) = delete;
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    quint16 m_port = 0;
    QList<int> m_sockets;
};

} // namespace sb::testing
