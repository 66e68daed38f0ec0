#include "core/catalog/refresh_merge.h"

#include "core/catalog/price_sanity.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::catalog {

namespace {

using Outcome = SourceReport::Outcome;

constexpr qsizetype FewModels = 5; // of fewer, half may go on one day
constexpr qsizetype MostRejectedTold = 100;

struct RefreshMergeText
{
    Q_DECLARE_TR_FUNCTIONS(sb::catalog::Refresh)
};

QHash<QString, const Endpoint *> byId(const QList<Endpoint> &endpoints)
{
    QHash<QString, const Endpoint *> index;
    index.reserve(endpoints.size());
    for (const Endpoint &each : endpoints)
        index.insert(each.id, &each);
    return index;
}

/// Offers are asked for model by model: those of models that were not asked for stay.
bool isPartial(const FetchedList &list)
{
    return list.kind == FetchedList::Kind::Offers;
}

const ListPart *partOf(const FetchedList &list, const QString &model)
{
    const auto part = std::ranges::find(list.parts, model, &ListPart::model);
    return part == list.parts.cend() ? nullptr : &*part;
}

/// A price that was not stated again: still of its day, unless a router said that its part is as it was.
std::optional<Price> datedPrice(Endpoint kept, const FetchedList &before, const Fetch &fetch)
{
    const ListPart *part = partOf(before, kept.modelId);
    if (!part || !fetch.unchanged.contains(kept.modelId))
        return priceIn(before, kept);
    if (kept.price)
        kept.price->asOf = {};
    return priceIn({.url = part->url, .at = fetch.at}, kept);
}

bool saysTheSame(const Endpoint &a, const Endpoint &b)
{
    return isSameCost(costOf(a), costOf(b)) && a.contextTokens == b.contextTokens
        && a.maxOutputTokens == b.maxOutputTokens && a.capabilities == b.capabilities;
}

/// The work of one merge.
class Merging
{
public:
    Merging(const RefreshInput &input, WallTime now)
        : m_input(input)
        , m_now(now)
        , m_before(withFetched(input.files, input.lists))
    {
        m_result.lists = input.lists;
        m_result.report.at = now;
    }

    void take(const Fetch &fetch)
    {
        SourceReport report{.sourceId = fetch.sourceId,
                            .name = fetch.name,
                            .outcome = fetch.outcome,
                            .reason = fetch.reason,
                            .rejected = fetch.rejected};
        const FetchedList *before = listOf(m_result.lists, fetch.sourceId);
        if (fetch.outcome == Outcome::Fetched) {
            const QString problem = wholeListProblem(fetch, before, knownModels(fetch, before));
            if (problem.isEmpty()) {
                use(fetch, report);
            } else {
                report.outcome = Outcome::Rejected;
                report.reason = problem;
            }
        } else if (fetch.outcome == Outcome::NotModified && before) {
            FetchedList confirmed = *before;
            confirmed.at = fetch.at;
            if (isPartial(confirmed)) {
                for (Endpoint &each : confirmed.endpoints)
                    each.price = datedPrice(each, *before, fetch);
            }
            report.listed = int(confirmed.endpoints.size());
            keep(confirmed);
        }
        if (report.rejected.size() > MostRejectedTold)
            report.rejected.resize(MostRejectedTold);
        m_result.report.sources.append(report);
    }

    RefreshResult result()
    {
        m_result.beneath = withFetched(m_input.files, m_result.lists);
        const auto before = byId(m_before.endpoints());
        for (const Endpoint &endpoint : m_result.beneath.endpoints()) {
            const Endpoint *old = before.value(endpoint.id);
            if (old && !isSameCost(costOf(*old), costOf(endpoint)))
                m_result.report.moves.append(
                    {.endpointId = endpoint.id, .before = costOf(*old), .now = costOf(endpoint)});
        }
        m_result.report.beneathOverrides = changesBeneath(m_result.beneath, m_input.overrides);
        recordChanges();
        return std::move(m_result);
    }

private:
    [[nodiscard]] qsizetype knownModels(const Fetch &fetch, const FetchedList *before) const
    {
        if (before)
            return before->endpoints.size();
        return std::ranges::count(m_input.files.endpoints(), fetch.sourceId, &Endpoint::providerId);
    }

    void use(const Fetch &fetch, SourceReport &report)
    {
        FetchedList list = fetch.list;
        list.endpoints.removeIf([](const Endpoint &each) { return !canBeKept(each); });
        const FetchedList *before = listOf(m_result.lists, fetch.sourceId);
        const auto old = before ? byId(before->endpoints) : QHash<QString, const Endpoint *>();
        judge(list, before, old, report);
        report.listed = int(list.endpoints.size());
        QSet<QString> ids;
        for (const Endpoint &each : std::as_const(list.endpoints)) {
            ids.insert(each.id);
            const Endpoint *was = old.value(each.id);
            report.added += !was && !m_before.endpoint(each.id) ? 1 : 0;
            report.changed += was && !saysTheSame(*was, each) ? 1 : 0;
        }
        if (before)
            report.gone = keepOthers(list, *before, ids, fetch, report.rejected);
        keep(list);
    }

