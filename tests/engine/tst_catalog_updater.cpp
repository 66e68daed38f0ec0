#include "core/engine/catalog_updater.h"

#include "tests/catalog/cases.h"
#include "tests/engine/bench.h"
#include "tests/engine/list_server.h"
#include "tests/profile/profile_folder.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::engine;
using namespace sb::testing;
using Outcome = catalog::SourceReport::Outcome;

namespace {

constexpr auto OneKey = "sk-canary-0123456789abcdef";

QByteArray modelList(const QByteArray &ids)
{
    QByteArray list;
    for (const QByteArray &id : ids.split(' '))
        list += (list.isEmpty() ? "{\"id\":\"" : ",{\"id\":\"") + id + "\"}";
    return "{\"object\":\"list\",\"data\":[" + list + "]}";
}

/// A profile with one provider of its own at a server on loopback, a real engine that knows it, and an index.
struct Rig
{
    explicit Rig(const QByteArray &ids = "m-1 m-2", const QByteArray &etag = {})
        : workspace(folder.paths(), settings())
        , updater(*bench.engine, workspace, clock)
        , finished(&updater, &CatalogUpdater::finished)
        , progressed(&updater, &CatalogUpdater::progressed)
    {
        server.set("/v1/models", {.body = modelList(ids), .key = OneKey, .etag = etag});
        QSignalSpy loaded(&workspace, &profile::Workspace::loaded);
        workspace.load();
        QVERIFY(loaded.wait());
        workspace.saveProvider({.id = u"mine"_s, .name = u"Mine"_s, .baseUrl = server.url(u"/v1"_s)});
        // The shipped router would be asked on the network, too.
        catalog::Provider router = *workspace.catalog().provider(u"openrouter"_s);
        router.enabled = false;
        workspace.saveProvider(router);
        workspace.setUsableProviders({u"mine"_s});
        bench.world.keys.set(u"mine"_s, {.value = OneKey, .origin = secrets::originOf(server.url())});
        bench.world.catalog = workspace.catalog();
        bench.engine->setWorld(bench.world);
    }

    profile::Settings settings()
    {
        profile::Settings settings;
        settings.priceIndex = server.url(u"/api.json"_s).toString();
        return settings;
    }
    catalog::RefreshReport refresh()
    {
        finished.clear();
        updater.start();
        const bool done = QTest::qWaitFor([this] { return finished.count() == 1; });
        return done ? finished.at(0).at(0).value<catalog::RefreshReport>() : catalog::RefreshReport{};
    }

    ProfileFolder folder;
    ListServer server;
    SystemClock clock;
    Bench bench{QStringList()};
    profile::Workspace workspace;
    CatalogUpdater updater;
    QSignalSpy finished;
    QSignalSpy progressed;
};

QByteArray index(const QByteArray &input)
{
    return quoted("{'mine': {'id': 'mine', 'models': {'m-1': {'id': 'm-1', 'modalities': {'input': ['text'], 'output': "
                  "['text']}, 'cost': {'input': "
                  + input + ", 'output': 8}}}}}");
}

} // namespace

class TstCatalogUpdater : public QObject
{
    Q_OBJECT

private slots:
    void aLocalServerThatWasNotAddedIsNotAsked()
    {
        Rig rig;
        const catalog::Provider *ollama = rig.workspace.catalog().provider(u"ollama"_s);
        QVERIFY(ollama && ollama->local);
        rig.workspace.setUsableProviders({u"mine"_s, u"ollama"_s});
        for (const catalog::SourceReport &source : rig.refresh().sources)
            QVERIFY(source.sourceId != "ollama"_L1);

        catalog::Provider added = *ollama;
        added.baseUrl = rig.server.url(u"/v1"_s);
        rig.workspace.saveProvider(added);
        rig.bench.world.catalog = rig.workspace.catalog();
        rig.bench.engine->setWorld(rig.bench.world);
        const QList<catalog::SourceReport> sources = rig.refresh().sources;
        QVERIFY(std::ranges::find(sources, u"ollama"_s, &catalog::SourceReport::sourceId) != sources.end());
    }

    void modelsOfAProviderAppearUnpricedAndAnIndexPricesThem()
    {
        Rig rig;
        rig.server.set("/api.json", {.body = index("2")});
        QVERIFY(!rig.updater.isRunning());
        const catalog::RefreshReport report = rig.refresh();
        QVERIFY(!rig.updater.isRunning());
        QCOMPARE(report.sources.size(), 2);
        QCOMPARE(report.sources.at(0).name, u"Mine"_s);
        QCOMPARE(report.sources.at(0).outcome, Outcome::Fetched);
        QCOMPARE(report.sources.at(0).added, 2);
        QCOMPARE(report.sources.at(1).outcome, Outcome::Fetched);
        QCOMPARE(rig.updater.lastReport(), report);
        const catalog::Endpoint *priced = rig.workspace.catalog().endpoint(u"mine/m-1"_s);
        QVERIFY(priced && priced->price);
        QCOMPARE(priced->priceOrigin, catalog::PriceOrigin::Aggregator);
        const catalog::Endpoint *unpriced = rig.workspace.catalog().endpoint(u"mine/m-2"_s);
        QVERIFY(unpriced && !unpriced->price && !unpriced->free);

        QVERIFY(rig.progressed.count() >= 3); // the start, and after each source
        const auto last = rig.progressed.constLast().at(0).value<FetchProgress>();
        QCOMPARE(last.done, 2);
        QCOMPARE(last.total, 2);
        for (const listen::Request &request : rig.server.received()) {
            QCOMPARE(request.method, QByteArray("GET"));
            const QByteArray key = request.path == "/v1/models" ? QByteArray("Bearer ") + OneKey : QByteArray();
            QCOMPARE(request.header("authorization"), key); // no index sees a key
        }
    }

