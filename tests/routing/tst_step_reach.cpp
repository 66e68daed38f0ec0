#include "core/routing/step_reach.h"

#include "tests/routing/plan_world.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace sb::routing::testing;
using namespace Qt::StringLiterals;

class TstStepReach final : public QObject
{
    Q_OBJECT
private slots:
    void aStepReaches_data();
    void aStepReaches();
    void whatHasNoKeyOrIsNotAllowedIsCountedApart();
};

void TstStepReach::aStepReaches_data()
{
    QTest::addColumn<Step>("step");
    QTest::addColumn<StepReach>("reach");
    QTest::newRow("nothing where it says nothing") << Step{} << StepReach{};
    QTest::newRow("all endpoints of its model") << Step{.model = u"lab/fox"_s} << StepReach{2, 1, 2};
    QTest::newRow("those of further models, too")
        << Step{.model = u"lab/fox"_s, .models = {u"lab/owl:floor"_s}} << StepReach{3, 2, 3};
    QTest::newRow("those that it names, each once")
        << Step{.model = u"lab/fox"_s, .endpoints = {u"east/fox"_s, u"east/fox"_s, u"home/owl"_s, u"no/such"_s}}
        << StepReach{1, 1, 1};
    QTest::newRow("what fits a filter") << Step{.filter = EndpointFilter{.models = {u"lab/*"_s}}} << StepReach{3, 2, 3};
    QTest::newRow("of its models those that fit")
        << Step{.model = u"lab/fox"_s, .models = {u"lab/owl"_s}, .filter = EndpointFilter{.local = true}}
        << StepReach{1, 1, 1};
}

void TstStepReach::aStepReaches()
{
    QFETCH(Step, step);
    World world;
    QTEST(reachOf(step, catalog::Catalog(world.providers, world.endpoints), world.input.usableProviders), "reach");
}

void TstStepReach::whatHasNoKeyOrIsNotAllowedIsCountedApart()
{
    World world;
    world.input.usableProviders.remove(u"west"_s);
    world.providers[2].enabled = false;
    Step step{.filter = EndpointFilter{}};
    const auto reach = [&] {
        return reachOf(step, catalog::Catalog(world.providers, world.endpoints), world.input.usableProviders);
    };
    QCOMPARE(reach(), (StepReach{4, 3, 2}));
    step.preferences.ignore = {u"drill"_s};
    QCOMPARE(reach(), (StepReach{4, 3, 1}));
    step.preferences.maxPrice.prompt = PicoDollars{1};
    QCOMPARE(reach(), (StepReach{4, 3, 0}));
}

static const bool tstStepReach = sb::testing::add<TstStepReach>();

#include "tst_step_reach.moc"
