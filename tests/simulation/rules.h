#pragma once

#include "core/routing/plan.h"

#include "tests/simulation/host.h"

#include <memory>

namespace sb::simulation {

/// By which a request's endpoints are put into an order. The first ones are those that are compared with Signalbox's.
enum class RuleId
{
    Signalbox,
    First, ///< as the catalog lists them
    RoundRobin,
    Cheapest, ///< by list price
    LowestLatency, ///< by the median time to first token as measured; who was not measured comes first
    InverseSquare, ///< OpenRouter's former one: by chance, 1/price², without failures in the last 30 s
    SignalboxPrice, ///< `sort: price`, with all that Signalbox knows of outages and limits
    SignalboxLatency, ///< `sort: latency`, the same
};
[[nodiscard]] const char *nameOf(RuleId rule);

/// What there is to choose from.
struct RuleWorld
{
    catalog::Catalog catalog = {}; ///< the endpoints of the day only
    routing::Chain chain = {};
    QSet<QString> usableProviders = {};
};
[[nodiscard]] RuleWorld makeRuleWorld(const catalog::Catalog &shipped);

/// One attempt that ended, as the rule is told of it.
struct Report
{
    const catalog::Endpoint &endpoint;
    const chat::Request &request;
    const Turn &turn;
    const Fate &fate;
    routing::RateTicket ticket = {};
    SteadyTime begun{0};
    SteadyTime now{0};
};

class Rule
{
public:
    virtual ~Rule() = default;
    [[nodiscard]] virtual routing::Plan plan(const chat::Request &request, SteadyTime now) = 0;
    /// @return what the report of its end is to have
    virtual routing::RateTicket began(const QString &, const chat::Request &, SteadyTime) { return {}; }
    virtual void ended(const Report &) { }
};
[[nodiscard]] std::unique_ptr<Rule> makeRule(RuleId id, const RuleWorld &world, quint64 seed);

} // namespace sb::simulation
