#include "ui/models/model_index.h"

#include "ui/models/model_search.h"

#include <algorithm>
#include <limits>

namespace sb::ui {

namespace {

constexpr qint64 Thousand = 1000;
constexpr qint64 Million = 1'000'000;
constexpr qsizetype MostRegions = 64; // bits of a set
constexpr int InputParts = 3; // of a request there is more input than output

Abilities abilitiesOf(const catalog::Provider &provider, const catalog::Endpoint &endpoint, bool isUsable)
{
    const catalog::Capabilities &can = endpoint.capabilities;
    const catalog::Modalities inputs = catalog::allInputs(endpoint);
    const catalog::DataPolicy &policy = provider.dataPolicy;
    const auto when = [](bool has, Ability ability) { return has ? bit(ability) : Abilities(0); };
    return when(can.tools, Ability::Tools) | when(can.jsonSchema && !provider.quirks.noJsonSchema, Ability::JsonSchema)
        | when(can.reasoning, Ability::Reasoning) | when(inputs.images, Ability::ImagesIn)
        | when(inputs.files, Ability::FilesIn) | when(inputs.audio, Ability::AudioIn)
        | when(inputs.video, Ability::VideoIn) | when(endpoint.outputs.images, Ability::ImagesOut)
        | when(endpoint.outputs.audio, Ability::AudioOut)
        | when(endpoint.openWeights.value_or(false), Ability::OpenWeights)
        | when(provider.local || policy.trains == false, Ability::NoTraining)
        | when(provider.local || policy.retentionDays == 0, Ability::NoRetention) | when(isUsable, Ability::Usable);
}

const usage::EndpointUse *useOf(const usage::RecentUse &use, const QString &endpointId)
{
    const auto at = std::ranges::lower_bound(use.endpoints, endpointId, {}, &usage::EndpointUse::endpointId);
    return at != use.endpoints.end() && at->endpointId == endpointId ? &*at : nullptr;
}

} // namespace

/// So few tokens reach no step of a price that begins with long prompts.
std::optional<NanoDollars> listInput(const catalog::Endpoint &endpoint)
{
    if (!endpoint.price)
        return endpoint.free ? std::optional(NanoDollars{}) : std::nullopt;
    const std::optional<NanoDollars> thousand = catalog::expectedCost(*endpoint.price, Thousand, 0);
    return thousand ? std::optional(NanoDollars{thousand->value * Thousand}) : std::nullopt;
}

std::optional<NanoDollars> listOutput(const catalog::Endpoint &endpoint)
{
    if (!endpoint.price)
        return endpoint.free ? std::optional(NanoDollars{}) : std::nullopt;
    return catalog::expectedCost(*endpoint.price, 0, Million);
}

QStringList regionsOf(const catalog::Provider &provider, const catalog::Endpoint &endpoint)
{
    return endpoint.region.isEmpty() ? provider.dataPolicy.regions : QStringList{endpoint.region};
}

ModelIndex::ModelIndex(const catalog::Catalog &catalog, const QSet<QString> &usable)
    : m_providers(catalog.providers())
{
    for (int i = 0; i < int(m_providers.size()); ++i)
        m_providerIndex.insert(m_providers[i].id, i);
    addRegions(catalog);
    m_offers.reserve(size_t(catalog.endpoints().size()));
    for (const QString &id : catalog.modelIds())
        addModel(catalog, id, usable);
}

void ModelIndex::addRegions(const catalog::Catalog &catalog)
{
    QSet<QString> seen;
    for (const catalog::Endpoint &endpoint : catalog.endpoints()) {
        for (const QString &region : regionsOf(m_providers[m_providerIndex.value(endpoint.providerId)], endpoint))
            seen.insert(region);
    }
    m_regions = seen.values();
    m_regions.sort();
    m_regions.resize(qMin(m_regions.size(), MostRegions));
}

void ModelIndex::addModel(const catalog::Catalog &catalog, const QString &id, const QSet<QString> &usable)
{
    IndexedModel model{.id = id, .firstOffer = int(m_offers.size())};
    for (const catalog::Endpoint *endpoint : catalog.endpointsFor(id)) {
        Offer offer{.endpoint = *endpoint, .model = int(m_models.size())};
        offer.provider = m_providerIndex.value(endpoint->providerId);
        const catalog::Provider &provider = m_providers[offer.provider];
        offer.haystack =
            QStringList{id, provider.name, endpoint->id, endpoint->upstreamModel}.join(QLatin1Char('\n')).toLower();
        for (const QString &region : regionsOf(provider, *endpoint)) {
            if (const qsizetype at = m_regions.indexOf(region); at >= 0)
                offer.regions |= quint64(1) << quint64(at);
        }
        offer.can = abilitiesOf(provider, *endpoint, provider.enabled && usable.contains(provider.id));
        offer.input = listInput(*endpoint);
        offer.output = listOutput(*endpoint);
        offer.weight = offer.input && offer.output ? InputParts * offer.input->value + offer.output->value
                                                   : std::numeric_limits<qint64>::max();
        if (endpoint->released.isValid() && (!model.released.isValid() || endpoint->released < model.released))
            model.released = endpoint->released;
        m_offers.push_back(std::move(offer));
    }
    model.offers = int(m_offers.size()) - model.firstOffer;
    m_modelIndex.insert(id, int(m_models.size()));
    m_models.push_back(std::move(model));
}

std::optional<int> ModelIndex::modelOf(const QString &id) const
{
    const auto at = m_modelIndex.constFind(id);
    return at == m_modelIndex.cend() ? std::nullopt : std::optional(*at);
}

int ModelIndex::leadOf(int model) const
{
    const IndexedModel &of = m_models[size_t(model)];
    const auto first = m_offers.begin() + of.firstOffer;
    return int(std::ranges::min_element(first, first + of.offers, {}, &Offer::weight) - m_offers.begin());
}

Found ModelIndex::find(const ModelFilter &filter, const ModelSort &sort, const QStringList &favorites,
                       const Figures &figures) const
{
    return ModelSearch(*this, filter, favorites).run(sort, figures);
}

Figures figuresOf(const ModelIndex &index, const usage::RecentUse &real, const usage::RecentUse &practice)
{
    Figures figures(index.offers().size());
    for (size_t i = 0; i < figures.size(); ++i) {
        const Offer &offer = index.offers()[i];
        const catalog::Provider &provider = index.providerOf(offer);
        OfferFigures &figure = figures[i];
        const usage::EndpointUse *use = useOf(provider.practice ? practice : real, offer.endpoint.id);
        if (use && use->attempts > 0) {
            figure.attempts = use->attempts;
            figure.firstContent = use->firstContent;
            figure.tokensPerSecond = use->tokensPerSecond;
            figure.errorShare = double(use->failed) / double(use->attempts);
        }
        if (provider.practice)
            continue;
        figure.recent = usage::whatIf(real, provider, offer.endpoint);
        figure.recentIsKnown = true;
    }
    return figures;
}

} // namespace sb::ui
