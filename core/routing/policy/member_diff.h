#pragma once

#include "core/base/json.h"
#include "core/routing/policy/semantic_diff.h"

namespace sb::routing {

/// What differs between two objects, member by member; nested objects are gone into, lists and the rest are compared as
/// a whole. A member that is missing is at its default.
/// @param path of the object, before the names of its members; @param of what it is, "Step 2 (a/b)", or empty
void addMemberChanges(QList<Change> &changes, const Json &before, const Json &after, const QString &path,
                      const QString &of);

/// Json without these members.
[[nodiscard]] Json without(Json json, const QList<QByteArray> &members);

} // namespace sb::routing
