#include "core/listen/socket_ending.h"

#include <sys/socket.h>

namespace sb::listen {

void resetOnClose(qintptr socket)
{
    const linger now{1, 0};
    setsockopt(int(socket), SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

void endWriting(qintptr socket)
{
    shutdown(int(socket), SHUT_WR);
}

} // namespace sb::listen
