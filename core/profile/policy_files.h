#pragma once

#include "core/profile/profile.h"
#include "core/routing/policy/policy.h"

namespace sb::profile {

struct LoadedPolicies
{
    QList<routing::Policy> policies = {}; ///< by name
    QHash<QString, Revision> revisions = {}; ///< by name; what savePolicy() expects
    QList<BadFile> bad = {};
};
[[nodiscard]] LoadedPolicies loadPolicies(const Paths &paths);
// Errors: as of the same calls for chains.
[[nodiscard]] Result<Revision> savePolicy(const Paths &paths, const routing::Policy &policy, const Revision &expected);
[[nodiscard]] Result<Revision> renamePolicy(const Paths &paths, const QString &oldName, const Revision &expected,
                                            const routing::Policy &policy);
[[nodiscard]] Result<void> removePolicy(const Paths &paths, const QString &name, const Expected &expected = {});

} // namespace sb::profile
