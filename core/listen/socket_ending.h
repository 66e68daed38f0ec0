#pragma once

#include <QtGlobal>

namespace sb::listen {

// What QTcpSocket has no words for. Failures are of no interest: the connection ends in any case.

/// Lets the next close of this socket be a reset, and what the system has not sent yet be thrown away.
void resetOnClose(qintptr socket);
/// Tells the peer that nothing more comes, while its bytes can still be read.
void endWriting(qintptr socket);

} // namespace sb::listen
