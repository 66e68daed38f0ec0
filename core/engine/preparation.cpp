#include "core/engine/preparation.h"

#include "core/routing/policy/match.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::engine {

namespace {

constexpr qsizetype ReasonsShown = 4;
constexpr auto Auto = "auto"_L1; ///< as a model: whatever the policy says

struct PreparationText
{
    Q_DECLARE_TR_FUNCTIONS(sb::engine)
};

/// What is asked for, and where it may be another version.
struct Asked
{
    const RunSpec &spec;
    const World &world;
    const Outlook &outlook;
    const routing::Policy *policy = nullptr; ///< the version by which it goes; null: none
};

/// The version by which this request goes: where a newer one takes a share, all of a session go by the same.
template <typename T>
T versionFor(const T &inUse, const QHash<QString, routing::VersionHistory<T>> &canaries, const Asked &asked)
{
    const auto history = canaries.constFind(inUse.name);
    if (history == canaries.cend())
        return inUse;
    const QString &session = asked.spec.request.sessionId;
    const quint64 luck = session.isEmpty() ? asked.outlook.luck : luckOf(session, *history);
    const auto *version = findVersion(*history, pickVersion(*history, luck));
    return version ? version->value : inUse;
}

Result<routing::Chain> namedChain(const QString &name, const Asked &asked)
{
    const World &world = asked.world;
    const auto found = std::find_if(world.chains.begin(), world.chains.end(),
                                    [&name](const routing::Chain &chain) { return chain.name == name; });
    if (found != world.chains.end())
        return versionFor(*found, world.canaries.chains, asked);
    return failure(Error::Kind::NotFound,
                   PreparationText::tr("There is no chain “%1”. Choose another one or save it first.").arg(name));
}

/// Whether the request says what it may cost, or the profile does for all, and the policy which models are better.
bool ranksByQuality(const Asked &asked)
{
    return (asked.spec.request.maxCost || asked.world.limits.perRequest) && asked.policy
        && !asked.policy->quality.isEmpty();
}

Result<routing::Chain> chainFor(const Asked &asked, const routing::Preferences &preferences)
{
    const RunSpec &spec = asked.spec;
    if (spec.chainValue)
        return *spec.chainValue;
    if (!spec.chain.isEmpty())
        return namedChain(spec.chain, asked);
    if (const auto name = routing::chainNameOf(spec.request.model))
        return namedChain(*name, asked);
    if (spec.request.model.isEmpty() && spec.request.fallbackModels.isEmpty())
        return failure(Error::Kind::InvalidInput,
                       PreparationText::tr("model: expected “author/slug” or “chain/NAME”, got nothing"));
    const bool ranks = ranksByQuality(asked);
    if (spec.request.model == Auto && ranks && !spec.embedding)
        return routing::bestThatFitsChain(asked.policy->quality);
    if (spec.request.model == Auto)
        return failure(Error::Kind::InvalidInput,
                       PreparationText::tr("model: “auto” leaves the choice to the rules of a policy, and none sends "
                                           "this request to a chain. Add such a rule, or name a model."));
    const bool best =
        preferences.sort == routing::Sort::Quality || (!preferences.sort && ranks && asked.policy->bestThatFits);
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
Result<Route> routeFor(const Asked &asked, const routing::Preferences &preferences)
{
    const auto &[spec, world, outlook, inUse] = asked;
    const auto plainly = [&](const Json &policy) {
        return chainFor(asked, preferences).map([&policy](const routing::Chain &chain) {
            return Route{chain, policy};
        });
    };
    if (!inUse || spec.embedding || namesChain(spec))
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
    const routing::Match match = routing::match(*inUse, facts);
    Json said = toJson(*inUse, match, facts);
    record(said, task);
    if (match.chain.isEmpty())
        return plainly(said);
    return namedChain(match.chain, asked).map([&said](const routing::Chain &chain) { return Route{chain, said}; });
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
    Asked asked{.spec = spec, .world = world, .outlook = outlook};
    const std::optional<routing::Policy> policy =
        world.policy ? std::optional(versionFor(*world.policy, world.canaries.policies, asked)) : std::nullopt;
    asked.policy = policy ? &*policy : nullptr;
    const Result<Route> route = routeFor(asked, *preferences);
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
                              .usual = policy ? policy->preferences : routing::Preferences(),
                              .weights = policy ? policy->weights : routing::Weights(),
                              .cache = outlook.cache,
                              .policy = route->policy,
                              .vectors = spec.embedding.has_value(),
                              .maxCost = world.limits.perRequest,
                              .quality = policy ? policy->quality : QStringList(),
                              .bestThatFits = policy && policy->bestThatFits};
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
