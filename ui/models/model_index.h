#pragma once

#include "core/catalog/catalog.h"
#include "core/usage/recent_use.h"
#include "ui/models/model_filter.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace sb::ui {

/// One endpoint with what filters and columns ask of it, worked out once.
struct Offer
{
    catalog::Endpoint endpoint = {};
    QString haystack = {}; ///< lower case
    int model = 0; ///< index of its model
    int provider = 0; ///< index of its provider
    quint64 regions = 0; ///< bits by index of the region
    Abilities can = 0;
    std::optional<NanoDollars> input = {}; ///< a million tokens of a short prompt; 0 where free; nullopt: unpriced
    std::optional<NanoDollars> output = {};
    qint64 weight = 0; ///< three parts of input and one of output, to tell which is cheaper
};

/// One model with its offers, which stand together.
struct IndexedModel
{
    QString id = {};
    int firstOffer = 0;
    int offers = 0;
    QDate released = {}; ///< the earliest of its offers
};

/// What is measured and worked out for one offer; empty where there is nothing on record.
struct OfferFigures
{
    qint64 attempts = 0;
    std::optional<std::chrono::milliseconds> firstContent = {};
    std::optional<double> tokensPerSecond = {};
    std::optional<double> errorShare = {};
    usage::WhatIf recent = {};
    bool recentIsKnown = false; ///< it has been worked out
};
using Figures = std::vector<OfferFigures>; ///< as many as there are offers, or none yet

struct FoundModel
{
    int model = 0;
    int lead = 0; ///< the cheapest offer that matches, whose values the row shows
    int matching = 0; ///< offers
    friend bool operator==(const FoundModel &, const FoundModel &) = default;
};

/// How many models would be shown if this one value were chosen (besides the others of its facet, where any will do).
struct FacetCounts
{
    QList<int> abilities = {}; ///< by bit
    QList<int> providers = {}; ///< by index
    QList<int> regions = {}; ///< by index
    int favorites = 0;
};

struct Found
{
    QList<FoundModel> rows = {}; ///< in the order that was asked for
    FacetCounts counts = {};
};

/// All models with their endpoints, made once for a catalog and searched with each letter that is typed. A value; pure.
class ModelIndex
{
public:
    ModelIndex() = default;
    /// @param usable ids of providers that can be asked now
    ModelIndex(const catalog::Catalog &catalog, const QSet<QString> &usable);

    [[nodiscard]] const std::vector<IndexedModel> &models() const { return m_models; } ///< by id
    [[nodiscard]] const std::vector<Offer> &offers() const { return m_offers; }
    [[nodiscard]] const QList<catalog::Provider> &providers() const { return m_providers; }
    [[nodiscard]] const QStringList &regions() const { return m_regions; } ///< sorted, 64 at most
    [[nodiscard]] const catalog::Provider &providerOf(const Offer &offer) const { return m_providers[offer.provider]; }
    [[nodiscard]] std::optional<int> modelOf(const QString &id) const;
    [[nodiscard]] int leadOf(int model) const; ///< the cheapest of all its offers

    /// @param figures for sorting by them; empty: none are known yet
    [[nodiscard]] Found find(const ModelFilter &filter, const ModelSort &sort, const QStringList &favorites,
                             const Figures &figures) const;

private:
    friend class ModelSearch;
    void addRegions(const catalog::Catalog &catalog);
    void addModel(const catalog::Catalog &catalog, const QString &id, const QSet<QString> &usable);

    std::vector<IndexedModel> m_models;
    std::vector<Offer> m_offers;
    QList<catalog::Provider> m_providers;
    QHash<QString, int> m_providerIndex;
    QHash<QString, int> m_modelIndex;
    QStringList m_regions;
};

/// Dollars for a million tokens without long prompts, cache and special hours; 0 where free; nullopt when unpriced.
[[nodiscard]] std::optional<NanoDollars> listInput(const catalog::Endpoint &endpoint);
[[nodiscard]] std::optional<NanoDollars> listOutput(const catalog::Endpoint &endpoint);
/// Of an endpoint's own region, or else where its provider says that prompts are processed.
[[nodiscard]] QStringList regionsOf(const catalog::Provider &provider, const catalog::Endpoint &endpoint);
/// What the register says about each offer. Takes a while with many offers: for a worker.
/// @param practice measures of the practice ledger; what its endpoints cost is nobody's money
[[nodiscard]] Figures figuresOf(const ModelIndex &index, const usage::RecentUse &real,
                                const usage::RecentUse &practice);

} // namespace sb::ui