    void whatDidNotChangeIsNotSentAgain()
    {
        Rig rig("m-1 m-2", "\"v1\"");
        QCOMPARE(rig.refresh().sources.at(0).outcome, Outcome::Fetched);
        const catalog::RefreshReport again = rig.refresh();
        QCOMPARE(again.sources.at(0).outcome, Outcome::NotModified);
        QCOMPARE(again.sources.at(0).listed, 2);
        QVERIFY(rig.workspace.catalog().endpoint(u"mine/m-2"_s));
        rig.server.set("/v1/models", {.body = modelList("m-1 m-2 m-3"), .key = OneKey, .etag = "\"v2\""});
        const catalog::RefreshReport changed = rig.refresh();
        QCOMPARE(changed.sources.at(0).outcome, Outcome::Fetched);
        QCOMPARE(changed.sources.at(0).added, 1);
    }

    void offlineEverythingStays()
    {
        Rig rig("m-1 m-2 m-3 m-4 m-5 m-6");
        (void)rig.refresh();
        const catalog::Catalog before = rig.workspace.catalog();
        catalog::Provider gone = *before.provider(u"mine"_s);
        gone.baseUrl.setPort(freePort());
        rig.bench.world.catalog = catalog::Catalog({gone}, {});
        rig.bench.engine->setWorld(rig.bench.world);
        const catalog::RefreshReport report = rig.refresh();
        QCOMPARE(report.sources.at(0).outcome, Outcome::Failed);
        QVERIFY2(report.sources.at(0).reason.contains(u"Nothing listens"_s), qPrintable(report.sources.at(0).reason));
        QCOMPARE(rig.workspace.catalog(), before);
    }

    void anOddAnswerHarmsNothing_data()
    {
        QTest::addColumn<ListServer::Answer>("answer");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("a page") << ListServer::Answer{.body = "<html>", .contentType = "text/html"}
                                << Outcome::Rejected;
        QTest::newRow("an empty list") << ListServer::Answer{.body = "{\"data\":[]}"} << Outcome::Rejected;
        QTest::newRow("two of six") << ListServer::Answer{.body = modelList("m-1 m-2")} << Outcome::Rejected;
        QTest::newRow("cut JSON") << ListServer::Answer{.body = modelList("m-1 m-2").chopped(3)} << Outcome::Rejected;
        QTest::newRow("a redirect to another host")
            << ListServer::Answer{.status = 302, .headers = {{"location", "https://evil.example/models"}}}
            << Outcome::Failed;
        QTest::newRow("a wrong key") << ListServer::Answer{.body = "{}", .key = "another"} << Outcome::Failed;
        QTest::newRow("in trouble") << ListServer::Answer{.status = 500, .body = "{}"} << Outcome::Failed;
    }
    void anOddAnswerHarmsNothing()
    {
        QFETCH(ListServer::Answer, answer);
        QFETCH(Outcome, outcome);
        Rig rig("m-1 m-2 m-3 m-4 m-5 m-6");
        (void)rig.refresh();
        const catalog::Catalog before = rig.workspace.catalog();
        rig.server.set("/v1/models", answer);
        const catalog::RefreshReport report = rig.refresh();
        QCOMPARE(report.sources.at(0).outcome, outcome);
        QVERIFY(!report.sources.at(0).reason.isEmpty());
        QVERIFY(!report.sources.at(0).reason.contains(QString::fromLatin1(OneKey)));
        QCOMPARE(rig.workspace.catalog(), before);
    }

    void cancellingKeepsWhatCameAndIsSaid()
    {
        Rig rig;
        rig.server.setSilent(true);
        rig.updater.start();
        QTRY_COMPARE(rig.server.received().size(), 2);
        rig.updater.start(); // one at a time
        rig.updater.cancel();
        QTRY_COMPARE(rig.finished.count(), 1);
        const auto report = rig.finished.at(0).at(0).value<catalog::RefreshReport>();
        QCOMPARE(count(report, Outcome::Cancelled), 2);
        QTRY_COMPARE(rig.server.left(), 2);
        rig.server.setSilent(false);
        QCOMPARE(rig.refresh().sources.at(0).outcome, Outcome::Fetched);
    }

    void aRefreshThatRunsIsGivenUpWithItsUpdater()
    {
        Rig rig;
        rig.server.setSilent(true);
        {
            CatalogUpdater other(*rig.bench.engine, rig.workspace, rig.clock);
            other.start();
            QTRY_COMPARE(rig.server.received().size(), 2);
        }
        QTRY_COMPARE(rig.server.left(), 2);
        QCOMPARE(rig.finished.count(), 0); // it was another one's
    }

    void anEngineThatIsDestroyedGivesItUp()
    {
        ListServer server;
        server.setSilent(true);
        {
            Bench bench({});
            bench.world.catalog =
                catalog::Catalog({{.id = u"mine"_s, .name = u"Mine"_s, .baseUrl = server.url(u"/v1"_s)}}, {});
            bench.engine->setWorld(bench.world);
            (void)bench.engine->fetchCatalog({.providerIds = {u"mine"_s}});
            QTRY_COMPARE(server.received().size(), 1);
        }
        QTRY_COMPARE(server.left(), 1);
    }
};

static const bool tstCatalogUpdater = sb::testing::add<TstCatalogUpdater>();

#include "tst_catalog_updater.moc"
