#pragma once

#include "core/base/json.h"

#include <QSet>
#include <QString>

namespace sb::testing {

/// The paths of all members of a body, such as "messages[].content[].text"; those below a member that holds what the
/// caller wrote (a schema, arguments, a result) are left out. Words of Gemini's in snake case come in camel case, which
/// means the same there.
[[nodiscard]] QSet<QString> fieldPaths(const Json &body, bool gemini);

/// The paths that the table "Not supported" of a README.md names. @param readme a path in the source tree
[[nodiscard]] QSet<QString> unsupportedFields(const QString &readme);

/// Whether the path, or one above it, is among these.
[[nodiscard]] bool isWithin(const QSet<QString> &paths, const QString &path);

} // namespace sb::testing
