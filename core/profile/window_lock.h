#pragma once

#include "core/profile/descriptor.h"
#include "core/profile/profile.h"

namespace sb::profile {

/// Says that this process shows the window of a profile. The kernel lets go of it when the process ends, however it
/// ends, so that no stale lock is possible. `ask` and `serve` run beside a window and do not take it.
class WindowLock
{
public:
    /// Does not wait. Errors: Conflict with the process that holds it, NotPermitted, NoSpace.
    [[nodiscard]] static Result<WindowLock> take(const Paths &paths);

private:
    explicit WindowLock(Descriptor descriptor);

    Descriptor m_descriptor; // the file stays when it is closed: removing it would let two take it
};

} // namespace sb::profile
