#include "core/routing/choice.h"

#include "tests/routing/plan_world.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace sb::routing::testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// Contenders that differ in their cost only, in cents.
std::vector<Contender> costing(const QList<double> &cents)
{
    std::vector<Contender> contenders;
    for (const double each : cents)
        contenders.push_back({.cost = each / 100, .listPrice = each / 100, .index = qsizetype(contenders.size())});
    return contenders;
}

const Weights CostOnly{.perSecond = {0}, .exploration = 0};

QList<qsizetype> order(const std::vector<Contender> &contenders)
{
    QList<qsizetype> indexes;
    for (const Contender &each : contenders)
        indexes.append(each.index);
    return indexes;
}

double chanceOf(const std::vector<Contender> &contenders, qsizetype index)
{
    return std::ranges::find(contenders, index, &Contender::index)->probability;
}

} // namespace

class TstChoice : public QObject
{
    Q_OBJECT
private slots:
    void theChanceFallsWithThePowerOfTheScore()
    {
        auto contenders = costing({1, 2});
        SeededRandom random(1);
        arrange(contenders, Sort::Balanced, {.perSecond = {0}, .exploration = 0, .sharpness = 2}, random);
        QCOMPARE(chanceOf(contenders, 0), 0.8); // 1 to 1/4
        QCOMPARE(chanceOf(contenders, 1), 0.2);
    }

    void whoIsPickedComesFirstAsOftenAsIsSaid()
    {
        SeededRandom random(7);
        int firsts = 0;
        constexpr int Rounds = 20'000;
        for (int i = 0; i < Rounds; ++i) {
            auto contenders = costing({1, 1.1, 5});
            arrange(contenders, Sort::Balanced, {.perSecond = {0}, .exploration = 0.3}, random);
            firsts += contenders.front().index == 1 ? 1 : 0;
        }
        auto contenders = costing({1, 1.1, 5});
        arrange(contenders, Sort::Balanced, {.perSecond = {0}, .exploration = 0.3}, random);
        const double said = chanceOf(contenders, 1);
        QVERIFY(said > 0.2 && said < 0.5);
        QVERIFY2(qAbs(firsts / double(Rounds) - said) < 0.015, qPrintable(QString::number(firsts)));
    }

    void theOthersFollowByScore()
    {
        const FixedRandom last(std::numeric_limits<quint64>::max());
        auto contenders = costing({3, 1, 2});
        FixedRandom random = last;
        arrange(contenders, Sort::Balanced, {.perSecond = {0}, .exploration = 0.5}, random);
        QCOMPARE(order(contenders), (QList<qsizetype>{0, 1, 2})); // the dearest was picked
    }

    void theFloorOfExplorationReachesEverybody()
    {
        auto contenders = costing({1, 1000});
        SeededRandom random(1);
        arrange(contenders, Sort::Balanced, {.perSecond = {0}, .exploration = 0.01}, random);
        QVERIFY(chanceOf(contenders, 1) >= 0.005);
        arrange(contenders, Sort::Balanced, {.perSecond = {0}, .exploration = 0}, random);
        QVERIFY(chanceOf(contenders, 1) < 1e-20);
    }

    void equalsAreTriedInTheOrderOfTheList()
    {
        auto contenders = costing({2, 2, 2});
        FixedRandom random(std::numeric_limits<quint64>::max());
        arrange(contenders, Sort::Balanced, CostOnly, random);
        QCOMPARE(chanceOf(contenders, 0), 1.0);
        QCOMPARE(order(contenders), (QList<qsizetype>{0, 1, 2}));
    }

    void waitingCostsMoney()
    {
        const Measured slow = firstTokenOf(4);
        const Measured fast = firstTokenOf(1);
        auto contenders = costing({1, 1.5});
        contenders[0].measured = &slow;
        contenders[1].measured = &fast;
        SeededRandom random(1);
        arrange(contenders, Sort::Balanced, {.perSecond = {1'000'000}, .exploration = 0}, random); // a tenth of a cent
        QVERIFY(chanceOf(contenders, 1) < 0.5); // half a cent is saved, and a third of one is waited
        arrange(contenders, Sort::Balanced, {.perSecond = {10'000'000}, .exploration = 0}, random);
        QVERIFY(chanceOf(contenders, 1) > 0.95);
    }

    void whoFailsOftenIsDearer()
    {
        Measured bad = firstTokenOf(1);
        bad.attempts = 50;
        bad.failures = 40;
        const Measured good = firstTokenOf(1);
        auto contenders = costing({1, 1});
        contenders[0].measured = &bad;
        contenders[1].measured = &good;
        SeededRandom random(1);
        arrange(contenders, Sort::Balanced, {.exploration = 0}, random);
        QVERIFY(chanceOf(contenders, 1) > 0.99);
    }

