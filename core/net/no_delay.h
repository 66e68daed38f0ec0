#pragma once

#include <QSet>

namespace sb::net {

/// Sets TCP_NODELAY on the TCP sockets of this process that it has not seen before. QNetworkAccessManager never does,
/// and hands its sockets to nobody, so they are found in /proc/self/fd; elsewhere than on Linux this does nothing.
/// It may reach sockets of others, where the option is harmless; listening sockets, which would pass it on, are left
/// out.
class NoDelay
{
public:
    void apply();

private:
    QSet<quint64> m_seen; ///< inodes of the sockets that were open at the last look; a descriptor alone is soon reused
};

} // namespace sb::net
