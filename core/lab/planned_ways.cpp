#include "core/lab/planned_ways.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::lab {

namespace {

constexpr std::size_t MostWays = 100'000;

QSet<QString> allProviders(const catalog::Catalog &catalog)
{
    QSet<QString> ids;
    for (const catalog::Provider &provider : catalog.providers())
        ids.insert(provider.id);
    return ids;
}

} // namespace

std::size_t PlannedWays::KeyHash::operator()(const Key &key) const
{
    return qHashMulti(0, quintptr(key.outline), key.model, key.chain, key.text, key.likelyInput, key.mostInput,
                      key.maxTokens, key.remaining);
}

PlannedWays::PlannedWays(const ReplaySpec &spec, const QList<routing::Chain> &chains, EndpointTable &table,
                         const EndpointPast &past)
    : m_chains(chains)
    , m_table(table)
    , m_past(past)
    , m_views(past.views(table))
{
    m_input.catalog = spec.catalog;
    m_input.usableProviders = spec.usableProviders.value_or(allProviders(spec.catalog));
    if (const auto &usual = spec.policy ? spec.policy : spec.inUse) {
        m_input.usual = usual->preferences;
        m_input.weights = usual->weights;
    }
}

const Way &PlannedWays::of(const Journey &journey)
{
    const Key key{.outline = journey.outline,
                  .model = journey.model,
                  .chain = journey.chain,
                  .text = journey.text,
                  .likelyInput = journey.likelyInput,
                  .mostInput = journey.mostInput,
                  .maxTokens = journey.maxTokens.value_or(-1),
                  .remaining = journey.remaining ? journey.remaining->value : -1};
    const auto known = m_ways.find(key);
    if (known != m_ways.end())
        return known->second;
    if (m_ways.size() >= MostWays)
        m_ways.clear();
    return m_ways.emplace(key, planned(journey)).first->second;
}

const PlannedWays::Sketch &PlannedWays::sketchFor(const Journey &journey)
{
    const std::pair key{quintptr(journey.outline), journey.model};
    const auto known = m_sketches.constFind(key);
    if (known != m_sketches.cend())
        return *known;
    routing::RequestOutline outline = *journey.outline;
    outline.model = journey.modelName;
    Sketch sketch{.request = routing::sketchOf(outline),
                  // It was read when the request was sent.
                  .preferences =
                      routing::parsePreferences(outline.provider, u"provider"_s).value_or(routing::Preferences())};
    sketch.implicit = routing::implicitChain(sketch.request, sketch.preferences);
    return *m_sketches.insert(key, sketch);
}

Way PlannedWays::planned(const Journey &journey)
{
    const Sketch &sketch = sketchFor(journey);
    const bool isAuto = journey.modelName == "auto"_L1;
    if (journey.chain < 0 && (isAuto || sketch.implicit.steps.isEmpty()))
        return {}; // the engine refuses it: it says neither a model nor a chain
    m_input.request = sketch.request;
    m_input.request.maxTokens = journey.maxTokens;
    m_input.preferences = sketch.preferences;
    m_input.vectors = journey.outline->vectors;
    m_input.chain = journey.chain < 0 ? sketch.implicit : m_chains.at(journey.chain);
    m_input.budget =
        journey.remaining ? routing::BudgetView{.remaining = journey.remaining} : routing::BudgetView{.hard = false};
    m_input.outline = *journey.outline;
    m_input.outline->model = journey.modelName;
    m_input.outline->text = journey.text;
    m_input.outline->likelyInput = journey.likelyInput;
    m_input.outline->mostInput = journey.mostInput;
    m_input.outline->maxTokens = journey.maxTokens;
    m_input.health = m_views[routing::promptSize((journey.text / 5 + journey.likelyInput) / 2)];
    SeededRandom random(0); // of a plan only the probabilities are read
    return wayOf(routing::plan(m_input, WallTime{}, random));
}

Way PlannedWays::wayOf(const routing::Plan &plan)
{
    Way way{.practice = plan.practice};
    double nobody = 1;
    QSet<int> asked;
    for (const routing::Candidate &candidate : plan.candidates) {
        const int place = m_table.placeOf(candidate.endpointId, candidate.modelId);
        const bool isFirst = candidate.step == plan.candidates.constFirst().step;
        if (isFirst && candidate.probability > 0)
            way.picks.push_back({.place = place, .probability = candidate.probability});
        // Of whom nothing is known, nothing is hoped for; of the first ones something has to be known.
        const std::optional<double> failing = m_past.failureShare(place);
        if (!asked.contains(place))
            nobody *= failing.value_or(1);
        asked.insert(place);
    }
    const bool isKnown = std::ranges::all_of(
        way.picks, [this](const Pick &pick) { return m_past.failureShare(pick.place).has_value(); });
    if (isKnown && !way.picks.empty())
        way.answered = 1 - nobody;
    return way;
}

} // namespace sb::lab
