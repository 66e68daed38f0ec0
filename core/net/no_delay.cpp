#include "core/net/no_delay.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <dirent.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <cstdlib>
#include <memory>
#endif

namespace sb::net {

#ifdef Q_OS_LINUX

namespace {

int option(int socket, int name)
{
    int value = -1;
    socklen_t size = sizeof value;
    return getsockopt(socket, SOL_SOCKET, name, &value, &size) == 0 ? value : -1;
}

void disableNagle(int socket)
{
    if (option(socket, SO_PROTOCOL) != IPPROTO_TCP || option(socket, SO_ACCEPTCONN) != 0)
        return;
    const int on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

struct CloseDirectory
{
    void operator()(DIR *directory) const { closedir(directory); }
};

} // namespace

void NoDelay::apply()
{
    const std::unique_ptr<DIR, CloseDirectory> directory(opendir("/proc/self/fd"));
    if (!directory)
        return;
    QSet<quint64> open;
    while (const dirent *entry = readdir(directory.get())) {
        const int descriptor = std::atoi(entry->d_name); // "." and ".." become 0, which is no socket of ours
        struct stat status = {};
        if (descriptor <= 2 || fstat(descriptor, &status) != 0 || !S_ISSOCK(status.st_mode))
            continue;
        open.insert(status.st_ino);
        if (!m_seen.contains(status.st_ino))
            disableNagle(descriptor);
    }
    m_seen = std::move(open);
}

#else

void NoDelay::apply() { }

#endif

} // namespace sb::net
