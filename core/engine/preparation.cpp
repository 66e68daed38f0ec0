#include "core/engine/preparation.h"

#include "core/routing/policy/match.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sb::engine {

namespace {

constexpr qsizetype ReasonsShown = 4;
constexpr auto Auto = "auto"_L1; ///< as a model: whatever the policy says

struct PreparationText
{
    Q_DECLARE_TR_FUNCTIONS(sb::engine)
};

Result<routing::Chain> namedChain(const QString &name, const World &world)
{
    const auto found = std::find_if(world.chains.begin(), world.chains.end(),
                                    [&name](const routing::Chain &chain) { return chain.name == name; });
    if (found != world.chains.end())
        return *found;
    return failure(Error::Kind::NotFound,
                   PreparationText::tr("There is no chain “%1”. Choose another one or save it first.").arg(name));
}

/// Whether the request says what it may cost, or the profile does for all, and the policy which models are better.
bool ranksByQuality(const RunSpec &spec, const World &world)
{
    return (spec.request.maxCost || world.limits.perRequest) && world.policy && !world.policy->quality.isEmpty();
}

Result<routing::Chain> chainFor(const RunSpec &spec, const World &world, const routing::Preferences &preferences)
{
    if (spec.chainValue)
        return *spec.chainValue;
    if (!spec.chain.isEmpty())
        return namedChain(spec.chain, world);
    if (const auto name = routing::chainNameOf(spec.request.model))
        return namedChain(*name, world);
    if (spec.request.model.isEmpty() && spec.request.fallbackModels.isEmpty())
        return failure(Error::Kind::InvalidInput,
                       PreparationText::tr("model: expected “author/slug” or “chain/NAME”, got nothing"));
    const bool ranks = ranksByQuality(spec, world);
    if (spec.request.model == Auto && ranks && !spec.embedding)
        return routing::bestThatFitsChain(world.policy->quality);
    if (spec.request.model == Auto)
        return failure(Error::Kind::InvalidInput,
                       PreparationText::tr("model: “auto” leaves the choice to the rules of a policy, and none sends "
                                           "this request to a chain. Add such a rule, or name a model."));
    const bool best =
        preferences.sort == routing::Sort::Quality || (!preferences.sort && ranks && world.policy->bestThatFits);
    return routing::implicitChain(spec.request, preferences, ranks && best);
}

/// Whether the request says itself by which chain it travels; else the policy may.
bool namesChain(const RunSpec &spec)
{
    return spec.chainValue || !spec.chain.isEmpty() || routing::chainNameOf(spec.request.model);
}

struct Route
{
    routing::Chain chain = {};
    Json policy = {}; ///< what it decided; null where it was not asked
};

/// By the request's own words, else by the first rule of the policy that it fits, else by its model.
Result<Route> routeFor(const RunSpec &spec, const World &world, const Outlook &outlook,
                       const routing::Preferences &preferences)
{
    const auto plainly = [&](const Json &policy) {
        return chainFor(spec, world, preferences).map([&policy](const routing::Chain &chain) {
            return Route{chain, policy};
        });
    };
    if (!world.policy || spec.embedding || namesChain(spec))
        return plainly({});
    const routing::Classification task =
        world.classifier.classify(spec.request, {.client = spec.client, .tags = spec.tags});
    const routing::RequestFacts facts = routing::factsOf(spec.request,
                                                         {.taskClass = task.className,
                                                          .client = spec.client,
                                                          .tags = spec.tags,
                                                          .now = outlook.now,
                                                          .zone = outlook.zone,
                                                          .remaining = outlook.budget.remaining});
    const routing::Match match = routing::match(*world.policy, facts);
    Json said = toJson(*world.policy, match);
    said.set("class", task.className);
    said.set("confidence", std::round(task.confidence * 100) / 100);
    if (match.chain.isEmpty())
        return plainly(said);
    return namedChain(match.chain, world).map([&said](const routing::Chain &chain) { return Route{chain, said}; });
}

} // namespace

routing::BudgetView budgetView(const budget::Limits &limits, const budget::Standing &standing, WallTime now)
{
    const auto left = budget::leftUnderHardLimits(limits, standing, now);
    if (!left)
        return {.hard = false};
    return {.remaining = left->amount, .heldByLost = left->lost};
}

