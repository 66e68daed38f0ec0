#pragma once

#include "core/base/clock.h"
#include "core/catalog/catalog.h"

namespace sb::catalog {

/// What an endpoint costs, without the rest of it: nothing (`free`), a price, or not known.
struct Cost
{
    std::optional<Price> price = {}; ///< nullopt and not free: unpriced
    bool free = false;
    PriceOrigin origin = PriceOrigin::Curated;
    friend bool operator==(const Cost &, const Cost &) = default;
};
[[nodiscard]] Cost costOf(const Endpoint &endpoint);
/// Whether both cost the same, whoever says so.
[[nodiscard]] bool isSameCost(const Cost &a, const Cost &b);

/// A cost as it was first seen.
struct PriceChange
{
    WallTime from = {}; ///< since when it holds: when it was seen, or the earlier day for which the source states it
    WallTime seenAt = {}; ///< when Signalbox first saw it
    Cost cost = {};
    friend bool operator==(const PriceChange &, const PriceChange &) = default;
};

/// A change of one endpoint; what is appended to the file of the history.
struct EndpointChange
{
    QString endpointId = {};
    PriceChange change = {};
    friend bool operator==(const EndpointChange &, const EndpointChange &) = default;
};

/// All prices that endpoints were seen to have, beneath the user's overrides: a step function per endpoint. Values;
/// copies are cheap.
class PriceHistory
{
public:
    /// More of one endpoint are not kept: its oldest go. A price that changes each week fills this in two years.
    static constexpr qsizetype MostPerEndpoint = 100;

    /// Steps of one endpoint, oldest first, `from` never falling, each another cost than the one before; empty where
    /// nothing was seen. A chart draws each until the `from` of the next, the last one until now.
    [[nodiscard]] QList<PriceChange> of(const QString &endpointId) const;
    /// The step that held then. nullopt before the first one, since nothing is known of that time.
    [[nodiscard]] std::optional<PriceChange> at(const QString &endpointId, WallTime time) const;
    [[nodiscard]] std::optional<PriceChange> latest(const QString &endpointId) const;
    [[nodiscard]] QStringList endpointIds() const; ///< sorted
    [[nodiscard]] qsizetype size() const; ///< all steps

    /// Adds a step. @return false, and changes nothing, when the endpoint cost the same already
    bool add(const EndpointChange &change);
    /// The newest steps of each endpoint, by endpoint: what a file holds that is written anew.
    [[nodiscard]] QList<EndpointChange> newest(qsizetype perEndpoint) const;

    friend bool operator==(const PriceHistory &, const PriceHistory &) = default;

private:
    QHash<QString, QList<PriceChange>> m_steps;
};

/// What this catalog shows that the history does not know yet, in the catalog's order. An endpoint that was never
/// priced has no step; one that lost its price gets one.
/// @param beneath the catalog without overrides
[[nodiscard]] QList<EndpointChange> newChanges(const PriceHistory &history, const Catalog &beneath, WallTime now);

/// The history and, where it does not know them yet, the prices of now: what a chart draws.
[[nodiscard]] PriceHistory withNow(PriceHistory history, const Catalog &beneath, WallTime now);

/// One line of the file of the history, without its line feed.
[[nodiscard]] Json toJson(const EndpointChange &change);
/// Errors: InvalidInput, with the path of what is wrong.
[[nodiscard]] Result<EndpointChange> parseChange(const Json &json);

} // namespace sb::catalog
