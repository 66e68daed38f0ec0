#pragma once

#include "core/catalog/layers.h"

namespace sb::catalog {

/// All that a refresh starts from.
struct RefreshInput
{
    Catalog files = {}; ///< shipped and the user's own
    QList<FetchedList> lists = {}; ///< what is kept from earlier refreshes
    QList<PriceOverride> overrides = {};
    PriceHistory history = {};
};

struct RefreshResult
{
    QList<FetchedList> lists = {}; ///< all that hold from now on, by source
    QStringList changedSources = {}; ///< whose list is another one now: to be written
    Catalog beneath = {}; ///< withFetched() of them
    QList<EndpointChange> changes = {}; ///< what is new to the history, oldest first: to be appended
    RefreshReport report = {};
};

/// Takes what was fetched as far as it can be right. Never harms what was there: a source that failed, or whose list
/// cannot be right as a whole (wholeListProblem()), keeps its old list; a price that is absurd by itself or after what
/// was known is not taken, and the endpoint keeps what it had from this source.
/// Endpoints that are new to the history get a step for what they cost before, so that the change itself can be seen.
[[nodiscard]] RefreshResult merge(const RefreshInput &input, const QList<Fetch> &fetches, WallTime now);

/// Why a list cannot be right as a whole after the one before; empty when it can: it is empty where models were known,
/// it has lost more than half of at least five, or more than half of at least five of its entries were rejected.
/// @param known how many models of it are known, from its earlier list or else from files
[[nodiscard]] QString wholeListProblem(const Fetch &fetch, const FetchedList *before, qsizetype known);

} // namespace sb::catalog
