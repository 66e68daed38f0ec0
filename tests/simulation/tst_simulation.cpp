// A part of the simulated day, and the mix of tasks. The whole day is sim-day's.
#include "tests/simulation/comparison.h"
#include "tests/simulation/task_routing.h"

#include "tests/catalog/shipped.h"
#include "tests/testing/testing.h"

#include <QTest>

#include <numeric>

using namespace sb;
using namespace sb::simulation;

namespace {

constexpr int PartRequests = 5'000;
constexpr double PartBegins = 9; ///< o'clock

const QList<RuleId> ComparedRules{RuleId::Signalbox, RuleId::First,         RuleId::RoundRobin,
                                  RuleId::Cheapest,  RuleId::LowestLatency, RuleId::InverseSquare};

} // namespace

class TstSimulation : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_shipped = testing::shippedCatalog();
        m_results = compareRules(ComparedRules, m_shipped, partOfDay(PartRequests, PartBegins), 1);
    }

    void theModelOfTheDayHasItsHostsAndTheirPrices()
    {
        QCOMPARE(endpointsOfTheDay(m_shipped).size(), qsizetype(Hosts));
        QSet<qint64> prices;
        for (const catalog::Endpoint &endpoint : endpointsOfTheDay(m_shipped))
            prices.insert(catalog::expectedCost(*endpoint.price, 4'000, 400)->value);
        QVERIFY(prices.size() > Hosts / 3); // else there would be nothing to choose
    }

    void everyRequestEndsInExactlyOneWay()
    {
        for (const RuleResult &result : m_results) {
            const DayResult &day = result.days.front();
            QCOMPARE(day.requests, PartRequests);
            QCOMPARE(std::accumulate(day.endings.begin(), day.endings.end(), 0), PartRequests);
            QVERIFY2(day.attempts >= PartRequests && day.attempts <= PartRequests * caller::Attempts,
                     nameOf(result.rule));
            QVERIFY(day.dollars > 0);
            QVERIFY(day.p50 > 0 && day.p50 <= day.p95);
        }
    }

    void noRuleIsBetterThanSignalboxInSuccessFirstTokenAndCostAtOnce()
    {
        for (const RuleResult &result : m_results)
            QVERIFY2(!dominates(result, m_results.front()), table(m_results).constData());
    }

    void aRuleThatIsBetterInAllThreeIsFound()
    {
        RuleResult better = m_results.front();
        better.days.front().endings[size_t(Ending::Complete)] = better.days.front().requests;
        better.days.front().p50 *= 0.9;
        better.days.front().dollars *= 0.9;
        QVERIFY(dominates(better, m_results.front()));
        better.days.front().dollars = m_results.front().days.front().dollars * 1.1;
        QVERIFY(!dominates(better, m_results.front()));
    }

    void theSameSeedGivesTheSameTable()
    {
        const QList<RuleId> two{RuleId::Signalbox, RuleId::InverseSquare};
        const Span span = partOfDay(1'000, PartBegins);
        const QByteArray first = table(compareRules(two, m_shipped, span, 2));
        QCOMPARE(table(compareRules(two, m_shipped, span, 2)), first);
        QVERIFY(runDay(RuleId::Signalbox, m_shipped, span, 1) != runDay(RuleId::Signalbox, m_shipped, span, 2));
    }

    void theTrafficIsTheSameUnderEveryRule()
    {
        const Span span = partOfDay(1'000, PartBegins);
        const std::vector<Turn> turns = makeWorkload(span, 7);
        QCOMPARE(turns.size(), size_t(1'000));
        for (size_t i = 1; i < turns.size(); ++i) {
            if (!turns[i].first)
                QVERIFY(turns[i].promptTokens > turns[i - 1].promptTokens); // with all that was said before
            QCOMPARE(turns[i].first, turns[i - 1].last);
        }
    }

    void routingByTaskCostsLessThanTheStrongestModelForAll()
    {
        const std::vector<TaskCost> costs = compareTaskRouting(m_shipped, "anthropic/claude-opus-4.8", 1);
        const double all = saving(costs);
        QVERIFY2(all > 0.5 && all < 0.95, qPrintable(QString::number(all)));
        QVERIFY(saving(costs, 0.3) < all - 0.2); // what is asked again is paid twice
        const TaskCost &reasoning = costs[4];
        QVERIFY(qAbs(saving({reasoning})) < 0.1); // by the same model either way, at one or another of its hosts
    }

private:
    catalog::Catalog m_shipped;
    std::vector<RuleResult> m_results;
};

static const bool tstSimulation = sb::testing::add<TstSimulation>();

#include "tst_simulation.moc"
