#include "core/routing/plan.h"

#include "core/routing/choice.h"
#include "core/routing/overrides.h"
#include "core/routing/plan_filters.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace sb::routing {

namespace {

struct PlanText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

constexpr qsizetype LikelyEndpoints = 8; ///< of one model
// Below these a quantile says nothing about the slow ones.
constexpr int EnoughForHedge = 20;

/// An endpoint that a step may use, before anything was asked about it.
struct Offered
{
    const catalog::Endpoint *endpoint = nullptr;
    int model = 0; ///< place among the models of the step
    Variant variant = Variant::None;
};

/// What a step asks of all its endpoints.
struct Asked
{
    const Step &step;
    const chat::Request &request;
    const RequestNeeds &needs;
    const Preferences &preferences;
};

/// Looks at every endpoint of every step once, sorts it into the plan, and puts those that may serve into an order.
class Planner
{
public:
    Planner(const PlanInput &input, Random &random)
        : m_input(input)
        , m_random(random)
        , m_needs(needsOf(input.request))
        , m_verdicts(size_t(input.catalog.providers().size()))
    {
        m_plan.chainName = input.chain.name;
        m_plan.chainVersion = input.chain.version;
        m_plan.policy = input.policy;
        m_plan.inputTokensBound = m_needs.most;
        qsizetype likely = 0;
        for (const Step &step : input.chain.steps)
            likely += step.endpoints.isEmpty() ? LikelyEndpoints : step.endpoints.size();
        m_plan.candidates.reserve(likely);
    }

    Plan run()
    {
        for (m_step = 0; m_step < m_input.chain.steps.size(); ++m_step)
            addStep(m_input.chain.steps.at(m_step));
        return std::move(m_plan);
    }

private:
    void addStep(const Step &step);
    void addAll(const Asked &asked);
    void offerNamed(const Step &step);
    void offerModels(const Step &step);
    void offerFitting(const Step &step);
    void add(const Asked &asked, const Offered &offered);
    void accept(const Option &option, const Offer &offer, const Offered &offered);
    [[nodiscard]] const Measured *measuredOf(const QString &endpointId) const;
    [[nodiscard]] int groupOf(const Option &option, const Offered &offered, const Measured *known) const;
    void settle(const Asked &asked);
    void exclude(const QString &id, Exclusion reason, const QString &detail);
    /// What holds for all endpoints of a provider, looked up once.
    [[nodiscard]] const std::optional<Refusal> &verdictOn(const catalog::Provider &provider);
    /// Whether the ledger is decided and another one.
    [[nodiscard]] bool mixesLedgers(const catalog::Provider &provider) const;

