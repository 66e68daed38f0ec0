#include "tests/simulation/rules.h"

#include "core/routing/cache_book.h"
#include "core/routing/health.h"

#include <algorithm>
#include <array>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace sb::simulation {

namespace {

using routing::Candidate;
using routing::Plan;

constexpr std::array Names{"Signalbox",
                           "always the first",
                           "round robin",
                           "cheapest",
                           "lowest latency",
                           "inverse square, 30 s",
                           "Signalbox, sort: price",
                           "Signalbox, sort: latency"};

routing::AnswerSpeed speedOf(const Report &report)
{
    const Fate &fate = report.fate;
    const auto content = fate.firstContent.value_or(fate.took);
    const double streamed = double((fate.took - content).count()) / 1e9;
    return {.promptTokens = routing::likelyInputTokens(report.request),
            .firstContent = std::chrono::duration_cast<milliseconds>(content),
            .tokensPerSecond = streamed > 0 ? std::optional(double(fate.answerTokens) / streamed) : std::nullopt};
}

/// Signalbox as the engine runs it: the real plan() over the real books, which are told what the engine tells them.
class SignalboxRule final : public Rule
{
public:
    SignalboxRule(const RuleWorld &world, quint64 seed, std::optional<routing::Sort> sort = {})
        : m_random(seed)
    {
        m_input.catalog = world.catalog;
        m_input.chain = world.chain;
        m_input.usableProviders = world.usableProviders;
        m_input.preferences.sort = sort;
    }

    Plan plan(const chat::Request &request, SteadyTime now) override
    {
        const qint64 tokens = routing::likelyInputTokens(request);
        m_input.request = request;
        m_input.health = m_health.view(now, tokens);
        m_input.health.full = m_rates.full(tokens, now);
        m_input.health.crowded = m_rates.crowded(now);
        m_input.cache = m_caches.view(request, now);
        return routing::plan(m_input, WallTime{}, m_random);
    }

    routing::RateTicket began(const QString &endpointId, const chat::Request &request, SteadyTime now) override
    {
        m_health.started(endpointId, now);
        return m_rates.started({.endpointId = endpointId}, routing::likelyInputTokens(request), now);
    }

    void ended(const Report &report) override
    {
        const QString &id = report.endpoint.id;
        const Fate &fate = report.fate;
        if (fate.failure) {
            m_health.failed(id, report.endpoint.providerId, *fate.failure, report.now);
        } else {
            m_health.succeeded(id, speedOf(report), report.now);
            m_caches.answered(report.request, id, {.prompt = report.turn.promptTokens, .cacheRead = fate.cachedTokens},
                              report.now);
        }
        // Headers come as soon as the host begins to work on it.
        m_rates.told({.endpointId = id}, report.ticket, fate.requestsLeft, fate.tokensLeft, report.begun);
        if (!fate.failure)
            m_rates.answered({.endpointId = id}, report.ticket);
        else if (fate.failure->error.type == chat::ErrorType::RateLimitExceeded)
            m_rates.refused({.endpointId = id}, report.ticket, fate.failure->error.retryAfter, report.now);
    }

private:
    SeededRandom m_random;
    routing::PlanInput m_input;
    routing::HealthBook m_health;
    routing::RateBook m_rates;
    routing::CacheBook m_caches;
};

/// One that orders all endpoints whose window is large enough, and knows nothing of what Signalbox's books know.
class OrderingRule : public Rule
{
public:
    explicit OrderingRule(const RuleWorld &world)
    {
        m_input.catalog = world.catalog;
        m_input.chain = world.chain;
        m_input.usableProviders = world.usableProviders;
        m_input.preferences.sort = routing::Sort::Listed;
    }

    Plan plan(const chat::Request &request, SteadyTime now) override
    {
        SeededRandom unused(0);
        m_input.request = request;
        Plan plan = routing::plan(m_input, WallTime{}, unused);
        arrange(plan.candidates, request, now);
        for (qsizetype i = 0; i < plan.candidates.size(); ++i) {
            plan.candidates[i].rank = int(i) + 1;
            plan.candidates[i].probability = 0;
        }
        return plan;
    }

protected:
    virtual void arrange(QList<Candidate> &, const chat::Request &, SteadyTime) { }

    [[nodiscard]] double priceOf(const Candidate &candidate, const chat::Request &request) const
    {
        constexpr qint64 UsualAnswer = 500;
        const catalog::Endpoint *endpoint = m_input.catalog.endpoint(candidate.endpointId);
        const qint64 prompt = routing::likelyInputTokens(request);
        return double(catalog::expectedCost(*endpoint->price, prompt, UsualAnswer).value_or(NanoDollars{}).value);
    }

