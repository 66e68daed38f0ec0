#include "core/routing/policy/policy_members.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

struct PolicyValidationText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing::Policies)
};

/// Gathers problems; `at` is the path of what is looked at.
class PolicyFindings
{
public:
    /// @param broken whether the rule is broken
    void check(bool broken, const QString &path, const QString &message)
    {
        if (broken)
            problems.append({path, message});
    }

    QList<PolicyProblem> problems;
};

void checkNames(const QStringList &names, const QString &at, PolicyFindings &findings)
{
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QString path = at + u"[%1]"_s.arg(i);
        findings.check(names.at(i).isEmpty(), path, PolicyValidationText::tr("An empty name fits nothing."));
        findings.check(names.indexOf(names.at(i)) < i, path,
                       PolicyValidationText::tr("“%1” is named twice; remove one.").arg(names.at(i)));
    }
}

void checkChain(const QString &chain, const QString &at, const std::optional<QStringList> &known,
                PolicyFindings &findings)
{
    findings.check(!chain.isEmpty() && known && !known->contains(chain), at,
                   PolicyValidationText::tr("There is no chain “%1”.").arg(chain));
}

void checkBounds(const Condition &condition, const QString &at, PolicyFindings &findings)
{
    findings.check(condition.promptTokens.isEmpty(), at + u".prompt_tokens"_s,
                   PolicyValidationText::tr("No size of a prompt lies between these bounds."));
    findings.check(condition.remaining.isEmpty(), at + u".remaining"_s,
                   PolicyValidationText::tr("No amount lies between these bounds."));
    for (const auto &[key, bound] :
         {std::pair(u".from"_s, condition.remaining.from), std::pair(u".below"_s, condition.remaining.below)}) {
        findings.check(bound && bound->value < 0, at + u".remaining"_s + key,
                       PolicyValidationText::tr("What is left of a budget is never less than nothing."));
    }
}

void checkTimes(const Condition &condition, const QString &at, PolicyFindings &findings)
{
    const auto &hours = condition.hours;
    findings.check(hours && hours->from == hours->to, at + u".hours"_s,
                   PolicyValidationText::tr("No time lies between the two; leave them out for the whole day."));
    for (qsizetype i = 0; i < condition.weekdays.size(); ++i)
        findings.check(condition.weekdays.indexOf(condition.weekdays.at(i)) < i, at + u".weekdays[%1]"_s.arg(i),
                       PolicyValidationText::tr("This day is named twice; remove one."));
}

void checkCondition(const Condition &condition, const QString &at, PolicyFindings &findings)
{
    for (const auto &[key, member, unmet] : ConditionLists)
        checkNames(condition.*member, at + u'.' + QString::fromLatin1(key), findings);
    checkBounds(condition, at, findings);
    checkTimes(condition, at, findings);
    for (const auto &[key, value] : condition.extra.members())
        findings.check(
            true, at + u'.' + QString::fromUtf8(key),
            PolicyValidationText::tr("This version does not know this member, so the rule is for no request. "
                                     "Check its spelling."));
}

/// A rule behind one that takes all that it would take.
void checkRuleReach(const Policy &policy, qsizetype index, const QString &at, PolicyFindings &findings)
{
    const Rule &rule = policy.rules.at(index);
    const auto here = policy.rules.begin() + index;
    const auto wall = std::find_if(policy.rules.begin(), here, [&rule](const Rule &earlier) {
        return earlier.enabled && !earlier.unless && (!asksAnything(earlier.when) || earlier.when == rule.when);
    });
    findings.check(rule.enabled && wall != here, at,
                   PolicyValidationText::tr("Never reached: rule %1 takes all of its requests.")
                       .arg(std::distance(policy.rules.begin(), wall) + 1));
}

void checkRule(const Policy &policy, qsizetype index, const std::optional<QStringList> &knownChains,
               PolicyFindings &findings)
{
    const Rule &rule = policy.rules.at(index);
    const QString at = u"rules[%1]"_s.arg(index);
    const auto hasSameId = [&rule](const Rule &each) { return each.id == rule.id; };
    findings.check(!rule.id.isEmpty() && std::any_of(policy.rules.begin(), policy.rules.begin() + index, hasSameId),
                   at + u".id"_s, PolicyValidationText::tr("An earlier rule has the id “%1”, too.").arg(rule.id));
    checkCondition(rule.when, at + u".when"_s, findings);
    if (rule.unless) {
        checkCondition(*rule.unless, at + u".unless"_s, findings);
        findings.check(!asksAnything(*rule.unless), at + u".unless"_s,
                       PolicyValidationText::tr("An exception for every request leaves none; say which."));
    }
    checkChain(rule.chain, at + u".chain"_s, knownChains, findings);
    checkRuleReach(policy, index, at, findings);
}

void checkWeights(const Weights &weights, PolicyFindings &findings)
{
    findings.check(weights.perSecond.value < 0, u"weights.dollars_per_second"_s,
                   PolicyValidationText::tr("Time is worth nothing or more."));
    findings.check(!(weights.exploration >= 0 && weights.exploration <= 1), u"weights.exploration"_s,
                   PolicyValidationText::tr("A share is from 0 to 1."));
    findings.check(!(weights.sharpness >= 0 && weights.sharpness <= MostSharpness), u"weights.sharpness"_s,
                   PolicyValidationText::tr("A power from 0 to %1.").arg(MostSharpness));
}

} // namespace

QList<PolicyProblem> validate(const Policy &policy, const std::optional<QStringList> &knownChains)
{
    PolicyFindings findings;
    findings.check(
        !isChainName(policy.name), u"name"_s,
        PolicyValidationText::tr("A name has at most 64 letters, digits, '-', '_' or '.', and does not start "
                                 "with '.'."));
    findings.check(policy.version < 1, u"version"_s, PolicyValidationText::tr("Versions start at 1."));
    for (qsizetype i = 0; i < policy.rules.size(); ++i)
        checkRule(policy, i, knownChains, findings);
    checkChain(policy.otherwise, u"otherwise"_s, knownChains, findings);
    checkWeights(policy.weights, findings);
    checkNames(policy.quality, u"quality"_s, findings);
    findings.check(
        policy.bestThatFits && policy.quality.isEmpty(), u"best_that_fits"_s,
        PolicyValidationText::tr("Nobody knows which model is the best while the order of quality is empty."));
    return findings.problems;
}

} // namespace sb::routing
