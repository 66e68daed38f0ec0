#include "core/catalog/price_history.h"

#include "core/catalog/cost_json.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::catalog {

namespace {

WallTime startOf(QDate day)
{
    return fromMilliseconds(QDateTime(day, QTime(0, 0), QTimeZone::utc()).toMSecsSinceEpoch());
}

/// A file states a price for a day on which it held already; a list that was fetched, for the moment.
WallTime heldFrom(const Cost &cost, WallTime seenAt)
{
    const bool isFetched = cost.origin == PriceOrigin::Provider || cost.origin == PriceOrigin::Aggregator;
    const bool dated = !isFetched && cost.price && cost.price->asOf.isValid();
    return dated ? std::min(startOf(cost.price->asOf), seenAt) : seenAt;
}

} // namespace

Cost costOf(const Endpoint &endpoint)
{
    return {.price = endpoint.price, .free = endpoint.free, .origin = endpoint.priceOrigin};
}

bool isSameCost(const Cost &a, const Cost &b)
{
    if (a.free != b.free || a.price.has_value() != b.price.has_value())
        return false;
    return !a.price || costsTheSame(*a.price, *b.price);
}

QList<PriceChange> PriceHistory::of(const QString &endpointId) const
{
    return m_steps.value(endpointId);
}

std::optional<PriceChange> PriceHistory::at(const QString &endpointId, WallTime time) const
{
    const auto found = m_steps.constFind(endpointId);
    if (found == m_steps.cend())
        return {};
    const auto after = std::upper_bound(found->cbegin(), found->cend(), time,
                                        [](WallTime then, const PriceChange &step) { return then < step.from; });
    if (after == found->cbegin())
        return {};
    return *std::prev(after);
}

std::optional<PriceChange> PriceHistory::latest(const QString &endpointId) const
{
    const auto found = m_steps.constFind(endpointId);
    return found == m_steps.cend() ? std::optional<PriceChange>() : found->constLast();
}

QStringList PriceHistory::endpointIds() const
{
    QStringList ids = m_steps.keys();
    ids.sort();
    return ids;
}

qsizetype PriceHistory::size() const
{
    qsizetype sum = 0;
    for (const QList<PriceChange> &steps : m_steps)
        sum += steps.size();
    return sum;
}

bool PriceHistory::add(const EndpointChange &change)
{
    const auto found = m_steps.constFind(change.endpointId);
    PriceChange step = change.change;
    if (found != m_steps.cend()) {
        if (isSameCost(found->constLast().cost, step.cost))
            return false;
        // A shipped price may be dated before one that was fetched since: it followed that one all the same.
        step.from = std::max(step.from, found->constLast().from);
    }
    QList<PriceChange> &steps = m_steps[change.endpointId];
    if (steps.size() == MostPerEndpoint)
        steps.removeFirst();
    steps.append(step);
    return true;
}

QList<EndpointChange> PriceHistory::newest(qsizetype perEndpoint) const
{
    QList<EndpointChange> changes;
    for (const QString &id : endpointIds()) {
        const QList<PriceChange> steps = m_steps.value(id);
        for (const PriceChange &step : steps.last(std::min(perEndpoint, steps.size())))
            changes.append({.endpointId = id, .change = step});
    }
    return changes;
}

QList<EndpointChange> newChanges(const PriceHistory &history, const Catalog &beneath, WallTime now)
{
    QList<EndpointChange> changes;
    for (const Endpoint &endpoint : beneath.endpoints()) {
        const Cost cost = costOf(endpoint);
        const std::optional<PriceChange> latest = history.latest(endpoint.id);
        const bool isKnown = latest ? isSameCost(latest->cost, cost) : !cost.price && !cost.free;
        if (!isKnown)
            changes.append(
                {.endpointId = endpoint.id, .change = {.from = heldFrom(cost, now), .seenAt = now, .cost = cost}});
    }
    return changes;
}

PriceHistory withNow(PriceHistory history, const Catalog &beneath, WallTime now)
{
    for (const EndpointChange &change : newChanges(history, beneath, now))
        history.add(change);
    return history;
}

Json toJson(const EndpointChange &change)
{
    Json json = toJson(change.change.cost);
    json.set("endpoint", change.endpointId);
    json.set("from", toMilliseconds(change.change.from));
    json.set("seen", toMilliseconds(change.change.seenAt));
    return json;
}

Result<EndpointChange> parseChange(const Json &json)
{
    JsonFields fields(json);
    EndpointChange change;
    change.endpointId = fields.requiredText("endpoint");
    change.change.from = readTime(fields, "from");
    change.change.seenAt = readTime(fields, "seen");
    change.change.cost = readCost(fields);
    return fields.result(change);
}

} // namespace sb::catalog
