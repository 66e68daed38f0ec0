#pragma once

#include "core/routing/chain.h"
#include "core/routing/choice.h"
#include "core/routing/policy/condition.h"

namespace sb::routing {

/// One line of a policy: requests that meet `when`, and not `unless`, travel by this chain.
struct Rule
{
    QString id = {}; ///< by which records and diffs name it; unique in the policy, or empty
    QString name = {}; ///< for people
    bool enabled = true;
    Condition when = {}; ///< without any member: every request
    std::optional<Condition> unless = {};
    QString chain = {}; ///< its name; empty: as the request asks
    Json extra = {}; ///< members we do not know, kept
    friend bool operator==(const Rule &, const Rule &) = default;
};

/// Which chain a request takes, and what is asked of every one. A value; edits are functions from value to value
/// (policy_edits.h), versions are in version_history.h.
struct Policy
{
    QString name = {}; ///< file name: as of a chain
    int version = 1; ///< raised with each published version; stored with each record
    QString description = {};
    QList<Rule> rules = {}; ///< the first that fits decides
    QString otherwise = {}; ///< the chain of requests that no rule is for; empty: as they ask
    Preferences preferences = {}; ///< for all requests; see combined()
    Weights weights = {};
    QStringList quality = {}; ///< models from the best to the least: ids, or patterns with `*`
    bool bestThatFits = false; ///< a request with a limit of its cost gets the best of a step that fits it
    Json weightsExtra = {}; ///< members of "weights" that we do not know, kept
    Json extra = {}; ///< the same of the policy
    friend bool operator==(const Policy &, const Policy &) = default;
};

inline constexpr int PolicyFormat = 1; ///< "format" of a policy file; schema: resources/schemas/policy.schema.json

inline constexpr int MostSharpness = 100; ///< beyond, the best is always taken, and powers leave a double's range

/// Reads a policy. What is of the wrong type or form is refused, what makes no sense is left to validate(). Errors:
/// InvalidInput with path and expectation ("rules[1].when.hours.from: expected …").
[[nodiscard]] Result<Policy> parsePolicy(const Json &json);
/// Leaves out what is at its default; parsePolicy() gives the same policy back.
[[nodiscard]] Json toJson(const Policy &policy);
/// One rule as a policy's file has it.
[[nodiscard]] Json toJson(const Rule &rule);

/// One thing that is wrong with a policy as a whole, at a path such as "rules[0].chain".
using PolicyProblem = ChainProblem;
/// Everything that would keep a rule from working or make it pointless. @param knownChains names; nullopt checks none
[[nodiscard]] QList<PolicyProblem> validate(const Policy &policy, const std::optional<QStringList> &knownChains);

/// The place of a model in the order of quality, 0 for the best: that of the first entry that it fits; nullopt: it has
/// none.
[[nodiscard]] std::optional<qsizetype> qualityRank(const Policy &policy, const QString &modelId);

} // namespace sb::routing
