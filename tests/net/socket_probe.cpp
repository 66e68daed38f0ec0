#include "tests/net/socket_probe.h"

#include <QDir>
#include <QFile>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sb::testing {

QList<bool> noDelayOfConnectionsTo(quint16 port)
{
    QList<bool> found;
    const QStringList descriptors = QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::Files | QDir::System);
    for (const QString &name : descriptors) {
        const int descriptor = name.toInt();
        sockaddr_in peer = {};
        socklen_t size = sizeof peer;
        if (getpeername(descriptor, reinterpret_cast<sockaddr *>(&peer), &size) != 0 || peer.sin_family != AF_INET
            || ntohs(peer.sin_port) != port)
            continue;
        int value = 0;
        size = sizeof value;
        getsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &value, &size);
        found.append(value != 0);
    }
    return found;
}

qint64 residentBytes()
{
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    return statm.readAll().split(' ').at(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

FullPort::FullPort()
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    m_sockets.append(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (bind(m_sockets.first(), generic, size) != 0 || listen(m_sockets.first(), 0) != 0)
        qFatal("no port on 127.0.0.1");
    getsockname(m_sockets.first(), generic, &size);
    m_port = ntohs(address.sin_port);
    for (int i = 0; i < 4; ++i) { // more than the queue holds, whatever the kernel adds to it
        m_sockets.append(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
        (void)connect(m_sockets.last(), generic, size);
    }
}

FullPort::~FullPort()
{
    for (const int socket : std::as_const(m_sockets))
        close(socket);
}

} // namespace sb::testing
