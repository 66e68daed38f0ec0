#include "core/routing/plan.h"

#include "core/routing/plan_filters.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>
#include <vector>

namespace sb::routing {

namespace {

struct PlanText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

constexpr qsizetype LikelyEndpoints = 8; ///< of one model

/// Looks at every endpoint of every step once, in order, and sorts it into the plan.
class Planner
{
public:
    explicit Planner(const PlanInput &input)
        : m_input(input)
        , m_needs(needsOf(input.request))
        , m_verdicts(size_t(input.catalog.providers().size()))
    {
        m_plan.chainName = input.chain.name;
        m_plan.chainVersion = input.chain.version;
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
    void addNamed(const Step &step, const QString &endpointId);
    void add(const Step &step, const catalog::Endpoint &endpoint);
    void accept(const Option &option, const Offer &offer);
    void exclude(const QString &id, Exclusion reason, const QString &detail);
    /// What holds for all endpoints of a provider, looked up once.
    [[nodiscard]] const std::optional<Refusal> &verdictOn(const catalog::Provider &provider);
    /// Whether the ledger is decided and another one.
    [[nodiscard]] bool mixesLedgers(const catalog::Provider &provider) const;

    const PlanInput &m_input;
    const RequestNeeds m_needs;
    struct Verdict
    {
        bool known = false;
        std::optional<Refusal> refusal = {};
    };
    std::vector<Verdict> m_verdicts; ///< by place in the catalog
    Plan m_plan;
    qsizetype m_step = 0;
};

void Planner::addStep(const Step &step)
{
    if (!step.endpoints.isEmpty()) {
        for (qsizetype i = 0; i < step.endpoints.size(); ++i) {
            if (step.endpoints.indexOf(step.endpoints.at(i)) == i) // a second mention adds nothing
                addNamed(step, step.endpoints.at(i));
        }
        return;
    }
    QList<const catalog::Endpoint *> endpoints = m_input.catalog.endpointsFor(step.model);
    if (m_needs.jsonSchema || m_needs.jsonObject) {
        std::stable_partition(endpoints.begin(), endpoints.end(), [this](const catalog::Endpoint *endpoint) {
            return offersForm(m_needs, *m_input.catalog.provider(endpoint->providerId), *endpoint);
        });
    }
    if (endpoints.isEmpty())
        exclude(
            step.model, Exclusion::NoEndpoint,
            PlanText::tr(QT_TRANSLATE_NOOP("sb::routing", "No provider in the catalog offers “%1”.")).arg(step.model));
    for (const catalog::Endpoint *endpoint : std::as_const(endpoints))
        add(step, *endpoint);
}

void Planner::addNamed(const Step &step, const QString &endpointId)
{
    const catalog::Endpoint *endpoint = m_input.catalog.endpoint(endpointId);
    if (!endpoint) {
        exclude(endpointId, Exclusion::NoEndpoint,
                PlanText::tr(QT_TRANSLATE_NOOP("sb::routing", "The catalog has no endpoint “%1”.")).arg(endpointId));
    } else if (endpoint->modelId != step.model) {
        // The catalog may have changed under the chain: never serve another model than the one that was asked for.
        exclude(endpointId, Exclusion::NoEndpoint,
                PlanText::tr(QT_TRANSLATE_NOOP("sb::routing", "It offers “%1”, this step asks for “%2”."))
                    .arg(endpoint->modelId, step.model));
    } else {
        add(step, *endpoint);
    }
}

void Planner::add(const Step &step, const catalog::Endpoint &endpoint)
{
    const catalog::Provider &provider = *m_input.catalog.provider(endpoint.providerId);
    if (const auto &refusal = verdictOn(provider))
        return exclude(endpoint.id, refusal->reason, refusal->detail);
    const Option option{m_input, m_needs, step, endpoint, provider};
    if (const auto refusal = refusalOf(option))
        return exclude(endpoint.id, refusal->reason, refusal->detail);
    const auto offer = priceOf(option);
    if (!offer) {
        exclude(endpoint.id, offer.error().reason, offer.error().detail);
    } else if (mixesLedgers(provider)) {
        exclude(endpoint.id, Exclusion::LedgerMix,
                m_plan.practice
                    ? PlanText::tr(QT_TRANSLATE_NOOP("sb::routing", "This request runs on practice providers only."))
                    : PlanText::tr(QT_TRANSLATE_NOOP("sb::routing", "This request runs on real providers only.")));
    } else {
        accept(option, *offer);
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
    return !m_plan.candidates.isEmpty() && provider.practice != m_plan.practice;
}

void Planner::accept(const Option &option, const Offer &offer)
{
    m_plan.practice = option.provider.practice;
    const auto &firstTokens = m_input.health.expectedFirstToken;
    const auto firstToken = firstTokens.constFind(option.endpoint.id);
    m_plan.candidates.emplaceBack(Candidate{
        .step = m_step,
        .endpointId = option.endpoint.id,
        .providerId = option.provider.id,
        .modelId = option.endpoint.modelId,
        .rank = int(m_plan.candidates.size()) + 1,
        .probability = 1.0,
        .expectedLow = offer.low,
        .expectedHigh = offer.high,
        .bound = offer.bound,
        .expectedFirstToken = firstToken == firstTokens.constEnd() ? std::nullopt : std::optional(*firstToken),
        .maxTokens = offer.maxTokens,
        .contextTokens = option.endpoint.contextTokens,
    });
}

void Planner::exclude(const QString &id, Exclusion reason, const QString &detail)
{
    m_plan.excluded.append({.step = m_step, .endpointId = id, .reason = reason, .detail = detail});
}

} // namespace

Plan plan(const PlanInput &input, WallTime, Random &)
{
    return Planner(input).run();
}

Chain implicitChain(const chat::Request &request)
{
    Chain chain;
    QStringList models{request.model};
    models += request.fallbackModels;
    models.removeDuplicates();
    models.removeAll(QString()); // OpenRouter takes `models` without `model`
    for (const QString &model : std::as_const(models))
        chain.steps.append(Step{.model = model});
    return chain;
}

} // namespace sb::routing