    /// Adds to a list what was not asked for again, and what it has only in a way that cannot be used.
    /// @return how many entries are gone
    static int keepOthers(FetchedList &list, const FetchedList &before, const QSet<QString> &ids, const Fetch &fetch,
                          const QList<RejectedModel> &rejected)
    {
        for (const ListPart &part : before.parts) {
            if (!partOf(list, part.model))
                list.parts.append(part);
        }
        std::ranges::sort(list.parts, {}, &ListPart::model);
        QSet<QString> odd;
        for (const RejectedModel &each : rejected)
            odd.insert(each.endpointId);
        int gone = 0;
        for (const Endpoint &was : before.endpoints) {
            if (ids.contains(was.id))
                continue;
            if (!isPartial(list) && !odd.contains(was.id) && !odd.contains(was.providerId)) {
                ++gone;
                continue;
            }
            // Its model was answered anew, and without it: that this answer stays as it is says nothing about it.
            if (partOf(fetch.list, was.modelId)) {
                const auto part = std::ranges::find(list.parts, was.modelId, &ListPart::model);
                part->etag.clear();
                part->lastModified.clear();
            }
            list.endpoints.append(was);
            list.endpoints.last().price = datedPrice(was, before, fetch);
        }
        std::ranges::stable_sort(list.endpoints, {}, &Endpoint::providerId); // those of one provider are one file
        return gone;
    }

    /// Prices that cannot be right give way to what this source said before.
    void judge(FetchedList &list, const FetchedList *before, const QHash<QString, const Endpoint *> &old,
               SourceReport &report) const
    {
        QSet<QString> odd;
        for (const RejectedModel &each : std::as_const(report.rejected))
            odd.insert(each.endpointId);
        for (Endpoint &endpoint : list.endpoints) {
            const Endpoint *was = old.value(endpoint.id);
            const Endpoint *known = was && was->price ? was : m_before.endpoint(endpoint.id);
            if (endpoint.price && known && known->price) {
                const QString why = absurdChange(*known->price, *endpoint.price);
                if (!why.isEmpty()) {
                    report.rejected.append({.endpointId = endpoint.id, .reason = why});
                    odd.insert(endpoint.id);
                }
            }
            if (!odd.contains(endpoint.id))
                continue;
            endpoint.price = was ? priceIn(*before, *was) : std::nullopt;
            // That this part does not change would confirm a price that we did not take from it.
            if (const ListPart *part = partOf(list, endpoint.modelId))
                list.parts[part - list.parts.constData()] = {.model = part->model, .url = part->url};
        }
    }

    void keep(const FetchedList &list)
    {
        const auto at = std::ranges::lower_bound(m_result.lists, list.sourceId, {}, &FetchedList::sourceId);
        if (at != m_result.lists.end() && at->sourceId == list.sourceId)
            *at = list;
        else
            m_result.lists.insert(at - m_result.lists.begin(), list);
        m_result.changedSources.append(list.sourceId);
    }

    void recordChanges()
    {
        PriceHistory history = m_input.history;
        for (const Catalog *catalog : {&std::as_const(m_before), &std::as_const(m_result.beneath)}) {
            for (const EndpointChange &change : newChanges(history, *catalog, m_now)) {
                history.add(change);
                m_result.changes.append(change);
            }
        }
    }

    const RefreshInput &m_input;
    const WallTime m_now;
    const Catalog m_before; ///< beneath overrides, as it was
    RefreshResult m_result;
};

/// A list that names its models may have lost how it states prices. One that cannot be right is not a missing one.
QString priceProblem(const Fetch &fetch, const FetchedList &before)
{
    QSet<QString> priced;
    for (const Endpoint &each : fetch.list.endpoints) {
        if (each.price)
            priced.insert(each.id);
    }
    for (const RejectedModel &each : fetch.rejected)
        priced.insert(each.endpointId);
    qsizetype known = 0;
    qsizetype still = 0;
    for (const Endpoint &each : before.endpoints) {
        if (!each.price)
            continue;
        ++known;
        still += priced.contains(each.id) || priced.contains(each.providerId) ? 1 : 0;
    }
    if (known < FewModels || still * 2 >= known)
        return {};
    return RefreshMergeText::tr("Only %1 of %2 known prices are in the list. What was known stays; try again later.")
        .arg(still)
        .arg(known);
}

} // namespace

QString wholeListProblem(const Fetch &fetch, const FetchedList *before, qsizetype known)
{
    const QList<Endpoint> &listed = fetch.list.endpoints;
    if (fetch.list.kind == FetchedList::Kind::Offers)
        return {}; // nobody may offer it in the catalog
    if (listed.isEmpty() && known > 0)
        return RefreshMergeText::tr("The list is empty. What was known stays; try again later.");
    const qsizetype odd = fetch.rejected.size();
    if (odd >= FewModels && odd * 2 > std::max(listed.size(), odd))
        return RefreshMergeText::tr("%1 of %2 entries cannot be right, the first one since: %3 What was known stays.")
            .arg(odd)
            .arg(std::max(listed.size(), odd))
            .arg(fetch.rejected.constFirst().reason);
    if (!before || before->endpoints.size() < FewModels)
        return {};
    QSet<QString> ids;
    for (const Endpoint &each : listed)
        ids.insert(each.id);
    const qsizetype kept =
        std::ranges::count_if(before->endpoints, [&ids](const Endpoint &each) { return ids.contains(each.id); });
    if (kept * 2 >= before->endpoints.size())
        return priceProblem(fetch, *before);
    return RefreshMergeText::tr("Only %1 of %2 known models are in the list. What was known stays; try again later.")
        .arg(kept)
        .arg(before->endpoints.size());
}

RefreshResult merge(const RefreshInput &input, const QList<Fetch> &fetches, WallTime now)
{
    Merging merging(input, now);
    for (const Fetch &fetch : fetches)
        merging.take(fetch);
    return merging.result();
}

} // namespace sb::catalog
