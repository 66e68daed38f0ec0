#pragma once

#include "core/profile/profile.h"
#include "core/routing/policy/version_history.h"

namespace sb::profile {

/// The histories of all chains, or of all policies. What runs is in the chains' and policies' own files; see
/// routing::reconciled().
template <typename T>
struct LoadedHistories
{
    QHash<QString, routing::VersionHistory<T>> histories = {}; ///< by name; without those that have none
    QHash<QString, Revision> revisions = {}; ///< what save…History() expects
    QList<BadFile> bad = {};
};
[[nodiscard]] LoadedHistories<routing::Chain> loadChainHistories(const Paths &paths);
[[nodiscard]] LoadedHistories<routing::Policy> loadPolicyHistories(const Paths &paths);

/// Who publishes writes the history first, then the chain: after a crash between the two the old one runs on, and the
/// new version is in the list. A file that cannot be used is kept as NAME.json.damaged-N. Errors: InvalidInput for a
/// name that is none; Conflict when the file is no longer at `expected`: ours was written, and the other one was kept
/// as NAME.json.conflict-N.
[[nodiscard]] Result<Revision> saveChainHistory(const Paths &paths, const QString &name,
                                                const routing::VersionHistory<routing::Chain> &history,
                                                const Expected &expected = {});
[[nodiscard]] Result<Revision> savePolicyHistory(const Paths &paths, const QString &name,
                                                 const routing::VersionHistory<routing::Policy> &history,
                                                 const Expected &expected = {});

} // namespace sb::profile
