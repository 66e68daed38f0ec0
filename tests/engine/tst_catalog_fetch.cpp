#include "core/engine/catalog_fetch.h"
#include "core/engine/catalog_updater.h"
#include "tests/catalog/cases.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::engine;
using sb::testing::quoted;
using Kind = catalog::FetchedList::Kind;
using Outcome = catalog::SourceReport::Outcome;

namespace {

constexpr auto Key = "sk-canary-0123456789abcdef";

catalog::Provider provider(const QString &id)
{
    return {.id = id, .name = id.toUpper(), .baseUrl = QUrl(u"https://%1.example/v1"_s.arg(id))};
}

catalog::Provider router()
{
    catalog::Provider router = provider(u"router"_s);
    router.quirks.pricedList = true;
    return router;
}

catalog::Catalog world()
{
    catalog::Provider silent = provider(u"silent"_s);
    silent.listsModels = false;
    const auto routed = [](const QString &model) {
        return catalog::Endpoint{
            .id = u"router/"_s + model, .providerId = u"router"_s, .modelId = model, .upstreamModel = model};
    };
    return catalog::Catalog({provider(u"a"_s), router(), silent},
                            {{.id = u"a/m"_s, .providerId = u"a"_s, .modelId = u"x/m"_s, .upstreamModel = u"m"_s},
                             {.id = u"a/own"_s, .providerId = u"a"_s, .modelId = u"a/own"_s, .upstreamModel = u"own"_s},
                             routed(u"x/m"_s),
                             routed(u"x/n"_s)});
}

ListAnswer answer(int status, const QByteArray &body, const QByteArray &type = "application/json")
{
    return {.end = {.kind = net::HttpEnd::Kind::Complete, .sent = true},
            .head = {.status = status, .headers = {{"content-type", type}}},
            .body = body};
}

FetchQuery query(Kind kind)
{
    FetchSpec spec{.providerIds = {kind == Kind::Models ? u"a"_s : u"router"_s}};
    if (kind == Kind::Offers)
        spec.offersOf = {u"x/m"_s};
    if (kind == Kind::Index)
        spec.index = QUrl(u"https://index.example/api.json?all=1"_s);
    return fetchQueries(spec, world()).constLast();
}

catalog::Fetch read(Kind kind, const ListAnswer &from)
{
    Redactor redactor;
    redactor.addSecret(Key);
    return readFetch(query(kind), from, world(), redactor, fromMilliseconds(5));
}

} // namespace

class TstCatalogFetch : public QObject
{
    Q_OBJECT

private slots:
    void asksEachSourceOnceWithWhatItSaidLast()
    {
        const QList<FetchQuery> queries = fetchQueries(
            {.providerIds = {u"a"_s, u"router"_s, u"silent"_s, u"nobody"_s},
             .offersOf = {u"x/m"_s, u"x/n"_s},
             .index = QUrl(u"https://index.example/api.json"_s),
             .known = {{u"a"_s,
                        {.url = QUrl(u"https://a.example/v1/models"_s), .etag = "\"1\"", .lastModified = "Mon"}}}},
            world());
        QStringList urls;
        for (const FetchQuery &each : queries)
            urls.append(each.wire.url.toString());
        QCOMPARE(
            urls,
            (QStringList{u"https://a.example/v1/models"_s, u"https://router.example/v1/models"_s,
                         u"https://router.example/v1/models/x/m/endpoints"_s,
                         u"https://router.example/v1/models/x/n/endpoints"_s, u"https://index.example/api.json"_s}));
        const auto has = [&](qsizetype index, const QByteArray &name, const QByteArray &value) {
            return queries.at(index).wire.headers.contains(dialects::Header(name, value));
        };
        QVERIFY(has(0, "if-none-match", "\"1\"") && has(0, "if-modified-since", "Mon"));
        QVERIFY(!has(1, "if-none-match", "\"1\""));
        QVERIFY(queries.constLast().provider.id.isEmpty()); // no key goes there
    }

    void whatOneAddressSaidIsNotToldToAnother()
    {
        const QHash<QString, Validators> known{
            {u"a"_s, {.url = QUrl(u"https://elsewhere.example/v1/models"_s), .etag = "1"}},
            {QString(catalog::IndexId), {.url = QUrl(u"https://index.example/api.json"_s), .etag = "2"}}};
        const QList<FetchQuery> queries = fetchQueries(
            {.providerIds = {u"a"_s}, .index = QUrl(u"https://index.example/api.json?all=1#x"_s), .known = known},
            world());
        QVERIFY(!queries.at(0).wire.headers.contains(dialects::Header("if-none-match", "1")));
        QVERIFY(queries.at(1).wire.headers.contains(dialects::Header("if-none-match", "2")));
    }

