#pragma once

#include "core/base/result.h"

namespace sb::profile {

/// What errno says, as an error for people. @param path what could not be read or written
[[nodiscard]] tl::unexpected<Error> readFailure(int code, const QString &path);
[[nodiscard]] tl::unexpected<Error> writeFailure(int code, const QString &path);

/// A file of the profile that was read but cannot be used: Damaged, with what to do.
[[nodiscard]] Error damaged(const QString &path, const QString &reason);

/// What tells the later writer that the file was another by now, and was kept.
[[nodiscard]] tl::unexpected<Error> keptBeside(const QString &path, const QString &keptAs);
/// What tells who wanted to remove a file that it was another by now, and is still there.
[[nodiscard]] tl::unexpected<Error> leftAlone(const QString &path);

} // namespace sb::profile
