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

    void whatARouterOffersIsNotSentAgain()
    {
        Rig rig;
        const QByteArray page = "/v1/models/mine/m-1/endpoints";
        catalog::Provider mine = *rig.workspace.catalog().provider(u"mine"_s);
        mine.quirks.pricedList = true;
        rig.workspace.saveProvider(mine);
        const auto refresh = [&rig] {
            rig.bench.world.catalog = rig.workspace.catalog();
            rig.bench.engine->setWorld(rig.bench.world);
            rig.finished.clear();
            rig.updater.start({u"mine/m-1"_s});
            const bool done = QTest::qWaitFor([&rig] { return rig.finished.count() == 1; });
            const auto report =
                done ? rig.finished.at(0).at(0).value<catalog::RefreshReport>() : catalog::RefreshReport{};
            const auto offers = std::ranges::find(report.sources, u"mine.offers"_s, &catalog::SourceReport::sourceId);
            return offers == report.sources.end() ? Outcome::Failed : offers->outcome;
        };
        rig.server.set("/v1/models", {.body = quoted("{'data': [{'id': 'mine/m-1'}]}")});
        (void)refresh(); // from now on the catalog has the model
        rig.server.set(
            page,
            {.body = quoted("{'data': {'id': 'mine/m-1', 'endpoints': [{'tag': 'mine', 'pricing': {'prompt': "
                            "'0.000003', 'completion': '0.000004'}}]}}"),
             .etag = "\"o1\""});
        QCOMPARE(refresh(), Outcome::Fetched);
        QCOMPARE(refresh(), Outcome::NotModified);
        const auto fetched = rig.workspace.fetched();
        const catalog::FetchedList *offers = catalog::listOf(fetched, u"mine.offers"_s);
        QVERIFY(offers && offers->endpoints.size() == 1 && offers->endpoints[0].price);
    }

    void theKeyOfTheUsersOrderGoesAlongAndTheNextOneAfterARefusal_data()
    {
        QTest::addColumn<int>("refusal");
        QTest::addColumn<QByteArrayList>("again"); ///< what the next refresh asks with
        QTest::newRow("401 marks the key") << 401 << QByteArrayList{"good"};
        QTest::newRow("403 is about lists only") << 403 << QByteArrayList{"other", "good"};
    }
    void theKeyOfTheUsersOrderGoesAlongAndTheNextOneAfterARefusal()
    {
        QFETCH(int, refusal);
        QFETCH(QByteArrayList, again);
        Rig rig;
        rig.server.set("/v1/models", {.body = modelList("m-1 m-2"), .key = "good", .refusal = refusal});
        const QByteArray origin = secrets::originOf(rig.server.url());
        rig.bench.world.keys.set(u"mine"_s, {.value = "last", .origin = origin});
        rig.bench.world.keys.set(u"mine"_s, {.value = "good", .origin = origin, .id = u"g"_s});
        rig.bench.world.keys.set(u"mine"_s, {.value = "other", .origin = origin, .id = u"o"_s});
        rig.bench.world.keys.set(u"mine"_s, {.value = "far", .origin = "https://far.example:443", .id = u"f"_s});
        // The user limits requests; a list is none.
        rig.bench.world.keyRules = {
            {u"mine"_s, {{.id = u"f"_s}, {.id = u"o"_s, .perDay = 0}, {.id = u"g"_s}, {.id = u""_s}}}};
        rig.bench.engine->setWorld(rig.bench.world);
        const auto asked = [&rig](qsizetype from) {
            QByteArrayList keys;
            for (const listen::Request &request : rig.server.received().mid(from)) {
                if (request.path == "/v1/models")
                    keys.append(request.header("authorization").mid(7));
            }
            return keys;
        };
        QCOMPARE(rig.refresh().sources.at(0).outcome, Outcome::Fetched);
        QCOMPARE(asked(0), (QByteArrayList{"other", "good"}));
        const qsizetype before = rig.server.received().size();
        QCOMPARE(rig.refresh().sources.at(0).outcome, Outcome::Fetched);
        QCOMPARE(asked(before), again);
    }

    void whereEveryKeyIsRefusedEachIsAskedOnce()
    {
        Rig rig;
        const QByteArray origin = secrets::originOf(rig.server.url());
        rig.bench.world.keys.set(u"mine"_s, {.value = "wrong", .origin = origin});
        rig.bench.world.keys.set(u"mine"_s, {.value = "too", .origin = origin, .id = u"t"_s});
        rig.bench.engine->setWorld(rig.bench.world);
        const catalog::SourceReport report = rig.refresh().sources.at(0);
        QCOMPARE(report.outcome, Outcome::Failed);
        QVERIFY2(report.reason.contains(u"refused the key (401)"_s), qPrintable(report.reason));
        QCOMPARE(std::ranges::count(rig.server.received(), "/v1/models", &listen::Request::path), 2);
    }

    void aKeyIsNotSentToAListAtAnotherHost()
    {
        Bench bench({});
        catalog::Provider bedrock{.id = u"b"_s,
                                  .name = u"Bedrock"_s,
                                  .baseUrl = QUrl(u"https://bedrock-runtime.us-east-1.amazonaws.com"_s),
                                  .dialect = catalog::DialectId::BedrockConverse,
                                  .auth = catalog::Provider::Auth::AwsSigV4};
        bench.world.catalog = catalog::Catalog({bedrock}, {});
        bench.world.keys.set(u"b"_s, {.value = "ABSKcanary", .origin = secrets::originOf(bedrock.baseUrl)});
        bench.engine->setWorld(bench.world);
        QSignalSpy fetched(bench.engine.get(), &Engine::catalogFetched);
        (void)bench.engine->fetchCatalog({.providerIds = {u"b"_s}});
        QTRY_COMPARE(fetched.count(), 1);
        const auto fetch = fetched.at(0).at(1).value<QList<catalog::Fetch>>().constFirst();
        QCOMPARE(fetch.outcome, Outcome::Failed);
        QVERIFY2(fetch.reason.contains(u"goes nowhere else"_s), qPrintable(fetch.reason));
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