    void eachModelsOffersAreAskedForWithWhatWasSaidOfThem_data()
    {
        QTest::addColumn<catalog::ListPart>("part");
        QTest::addColumn<bool>("told");
        const catalog::ListPart part{.model = u"x/m"_s,
                                     .url = QUrl(u"https://router.example/v1/models/x/m/endpoints"_s),
                                     .etag = "\"7\"",
                                     .lastModified = "Mon",
                                     .lookedFor = {u"a/m"_s, u"router/x/m"_s}};
        QTest::newRow("of that model") << part << true;
        catalog::ListPart other = part;
        other.model = u"x/n"_s;
        QTest::newRow("of another model") << other << false;
        other = part;
        other.url.setHost(u"elsewhere.example"_s);
        QTest::newRow("of another address") << other << false;
        other = part;
        other.lookedFor = {u"router/x/m"_s};
        QTest::newRow("read before an endpoint came") << other << false;
    }
    void eachModelsOffersAreAskedForWithWhatWasSaidOfThem()
    {
        QFETCH(catalog::ListPart, part);
        QFETCH(bool, told);
        const FetchQuery query =
            fetchQueries(
                {.providerIds = {u"router"_s}, .offersOf = {u"x/m"_s}, .knownParts = {{u"router.offers"_s, {part}}}},
                world())
                .constLast();
        QCOMPARE(query.wire.headers.contains(dialects::Header("if-none-match", part.etag)), told);
        QCOMPARE(query.wire.headers.contains(dialects::Header("if-modified-since", "Mon")), told);
    }

    void offersThatAreUnchangedAreOfOneModel()
    {
        const catalog::Fetch fetch = read(Kind::Offers, answer(304, {}));
        QCOMPARE(fetch.outcome, Outcome::NotModified);
        QCOMPARE(fetch.unchanged, QStringList{u"x/m"_s});
    }

    void offersSayHowToAskAgainUnlessSomethingWasNotTaken_data()
    {
        QTest::addColumn<QByteArray>("price");
        QTest::addColumn<QByteArray>("etag");
        QTest::newRow("good") << QByteArray("0.000001") << QByteArray("\"7\"");
        QTest::newRow("negative") << QByteArray("-5") << QByteArray();
    }
    void offersSayHowToAskAgainUnlessSomethingWasNotTaken()
    {
        QFETCH(QByteArray, price);
        QFETCH(QByteArray, etag);
        ListAnswer from = answer(200,
                                 quoted("{'data': {'id': 'x/m', 'endpoints': [{'tag': 'a', 'pricing': {'prompt': '")
                                     + price + quoted("', 'completion': '0.000002'}}]}}"));
        from.head.headers.append(dialects::Header("etag", "\"7\""));
        const catalog::FetchedList list = read(Kind::Offers, from).list;
        QVERIFY(list.etag.isEmpty()); // it is not that of all
        QCOMPARE(list.parts.size(), 1);
        QCOMPARE(list.parts[0].model, u"x/m"_s);
        QCOMPARE(list.parts[0].url, QUrl(u"https://router.example/v1/models/x/m/endpoints"_s));
        QCOMPARE(list.parts[0].etag, etag);
        QCOMPARE(list.parts[0].lookedFor.isEmpty(), etag.isEmpty());
    }

    void aRouterIsAskedOnlyAboutModelsThatItHas()
    {
        const QList<FetchQuery> queries =
            fetchQueries({.providerIds = {u"router"_s}, .offersOf = {u"a/own"_s, u"x/n"_s, u"nobody/m"_s}}, world());
        QCOMPARE(queries.size(), 2);
        QCOMPARE(queries.at(1).model, u"x/n"_s);
    }

