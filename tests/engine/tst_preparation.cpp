#include "core/engine/preparation.h"

#include "tests/testing/testing.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::engine;

namespace {

routing::Chain chainOf(const QString &name)
{
    return {.name = name, .steps = {{.model = u"test/model"_s}}};
}

RunSpec specOf(const QString &model, const QString &chain = {})
{
    RunSpec spec{.chain = chain};
    spec.request.model = model;
    spec.request.messages.append(chat::Message::make(chat::Role::User, u"Hello"_s));
    return spec;
}

} // namespace

/// Refusals are tested with the engine, see TstEngine.
class TstPreparation : public QObject
{
    Q_OBJECT
private slots:
    void autoUnderALimitIsTheBestThatFits_data();
    void autoUnderALimitIsTheBestThatFits();
    void theModelsOfARequestGoTogetherWhereTheBestThatFitsIsAskedFor();
    void whenNothingFitsTheCheapestIsNamed();
    void aRequestTravelsByTheChainItNames_data();
    void aRequestTravelsByTheChainItNames();
    void aNewVersionTakesItsShareOfTheRequests();
    void allRequestsOfASessionGoByTheSameVersion();
    void aNewVersionOfThePolicyDecidesForItsShare();
};

void TstPreparation::autoUnderALimitIsTheBestThatFits_data()
{
    QTest::addColumn<bool>("requestLimit");
    QTest::addColumn<bool>("profileLimit");
    QTest::addColumn<bool>("quality");
    QTest::addColumn<bool>("found");
    QTest::newRow("a limit of the request") << true << false << true << true;
    QTest::newRow("a limit of the profile") << false << true << true << true;
    QTest::newRow("no limit") << false << false << true << false;
    QTest::newRow("nobody knows what is better") << true << true << false << false;
}

void TstPreparation::autoUnderALimitIsTheBestThatFits()
{
    QFETCH(bool, requestLimit);
    QFETCH(bool, profileLimit);
    QFETCH(bool, quality);
    World world{.policy = routing::Policy{.name = u"p"_s}};
    if (quality)
        world.policy->quality = QStringList{u"lab/best"_s, u"lab/*"_s};
    if (profileLimit)
        world.limits.perRequest = NanoDollars{1};
    RunSpec spec = specOf(u"auto"_s);
    if (requestLimit)
        spec.request.maxCost = NanoDollars{2};
    const auto input = prepare(spec, world, {});
    QTEST(input.has_value(), "found");
    if (!input)
        return;
    QCOMPARE(input->chain.steps.size(), 1);
    QCOMPARE(input->chain.steps.constFirst().filter->models, world.policy->quality);
    QCOMPARE(input->quality, world.policy->quality);
    QCOMPARE(routing::requestLimit(*input), std::optional(NanoDollars{profileLimit ? 1 : 2}));
}

void TstPreparation::theModelsOfARequestGoTogetherWhereTheBestThatFitsIsAskedFor()
{
    World world{.policy = routing::Policy{.name = u"p"_s, .quality = {u"b/*"_s}}};
    RunSpec spec = specOf(u"a/one"_s);
    spec.request.fallbackModels = {u"b/two"_s};
    spec.request.maxCost = NanoDollars{2};
    QCOMPARE(prepare(spec, world, {})->chain.steps.size(), 2);
    world.policy->bestThatFits = true;
    QCOMPARE(prepare(spec, world, {})->chain.steps.size(), 1);
    spec.request.provider = Json(Json::Object{{"sort", "price"}});
    QCOMPARE(prepare(spec, world, {})->chain.steps.size(), 2); // the request's own wish
    spec.request.provider = Json(Json::Object{{"sort", "exacto"}});
    world.policy->bestThatFits = false;
    QCOMPARE(prepare(spec, world, {})->chain.steps.size(), 1);
    spec.request.maxCost.reset();
    QCOMPARE(prepare(spec, world, {})->chain.steps.size(), 2);
}

void TstPreparation::whenNothingFitsTheCheapestIsNamed()
{
    using routing::Exclusion;
    const routing::Plan plan{
        .maxCost = NanoDollars{1'000'000},
        .excluded = {{.endpointId = u"a/x"_s, .reason = Exclusion::NoKey, .detail = u"There is no key."_s},
                     {.endpointId = u"b/x"_s, .reason = Exclusion::RequestLimit, .bound = NanoDollars{9'000'000}},
                     {.endpointId = u"c/x"_s, .reason = Exclusion::RequestLimit, .bound = NanoDollars{4'000'000}}}};
    const QString message = noCandidate(plan).message;
    QVERIFY2(message.contains(u"$0.001"_s) && message.contains(u"c/x, can cost $0.004"_s), qPrintable(message));
}