    void whoFailsJustNowIsDearerHoweverGoodTheDayWas()
    {
        Measured out = firstTokenOf(1);
        out.attempts = 5'000;
        out.failures = 20;
        out.lastAttempts = 14;
        out.lastFailures = 5;
        const Measured good = firstTokenOf(1);
        auto contenders = costing({1, 1});
        contenders[0].measured = &out;
        contenders[1].measured = &good;
        SeededRandom random(1);
        arrange(contenders, Sort::Balanced, {.exploration = 0}, random);
        QVERIFY(chanceOf(contenders, 1) > 0.7);
        out.lastFailures = 0;
        out.lastAttempts = 14;
        contenders = costing({1, 1});
        contenders[0].measured = &out;
        contenders[1].measured = &good;
        arrange(contenders, Sort::Balanced, {.exploration = 0}, random);
        QVERIFY(chanceOf(contenders, 0) > 0.5);
    }

    void whoWasNeverMeasuredIsTakenToBeAsTheOthersAre()
    {
        const Measured known = firstTokenOf(2);
        auto contenders = costing({1, 1});
        contenders[1].measured = &known;
        SeededRandom random(1);
        arrange(contenders, Sort::Balanced, {.exploration = 0}, random);
        QVERIFY(qAbs(contenders[0].score - contenders[1].score) < 0.002);
    }

    void aLowerGroupComesFirstAndHasAllTheChance()
    {
        auto contenders = costing({1, 5});
        contenders[0].group = 1;
        SeededRandom random(1);
        arrange(contenders, Sort::Balanced, {}, random);
        QCOMPARE(order(contenders), (QList<qsizetype>{1, 0}));
        QCOMPARE(contenders[0].probability, 1.0);
    }

    void aConversationStaysWhereItIsCachedUnlessThatIsDear()
    {
        FixedRandom random(0);
        auto contenders = costing({1, 1.19, 3});
        contenders[1].sticky = true;
        arrange(contenders, Sort::Balanced, CostOnly, random);
        QCOMPARE(contenders.front().index, qsizetype(1));
        QCOMPARE(contenders.front().probability, 1.0);
        contenders = costing({1, 1.21, 3});
        contenders[1].sticky = true;
        arrange(contenders, Sort::Balanced, CostOnly, random);
        QCOMPARE(contenders.front().index, qsizetype(0));
    }