    void whatCannotBeAListIsRejectedWithTheReason_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<ListAnswer>("from");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("says");
        const QByteArray list = quoted("{'data': [{'id': 'm'}]}");
        const auto row = [](const char *name, Kind kind, const ListAnswer &from, Outcome outcome, const QString &says) {
            QTest::newRow(name) << kind << from << outcome << says;
        };
        row("a list", Kind::Models, answer(200, list), Outcome::Fetched, {});
        row("without a type", Kind::Models, answer(200, list, {}), Outcome::Fetched, {});
        row("as a plain file", Kind::Models, answer(200, list, "text/plain; charset=utf-8"), Outcome::Fetched, {});
        row("another type", Kind::Models, answer(200, list, "application/pdf"), Outcome::Rejected, u"not a list"_s);
        row("a page", Kind::Models, answer(200, "<!doctype html><p>", "text/html"), Outcome::Rejected, u"a page"_s);
        row("a page that says it is JSON", Kind::Index, answer(200, " <html>"), Outcome::Rejected, u"a page"_s);
        row("cut JSON", Kind::Index, answer(200, list.chopped(2)), Outcome::Rejected, u"cannot be read"_s);
        row("empty", Kind::PricedModels, answer(200, {}), Outcome::Rejected, u"cannot be read"_s);
        row("another API", Kind::PricedModels, answer(200, "{}"), Outcome::Rejected, u"not a list of models"_s);
        row("another model's offers", Kind::Offers, answer(200, quoted("{'data': {'id': 'x/other', 'endpoints': []}}")),
            Outcome::Rejected, u"x/other"_s);
        row("no key", Kind::Models, answer(401, "{}"), Outcome::Failed, u"wants a key"_s);
        row("in trouble", Kind::Index, answer(503, "<html>"), Outcome::Failed, u"503"_s);
        row("unchanged", Kind::Models, answer(304, {}), Outcome::NotModified, {});
        ListAnswer redirected = answer(302, {});
        redirected.end = {.kind = net::HttpEnd::Kind::Redirected, .detail = u"It redirects."_s};
        row("elsewhere", Kind::Models, redirected, Outcome::Failed, u"It redirects."_s);
        ListAnswer cut = answer(200, list);
        cut.end = {.kind = net::HttpEnd::Kind::Cut, .detail = u"It was cut."_s};
        row("a list that was cut", Kind::Models, cut, Outcome::Failed, u"It was cut."_s);
        ListAnswer endless = cut;
        endless.tooLong = true;
        row("a list without end", Kind::Models, endless, Outcome::Rejected, u"longer"_s);
        ListAnswer nobody;
        nobody.end = {.kind = net::HttpEnd::Kind::Refused, .detail = u"Nothing listens."_s};
        row("nobody", Kind::Models, nobody, Outcome::Failed, u"Nothing listens."_s);
    }
    void whatCannotBeAListIsRejectedWithTheReason()
    {
        QFETCH(Kind, kind);
        QFETCH(ListAnswer, from);
        QFETCH(Outcome, outcome);
        QFETCH(QString, says);
        const catalog::Fetch fetch = read(kind, from);
        QCOMPARE(fetch.outcome, outcome);
        QVERIFY2(fetch.reason.contains(says), qPrintable(fetch.reason));
        QCOMPARE(fetch.reason.isEmpty(), says.isEmpty());
    }

    void aListSaysWhereItIsFromAndHowToAskAgain()
    {
        ListAnswer from = answer(200,
                                 quoted("{'a': {'id': 'a', 'models': {'m': {'id': 'm', 'modalities': {'output': "
                                        "['text']}}}}}"));
        from.head.headers.append(dialects::Header("etag", "W/\"2\""));
        from.head.headers.append(dialects::Header("last-modified", "Tue"));
        const catalog::FetchedList list = read(Kind::Index, from).list;
        QCOMPARE(list.sourceId, QString(catalog::IndexId));
        QCOMPARE(list.url, QUrl(u"https://index.example/api.json"_s));
        QCOMPARE(list.etag, "W/\"2\"");
        QCOMPARE(list.lastModified, "Tue");
        QVERIFY(list.at == fromMilliseconds(5));
        QCOMPARE(list.endpoints.size(), 1);
    }

    void theKeyIsNeverInTheReason()
    {
        const catalog::Fetch fetch =
            read(Kind::Models, answer(401, quoted("{'error': {'message': 'Bad key: ") + Key + quoted("'}}")));
        QVERIFY(fetch.reason.contains(u"Bad key"_s));
        QVERIFY2(!fetch.reason.contains(QString::fromLatin1(Key)), qPrintable(fetch.reason));
    }

    void answersAboutOneSourceBecomeOneList()
    {
        const auto offers = [](const QString &id, Outcome outcome) {
            catalog::Fetch fetch{.sourceId = u"router.offers"_s, .name = u"Router: x/m"_s, .outcome = outcome};
            fetch.reason = outcome == Outcome::Failed ? u"No."_s : QString();
            fetch.list = {.sourceId = fetch.sourceId,
                          .kind = Kind::Offers,
                          .endpoints = {{.id = id, .providerId = id.section(u'/', 0, 0)}}};
            return fetch;
        };
        const catalog::Fetch other{.sourceId = u"a"_s, .outcome = Outcome::NotModified};
        const QList<catalog::Fetch> sources =
            bySource({other, offers(u"b/m"_s, Outcome::Fetched), offers({}, Outcome::Failed),
                      offers(u"a/m"_s, Outcome::Fetched)});
        QCOMPARE(sources.size(), 2);
        QCOMPARE(sources.at(0), other);
        QCOMPARE(sources.at(1).outcome, Outcome::Fetched);
        QCOMPARE(sources.at(1).name, u"Router"_s);
        QCOMPARE(sources.at(1).reason, u"No."_s);
        QCOMPARE(sources.at(1).list.endpoints.size(), 2);
        QCOMPARE(sources.at(1).list.endpoints.constFirst().id, u"a/m"_s);
    }

    void partsThatDidNotChangeStandBesideTheOthers()
    {
        const catalog::Fetch unchanged{
            .sourceId = u"r.offers"_s, .name = u"R: x/m"_s, .outcome = Outcome::NotModified, .unchanged = {u"x/m"_s}};
        const catalog::Fetch failed{.sourceId = u"r.offers"_s, .name = u"R: x/n"_s, .reason = u"No."_s};
        const catalog::Fetch none = bySource({failed, unchanged}).constFirst();
        QCOMPARE(none.outcome, Outcome::NotModified);
        QCOMPARE(none.unchanged, QStringList{u"x/m"_s});
        QCOMPARE(none.reason, u"No."_s);

        catalog::Fetch fetched{.sourceId = u"r.offers"_s, .name = u"R: x/o"_s, .outcome = Outcome::Fetched};
        fetched.list = {.sourceId = u"r.offers"_s, .kind = Kind::Offers, .parts = {{.model = u"x/o"_s, .etag = "1"}}};
        const catalog::Fetch some = bySource({fetched, unchanged}).constFirst();
        QCOMPARE(some.outcome, Outcome::Fetched);
        QCOMPARE(some.unchanged, QStringList{u"x/m"_s});
        QCOMPARE(some.list.parts, fetched.list.parts);
    }

    void aKeyGoesToAListWhereItMayGo_data()
    {
        QTest::addColumn<catalog::Provider::Auth>("auth");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<bool>("goes");
        using Auth = catalog::Provider::Auth;
        QTest::newRow("a key of Bedrock, which would be sent") << Auth::AwsSigV4 << QByteArray("ABSKabcdef") << false;
        QTest::newRow("a bearer key") << Auth::Bearer << QByteArray("a:b") << false;
        QTest::newRow("an access key, which signs") << Auth::AwsSigV4 << QByteArray("AKIA0123:secret") << true;
    }
    void aKeyGoesToAListWhereItMayGo()
    {
        QFETCH(catalog::Provider::Auth, auth);
        QFETCH(QByteArray, key);
        const catalog::Provider bedrock{.baseUrl = QUrl(u"https://bedrock-runtime.eu-west-1.amazonaws.com"_s),
                                        .dialect = catalog::DialectId::BedrockConverse,
                                        .auth = auth};
        const QUrl list(u"https://bedrock.eu-west-1.amazonaws.com/foundation-models"_s);
        QTEST(mayCarry(bedrock, key, list), "goes");
        QVERIFY(mayCarry(bedrock, key, QUrl(u"https://bedrock-runtime.eu-west-1.amazonaws.com:443/models"_s)));
    }

    void whoCanBeUsedIsAskedBesidesPublicPriceLists()
    {
        catalog::Provider practice = provider(u"practice"_s);
        practice.practice = true;
        catalog::Provider off = provider(u"off"_s);
        off.enabled = false;
        catalog::Provider unlisted = provider(u"unlisted"_s);
        unlisted.listsModels = false;
        const catalog::Catalog all({provider(u"a"_s), provider(u"without-key"_s), router(), practice, off, unlisted},
                                   {});
        const FetchSpec spec = refreshSpec(all, {u"a"_s, u"practice"_s, u"off"_s, u"unlisted"_s},
                                           {{.sourceId = u"a"_s, .url = QUrl(u"https://a.example"_s), .etag = "1"}},
                                           QUrl(u"https://i.example"_s));
        QCOMPARE(spec.providerIds, (QStringList{u"a"_s, u"router"_s}));
        QCOMPARE(spec.known.value(u"a"_s), (Validators{.url = QUrl(u"https://a.example"_s), .etag = "1"}));
        QCOMPARE(spec.index, QUrl(u"https://i.example"_s));
    }
};

static const bool tstCatalogFetch = sb::testing::add<TstCatalogFetch>();

#include "tst_catalog_fetch.moc"
