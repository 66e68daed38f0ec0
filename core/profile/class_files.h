#pragma once

#include "core/profile/profile.h"
#include "core/routing/classifier/class_rules.h"

namespace sb::profile {

/// The user's own classes of requests: classes.json; schema: resources/schemas/classes.schema.json.
struct LoadedClasses
{
    routing::ClassRules rules = {}; ///< none where there is no file, or a bad one
    Revision revision = {}; ///< of the file that was read; empty where there is none, or a bad one
    QList<BadFile> bad = {};
    friend bool operator==(const LoadedClasses &a, const LoadedClasses &b)
    {
        return a.rules == b.rules && a.revision == b.revision;
    }
};
[[nodiscard]] LoadedClasses loadClasses(const Paths &paths);

/// A file that cannot be used is kept beside the new one as classes.json.damaged-N. Errors: Conflict when the file is
/// no longer at `expected`: ours was written, and the other one was kept as classes.json.conflict-N.
[[nodiscard]] Result<Revision> saveClasses(const Paths &paths, const routing::ClassRules &rules,
                                           const Expected &expected = {});

} // namespace sb::profile
