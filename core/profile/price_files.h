#pragma once

#include "core/catalog/refresh_merge.h"
#include "core/profile/profile.h"

namespace sb::profile {

/// What the profile keeps about prices beside its own catalog files.
struct LoadedPrices
{
    QList<catalog::FetchedList> fetched = {}; ///< by source
    QList<catalog::PriceOverride> overrides = {};
    QHash<QString, Revision> revisions = {}; ///< of the file of overrides, by path
    QList<BadFile> bad = {};
};
/// A list that cannot be read is named and passed over: the next refresh replaces it.
[[nodiscard]] LoadedPrices loadPrices(const Paths &paths);

/// Replaces what is kept of one source. Errors: InvalidInput for an id that is none; as writeFile().
[[nodiscard]] Result<void> saveFetched(const Paths &paths, const catalog::FetchedList &list);

/// A file that cannot be used is kept beside the new one as price-overrides.json.damaged-N. Errors: Conflict when the
/// file is no longer at `expected`: ours was written, and the other one was kept as price-overrides.json.conflict-N.
[[nodiscard]] Result<Revision> saveOverrides(const Paths &paths, const QList<catalog::PriceOverride> &overrides,
                                             const Expected &expected = {});

struct LoadedHistory
{
    catalog::PriceHistory history = {};
    QList<BadFile> bad = {}; ///< the file, when lines in it cannot be read: they are passed over and stay
};
/// One change a line. A last line that a crash left unfinished is passed over without a word.
[[nodiscard]] LoadedHistory loadHistory(const Paths &paths);

/// Adds changes at the end of the file; they are on disk when this returns. After a crash on the way the first of them
/// may be there. Errors: as writeFile(); none of them is there then.
[[nodiscard]] Result<void> appendHistory(const Paths &paths, const QList<catalog::EndpointChange> &changes);
/// Writes a file of more than 64 MB anew, with the 20 newest steps of each endpoint. Errors: as writeFile().
[[nodiscard]] Result<void> shortenHistory(const Paths &paths, const catalog::PriceHistory &history);

/// A refresh that was merged, and what could not be written of it.
struct StoredRefresh
{
    catalog::Catalog files = {}; ///< that were merged
    catalog::RefreshResult result = {};
    catalog::PriceHistory history = {};
    std::optional<Error> error = {}; ///< the refresh is in use, but not all of it will be there at the next start
};
/// Merges what was fetched and keeps it: the history first, so that no price is replaced before it is on record.
[[nodiscard]] StoredRefresh storeRefresh(const Paths &paths, const catalog::RefreshInput &input,
                                         const QList<catalog::Fetch> &fetches, WallTime now);

} // namespace sb::profile
