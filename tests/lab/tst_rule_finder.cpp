#include "core/lab/rule_finder.h"

#include "core/base/random.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::lab;

namespace {

using routing::Condition;
using routing::Policy;
using routing::RequestFacts;
using routing::Rule;

Policy twoRules(const Rule &first)
{
    Policy policy{.rules = {first, {.when = {.clients = {u"batch"_s}}, .chain = u"second"_s}}, .otherwise = u"rest"_s};
    policy.rules[0].chain = u"first"_s;
    return policy;
}

RequestFacts codeByBatch()
{
    return {.taskClass = u"code"_s, .model = u"lab/fox"_s, .promptTokens = 500, .client = u"batch"_s};
}

} // namespace

class TstRuleFinder : public QObject
{
    Q_OBJECT

private slots:
    void withAllFactsItIsMatch_data();
    void withAllFactsItIsMatch();
    void aMissingFactMattersWhereTheRuleHangsOnIt_data();
    void aMissingFactMattersWhereTheRuleHangsOnIt();
    void whatIsDecidedIsTheSameWhateverTheFactIs();
    void requestsBetweenTheSameStepsFitTheSameRules();
};

void TstRuleFinder::withAllFactsItIsMatch_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::addColumn<QString>("chain");
    QTest::newRow("fits") << Rule{.when = {.taskClasses = {u"code"_s}}} << u"first"_s;
    QTest::newRow("does not") << Rule{.when = {.taskClasses = {u"chat"_s}}} << u"second"_s;
    QTest::newRow("but for") << Rule{.when = {.taskClasses = {u"code"_s}}, .unless = Condition{.clients = {u"batch"_s}}}
                             << u"second"_s;
}

void TstRuleFinder::withAllFactsItIsMatch()
{
    QFETCH(Rule, rule);
    const Policy policy = twoRules(rule);
    const Found found = findRule(policy, codeByBatch(), 0);
    QTEST(found.chain, "chain");
    QCOMPARE(found.chain, routing::match(policy, codeByBatch()).chain);
    QCOMPARE(found.lacking, std::nullopt);
}

void TstRuleFinder::aMissingFactMattersWhereTheRuleHangsOnIt_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::addColumn<int>("missing");
    QTest::addColumn<std::optional<Fact>>("lacking");
    QTest::addColumn<QString>("chain"); // where nothing is lacking
    using Lacking = std::optional<Fact>;
    const auto row = [](const char *name, const Rule &rule, Fact missing, Lacking lacking, const QString &chain) {
        QTest::newRow(name) << rule << int(bitOf(missing)) << lacking << chain;
    };
    row("it asks for it", {.when = {.taskClasses = {u"code"_s}}}, Fact::TaskClass, Fact::TaskClass, {});
    row("it asks for something else", {.when = {.taskClasses = {u"code"_s}}}, Fact::Tags, {}, u"first"_s);
    row("another part does not hold", {.when = {.taskClasses = {u"code"_s}, .clients = {u"ask"_s}}}, Fact::TaskClass,
        {}, u"second"_s);
    row("it is switched off", {.enabled = false, .when = {.taskClasses = {u"code"_s}}}, Fact::TaskClass, {},
        u"second"_s);
    row("the exception asks for it", {.unless = Condition{.tags = {u"a"_s}}}, Fact::Tags, Fact::Tags, {});
    row("the exception does not hold anyway", {.unless = Condition{.tags = {u"a"_s}, .clients = {u"ask"_s}}},
        Fact::Tags, {}, u"first"_s);
    row("the exception holds anyway", {.when = {.tags = {u"a"_s}}, .unless = Condition{.clients = {u"batch"_s}}},
        Fact::Tags, {}, u"second"_s);
    row("sizes", {.when = {.promptTokens = {.from = 100}}}, Fact::Outline, Fact::Outline, {});
    row("the budget", {.when = {.remaining = {.from = NanoDollars{1}}}}, Fact::Remaining, Fact::Remaining, {});
    row("the session", {.when = {.sessions = {u"s"_s}}}, Fact::Session, Fact::Session, {});
    row("a member that we do not know", {.when = {.tags = {u"a"_s}, .extra = Json(1)}}, Fact::Tags, {}, u"second"_s);
}

void TstRuleFinder::aMissingFactMattersWhereTheRuleHangsOnIt()
{
    QFETCH(Rule, rule);
    QFETCH(int, missing);
    const Found found = findRule(twoRules(rule), codeByBatch(), Facts(missing));
    QTEST(found.lacking, "lacking");
    if (!found.lacking)
        QTEST(found.chain, "chain");
}

/// Of random policies and requests: where nothing is said to be lacking, every value of the fact gives that chain.
void TstRuleFinder::whatIsDecidedIsTheSameWhateverTheFactIs()
{
    SeededRandom random(11);
    const QStringList words{u"a"_s, u"b"_s, u"c"_s};
    const auto some = [&]() -> QStringList {
        return random.below(2) == 0 ? QStringList() : QStringList{words.at(qsizetype(random.below(3)))};
    };
    int decided = 0;
    for (int round = 0; round < testing::rounds(3'000); ++round) {
        Policy policy{.otherwise = u"rest"_s};
        for (int i = 0; i < 3; ++i) {
            Rule rule{.when = {.taskClasses = some(), .clients = some()}, .chain = u"chain%1"_s.arg(i)};
            if (random.below(2) == 0)
                rule.unless = Condition{.taskClasses = some(), .clients = some()};
            policy.rules.append(rule);
        }
        RequestFacts facts{.client = words.at(qsizetype(random.below(3)))};
        const Found found = findRule(policy, facts, bitOf(Fact::TaskClass));
        if (found.lacking)
            continue;
        ++decided;
        for (const QString &word : words + QStringList{QString()}) {
            facts.taskClass = word;
            QCOMPARE(routing::match(policy, facts).chain, found.chain);
        }
    }
    QVERIFY(decided > 100);
}

void TstRuleFinder::requestsBetweenTheSameStepsFitTheSameRules()
{
    const Policy policy{.rules = {{.when = {.promptTokens = {.from = 100, .below = 1'000}}, .chain = u"middle"_s},
                                  {.when = {.hours = routing::DayHours{.from = 22 * 60, .to = 6 * 60},
                                            .weekdays = {routing::Weekday::Friday}},
                                   .chain = u"night"_s},
                                  {.when = {.remaining = {.below = NanoDollars{500}}}, .chain = u"poor"_s}}};
    const RuleSteps steps(policy);
    SeededRandom random(3);
    QHash<QList<int>, QString> seen;
    for (int round = 0; round < testing::rounds(20'000); ++round) {
        RequestFacts facts{.promptTokens = qint64(random.below(2'000)),
                           .weekday = routing::Weekday(random.below(7)),
                           .minute = int(random.below(1'440))};
        if (random.below(3) > 0)
            facts.remaining = NanoDollars{qint64(random.below(1'000))};
        const QList<int> place{steps.promptPlace(facts.promptTokens), steps.remainingPlace(facts.remaining),
                               steps.timePlace(facts.weekday, facts.minute)};
        const QString chain = routing::match(policy, facts).chain;
        const auto known = seen.constFind(place);
        if (known != seen.cend())
            QCOMPARE(*known, chain);
        seen.insert(place, chain);
    }
}

static const bool tstRuleFinder = sb::testing::add<TstRuleFinder>();

#include "tst_rule_finder.moc"