    template <typename Key>
    static void sortBy(QList<Candidate> &candidates, Key key)
    {
        std::vector<std::pair<double, Candidate>> keyed;
        for (const Candidate &candidate : std::as_const(candidates))
            keyed.emplace_back(key(candidate), candidate);
        std::ranges::stable_sort(keyed, {}, &std::pair<double, Candidate>::first);
        for (qsizetype i = 0; i < candidates.size(); ++i)
            candidates[i] = std::move(keyed[size_t(i)].second);
    }

private:
    routing::PlanInput m_input;
};

class RoundRobinRule final : public OrderingRule
{
public:
    using OrderingRule::OrderingRule;

protected:
    void arrange(QList<Candidate> &candidates, const chat::Request &, SteadyTime) override
    {
        if (!candidates.isEmpty())
            std::rotate(candidates.begin(), candidates.begin() + m_turn++ % candidates.size(), candidates.end());
    }

private:
    qsizetype m_turn = 0;
};

class CheapestRule final : public OrderingRule
{
public:
    using OrderingRule::OrderingRule;

protected:
    void arrange(QList<Candidate> &candidates, const chat::Request &request, SteadyTime) override
    {
        sortBy(candidates, [&](const Candidate &candidate) { return priceOf(candidate, request); });
    }
};

class LowestLatencyRule final : public OrderingRule
{
public:
    using OrderingRule::OrderingRule;

    void ended(const Report &report) override
    {
        if (!report.fate.failure)
            m_health.succeeded(report.endpoint.id, speedOf(report), report.now);
    }

protected:
    void arrange(QList<Candidate> &candidates, const chat::Request &request, SteadyTime now) override
    {
        const routing::HealthView view = m_health.view(now, routing::likelyInputTokens(request));
        sortBy(candidates, [&view](const Candidate &candidate) {
            const auto it = view.measured.constFind(candidate.endpointId);
            return it != view.measured.constEnd() && it->firstToken ? it->firstToken->p50 : 0;
        });
    }

private:
    routing::HealthBook m_health;
};

class InverseSquareRule final : public OrderingRule
{
public:
    InverseSquareRule(const RuleWorld &world, quint64 seed)
        : OrderingRule(world)
        , m_random(seed)
    {
    }

    void ended(const Report &report) override
    {
        using enum routing::FailureClass;
        if (!report.fate.failure)
            return;
        const auto kind = routing::classify(*report.fate.failure);
        if (kind == Transient || kind == Silence || kind == Reset)
            m_failedAt[report.endpoint.id] = report.now;
    }

protected:
    void arrange(QList<Candidate> &candidates, const chat::Request &request, SteadyTime now) override
    {
        const auto isOut = [&](const Candidate &candidate) {
            const auto it = m_failedAt.constFind(candidate.endpointId);
            return it != m_failedAt.constEnd() && now - *it < Window;
        };
        sortBy(candidates, [&](const Candidate &candidate) { return priceOf(candidate, request); });
        std::stable_partition(candidates.begin(), candidates.end(), std::not_fn(isOut));
        double sum = 0;
        std::vector<double> weights;
        for (const Candidate &candidate : std::as_const(candidates)) {
            weights.push_back(isOut(candidate) ? 0 : std::pow(priceOf(candidate, request), -2));
            sum += weights.back();
        }
        double left = m_random.unit() * sum;
        for (size_t i = 0; i < weights.size() && sum > 0; ++i) {
            left -= weights[i];
            if (left < 0) {
                std::rotate(candidates.begin(), candidates.begin() + qsizetype(i),
                            candidates.begin() + qsizetype(i) + 1);
                return;
            }
        }
    }

private:
    static constexpr SteadyTime Window = 30s;
    SeededRandom m_random;
    QHash<QString, SteadyTime> m_failedAt;
};

} // namespace

const char *nameOf(RuleId rule)
{
    return Names[size_t(rule)];
}

RuleWorld makeRuleWorld(const catalog::Catalog &shipped)
{
    RuleWorld world;
    const QList<catalog::Endpoint> endpoints = endpointsOfTheDay(shipped);
    QList<catalog::Provider> providers;
    for (const catalog::Endpoint &endpoint : endpoints) {
        providers.append(*shipped.provider(endpoint.providerId));
        world.usableProviders.insert(endpoint.providerId);
    }
    world.catalog = catalog::Catalog(providers, endpoints);
    world.chain.name = u"day"_s;
    world.chain.steps = {routing::Step{.model = QString::fromLatin1(Model)}};
    // None of the hosts goes on from half an answer: an answer that breaks off is a failure.
    world.chain.afterFirstContent = routing::AfterFirstContent::Error;
    return world;
}

std::unique_ptr<Rule> makeRule(RuleId id, const RuleWorld &world, quint64 seed)
{
    switch (id) {
    case RuleId::Signalbox:
        return std::make_unique<SignalboxRule>(world, seed);
    case RuleId::First:
        return std::make_unique<OrderingRule>(world);
    case RuleId::RoundRobin:
        return std::make_unique<RoundRobinRule>(world);
    case RuleId::Cheapest:
        return std::make_unique<CheapestRule>(world);
    case RuleId::LowestLatency:
        return std::make_unique<LowestLatencyRule>(world);
    case RuleId::InverseSquare:
        return std::make_unique<InverseSquareRule>(world, seed);
    case RuleId::SignalboxPrice:
        return std::make_unique<SignalboxRule>(world, seed, routing::Sort::Price);
    case RuleId::SignalboxLatency:
        return std::make_unique<SignalboxRule>(world, seed, routing::Sort::Latency);
    }
    Q_UNREACHABLE();
}

} // namespace sb::simulation
