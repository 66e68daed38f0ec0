#include "core/routing/plan.h"

#include "tests/routing/plan_world.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace sb::routing::testing;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(sb::routing::HeldByLost)

class TstPlanMoney : public QObject
{
    Q_OBJECT
private slots:
    void theOutputLimitComesFromTheFirstThatNamesOne_data();
    void theOutputLimitComesFromTheFirstThatNamesOne();

    void theBudgetIsNoMatterForPractice()
    {
        World world;
        world.input.chain.steps = {Step{.model = u"practice/fox"_s}};
        world.input.budget.remaining = NanoDollars{0};
        QCOMPARE(candidates(world.planned()), QStringList{u"drill/fox"_s});
    }

    void theBoundIsThePriceOfTheLongestPromptAndTheLongestAnswer()
    {
        const Plan plan = World().planned();
        const NanoDollars expected{plan.inputTokensBound * 1'000 + 4'000 * 10'000};
        QCOMPARE(plan.candidates.constFirst().bound, std::optional(expected));
        QVERIFY(plan.candidates.constFirst().expectedLow < plan.candidates.constFirst().expectedHigh);
        QVERIFY(plan.candidates.constFirst().expectedHigh <= plan.candidates.constFirst().bound);
        QVERIFY(!plan.candidates.constFirst().maxTokens); // the model's own limit need not be sent
    }

    void whatCanCostMoreThanTheRequestMayIsLeftOutWithItsBound()
    {
        World world;
        world.endpoints[1].maxOutputTokens = 1'000;
        const qint64 input = world.planned().inputTokensBound * 1'000;
        world.input.request.maxCost = NanoDollars{input + 1'000 * 10'000};
        const Plan plan = world.planned();
        QCOMPARE(plan.maxCost, world.input.request.maxCost);
        QCOMPARE(candidates(plan), QStringList{u"west/fox"_s});
        QVERIFY(!plan.candidates.constFirst().maxTokens); // nothing is cut to fit
        QCOMPARE(plan.excluded.size(), 1);
        QCOMPARE(plan.excluded.constFirst().endpointId, u"east/fox"_s);
        QCOMPARE(plan.excluded.constFirst().reason, Exclusion::RequestLimit);
        QCOMPARE(plan.excluded.constFirst().bound, std::optional(NanoDollars{input + 4'000 * 10'000}));
        QCOMPARE(toJson(plan)["excluded"].at(0)["reason"].toText(), u"request_max_cost"_s);

        world.input.request.maxCost->value -= 1;
        QVERIFY(world.planned().candidates.isEmpty());
    }

    void ofTwoLimitsOfARequestTheLowerHolds_data()
    {
        QTest::addColumn<qint64>("own"); // -1: none
        QTest::addColumn<qint64>("usual");
        QTest::addColumn<qint64>("expected");
        QTest::newRow("none") << -1LL << -1LL << -1LL;
        QTest::newRow("the request's") << 5LL << -1LL << 5LL;
        QTest::newRow("the profile's") << -1LL << 5LL << 5LL;
        QTest::newRow("the request asks for less") << 3LL << 5LL << 3LL;
        QTest::newRow("the request asks for more") << 9LL << 5LL << 5LL;
    }
    void ofTwoLimitsOfARequestTheLowerHolds()
    {
        QFETCH(qint64, own);
        QFETCH(qint64, usual);
        QFETCH(qint64, expected);
        PlanInput input;
        if (own >= 0)
            input.request.maxCost = NanoDollars{own};
        if (usual >= 0)
            input.maxCost = NanoDollars{usual};
        const auto limit = requestLimit(input);
        QCOMPARE(limit ? limit->value : -1LL, expected);
    }

    void anUnknownPriceFitsNoLimitOfARequestAndWhatIsFreeFitsAny()
    {
        World world;
        world.east().price.reset();
        world.endpoints[1].free = true;
        world.input.request.maxCost = NanoDollars{0};
        const Plan plan = world.planned();
        QCOMPARE(candidates(plan), QStringList{u"west/fox"_s});
        QCOMPARE(plan.excluded.constFirst().reason, Exclusion::Unpriced);
    }

    void theBestThatFitsIsTakenByTheOrderOfQuality_data()
    {
        QTest::addColumn<qint64>("limit"); // in micro-dollars; 0: none
        QTest::addColumn<Sort>("sort");
        QTest::addColumn<bool>("policySaysSo");
        QTest::addColumn<QStringList>("expected");
        const QStringList best{u"east/best"_s, u"east/good"_s, u"east/fair"_s};
        const QStringList listed{u"east/fair"_s, u"east/good"_s, u"east/best"_s};
        QTest::newRow("by quality, all fit") << 1'000'000LL << Sort::Quality << false << best;
        QTest::newRow("by quality, the best does not fit") << 200'000LL << Sort::Quality << false << best.mid(1);
        QTest::newRow("by quality without a limit: as they are named") << 0LL << Sort::Quality << false << listed;
        QTest::newRow("the policy says so") << 200'000LL << Sort::Balanced << true << best.mid(1);
        QTest::newRow("the policy says so, but nothing limits it") << 0LL << Sort::Balanced << true << listed;
        QTest::newRow("nobody says so") << 200'000LL << Sort::Balanced << false << listed.first(2);
    }
    void theBestThatFitsIsTakenByTheOrderOfQuality()
    {
        QFETCH(qint64, limit);
        QFETCH(Sort, sort);
        QFETCH(bool, policySaysSo);
        World world;
        world.endpoints = {endpoint(u"east"_s, u"lab/fair"_s), endpoint(u"east"_s, u"lab/good"_s),
                           endpoint(u"east"_s, u"top/best"_s)};
        world.endpoints[2].price->components[1].amount = {100'000'000};
        world.step() = {.model = u"lab/fair"_s, .models = {u"lab/good"_s, u"top/best"_s}};
        if (sort != Sort::Balanced)
            world.step().preferences.sort = sort;
        world.input.quality = {u"top/*"_s, u"lab/good"_s};
        world.input.bestThatFits = policySaysSo;
        if (limit > 0)
            world.input.request.maxCost = NanoDollars{limit * 1'000};
        QTEST(candidates(world.planned()), "expected");
    }

    void aRequestForTheBestThatFitsMayTakeAnyModelOfTheOrder()
    {
        World world;
        world.endpoints = {endpoint(u"east"_s, u"lab/fair"_s), endpoint(u"west"_s, u"lab/good"_s),
                           endpoint(u"east"_s, u"lab/good"_s), endpoint(u"east"_s, u"odd/one"_s)};
        world.input.quality = {u"lab/good"_s, u"lab/*"_s};
        world.input.chain = bestThatFitsChain(world.input.quality);
        world.input.request.maxCost = NanoDollars{1'000'000'000};
        const QStringList order = candidates(world.planned());
        QCOMPARE(order, (QStringList{u"east/good"_s, u"west/good"_s, u"east/fair"_s}));
    }

    void severalChoicesAreBilledEach()
    {
        World world;
        world.input.request.extra.set("n", 3);
        const Plan plan = world.planned();
        QCOMPARE(plan.candidates.constFirst().bound,
                 std::optional(NanoDollars{plan.inputTokensBound * 1'000 + 3 * 4'000 * 10'000}));
    }

    void theOutputLimitIsLoweredToWhatTheBudgetHasLeft()
    {
        World world;
        const qint64 input = world.planned().inputTokensBound * 1'000;
        world.input.budget.remaining = NanoDollars{input + 500 * 10'000 + 9'999};
        const Candidate lowered = world.planned().candidates.constFirst();
        QCOMPARE(lowered.maxTokens, std::optional<qint64>(500)); // one more token would exceed it
        QCOMPARE(lowered.bound, std::optional(NanoDollars{input + 500 * 10'000}));
    }

    void aLengthThatNobodyAskedForLeavesSomethingOfTheBudget_data()
    {
        QTest::addColumn<qint64>("asked");
        QTest::addColumn<qint64>("affordable"); // tokens that all that is left pays for
        QTest::addColumn<qint64>("expected");
        QTest::newRow("asked for: all that is left") << 100'000LL << 60'000LL << 60'000LL;
        QTest::newRow("not asked for: as much as is assumed elsewhere") << 0LL << 60'000LL << 16'384LL;
        QTest::newRow("not asked for: a quarter, where that is more") << 0LL << 88'000LL << 22'000LL;
        QTest::newRow("not asked for, and little is left: all of it") << 0LL << 9'000LL << 9'000LL;
        QTest::newRow("it fits: nothing is lowered") << 0LL << 100'000LL << 0LL;
    }
    void aLengthThatNobodyAskedForLeavesSomethingOfTheBudget()
    {
        QFETCH(qint64, asked);
        QFETCH(qint64, affordable);
        QFETCH(qint64, expected);
        World world;
        world.step().preferences.sort = Sort::Listed;
        world.east().maxOutputTokens = 100'000;
        world.east().contextTokens = 1'000'000;
        world.east().price->components[0].amount = {0}; // the input costs nothing, so that the figures are round
        if (asked > 0)
            world.input.request.maxTokens = asked;
        world.input.budget.remaining = NanoDollars{affordable * 10'000};
        const Candidate first = world.planned().candidates.constFirst();
        QCOMPARE(first.maxTokens.value_or(0), expected);
        const auto again = affordableTerms(world.input.request, world.step(), world.east(), std::nullopt,
                                           *world.input.budget.remaining);
        QCOMPARE(again->maxTokens.value_or(0), expected);
    }

    void lostRequestsAreNamedWithWhatTheyHold_data()
    {
        QTest::addColumn<HeldByLost>("held");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << HeldByLost{} << QString();
        QTest::newRow("one") << HeldByLost{.amount = {10'000'000}, .requests = {3}}
                             << u"Lost requests (#3) hold another $0.01: settle them in Requests."_s;
        QTest::newRow("more than are named")
            << HeldByLost{.amount = {10'000'000}, .requests = {3, 4}, .more = true}
            << u"Lost requests (#3, #4, …) hold another $0.01: settle them in Requests."_s;
    }
    void lostRequestsAreNamedWithWhatTheyHold()
    {
        QFETCH(HeldByLost, held);
        QTEST(describe(held), "text");
    }

    void anAttemptThatFindsLessIsLoweredAsThePlanWouldHaveLoweredIt()
    {
        World world;
        const qint64 input = world.planned().inputTokensBound * 1'000;
        for (const std::optional<qint64> asked : {std::optional<qint64>(), std::optional<qint64>(1'000)}) {
            world.input.request.maxTokens = asked;
            world.input.budget = {};
            const Candidate full = world.planned().candidates.constFirst();
            for (const qint64 left : {0LL, input + 63 * 10'000, input + 64 * 10'000, input + 500 * 10'000 + 9'999}) {
                const auto terms =
                    affordableTerms(world.input.request, world.step(), world.east(), full.maxTokens, NanoDollars{left});
                world.input.budget.remaining = NanoDollars{left};
                const QList<Candidate> planned = world.planned().candidates;
                QCOMPARE(terms.has_value(), !planned.isEmpty());
                if (terms)
                    QCOMPARE(*terms, (Terms{planned.constFirst().maxTokens, planned.constFirst().bound}));
            }
        }
    }

    void aLimitThatWasLoweredBeforeIsNotRaised()
    {
        World world;
        const qint64 input = world.planned().inputTokensBound * 1'000;
        const auto terms =
            affordableTerms(world.input.request, world.step(), world.east(), 100, NanoDollars{input + 500 * 10'000});
        QCOMPARE(terms, (Terms{.maxTokens = 100, .bound = NanoDollars{input + 100 * 10'000}}));
        world.east().price.reset();
        QVERIFY(!affordableTerms(world.input.request, world.step(), world.east(), 100, NanoDollars{1'000'000'000}));
    }

    void aLimitOfTheRequestIsLoweredTooAndASoftBudgetLowersNothing()
    {
        World world;
        const qint64 input = world.planned().inputTokensBound * 1'000;
        world.input.request.maxTokens = 1'000;
        world.input.budget.remaining = NanoDollars{input + 500 * 10'000};
        QCOMPARE(world.planned().candidates.constFirst().maxTokens, std::optional<qint64>(500));
        world.input.budget.hard = false;
        QVERIFY(!world.planned().candidates.constFirst().maxTokens);
    }

    void aShortAnswerThatFitsIsNotRefusedForBeingShort()
    {
        World world;
        const qint64 input = world.planned().inputTokensBound * 1'000;
        world.input.request.maxTokens = 10;
        world.input.budget.remaining = NanoDollars{input + 10 * 10'000};
        QCOMPARE(world.planned().candidates.size(), 2);
    }
};

void TstPlanMoney::theOutputLimitComesFromTheFirstThatNamesOne_data()
{
    QTest::addColumn<int>("request");
    QTest::addColumn<int>("step");
    QTest::addColumn<int>("model");
    QTest::addColumn<int>("window");
    QTest::addColumn<int>("inBound");
    QTest::addColumn<int>("sent"); // 0: nothing
    QTest::newRow("the request") << 100 << 200 << 300 << 4000 << 100 << 0;
    QTest::newRow("the step, which is sent") << 0 << 200 << 300 << 4000 << 200 << 200;
    QTest::newRow("the model") << 0 << 0 << 300 << 4000 << 300 << 0;
    QTest::newRow("the window") << 0 << 0 << 0 << 4000 << 4000 << 0;
    QTest::newRow("none: one is sent, so that there is a bound") << 0 << 0 << 0 << 0 << 16'384 << 16'384;
}

void TstPlanMoney::theOutputLimitComesFromTheFirstThatNamesOne()
{
    QFETCH(int, request);
    QFETCH(int, step);
    QFETCH(int, model);
    QFETCH(int, window);
    QFETCH(int, inBound);
    QFETCH(int, sent);
    const auto given = [](int value) { return value > 0 ? std::optional<qint64>(value) : std::nullopt; };
    World world;
    world.input.request.maxTokens = given(request);
    world.step().maxTokens = given(step);
    world.east().maxOutputTokens = given(model);
    world.east().contextTokens = given(window);
    const Plan plan = world.planned();
    const Candidate &first = plan.candidates.constFirst();
    QCOMPARE(first.maxTokens, given(sent));
    QCOMPARE(first.bound, std::optional(NanoDollars{plan.inputTokensBound * 1'000 + qint64(inBound) * 10'000}));
}

static const bool tstPlanMoney = sb::testing::add<TstPlanMoney>();

#include "tst_plan_money.moc"