    const PlanInput &m_input;
    Random &m_random;
    const RequestNeeds m_needs;
    struct Verdict
    {
        bool known = false;
        std::optional<Refusal> refusal = {};
    };
    std::vector<Verdict> m_verdicts; ///< by place in the catalog
    Plan m_plan;
    qsizetype m_step = 0;
    bool m_ledgerKnown = false;
    // Of the step that is looked at; kept for their memory.
    std::vector<Offered> m_offered;
    std::optional<Sort> m_variantSort; ///< of the first model that has a variant with one
    std::vector<Contender> m_contenders;
    std::vector<Candidate> m_accepted; ///< by Contender::index
};

/// A step may change the request, and then asks something else of its endpoints than the others.
void Planner::addStep(const Step &step)
{
    const Preferences preferences = together(m_input.usual, step.preferences, m_input.preferences);
    if (step.overrides.isNull())
        return addAll({step, m_input.request, m_needs, preferences});
    const chat::Request changed = withOverrides(m_input.request, step.overrides).value_or(m_input.request);
    addAll({step, changed, needsOf(changed), preferences});
}

void Planner::addAll(const Asked &asked)
{
    m_offered.clear();
    m_variantSort.reset();
    m_contenders.clear();
    m_accepted.clear();
    if (!asked.step.endpoints.isEmpty())
        offerNamed(asked.step);
    else if (modelsOf(asked.step).isEmpty())
        offerFitting(asked.step);
    else
        offerModels(asked.step);
    for (const Offered &offered : m_offered)
        add(asked, offered);
    settle(asked);
}

void Planner::offerNamed(const Step &step)
{
    const QStringList models = modelsOf(step);
    for (qsizetype i = 0; i < step.endpoints.size(); ++i) {
        const QString &id = step.endpoints.at(i);
        if (step.endpoints.indexOf(id) < i) // a second mention adds nothing
            continue;
        const catalog::Endpoint *endpoint = m_input.catalog.endpoint(id);
        if (!endpoint) {
            exclude(id, Exclusion::NoEndpoint, PlanText::tr("The catalog has no endpoint “%1”.").arg(id));
            continue;
        }
        const auto named = std::ranges::find_if(models, [&](const QString &model) {
            return parseModelName(model, m_input.catalog).model == endpoint->modelId;
        });
        if (named == models.end() && !models.isEmpty()) {
            // The catalog may have changed under the chain: never serve another model than the one that was asked for.
            exclude(
                id, Exclusion::NoEndpoint,
                PlanText::tr("It offers “%1”, this step asks for “%2”.").arg(endpoint->modelId, models.join(u"”, “")));
            continue;
        }
        const Variant variant = named == models.end() ? Variant::None : parseModelName(*named, m_input.catalog).variant;
        m_offered.push_back({.endpoint = endpoint, .variant = variant});
    }
}

void Planner::offerModels(const Step &step)
{
    int place = 0;
    for (const QString &asked : modelsOf(step)) {
        const ModelName name = parseModelName(asked, m_input.catalog);
        if (!m_variantSort)
            m_variantSort = sortOf(name.variant);
        const QList<const catalog::Endpoint *> endpoints = m_input.catalog.endpointsFor(name.model);
        if (endpoints.isEmpty())
            exclude(name.model, Exclusion::NoEndpoint,
                    PlanText::tr("No provider in the catalog offers “%1”.").arg(name.model));
        for (const catalog::Endpoint *endpoint : endpoints) {
            if (!step.filter || fits(*step.filter, *endpoint, *m_input.catalog.provider(endpoint->providerId)))
                m_offered.push_back({.endpoint = endpoint, .model = place, .variant = name.variant});
        }
        ++place;
    }
}

void Planner::offerFitting(const Step &step)
{
    for (const catalog::Endpoint &endpoint : m_input.catalog.endpoints()) {
        if (step.filter && fits(*step.filter, endpoint, *m_input.catalog.provider(endpoint.providerId)))
            m_offered.push_back({.endpoint = &endpoint});
    }
    if (m_offered.empty())
        exclude(step.id, Exclusion::NoEndpoint, PlanText::tr("Nothing in the catalog fits the filter of this step."));
}

void Planner::add(const Asked &asked, const Offered &offered)
{
    const catalog::Endpoint &endpoint = *offered.endpoint;
    const catalog::Provider &provider = *m_input.catalog.provider(endpoint.providerId);
    if (const auto &refusal = verdictOn(provider))
        return exclude(endpoint.id, refusal->reason, refusal->detail);
    const Option option{m_input,           asked.request, asked.needs, asked.step,
                        asked.preferences, endpoint,      provider,    offered.variant};
    if (const auto refusal = refusalOf(option))
        return exclude(endpoint.id, refusal->reason, refusal->detail);
    const auto offer = priceOf(option);
    if (!offer) {
        exclude(endpoint.id, offer.error().reason, offer.error().detail);
    } else if (mixesLedgers(provider)) {
        exclude(endpoint.id, Exclusion::LedgerMix,
                m_plan.practice ? PlanText::tr("This request runs on practice providers only.")
                                : PlanText::tr("This request runs on real providers only."));
    } else {
        accept(option, *offer, offered);
    }
}

const std::optional<Refusal> &Planner::verdictOn(const catalog::Provider &provider)
{
    Verdict &verdict = m_verdicts[size_t(&provider - m_input.catalog.providers().constData())];
    if (!std::exchange(verdict.known, true))
        verdict.refusal = refusalOf(m_input, provider);
    return verdict.refusal;
}

bool Planner::mixesLedgers(const catalog::Provider &provider) const
{
    return m_ledgerKnown && provider.practice != m_plan.practice;
}

void Planner::accept(const Option &option, const Offer &offer, const Offered &offered)
{
    m_ledgerKnown = true;
    m_plan.practice = option.provider.practice;
    const QString &id = option.endpoint.id;
    const Measured *known = measuredOf(id);
    const milliseconds wait = m_input.health.full.value(id);
    m_contenders.push_back({.cost = offer.likelyCost,
                            .listPrice = offer.listPrice,
                            .measured = known,
                            .outputTokens = double(offer.likelyOutput),
                            .wait = wait,
                            .group = groupOf(option, offered, known),
                            .sticky = id == m_input.cache.stayAt,
                            .index = qsizetype(m_accepted.size())});
    Candidate candidate{.step = m_step,
                        .endpointId = id,
                        .providerId = option.provider.id,
                        .modelId = option.endpoint.modelId,
                        .expectedLow = offer.low,
                        .expectedHigh = offer.high,
                        .bound = offer.bound,
                        .wait = wait,
                        .maxTokens = offer.maxTokens,
                        .contextTokens = option.endpoint.contextTokens,
                        .mayLoad = option.provider.local && !m_input.health.warm.contains(id),
                        .webSearch = option.variant == Variant::Online};
    const auto inTime = [](double seconds) { return milliseconds(std::llround(seconds * 1e3)); };
    if (known && known->firstToken) {
        candidate.expectedFirstToken = inTime(known->firstToken->p50);
        const auto &hedge = option.step.hedge;
        if (hedge && known->firstToken->samples >= EnoughForHedge)
            candidate.hedgeAfter = std::max(hedge->least, inTime(at(*known->firstToken, hedge->percentile)));
    }
    m_accepted.push_back(std::move(candidate));
}

const Measured *Planner::measuredOf(const QString &endpointId) const
{
    const auto it = m_input.health.measured.constFind(endpointId);
    return it == m_input.health.measured.constEnd() ? nullptr : &*it;
}

/// Who comes before whom whatever the score: the model that is named first, then the slug that is, then who has room,
/// then who meets what is preferred.
int Planner::groupOf(const Option &option, const Offered &offered, const Measured *known) const
{
    const Preferences &wishes = option.preferences;
    const auto wished = std::ranges::find_if(
        wishes.order, [&option](const QString &slug) { return means(slug, option.provider, option.endpoint); });
    const int place = int(wished - wishes.order.begin());
    const int first = wishes.acrossModels.value_or(false) ? 0 : offered.model;
    const QString &id = option.endpoint.id;
    const int later = (m_input.health.full.contains(id) || m_input.health.crowded.contains(id) ? 4 : 0)
        + (offersForm(option.needs, option.provider, option.endpoint) ? 0 : 2)
        + (missesPercentiles(wishes, known) ? 1 : 0);
    return (first * (int(wishes.order.size()) + 1) + place) * 8 + later;
}

/// The accepted ones of a step go into the plan, in the order in which they are tried.
void Planner::settle(const Asked &asked)
{
    const Preferences &wishes = asked.preferences;
    const Sort usual = asked.step.endpoints.isEmpty() ? Sort::Balanced : Sort::Listed;
    const bool fallbacks = wishes.allowFallbacks.value_or(true);
    // Without fallbacks the pick is the only one: it is the best, and no experiment.
    arrange(m_contenders, wishes.sort.value_or(m_variantSort.value_or(usual)),
            fallbacks ? m_input.weights : bestOnly(m_input.weights), m_random);
    for (const Contender &contender : m_contenders) {
        Candidate &candidate = m_accepted[size_t(contender.index)];
        if (!fallbacks && wishes.order.isEmpty() && &contender != &m_contenders.front()) {
            exclude(candidate.endpointId, Exclusion::NoFallbacks,
                    PlanText::tr("No fallbacks are allowed, and another one is first."));
            continue;
        }
        candidate.rank = int(m_plan.candidates.size()) + 1;
        candidate.probability = contender.probability;
        m_plan.candidates.append(std::move(candidate));
    }
}

void Planner::exclude(const QString &id, Exclusion reason, const QString &detail)
{
    m_plan.excluded.append({.step = m_step, .endpointId = id, .reason = reason, .detail = detail});
}

} // namespace

Plan plan(const PlanInput &input, WallTime, Random &random)
{
    return Planner(input, random).run();
}

Chain implicitChain(const chat::Request &request, const Preferences &preferences)
{
    QStringList models{request.model};
    models += request.fallbackModels;
    models.removeDuplicates();
    models.removeAll(QString()); // OpenRouter takes `models` without `model`
    Chain chain;
    if (preferences.acrossModels.value_or(false) && models.size() > 1) {
        chain.steps = {Step{.model = models.takeFirst(), .models = models}};
        return chain;
    }
    for (const QString &model : std::as_const(models))
        chain.steps.append(Step{.model = model});
    return chain;
}

} // namespace sb::routing
