#include "core/catalog/layers.h"

#include "core/catalog/address.h"
#include "core/catalog/model_names.h"
#include "core/catalog/region_price.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::catalog {

namespace {

using Kind = FetchedList::Kind;

bool isOwn(Kind kind)
{
    return kind == Kind::Models || kind == Kind::PricedModels;
}

/// Whether a fetched price takes the place of the one that is there.
bool wins(const Price &stated, PriceOrigin origin, const Endpoint &there)
{
    if (there.free || there.priceOrigin == PriceOrigin::OwnFile)
        return !there.free && !there.price;
    if (!there.price)
        return true;
    if (there.priceOrigin != PriceOrigin::Curated)
        return false; // what was fetched from somebody nearer to it came before
    const QDate shipped = there.price->asOf;
    if (origin == PriceOrigin::Provider)
        return !shipped.isValid() || shipped <= stated.asOf;
    return !shipped.isValid() || shipped.daysTo(stated.asOf) > CuratedDays;
}

/// Puts lists over the endpoints of files, one after the other.
class Layering
{
public:
    explicit Layering(const Catalog &files)
        : m_files(files)
        , m_endpoints(files.endpoints())
    {
        for (qsizetype i = 0; i < m_endpoints.size(); ++i) {
            Endpoint &endpoint = m_endpoints[i];
            endpoint.priceOrigin = endpoint.fromProfile ? PriceOrigin::OwnFile : PriceOrigin::Curated;
            m_index.insert(endpoint.id, i);
            m_names.add(endpoint);
        }
    }

    /// What routers call "author/slug" is what other providers' models are compared with.
    void learnNames(const FetchedList &list)
    {
        for (const Endpoint &endpoint : list.endpoints) {
            if (!m_index.contains(endpoint.id))
                m_names.add(endpoint);
        }
    }

    void put(const FetchedList &list)
    {
        if (isOwn(list.kind))
            m_listed.insert(list.sourceId);
        for (const Endpoint &stated : list.endpoints) {
            const auto at = m_index.constFind(stated.id);
            if (at != m_index.cend())
                improve(m_endpoints[*at], stated, list);
            else if (mayAdd(stated, list.kind))
                add(stated, list);
        }
    }

    [[nodiscard]] Catalog result() const
    {
        QList<Endpoint> sold = m_endpoints;
        for (Endpoint &endpoint : sold) {
            if (const Provider *provider = m_files.provider(endpoint.providerId))
                endpoint = soldInRegion(endpoint, *provider);
        }
        return Catalog(m_files.providers(), sold);
    }

private:
    [[nodiscard]] bool mayAdd(const Endpoint &stated, Kind kind) const
    {
        const bool isNamed = isOwn(kind) || (kind == Kind::Index && !m_listed.contains(stated.providerId));
        return isNamed && m_files.provider(stated.providerId);
    }

    void add(const Endpoint &stated, const FetchedList &list)
    {
        Endpoint endpoint = stated;
        endpoint.price.reset();
        endpoint.fromProfile = false;
        if (list.kind != Kind::PricedModels) {
            const QString known = m_names.find(stated.upstreamModel);
            if (!known.isEmpty())
                endpoint.modelId = known;
        }
        if (list.kind == Kind::Models)
            m_guessed.insert(endpoint.id);
        setPrice(endpoint, stated, list);
        m_index.insert(endpoint.id, m_endpoints.size());
        m_endpoints.append(endpoint);
    }

    void improve(Endpoint &endpoint, const Endpoint &stated, const FetchedList &list)
    {
        if (isOwn(list.kind)) {
            endpoint.contextTokens = stated.contextTokens ? stated.contextTokens : endpoint.contextTokens;
            endpoint.maxOutputTokens = stated.maxOutputTokens ? stated.maxOutputTokens : endpoint.maxOutputTokens;
            if (stated.retires.isValid())
                endpoint.retires = stated.retires;
        }
        if (list.kind != Kind::Offers)
            fillIn(endpoint, stated);
        setPrice(endpoint, stated, list);
    }

    void fillIn(Endpoint &endpoint, const Endpoint &stated)
    {
        if (!endpoint.contextTokens)
            endpoint.contextTokens = stated.contextTokens;
        if (!endpoint.maxOutputTokens)
            endpoint.maxOutputTokens = stated.maxOutputTokens;
        if (!endpoint.released.isValid())
            endpoint.released = stated.released;
        if (!endpoint.retires.isValid())
            endpoint.retires = stated.retires;
        if (!endpoint.openWeights)
            endpoint.openWeights = stated.openWeights;
        if (m_guessed.remove(endpoint.id)) {
            endpoint.capabilities = stated.capabilities;
            endpoint.inputs = stated.inputs;
            endpoint.outputs = stated.outputs;
        }
    }

    static void setPrice(Endpoint &endpoint, const Endpoint &stated, const FetchedList &list)
    {
        const PriceOrigin origin = isOwn(list.kind) ? PriceOrigin::Provider : PriceOrigin::Aggregator;
        const std::optional<Price> price = priceIn(list, stated);
        if (!price || !wins(*price, origin, endpoint))
            return;
        endpoint.price = price;
        endpoint.priceOrigin = origin;
    }

    const Catalog &m_files;
    QList<Endpoint> m_endpoints;
    QHash<QString, qsizetype> m_index; ///< by id
    ModelNames m_names;
    QSet<QString> m_listed; ///< providers whose own list is there
    QSet<QString> m_guessed; ///< endpoints of which nobody has said yet what they can do
};

} // namespace

Catalog withFetched(const Catalog &files, const QList<FetchedList> &lists)
{
    // The rule in a profile that was never refreshed: nothing to put over anything, and nothing to copy.
    const auto isElsewhere = [](const Provider &provider) {
        return std::ranges::find(provider.regionPrices, regionOf(provider), &RegionPrice::region)
            != provider.regionPrices.end();
    };
    if (lists.isEmpty() && std::ranges::none_of(files.endpoints(), &Endpoint::fromProfile)
        && std::ranges::none_of(files.providers(), isElsewhere))
        return files;
    Layering layering(files);
    for (const FetchedList &list : lists) {
        if (list.kind == Kind::PricedModels)
            layering.learnNames(list);
    }
    // The nearer somebody is to the provider, the earlier.
    for (const Kind kind : {Kind::PricedModels, Kind::Models, Kind::Offers, Kind::Index}) {
        for (const FetchedList &list : lists) {
            if (list.kind == kind)
                layering.put(list);
        }
    }
    return layering.result();
}

} // namespace sb::catalog
