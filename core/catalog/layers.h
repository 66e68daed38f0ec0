#pragma once

#include "core/catalog/fetched_list.h"

namespace sb::catalog {

/// How long a shipped price is believed against somebody who lists the prices of others.
inline constexpr qint64 CuratedDays = 180;

/// The catalog beneath overrides: files and what was fetched, put together. Pure, and the same at every start.
///
/// Whose price holds, the first that there is:
/// 1. (the user's override; withOverrides())
/// 2. the user's own catalog file; free endpoints stay free
/// 3. the provider's own list, unless the shipped price is of a later day
/// 4. the shipped price; of more than CuratedDays before the day of 5, only where 5 has none
/// 5. a router's offers, then an index
///
/// Facts: limits are the provider's own where its list states them, else the file's, else the index's. What a model can
/// do is what a file says of it (that was tried with our dialects), else what a priced list or an index says.
/// Models that only a list names are added; those that only an index names, too, as long as the provider's own list was
/// not fetched: that one knows what is served. A model that is known by another provider's name for it keeps its id.
/// @param files endpoints and providers of shipped files and of the user's own
[[nodiscard]] Catalog withFetched(const Catalog &files, const QList<FetchedList> &lists);

} // namespace sb::catalog