void TstPreparation::aRequestTravelsByTheChainItNames_data()
{
    QTest::addColumn<RunSpec>("spec");
    QTest::addColumn<QString>("chain");
    RunSpec unsaved = specOf(u"test/model"_s, u"night"_s);
    unsaved.chainValue = chainOf(u"draft"_s);
    QTest::newRow("by name") << specOf({}, u"night"_s) << u"night"_s;
    QTest::newRow("as its model") << specOf(u"chain/night"_s) << u"night"_s;
    QTest::newRow("a name wins over a model") << specOf(u"test/model"_s, u"night"_s) << u"night"_s;
    QTest::newRow("an unsaved chain wins over a name") << unsaved << u"draft"_s;
}

void TstPreparation::aRequestTravelsByTheChainItNames()
{
    QFETCH(RunSpec, spec);
    const auto input = prepare(spec, {.chains = {chainOf(u"day"_s), chainOf(u"night"_s)}}, {});
    QVERIFY(input);
    QTEST(input->chain.name, "chain");
}

namespace {

/// "night" with a version 2 that takes this share.
World worldWithShare(int percent)
{
    using namespace routing;
    VersionHistory<Chain> history = published(withDraft(VersionHistory<Chain>(), chainOf(u"night"_s)), {}, {}).value();
    Chain next = chainOf(u"night"_s);
    next.description = u"next"_s;
    history = publishedAsCanary(withDraft(history, next), percent, {}, {}).value();
    return {.chains = {chainOf(u"day"_s), chainOf(u"night"_s)}, .canaries = {.chains = {{u"night"_s, history}}}};
}

int versionFor(const World &world, quint64 luck, const QString &session = {})
{
    RunSpec spec = specOf({}, u"night"_s);
    spec.request.sessionId = session;
    return prepare(spec, world, {.luck = luck})->chain.version;
}

} // namespace

void TstPreparation::aNewVersionTakesItsShareOfTheRequests()
{
    const World world = worldWithShare(30);
    SeededRandom random(7);
    int taken = 0;
    for (int i = 0; i < 2000; ++i)
        taken += versionFor(world, random.next()) == 2 ? 1 : 0;
    QVERIFY2(taken > 540 && taken < 660, qPrintable(QString::number(taken)));
    QCOMPARE(prepare(specOf({}, u"day"_s), world, {})->chain.name, u"day"_s); // another chain has no part in it
}

void TstPreparation::allRequestsOfASessionGoByTheSameVersion()
{
    const World world = worldWithShare(50);
    SeededRandom random(7);
    QSet<int> versions;
    for (int session = 0; session < 20; ++session) {
        const QString name = u"s%1"_s.arg(session);
        const int first = versionFor(world, random.next(), name);
        versions.insert(first);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(versionFor(world, random.next(), name), first);
    }
    QCOMPARE(versions, (QSet{1, 2})); // and not all sessions by one
}

void TstPreparation::aNewVersionOfThePolicyDecidesForItsShare()
{
    using namespace routing;
    World world{.chains = {chainOf(u"day"_s), chainOf(u"night"_s)}};
    world.policy = Policy{.name = u"p"_s, .otherwise = u"day"_s};
    auto history = published(withDraft(VersionHistory<Policy>(), *world.policy), {}, {}).value();
    Policy next = *world.policy;
    next.otherwise = u"night"_s;
    next.weights.sharpness = 3;
    world.canaries.policies = {{u"p"_s, publishedAsCanary(withDraft(history, next), 50, {}, {}).value()}};
    const auto asked = [&](quint64 luck) { return prepare(specOf(u"test/model"_s), world, {.luck = luck}); };
    const auto in = asked(0);
    QCOMPARE(in->chain.name, u"night"_s);
    QCOMPARE(in->weights.sharpness, 3.0);
    QCOMPARE(in->policy["version"].dump(), QByteArray("2"));
    const auto out = asked(~quint64(0));
    QCOMPARE(out->chain.name, u"day"_s);
    QCOMPARE(out->weights.sharpness, Weights().sharpness);
}

static const bool tstPreparation = sb::testing::add<TstPreparation>();

#include "tst_preparation.moc"
