#include "core/routing/policy/match.h"

#include "tests/routing/policy/any_policy.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace sb::routing::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int Cases = 5'000;

/// Alone in a policy: what a rule says must not depend on its place.
bool takes(const Rule &rule, const RequestFacts &facts)
{
    return match({.name = u"alone"_s, .rules = {rule}}, facts).rule.has_value();
}

} // namespace

class TstPolicyProperties : public QObject
{
    Q_OBJECT
private slots:
    void theFirstRuleThatTakesARequestDecides()
    {
        int decided = 0;
        for (int seed = 0; seed < Cases; ++seed) {
            SeededRandom random{quint64(seed)};
            const Policy policy = anyPolicy(random);
            const RequestFacts facts = anyFacts(random);
            const auto first = std::ranges::find_if(policy.rules, [&](const Rule &rule) { return takes(rule, facts); });
            const qsizetype index = std::distance(policy.rules.begin(), first);
            const Match found = match(policy, facts);
            const bool any = first != policy.rules.end();
            QVERIFY2(found.rule == (any ? std::optional(index) : std::nullopt), qPrintable(u"seed %1"_s.arg(seed)));
            QCOMPARE(found.chain, any ? first->chain : policy.otherwise);
            QCOMPARE(found.passed.size(), index);
            decided += any;
        }
        QVERIFY2(decided > Cases / 20 && decided < Cases * 19 / 20, qPrintable(QString::number(decided)));
    }

    void aDisabledRuleTakesNothing()
    {
        for (int seed = 0; seed < Cases; ++seed) {
            SeededRandom random{quint64(seed)};
            Rule rule = anyRule(random);
            rule.enabled = false;
            QVERIFY2(!takes(rule, anyFacts(random)), qPrintable(u"seed %1"_s.arg(seed)));
        }
    }

    void aFurtherConditionNeverTakesMore()
    {
        for (int seed = 0; seed < Cases; ++seed) {
            SeededRandom random{quint64(seed)};
            const RequestFacts facts = anyFacts(random);
            const Rule rule = anyRule(random);
            Rule narrower = rule;
            narrower.when.tools = oneIn(random, 2);
            narrower.when.clients = {u"ask"_s};
            if (rule.when.tools || !rule.when.clients.isEmpty())
                continue;
            QVERIFY2(takes(rule, facts) || !takes(narrower, facts), qPrintable(u"seed %1"_s.arg(seed)));
        }
    }

    void everyRulePassedOverSaysWhyInWords()
    {
        for (int seed = 0; seed < Cases; ++seed) {
            SeededRandom random{quint64(seed)};
            const Policy policy = anyPolicy(random);
            const RequestFacts facts = anyFacts(random);
            for (const PassedRule &each : match(policy, facts).passed) {
                const Rule &rule = policy.rules.at(each.index);
                const QString why = sentence(rule, each.unmet, facts);
                const bool whole = why.endsWith(u'.') && !why.contains(u"%1"_s) && !why.contains(u"%2"_s)
                    && !why.contains(u"for ."_s) && !why.contains(u"for ;"_s);
                QVERIFY2(whole || rule.unless == Condition{}, qPrintable(u"seed %1: %2"_s.arg(seed).arg(why)));
            }
        }
    }

    void aPolicyIsReadAsItWasWritten()
    {
        for (int seed = 0; seed < Cases; ++seed) {
            SeededRandom random{quint64(seed)};
            const Policy policy = anyPolicy(random);
            const Json written = toJson(policy);
            const auto again = parsePolicy(*parseJson(written.dumpIndented()));
            QVERIFY2(again && *again == policy, written.dump().constData());
            QCOMPARE(toJson(*again), written);
        }
    }
};

static const bool tstPolicyProperties = sb::testing::add<TstPolicyProperties>();

#include "tst_policy_properties.moc"
