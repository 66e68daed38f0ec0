#include "ui/models/model_search.h"

#include <algorithm>
#include <limits>
#include <span>
#include <tuple>

namespace sb::ui {

namespace {

template <typename T>
bool isWithin(const std::optional<T> &value, const Span<T> &span)
{
    return !span.isSet() || (value && (!span.least || *value >= *span.least) && (!span.most || *value <= *span.most));
}

/// A number by which a row is sorted; nullopt: it has none and comes last.
using Key = std::optional<double>;

Key keyOf(std::optional<NanoDollars> amount)
{
    return amount ? Key(double(amount->value)) : Key();
}

/// What serves more of the requests comes first, whatever it costs: an answer to less is not cheaper.
Key recentKey(const OfferFigures &figures, bool descending)
{
    const usage::WhatIf &recent = figures.recent;
    if (!figures.recentIsKnown || !recent.cost)
        return {};
    constexpr double MoreThanAnyCost = 1e19; // the range of an amount in nano-dollars
    const double missing = double(recent.requests - recent.served) * MoreThanAnyCost;
    return double(recent.cost->value) + (descending ? -missing : missing);
}

Key keyOf(ModelOrder order, const Offer &offer, const IndexedModel &model, const OfferFigures &figures, bool descending)
{
    switch (order) {
    case ModelOrder::Newest:
        return model.released.isValid() ? Key(double(model.released.toJulianDay())) : Key();
    case ModelOrder::Context:
        return offer.endpoint.contextTokens ? Key(double(*offer.endpoint.contextTokens)) : Key();
    case ModelOrder::Input:
        return keyOf(offer.input);
    case ModelOrder::Output:
        return keyOf(offer.output);
    case ModelOrder::FirstToken:
        return figures.firstContent ? Key(double(figures.firstContent->count())) : Key();
    case ModelOrder::Speed:
        return figures.tokensPerSecond;
    case ModelOrder::Errors:
        return figures.errorShare;
    case ModelOrder::RecentCost:
        return recentKey(figures, descending);
    case ModelOrder::PriceAge: // the older, the more days
        return offer.endpoint.price && offer.endpoint.price->asOf.isValid()
            ? Key(-double(offer.endpoint.price->asOf.toJulianDay()))
            : Key();
    case ModelOrder::Mine:
    case ModelOrder::Name:
        break;
    }
    return {};
}

} // namespace

int facetsSet(const ModelFilter &filter)
{
    return int(qPopulationCount(filter.abilities)) + int(!filter.providers.isEmpty()) + int(!filter.regions.isEmpty())
        + int(filter.outputPrice.isSet()) + int(filter.context.isSet()) + int(filter.releasedSince.isValid())
        + int(filter.favoritesOnly);
}

bool beginsDescending(ModelOrder order)
{
    return order == ModelOrder::Newest || order == ModelOrder::Context || order == ModelOrder::Speed;
}

ModelSearch::ModelSearch(const ModelIndex &index, const ModelFilter &filter, const QStringList &favorites)
    : m_index(index)
    , m_filter(filter)
    , m_words(filter.text.toLower().simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts))
    , m_providers(size_t(index.providers().size()), char(filter.providers.isEmpty()))
    , m_seenProvider(size_t(index.providers().size()), -1)
{
    for (int i = 0; i < int(favorites.size()); ++i)
        m_rank.insert(favorites[i], i);
    for (const QString &id : filter.providers) {
        if (const auto at = index.m_providerIndex.constFind(id); at != index.m_providerIndex.cend())
            m_providers[size_t(*at)] = 1;
    }
    for (const QString &region : filter.regions) {
        if (const qsizetype at = index.regions().indexOf(region); at >= 0)
            m_regions |= quint64(1) << quint64(at);
    }
    m_found.counts = {.abilities = QList<int>(AbilityCount),
                      .providers = QList<int>(index.providers().size()),
                      .regions = QList<int>(index.regions().size())};
}

Found ModelSearch::run(const ModelSort &sort, const Figures &figures)
{
    for (size_t i = 0; i < m_index.models().size(); ++i)
        take(m_index.models()[i], int(i));
    order(sort, figures);
    return std::move(m_found);
}

bool ModelSearch::hasWords(const Offer &offer) const
{
    return std::ranges::all_of(m_words, [&offer](const QString &word) { return offer.haystack.contains(word); });
}

quint32 ModelSearch::misses(const Offer &offer) const
{
    quint32 missed = 0;
    if ((offer.can & m_filter.abilities) != m_filter.abilities || !isWithin(offer.output, m_filter.outputPrice)
        || !isWithin(offer.endpoint.contextTokens, m_filter.context)
        || (m_filter.releasedSince.isValid()
            && (!offer.endpoint.released.isValid() || offer.endpoint.released < m_filter.releasedSince)))
        missed |= Elsewhere;
    if (!m_providers[size_t(offer.provider)])
        missed |= Provider;
    if (!m_filter.regions.isEmpty() && (offer.regions & m_regions) == 0)
        missed |= Region;
    // Who misses in more than one facet counts nowhere, whatever its words.
    if (missed == 0 || missed == Provider || missed == Region)
        missed |= hasWords(offer) ? 0U : quint32(Elsewhere);
    return missed;
}

