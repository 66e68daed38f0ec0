#pragma once

#include "core/catalog/price_override.h"

#include <QMetaType>

namespace sb::catalog {

/// An entry of a fetched list that was not taken as it came, and why. Where only its price was odd, the rest was taken.
struct RejectedModel
{
    QString endpointId = {}; ///< as it is in the catalog, or would be
    QString reason = {}; ///< translated, one sentence
    friend bool operator==(const RejectedModel &, const RejectedModel &) = default;
};

/// How asking one source went, and what came of it.
struct SourceReport
{
    enum class Outcome
    {
        Fetched, ///< its list is in use
        NotModified, ///< it said that nothing changed
        Failed, ///< no answer, or one that is an error; what was there stays
        Rejected, ///< an answer that cannot be right as a whole; what was there stays
        Cancelled,
    };
    QString sourceId = {}; ///< see FetchedList
    QString name = {}; ///< for people: "OpenAI", "models.dev"
    Outcome outcome = Outcome::Failed;
    /// Translated, one sentence with what to do: of Failed and Rejected, and of others what failed in part.
    QString reason = {};
    QList<RejectedModel> rejected = {}; ///< of a list that was taken: the entries that were not; they stay as they were
    int listed = 0; ///< models in its list
    int added = 0; ///< that were not in the catalog before
    int changed = 0; ///< whose price, limits or capabilities are others now
    int gone = 0; ///< that the list had before and has no more; shipped ones stay in the catalog
    friend bool operator==(const SourceReport &, const SourceReport &) = default;
};

/// A price in use that is another one after the refresh.
struct PriceMove
{
    QString endpointId = {};
    Cost before = {};
    Cost now = {};
    friend bool operator==(const PriceMove &, const PriceMove &) = default;
};

/// What a refresh of the catalog did.
struct RefreshReport
{
    WallTime at = {};
    QList<SourceReport> sources = {}; ///< in the order in which they were asked for
    QList<PriceMove> moves = {}; ///< beneath overrides, in the catalog's order; without endpoints that are new
    QList<ChangeBeneath> beneathOverrides = {}; ///< overrides that the user may want to look at again
    friend bool operator==(const RefreshReport &, const RefreshReport &) = default;
};

/// How many sources had this outcome.
[[nodiscard]] int count(const RefreshReport &report, SourceReport::Outcome outcome);

} // namespace sb::catalog

Q_DECLARE_METATYPE(sb::catalog::RefreshReport)
