#include "core/routing/policy/policy.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace Qt::StringLiterals;

namespace {

Policy ofRule(const Rule &rule)
{
    return {.name = u"p"_s, .rules = {rule}};
}

Policy ofCondition(const Condition &condition)
{
    return ofRule({.when = condition, .chain = u"c"_s});
}

Condition withUnknownMember()
{
    Condition condition;
    condition.extra.set("moon", "full");
    return condition;
}

} // namespace

class TstPolicyValidation : public QObject
{
    Q_OBJECT
private slots:
    void aProblemIsNamedAtItsPath_data()
    {
        QTest::addColumn<Policy>("policy");
        QTest::addColumn<QStringList>("paths");
        const auto row = [](const char *name, const Policy &policy, const QStringList &paths) {
            QTest::newRow(name) << policy << paths;
        };
        const Rule everything{.chain = u"c"_s};
        row("nothing is wrong", ofCondition({.tools = true}), {});
        row("a rule without a chain goes as it asks", ofRule({}), {});
        row("no name", {}, {u"name"_s});
        row("version 0", {.name = u"p"_s, .version = 0}, {u"version"_s});
        row("an unknown chain", ofRule({.chain = u"x"_s}), {u"rules[0].chain"_s});
        row("an unknown chain for the rest", {.name = u"p"_s, .otherwise = u"x"_s}, {u"otherwise"_s});
        row("two rules of one id", {.name = u"p"_s, .rules = {{.id = u"a"_s, .when = {.tools = true}}, {.id = u"a"_s}}},
            {u"rules[1].id"_s});
        row("behind a rule for everything", {.name = u"p"_s, .rules = {everything, {.when = {.tools = true}}}},
            {u"rules[1]"_s});
        row("behind one that is switched off", {.name = u"p"_s, .rules = {{.enabled = false}, everything}}, {});
        row("behind one with an exception",
            {.name = u"p"_s, .rules = {{.unless = Condition{.tools = true}}, everything}}, {});
        row("twice the same condition",
            {.name = u"p"_s, .rules = {{.when = {.tools = true}}, {.when = {.tools = true}}}}, {u"rules[1]"_s});
        row("an empty name", ofCondition({.models = {u"a"_s, u""_s}}), {u"rules[0].when.models[1]"_s});
        row("a name twice", ofCondition({.tags = {u"a"_s, u"a"_s}}), {u"rules[0].when.tags[1]"_s});
        row("no size between", ofCondition({.promptTokens = {5, 5}}), {u"rules[0].when.prompt_tokens"_s});
        row("no amount between", ofCondition({.remaining = {NanoDollars{2}, NanoDollars{1}}}),
            {u"rules[0].when.remaining"_s});
        row("less than nothing", ofCondition({.remaining = {.below = NanoDollars{-1}}}),
            {u"rules[0].when.remaining.below"_s});
        row("no time between", ofCondition({.hours = DayHours{60, 60}}), {u"rules[0].when.hours"_s});
        row("a day twice", ofCondition({.weekdays = {Weekday::Monday, Weekday::Monday}}),
            {u"rules[0].when.weekdays[1]"_s});
        row("a member of a newer version", ofCondition(withUnknownMember()), {u"rules[0].when.moon"_s});
        row("an exception for all", ofRule({.unless = Condition{}}), {u"rules[0].unless"_s});
        row("an exception with a problem", ofRule({.unless = Condition{.hours = DayHours{60, 60}}}),
            {u"rules[0].unless.hours"_s});
        row("weights", {.name = u"p"_s, .weights = {.perSecond = {-1}, .exploration = 1.5, .sharpness = 101}},
            {u"weights.dollars_per_second"_s, u"weights.exploration"_s, u"weights.sharpness"_s});
        row("the best of nothing", {.name = u"p"_s, .bestThatFits = true}, {u"best_that_fits"_s});
        row("quality", {.name = u"p"_s, .quality = {u"a"_s, u"a"_s}}, {u"quality[1]"_s});
    }
    void aProblemIsNamedAtItsPath()
    {
        QFETCH(Policy, policy);
        QStringList paths;
        for (const PolicyProblem &problem : validate(policy, QStringList{u"c"_s})) {
            paths.append(problem.path);
            QVERIFY(!problem.message.isEmpty());
        }
        QTEST(paths, "paths");
    }

    void withoutAListOfChainsNoneIsLookedUp()
    {
        QCOMPARE(validate(ofRule({.chain = u"x"_s}), {}), QList<PolicyProblem>{});
    }

    void withAnEmptyListOfChainsNoneExists() { QCOMPARE(validate(ofRule({.chain = u"x"_s}), QStringList{}).size(), 1); }
};

static const bool tstPolicyValidation = sb::testing::add<TstPolicyValidation>();

#include "tst_policy_validation.moc"
