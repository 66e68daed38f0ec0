#include "core/lab/rehearsal_world.h"

#include "tests/lab/company.h"
#include "tests/testing/testing.h"

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;
using Auth = catalog::Provider::Auth;

class TstRehearsalWorld : public QObject
{
    Q_OBJECT

private slots:
    void everyProviderOfTheChainIsUsable_data()
    {
        QTest::addColumn<int>("auth");
        for (const Auth auth : {Auth::None, Auth::Bearer, Auth::XApiKey, Auth::XGoogApiKey, Auth::ApiKey,
                                Auth::AwsSigV4, Auth::GoogleServiceAccount})
            QTest::addRow("%d", int(auth)) << int(auth);
    }
    void everyProviderOfTheChainIsUsable()
    {
        QFETCH(int, auth);
        lab::RehearsalSpec spec = specOf({{.id = u"a"_s}});
        catalog::Provider provider = *spec.catalog.provider(u"a"_s);
        provider.auth = Auth(auth);
        spec.catalog = catalog::Catalog({provider}, spec.catalog.endpoints());
        const lab::RehearsalWorld made = lab::rehearsalWorld(spec.catalog, spec.chain, spec.request);
        QVERIFY(engine::usableProviders(made.world).contains(u"a"_s));
        const lab::FaultResult result = rehearsed(spec, "sound");
        QVERIFY2(result.passed, qPrintable(result.note));
    }

    void anAddressThatIsNotFilledInLeadsNowhere()
    {
        lab::RehearsalSpec spec = specOf({{.id = u"a"_s}});
        catalog::Provider provider = *spec.catalog.provider(u"a"_s);
        provider.baseUrl = {};
        provider.addressForm = u"https://{resource}.models.test/{project}/v1"_s;
        spec.catalog = catalog::Catalog({provider}, spec.catalog.endpoints());
        const lab::RehearsalWorld made = lab::rehearsalWorld(spec.catalog, spec.chain, spec.request);
        QCOMPARE(made.world.catalog.provider(u"a"_s)->baseUrl, QUrl(u"https://rehearsal.models.test/rehearsal/v1"_s));
        QVERIFY(rehearsed(spec, "sound").passed);
    }

    void practiceIsTakenForRealOnlyWhereAllIsPractice()
    {
        lab::RehearsalSpec spec = specOf({{.id = u"a"_s}, {.id = u"b"_s}});
        catalog::Provider a = *spec.catalog.provider(u"a"_s);
        catalog::Provider b = *spec.catalog.provider(u"b"_s);
        a.practice = true;
        a.enabled = false; // practice is switched off
        const QList<catalog::Endpoint> endpoints = spec.catalog.endpoints();
        const lab::RehearsalWorld mixed =
            lab::rehearsalWorld(catalog::Catalog({a, b}, endpoints), spec.chain, spec.request);
        QVERIFY(mixed.world.catalog.provider(u"a"_s)->practice); // so that the plan says what is wrong with that
        b.practice = true;
        const lab::RehearsalWorld all =
            lab::rehearsalWorld(catalog::Catalog({a, b}, endpoints), spec.chain, spec.request);
        QVERIFY(!all.world.catalog.provider(u"a"_s)->practice);
        QVERIFY(all.world.catalog.provider(u"a"_s)->enabled);
    }

    void aProviderThatTheUserSwitchedOffStaysOff()
    {
        lab::RehearsalSpec spec = specOf({{.id = u"a"_s}, {.id = u"b"_s}});
        catalog::Provider a = *spec.catalog.provider(u"a"_s);
        a.enabled = false;
        spec.catalog = catalog::Catalog({a, *spec.catalog.provider(u"b"_s)}, spec.catalog.endpoints());
        QCOMPARE(rehearsed(spec, "sound").path.constFirst().endpointId, u"b/m"_s);
    }

    void aStepWithAFilterHasWhomItFits()
    {
        lab::RehearsalSpec spec = specOf({{.id = u"a"_s}, {.id = u"b"_s, .window = 200'000}});
        spec.chain.steps = {routing::Step{.filter = routing::EndpointFilter{.contextTokens = 100'000}}};
        const lab::RehearsalWorld made = lab::rehearsalWorld(spec.catalog, spec.chain, spec.request);
        QVERIFY(!made.world.catalog.provider(u"a"_s));
        QVERIFY(made.world.catalog.provider(u"b"_s));
        const lab::FaultResult result = rehearsed(spec, "sound");
        QVERIFY2(result.passed, qPrintable(result.note));
        QCOMPARE(result.path.constFirst().endpointId, u"b/m"_s);
    }

    void checksOfAnswersAreLeftOutAndNamed()
    {
        lab::RehearsalSpec spec = specOf({{.id = u"a"_s}});
        QVERIFY(lab::rehearsalWorld(spec.catalog, spec.chain, spec.request).leftOut.isEmpty());
        spec.chain.steps[0].accept = {routing::AcceptanceCheck{}};
        const lab::RehearsalWorld made = lab::rehearsalWorld(spec.catalog, spec.chain, spec.request);
        QCOMPARE(made.leftOut, QStringList{u"The checks of answers are not rehearsed."_s});
        QVERIFY(made.chain.steps.constFirst().accept.isEmpty());
    }

    void whoIsNotInTheChainIsNotInTheWorld()
    {
        lab::RehearsalSpec spec = specOf({{.id = u"a"_s}, {.id = u"b"_s}});
        spec.chain.steps.removeLast();
        const lab::RehearsalWorld made = lab::rehearsalWorld(spec.catalog, spec.chain, spec.request);
        QVERIFY(made.world.catalog.provider(u"a"_s));
        QVERIFY(!made.world.catalog.provider(u"b"_s));
        QCOMPARE(made.world.keys.providers(), QStringList{u"a"_s});
    }
};

static const bool tstRehearsalWorld = sb::testing::add<TstRehearsalWorld>();

#include "tst_rehearsal_world.moc"
