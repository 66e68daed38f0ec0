#pragma once

#include <QObject>

#include <functional>

namespace sb::secrets {

enum class SecretService
{
    Absent, ///< nobody answers on the session bus
    Locked, ///< there, but its default collection is locked, or was never made
    Open
};

/// Asks the Secret Service whether its default collection is open, without asking the user for anything: a read or
/// write would bring up a prompt, and without a display a locked collection looks like an empty one.
/// @param then called once, from the event loop, unless `context` died before
void askSecretService(QObject *context, const std::function<void(SecretService)> &then);

} // namespace sb::secrets