    void whatIsCachedMakesAnEndpointCheaper()
    {
        World world;
        for (catalog::Endpoint &endpoint : world.endpoints) {
            if (endpoint.price)
                endpoint.price->components.append({.unit = catalog::PriceUnit::CacheRead, .amount = {100'000}});
        }
        world.input.request.messages = {chat::Message::make(chat::Role::User, QString(400'000, u'x'))};
        world.endpoints[0].contextTokens = world.endpoints[1].contextTokens = 1'000'000;
        world.input.weights = CostOnly;
        world.input.cache = {.tokens = {{u"west/fox"_s, 90'000}}};
        const Plan plan = world.planned();
        QCOMPARE(plan.candidates.constFirst().endpointId, u"west/fox"_s);
        QVERIFY(plan.candidates.constFirst().probability > 0.99);
    }

    void aVariantSortsOrFilters()
    {
        World world;
        world.endpoints[1].price->components[1].amount = {9'000'000};
        world.step().model = u"lab/fox:floor"_s;
        QCOMPARE(candidates(world.planned()), (QStringList{u"west/fox"_s, u"east/fox"_s}));
        world.east().free = true;
        world.step().model = u"lab/fox:free"_s;
        QCOMPARE(candidates(world.planned()), QStringList{u"east/fox"_s});
        world.providers[1].quirks.routerMembers = true;
        world.step().model = u"lab/fox:online"_s;
        const Plan online = world.planned();
        QCOMPARE(candidates(online), QStringList{u"west/fox"_s});
        QVERIFY(online.candidates.constFirst().webSearch);
        world.step().model = u"lab/fox:loud"_s;
        QCOMPARE(world.planned().excluded.constFirst().reason, Exclusion::Variant);
        world.step().model = u"lab/nothing:loud"_s;
        QCOMPARE(world.planned().excluded.constFirst().reason, Exclusion::NoEndpoint);
    }

    void aNameWithAColonThatTheCatalogHasIsAModel()
    {
        World world;
        world.endpoints[2].modelId = u"lab/owl:free"_s;
        world.step().model = u"lab/owl:free"_s;
        QCOMPARE(candidates(world.planned()), QStringList{u"home/owl"_s});
    }

    void aStepOfSeveralModelsTriesTheBetterOneFirst()
    {
        World world;
        world.step() = Step{.model = u"lab/owl"_s, .models = {u"lab/fox"_s}};
        QCOMPARE(candidates(world.planned()), (QStringList{u"home/owl"_s, u"east/fox"_s, u"west/fox"_s}));
        world.step().preferences = {.sort = Sort::Latency, .acrossModels = true};
        world.input.health.measured = {
            {u"west/fox"_s, firstTokenOf(0.2)}, {u"home/owl"_s, firstTokenOf(2)}, {u"east/fox"_s, firstTokenOf(3)}};
        QCOMPARE(candidates(world.planned()), (QStringList{u"west/fox"_s, u"home/owl"_s, u"east/fox"_s}));
    }

    void aFilterTakesWhateverFits()
    {
        World world;
        world.east().capabilities.tools = true;
        world.step() = Step{.filter = EndpointFilter{.tools = true, .contextTokens = 100'000}};
        QCOMPARE(candidates(world.planned()), QStringList{u"east/fox"_s});
        world.step().filter = EndpointFilter{.models = {u"lab/*"_s}, .local = true};
        QCOMPARE(candidates(world.planned()), QStringList{u"home/owl"_s});
        world.step().filter = EndpointFilter{.extra = *parseJson(R"({"smells":"good"})")};
        QCOMPARE(world.planned().excluded.size(), 1);
        QVERIFY(candidates(world.planned()).isEmpty());
    }

    void whoseRateLimitIsFullComesLaterAndIsWaitedForWithinThePatience()
    {
        World world;
        world.input.health.full = {{u"east/fox"_s, 3s}};
        const Plan plan = world.planned();
        QCOMPARE(candidates(plan), (QStringList{u"west/fox"_s, u"east/fox"_s}));
        QCOMPARE(plan.candidates.constLast().wait, 3000ms);
        world.input.health.full = {{u"east/fox"_s, 4s}, {u"west/fox"_s, 2s}};
        QCOMPARE(candidates(world.planned()), (QStringList{u"west/fox"_s, u"east/fox"_s})); // the shorter wait first
        world.step().patience = 1s;
        QVERIFY(candidates(world.planned()).isEmpty());
        QCOMPARE(world.planned().excluded.constFirst().reason, Exclusion::RateLimited);
    }

    void whoRefusedAMomentAgoComesLaterAndIsNotWaitedFor()
    {
        World world;
        world.input.health.crowded = {u"east/fox"_s};
        const Plan plan = world.planned();
        QCOMPARE(candidates(plan), (QStringList{u"west/fox"_s, u"east/fox"_s}));
        QCOMPARE(plan.candidates.constLast().wait, 0ms);
        world.input.health.crowded = {u"east/fox"_s, u"west/fox"_s};
        QCOMPARE(candidates(world.planned()).size(), 2);
    }

    void whoWasNeverAskedIsAskedOnceInASortByWhatIsMeasured()
    {
        const Measured slow = firstTokenOf(2);
        const Measured fast = firstTokenOf(1);
        const Measured failing{.asked = true, .attempts = 1, .failures = 1};
        std::vector<Contender> contenders(4);
        contenders[0].measured = &slow;
        contenders[1].measured = &failing;
        contenders[2].measured = &fast;
        for (size_t i = 0; i < contenders.size(); ++i)
            contenders[i].index = qsizetype(i);
        SeededRandom random(1);
        arrange(contenders, Sort::Latency, {}, random);
        QCOMPARE(order(contenders), (QList<qsizetype>{3, 2, 0, 1}));
        arrange(contenders, Sort::Throughput, {}, random);
        QCOMPARE(contenders.front().index, qsizetype(3));
    }

    void anOverrideOfTheStepDecidesWhatIsAsked()
    {
        World world;
        world.step().overrides = *parseJson(R"({"max_tokens":10})");
        const Candidate first = world.planned().candidates.constFirst();
        QCOMPARE(first.bound, std::optional(NanoDollars{world.planned().inputTokensBound * 1'000 + 10 * 10'000}));
    }

    void aStepThatWaitsForNoColdLoadLeavesOutWhatIsNotWarm()
    {
        World world;
        world.step() = Step{.model = u"lab/owl"_s};
        QVERIFY(world.planned().candidates.constFirst().mayLoad);
        world.step().clocks.coldLoad = 0ms;
        QCOMPARE(world.planned().excluded.constFirst().reason, Exclusion::NotLoaded);
        world.input.health.warm = {u"home/owl"_s};
        QCOMPARE(candidates(world.planned()), QStringList{u"home/owl"_s});
        QVERIFY(!world.planned().candidates.constFirst().mayLoad);
    }

    void aHedgeStartsAfterTheEndpointsOwnQuantile()
    {
        World world;
        world.step().hedge = Hedge{.percentile = 95, .least = 500ms};
        QVERIFY(!world.planned().candidates.constFirst().hedgeAfter); // nothing was measured
        world.input.health.measured.insert(u"east/fox"_s, firstTokenOf(2.5));
        QCOMPARE(candidate(world.planned(), u"east/fox"_s).hedgeAfter, std::optional(2500ms));
        world.input.health.measured.insert(u"east/fox"_s, firstTokenOf(0.1));
        QCOMPARE(candidate(world.planned(), u"east/fox"_s).hedgeAfter, std::optional(500ms));
    }
};

static const bool tstChoice = sb::testing::add<TstChoice>();

#include "tst_choice.moc"
