#include "core/lab/rule_finder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::lab {

namespace {

using routing::Condition;
using routing::RequestFacts;

/// What takes a member out of a condition, so that it asks nothing about that fact.
Condition without(Condition condition, Facts missing)
{
    if (missing & bitOf(Fact::TaskClass))
        condition.taskClasses.clear();
    if (missing & bitOf(Fact::Tags))
        condition.tags.clear();
    if (missing & bitOf(Fact::Session))
        condition.sessions.clear();
    if (missing & bitOf(Fact::Remaining))
        condition.remaining = {};
    if (missing & bitOf(Fact::Outline)) {
        condition.promptTokens = {};
        condition.tools.reset();
        condition.images.reset();
        condition.files.reset();
        condition.audio.reset();
        condition.outputs.clear();
    }
    return condition;
}

std::optional<Fact> firstOf(Facts facts)
{
    for (int fact = 0; fact < FactCount; ++fact) {
        if (facts & bitOf(Fact(fact)))
            return Fact(fact);
    }
    return {};
}

/// As match() says.
bool fits(const Condition &condition, const RequestFacts &facts)
{
    return routing::match({.rules = {{.when = condition}}}, facts).rule.has_value();
}

/// What a rule says about a request of which some facts are missing.
struct Judged
{
    bool fits = false;
    Facts dependsOn = 0; ///< where it fits as far as is known
};

Judged judged(const routing::Rule &rule, const RequestFacts &facts, Facts missing)
{
    // An exception of which we do not know a member is match()'s to judge: it passes the rule over.
    if (!rule.enabled || (rule.unless && !rule.unless->extra.isNull()) || !fits(without(rule.when, missing), facts))
        return {};
    Facts dependsOn = askedBy(rule.when) & missing;
    if (rule.unless && fits(without(*rule.unless, missing), facts)) {
        const Facts exception = askedBy(*rule.unless) & missing;
        if (!exception)
            return {};
        dependsOn |= exception;
    }
    return {.fits = true, .dependsOn = dependsOn};
}

int placeIn(const QList<qint64> &steps, qint64 value)
{
    return int(std::ranges::upper_bound(steps, value) - steps.begin());
}

template <typename T>
void addBounds(QList<qint64> &steps, const routing::Bounds<T> &bounds, auto &&valueOf)
{
    if (bounds.from)
        steps.append(valueOf(*bounds.from));
    if (bounds.below)
        steps.append(valueOf(*bounds.below));
}

void makeSteps(QList<qint64> &steps)
{
    std::ranges::sort(steps);
    steps.resize(std::unique(steps.begin(), steps.end()) - steps.begin());
}

} // namespace

Facts askedBy(const Condition &condition)
{
    Facts asked = 0;
    const auto note = [&asked](Fact fact, bool isAsked) { asked = Facts(asked | (isAsked ? bitOf(fact) : 0)); };
    note(Fact::TaskClass, !condition.taskClasses.isEmpty());
    note(Fact::Tags, !condition.tags.isEmpty());
    note(Fact::Session, !condition.sessions.isEmpty());
    note(Fact::Remaining, condition.remaining.isSet());
    note(Fact::Outline,
         condition.promptTokens.isSet() || condition.tools || condition.images || condition.files || condition.audio
             || !condition.outputs.isEmpty());
    return asked;
}

Facts askedBy(const routing::Policy &policy)
{
    Facts asked = 0;
    for (const routing::Rule &rule : policy.rules) {
        if (rule.enabled)
            asked = Facts(asked | askedBy(rule.when) | (rule.unless ? askedBy(*rule.unless) : 0));
    }
    return asked;
}

Found findRule(const routing::Policy &policy, const RequestFacts &facts, Facts missing)
{
    if (!(missing & askedBy(policy))) {
        const routing::Match match = routing::match(policy, facts);
        return {.rule = match.rule, .chain = match.chain};
    }
    for (qsizetype i = 0; i < policy.rules.size(); ++i) {
        const routing::Rule &rule = policy.rules.at(i);
        const Judged judgment = judged(rule, facts, missing);
        if (judgment.fits)
            return {.rule = i, .chain = rule.chain, .lacking = firstOf(judgment.dependsOn)};
    }
    return {.chain = policy.otherwise};
}

RuleSteps::RuleSteps(const routing::Policy &policy)
    : m_asked(askedBy(policy))
{
    for (const routing::Rule &rule : policy.rules) {
        if (!rule.enabled)
            continue;
        add(rule.when);
        if (rule.unless)
            add(*rule.unless);
    }
    makeSteps(m_prompt);
    makeSteps(m_remaining);
    makeSteps(m_minutes);
}

void RuleSteps::add(const Condition &condition)
{
    m_client = m_client || !condition.clients.isEmpty();
    m_time = m_time || condition.hours || !condition.weekdays.isEmpty();
    addBounds(m_prompt, condition.promptTokens, [](qint64 tokens) { return tokens; });
    addBounds(m_remaining, condition.remaining, [](NanoDollars amount) { return amount.value; });
    if (condition.hours)
        m_minutes += {condition.hours->from, condition.hours->to};
}

int RuleSteps::promptPlace(qint64 tokens) const
{
    return placeIn(m_prompt, tokens);
}

int RuleSteps::remainingPlace(const std::optional<NanoDollars> &remaining) const
{
    return remaining ? placeIn(m_remaining, remaining->value) : -1;
}

int RuleSteps::timePlace(routing::Weekday weekday, int minute) const
{
    return int(weekday) * int(m_minutes.size() + 1) + placeIn(m_minutes, minute);
}

} // namespace sb::lab
