#pragma once

#include "core/base/random.h"
#include "core/routing/policy/match.h"

namespace sb::routing::testing {

// Policies and requests by chance, from few enough names that they meet.

inline bool oneIn(Random &random, quint64 count)
{
    return random.below(count) == 0;
}

inline QStringList anyNames(Random &random, const QStringList &all)
{
    QStringList names;
    if (oneIn(random, 4)) {
        for (quint64 left = random.below(2) + 1; left > 0; --left)
            names.append(all.at(qsizetype(random.below(quint64(all.size())))));
    }
    return names;
}

inline QString anyOf(Random &random, const QStringList &all)
{
    return all.at(qsizetype(random.below(quint64(all.size()))));
}

template <typename T, typename Make>
Bounds<T> anyBounds(Random &random, Make make)
{
    Bounds<T> bounds;
    if (oneIn(random, 6))
        bounds.from = make();
    if (oneIn(random, 6))
        bounds.below = make();
    return bounds;
}

inline std::optional<bool> anyFlag(Random &random)
{
    return oneIn(random, 6) ? std::optional(oneIn(random, 2)) : std::nullopt;
}

inline Condition anyCondition(Random &random)
{
    const auto tokens = [&random] { return qint64(random.below(3000)); };
    const auto amount = [&random] { return NanoDollars{qint64(random.below(10'000'000'000))}; };
    Condition condition;
    condition.taskClasses = anyNames(random, {QStringLiteral("code"), QStringLiteral("bulk"), QStringLiteral("*")});
    condition.models = anyNames(random, {QStringLiteral("a/*"), QStringLiteral("a/x"), QStringLiteral("*/y")});
    condition.promptTokens = anyBounds<qint64>(random, tokens);
    condition.tools = anyFlag(random);
    condition.images = anyFlag(random);
    condition.files = anyFlag(random);
    condition.audio = anyFlag(random);
    if (oneIn(random, 5))
        condition.outputs = {OutputForm(random.below(3))};
    condition.tags = anyNames(random, {QStringLiteral("team=*"), QStringLiteral("urgent")});
    condition.clients = anyNames(random, {QStringLiteral("ask"), QStringLiteral("playground")});
    condition.sessions = anyNames(random, {QStringLiteral("s-*")});
    if (oneIn(random, 5))
        condition.hours = DayHours{int(random.below(MinutesOfDay)), int(random.below(MinutesOfDay + 1))};
    if (oneIn(random, 5))
        condition.weekdays = {Weekday(random.below(7)), Weekday(random.below(7))};
    condition.remaining = anyBounds<NanoDollars>(random, amount);
    if (oneIn(random, 12))
        condition.extra.set("moon", "full");
    return condition;
}

inline Rule anyRule(Random &random)
{
    Rule rule{.enabled = !oneIn(random, 5), .when = anyCondition(random)};
    if (oneIn(random, 2))
        rule.id = QStringLiteral("rule-%1").arg(random.below(1000));
    if (oneIn(random, 3))
        rule.name = QStringLiteral("Ünïcode \"quoted\" %1").arg(random.below(9));
    if (oneIn(random, 4))
        rule.unless = anyCondition(random);
    if (!oneIn(random, 5))
        rule.chain = QStringLiteral("chain-%1").arg(random.below(5));
    if (oneIn(random, 8))
        rule.extra.set("color", Json(Json::Number{"1.50"}));
    return rule;
}

inline Policy anyPolicy(Random &random)
{
    Policy policy{.name = QStringLiteral("p%1").arg(random.below(9)), .version = int(random.below(100)) + 1};
    for (quint64 left = random.below(8); left > 0; --left)
        policy.rules.append(anyRule(random));
    if (oneIn(random, 2))
        policy.otherwise = QStringLiteral("rest");
    if (oneIn(random, 2))
        policy.description = QStringLiteral("line\nbreak");
    if (oneIn(random, 2))
        policy.preferences = {.only = {QStringLiteral("openai")}, .denyTraining = true, .sort = Sort::Price};
    if (oneIn(random, 2))
        policy.weights = {.perSecond = NanoDollars{qint64(random.below(1'000'000'000))},
                          .exploration = random.unit(),
                          .sharpness = random.unit() * 20};
    policy.quality = anyNames(random, {QStringLiteral("a/*"), QStringLiteral("b/x")});
    policy.bestThatFits = oneIn(random, 3);
    if (oneIn(random, 6))
        policy.weightsExtra.set("luck", 1);
    if (oneIn(random, 6))
        policy.extra.set("color", "blue");
    return policy;
}

inline RequestFacts anyFacts(Random &random)
{
    RequestFacts facts;
    facts.taskClass = anyOf(random, {QString(), QStringLiteral("code"), QStringLiteral("bulk")});
    facts.model = anyOf(random, {QStringLiteral("a/x"), QStringLiteral("a/x:floor"), QStringLiteral("b/y")});
    facts.promptTokens = qint64(random.below(3000));
    facts.tools = oneIn(random, 2);
    facts.images = oneIn(random, 2);
    facts.files = oneIn(random, 2);
    facts.audio = oneIn(random, 2);
    if (!oneIn(random, 4))
        facts.output = OutputForm(random.below(3));
    facts.tags = anyNames(random, {QStringLiteral("team=red"), QStringLiteral("urgent"), QStringLiteral("late")});
    facts.client = anyOf(random, {QStringLiteral("ask"), QStringLiteral("playground"), QStringLiteral("other")});
    facts.session = anyOf(random, {QString(), QStringLiteral("s-1")});
    facts.weekday = Weekday(random.below(7));
    facts.minute = int(random.below(MinutesOfDay));
    if (!oneIn(random, 4))
        facts.remaining = NanoDollars{qint64(random.below(10'000'000'000))};
    return facts;
}

} // namespace sb::routing::testing
