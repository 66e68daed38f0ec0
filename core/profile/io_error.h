#pragma once

#include "core/base/result.h"

namespace sb::profile {

/// What errno says, as an error for people. @param path what could not be read or written
[[nodiscard]] tl::unexpected<Error> readFailure(int code, const QString &path);
[[nodiscard]] tl::unexpected<Error> writeFailure(int code, const QString &path);

/// A file of the profile that was read but cannot be used: Damaged, with what to do.
[[nodiscard]] Error damaged(const QString &path, const QString &reason);

} // namespace sb::profile
