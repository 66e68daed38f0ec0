#include "core/engine/preparation.h"

#include "tests/testing/testing.h"

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

static const bool tstPreparation = sb::testing::add<TstPreparation>();

#include "tst_preparation.moc"