void ModelSearch::take(const IndexedModel &model, int index)
{
    m_seenAbilities = 0;
    m_seenRegions = 0;
    const bool isFavorite = m_rank.contains(model.id);
    FoundModel found{.model = index, .lead = -1};
    for (int i = model.firstOffer; i < model.firstOffer + model.offers; ++i) {
        const Offer &offer = m_index.offers()[size_t(i)];
        const quint32 missed = misses(offer);
        if ((missed & Elsewhere) != 0)
            continue;
        count(offer, missed, isFavorite);
        if (missed != 0)
            continue;
        ++found.matching;
        if (found.lead < 0 || offer.weight < m_index.offers()[size_t(found.lead)].weight)
            found.lead = i;
    }
    if (found.matching == 0)
        return;
    m_found.counts.favorites += isFavorite ? 1 : 0;
    if (isFavorite || !m_filter.favoritesOnly)
        m_found.rows.append(found);
}

/// An offer that misses in one facet alone counts for the values of that facet: those that it would be found by.
void ModelSearch::count(const Offer &offer, quint32 missed, bool isFavorite)
{
    if (m_filter.favoritesOnly && !isFavorite)
        return;
    FacetCounts &counts = m_found.counts;
    if ((missed & ~quint32(Provider)) == 0 && m_seenProvider[size_t(offer.provider)] != offer.model) {
        m_seenProvider[size_t(offer.provider)] = offer.model;
        ++counts.providers[offer.provider];
    }
    if ((missed & ~quint32(Region)) == 0) {
        for (quint64 fresh = offer.regions & ~m_seenRegions; fresh != 0; fresh &= fresh - 1)
            ++counts.regions[qsizetype(qCountTrailingZeroBits(fresh))];
        m_seenRegions |= offer.regions;
    }
    if (missed == 0) {
        for (Abilities fresh = offer.can & ~m_seenAbilities; fresh != 0; fresh &= fresh - 1)
            ++counts.abilities[qsizetype(qCountTrailingZeroBits(fresh))];
        m_seenAbilities |= offer.can;
    }
}

void ModelSearch::order(const ModelSort &sort, const Figures &figures)
{
    if (sort.order == ModelOrder::Mine) {
        orderByMine();
        return;
    }
    if (sort.order == ModelOrder::Name) { // models are in the order of their names
        if (sort.descending)
            std::ranges::reverse(m_found.rows);
        return;
    }
    std::vector<Key> keys(m_index.models().size());
    for (const FoundModel &row : std::as_const(m_found.rows)) {
        const OfferFigures figure = figures.empty() ? OfferFigures{} : figures[size_t(row.lead)];
        keys[size_t(row.model)] = keyOf(sort.order, m_index.offers()[size_t(row.lead)],
                                        m_index.models()[size_t(row.model)], figure, sort.descending);
    }
    std::ranges::stable_sort(m_found.rows, [&](const FoundModel &a, const FoundModel &b) {
        const Key &left = keys[size_t(a.model)];
        const Key &right = keys[size_t(b.model)];
        if (!left || !right)
            return left.has_value() && !right;
        return sort.descending ? *left > *right : *left < *right;
    });
}

bool ModelSearch::isUsable(const IndexedModel &model) const
{
    const auto offers = std::span(m_index.offers()).subspan(size_t(model.firstOffer), size_t(model.offers));
    return std::ranges::any_of(offers, [](const Offer &offer) { return (offer.can & bit(Ability::Usable)) != 0; });
}

void ModelSearch::orderByMine()
{
    struct Rank
    {
        int favorite = std::numeric_limits<int>::max();
        bool begins = false; ///< its name begins with what is looked for
        bool usable = false; ///< can be asked now
        qint64 day = 0;
    };
    std::vector<Rank> ranks(m_index.models().size());
    const QString wanted = m_words.join(QLatin1Char(' '));
    for (const FoundModel &row : std::as_const(m_found.rows)) {
        const IndexedModel &model = m_index.models()[size_t(row.model)];
        const QStringView slug = QStringView(model.id).mid(model.id.indexOf(QLatin1Char('/')) + 1);
        ranks[size_t(row.model)] = {.favorite = m_rank.value(model.id, std::numeric_limits<int>::max()),
                                    .begins = !wanted.isEmpty() && slug.startsWith(wanted, Qt::CaseInsensitive),
                                    .usable = isUsable(model),
                                    .day = model.released.isValid() ? model.released.toJulianDay() : 0};
    }
    std::ranges::stable_sort(m_found.rows, [&ranks](const FoundModel &a, const FoundModel &b) {
        const Rank &left = ranks[size_t(a.model)];
        const Rank &right = ranks[size_t(b.model)];
        return std::tuple(left.favorite, !left.begins, !left.usable, -left.day)
            < std::tuple(right.favorite, !right.begins, !right.usable, -right.day);
    });
}

} // namespace sb::ui
