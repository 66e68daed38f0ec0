#pragma once

#include <QByteArray>
#include <QString>

namespace sb::testing {

/// The session's gnome-keyring, as another program of the user sees it, in a session of packaging/with-keyring.
namespace keyring {

void lock();
void unlock();
[[nodiscard]] bool isLocked();

} // namespace keyring

} // namespace sb::testing
