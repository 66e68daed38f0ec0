#pragma once

#include "core/profile/profile.h"

#include <QFileInfo>

#include <functional>

namespace sb::profile {

/// A link (to a folder of dotfiles, say) stays one: what it points to is written.
[[nodiscard]] QFileInfo targetOf(const QString &path);

/// What a file is known by; an error when it cannot be used.
using ReadRevision = std::function<Result<Revision>(const QString &path)>;

/// Writes a file that people edit by hand, too. One that cannot be used is kept as NAME.damaged-N, one that is not the
/// expected one as NAME.conflict-N; the latter is a Conflict for the caller, although `bytes` are written.
[[nodiscard]] Result<Revision> writeGuarded(const QString &path, const QByteArray &bytes, const Expected &expected,
                                            const ReadRevision &readRevision);

} // namespace sb::profile