Result<routing::PlanInput> prepare(const RunSpec &spec, const World &world, const Outlook &outlook)
{
    if (spec.embedding && spec.request.messages.isEmpty())
        return failure(Error::Kind::InvalidInput,
                       PreparationText::tr("input: expected at least one text, got an empty list"));
    if (spec.request.messages.isEmpty())
        return failure(Error::Kind::InvalidInput,
                       PreparationText::tr("messages: expected at least one message, got an empty list"));
    const auto preferences = routing::parsePreferences(spec.request.provider, u"provider"_s);
    if (!preferences)
        return tl::unexpected(preferences.error());
    const Result<Route> route = routeFor(spec, world, outlook, *preferences);
    if (!route)
        return tl::unexpected(route.error());
    const routing::Chain *chain = &route->chain;
    if (chain->steps.isEmpty())
        return failure(Error::Kind::InvalidInput,
                       PreparationText::tr("The chain “%1” has no steps. Add one first.").arg(chain->name));
    if (const auto problems = routing::limitProblems(*chain); !problems.isEmpty()) {
        const routing::ChainProblem &first = problems.constFirst();
        return failure(
            Error::Kind::InvalidInput,
            PreparationText::tr("The chain “%1” cannot be used. %2: %3").arg(chain->name, first.path, first.message));
    }
    return routing::PlanInput{.request = spec.request,
                              .chain = *chain,
                              .catalog = world.catalog,
                              .usableProviders = usableProviders(world),
                              .health = outlook.health,
                              .budget = outlook.budget,
                              .preferences = *preferences,
                              .usual = world.policy ? world.policy->preferences : routing::Preferences(),
                              .weights = world.policy ? world.policy->weights : routing::Weights(),
                              .cache = outlook.cache,
                              .policy = route->policy,
                              .vectors = spec.embedding.has_value(),
                              .maxCost = world.limits.perRequest,
                              .quality = world.policy ? world.policy->quality : QStringList(),
                              .bestThatFits = world.policy && world.policy->bestThatFits};
}

namespace {

/// What a request is too dear for comes last of all filters: these are the ones that could serve it.
std::optional<Error> nothingFits(const routing::Plan &plan)
{
    const routing::Excluded *cheapest = nullptr;
    for (const routing::Excluded &each : plan.excluded) {
        if (each.reason == routing::Exclusion::RequestLimit && (!cheapest || each.bound < cheapest->bound))
            cheapest = &each;
    }
    if (!cheapest || !plan.maxCost)
        return {};
    return Error{
        .kind = Error::Kind::Unavailable,
        .message = PreparationText::tr("Nothing fits into the %1 that this request may cost. The cheapest "
                                       "that could serve it, %2, can cost %3. Raise the limit, or lower "
                                       "max_tokens.")
                       .arg(u'$' + toDecimal(*plan.maxCost), cheapest->endpointId, u'$' + toDecimal(*cheapest->bound))};
}

/// Of those that are full for too long.
std::optional<std::chrono::milliseconds> shortestWait(const routing::Plan &plan)
{
    std::optional<std::chrono::milliseconds> shortest;
    for (const routing::Excluded &each : plan.excluded) {
        if (each.wait && (!shortest || each.wait < shortest))
            shortest = each.wait;
    }
    return shortest;
}

} // namespace

Error noCandidate(const routing::Plan &plan)
{
    if (auto error = nothingFits(plan))
        return *error;

    QStringList reasons;
    for (const routing::Excluded &excluded : plan.excluded.first(std::min(plan.excluded.size(), ReasonsShown))) {
        QString reason = excluded.detail.isEmpty() ? QString::fromLatin1(toWireName(excluded.reason)) : excluded.detail;
        if (reason.endsWith(u'.')) // they are parts of one sentence here
            reason.chop(1);
        reasons.append(u"%1: %2"_s.arg(excluded.endpointId, reason));
    }
    if (plan.excluded.size() > ReasonsShown)
        reasons.append(PreparationText::tr("and %n more", nullptr, int(plan.excluded.size() - ReasonsShown)));
    QString message = PreparationText::tr("No endpoint can serve this request. %1").arg(reasons.join(u"; "_s) + u'.');
    if (const auto wait = shortestWait(plan))
        message +=
            u' ' + PreparationText::tr("The first of them has room again in %1 s.").arg((wait->count() + 999) / 1000);
    return Error{.kind = Error::Kind::Unavailable, .message = message};
}

} // namespace sb::engine
