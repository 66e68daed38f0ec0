#include "core/catalog/layers.h"

#include "core/catalog/model_names.h"
#include "tests/catalog/cases.h"
#include "tests/catalog/refresh_make.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::catalog;
using namespace sb::testing;
using Kind = FetchedList::Kind;

class TstLayers : public QObject
{
    Q_OBJECT

private slots:
    void thePriceOfWhoIsNearestToTheProviderHolds_data()
    {
        QTest::addColumn<QList<Endpoint>>("shipped");
        QTest::addColumn<QList<FetchedList>>("lists");
        QTest::addColumn<qint64>("input");
        QTest::addColumn<PriceOrigin>("origin");
        const QList<Endpoint> july{offer(u"m"_s, dollars(2, 8, QDate(2026, 7, 2)))};
        const QList<Endpoint> december{offer(u"m"_s, dollars(2, 8, QDate(2026, 12, 1)))};
        const QList<Endpoint> lastYear{offer(u"m"_s, dollars(2, 8, QDate(2025, 7, 2)))};
        const QList<Endpoint> unpriced{offer(u"m"_s)};
        QList<Endpoint> own{offer(u"m"_s, dollars(2, 8))};
        own[0].fromProfile = true;
        QList<Endpoint> ownUnpriced{offer(u"m"_s)};
        ownUnpriced[0].fromProfile = true;
        QList<Endpoint> free{offer(u"m"_s)};
        free[0].free = true;
        const FetchedList provider = list(Kind::PricedModels, {offer(u"m"_s, dollars(3, 8))});
        const FetchedList offered = list(Kind::Offers, {offer(u"m"_s, dollars(4, 8))});
        const FetchedList index = list(Kind::Index, {offer(u"m"_s, dollars(5, 8))});
        using Lists = QList<FetchedList>;
        const auto row = [](const char *name, const QList<Endpoint> &shipped, const Lists &lists, qint64 input,
                            PriceOrigin origin) { QTest::newRow(name) << shipped << lists << input << origin; };
        row("nobody else", july, {}, 2, PriceOrigin::Curated);
        row("the provider's own list over the shipped price", july, {provider}, 3, PriceOrigin::Provider);
        row("but not over one of a later day", december, {provider}, 2, PriceOrigin::Curated);
        row("the shipped price over an index", july, {index}, 2, PriceOrigin::Curated);
        row("but not after half a year", lastYear, {index}, 5, PriceOrigin::Aggregator);
        row("an index where nothing was known", unpriced, {index}, 5, PriceOrigin::Aggregator);
        row("offers over an index", unpriced, {index, offered}, 4, PriceOrigin::Aggregator);
        row("the provider over all of them", unpriced, {index, offered, provider}, 3, PriceOrigin::Provider);
        row("the user's file over all of them", own, {index, offered, provider}, 2, PriceOrigin::OwnFile);
        row("unless it says nothing", ownUnpriced, {index, provider}, 3, PriceOrigin::Provider);
        row("what is free stays free", free, {index, provider}, -1, PriceOrigin::Curated);
    }
    void thePriceOfWhoIsNearestToTheProviderHolds()
    {
        QFETCH(QList<Endpoint>, shipped);
        QFETCH(QList<FetchedList>, lists);
        QFETCH(qint64, input);
        QFETCH(PriceOrigin, origin);
        const Catalog catalog = withFetched(files(shipped), lists);
        QCOMPARE(catalog.endpoints().size(), 1);
        QCOMPARE(inputOf(catalog, u"p/m"_s), input);
        QCOMPARE(catalog.endpoint(u"p/m"_s)->priceOrigin, origin);
    }

    void aFetchedPriceSaysWhereAndWhen()
    {
        const Catalog catalog =
            withFetched(files({}), {list(Kind::PricedModels, {offer(u"m"_s, dollars(3, 8))}, noon(10, 5))});
        QCOMPARE(catalog.endpoint(u"p/m"_s)->price->source, u"https://p.example/models"_s);
        QCOMPARE(catalog.endpoint(u"p/m"_s)->price->asOf, QDate(2026, 10, 5));
    }

    void aModelThatOnlyTheListNamesIsThereUnpriced()
    {
        const Catalog catalog = withFetched(files({offer(u"m"_s)}), {list(Kind::Models, {offer(u"new"_s)})});
        QCOMPARE(catalog.endpoints().size(), 2);
        QVERIFY(!catalog.endpoint(u"p/new"_s)->price);
        QVERIFY(!catalog.endpoint(u"p/new"_s)->free);
        QVERIFY(!catalog.endpoint(u"p/new"_s)->fromProfile);
    }

    void anIndexAddsModelsOnlyWhereTheProvidersOwnListIsNotThere()
    {
        const FetchedList index = list(
            Kind::Index, {offer(u"new"_s, dollars(1, 1)), offer(u"n"_s, {}, u"q"_s), offer(u"n"_s, {}, u"nobody"_s)});
        const Catalog alone = withFetched(files({}), {index});
        QVERIFY(alone.endpoint(u"p/new"_s) && alone.endpoint(u"q/n"_s) && !alone.endpoint(u"nobody/n"_s));
        const Catalog both = withFetched(files({}), {list(Kind::Models, {offer(u"m"_s)}), index});
        QVERIFY(both.endpoint(u"p/m"_s) && !both.endpoint(u"p/new"_s) && both.endpoint(u"q/n"_s));
        QVERIFY(withFetched(files({}), {list(Kind::Offers, {offer(u"new"_s, dollars(1, 1))})}).endpoints().isEmpty());
    }

    void limitsAreTheProvidersOwnAndAbilitiesThoseOfTheFile()
    {
        Endpoint shipped = offer(u"m"_s);
        shipped.contextTokens = 8'000;
        shipped.capabilities = {.tools = true, .prefill = true};
        Endpoint stated = offer(u"m"_s);
        stated.contextTokens = 16'000;
        stated.maxOutputTokens = 4'000;
        stated.capabilities = {.images = true};
        stated.released = QDate(2026, 5, 1);
        stated.retires = QDate(2027, 1, 1);
        Endpoint indexed = stated;
        indexed.contextTokens = 99;
        indexed.openWeights = true;
        const Catalog catalog =
            withFetched(files({shipped}), {list(Kind::Models, {stated}), list(Kind::Index, {indexed})});
        const Endpoint &result = *catalog.endpoint(u"p/m"_s);
        QCOMPARE(result.contextTokens, std::optional<qint64>(16'000));
        QCOMPARE(result.maxOutputTokens, std::optional<qint64>(4'000));
        QCOMPARE(result.capabilities, shipped.capabilities);
        QCOMPARE(result.released, QDate(2026, 5, 1));
        QCOMPARE(result.retires, QDate(2027, 1, 1));
        QCOMPARE(result.openWeights, std::optional(true));
    }

    void whatABareListLetsOneGuessAnIndexKnows()
    {
        Endpoint guessed = offer(u"new"_s);
        guessed.capabilities = {.tools = true, .images = true};
        Endpoint known = offer(u"new"_s, dollars(1, 2));
        known.capabilities = {.reasoning = true};
        const Catalog catalog = withFetched(files({}), {list(Kind::Models, {guessed}), list(Kind::Index, {known})});
        QCOMPARE(catalog.endpoint(u"p/new"_s)->capabilities, known.capabilities);
        QCOMPARE(inputOf(catalog, u"p/new"_s), 1);
    }

    void theSameModelOfSeveralProvidersIsOneModel_data()
    {
        QTest::addColumn<QString>("upstream");
        QTest::addColumn<QString>("model");
        QTest::newRow("its own name") << u"kimi-k2.5"_s << u"moonshotai/kimi-k2.5"_s;
        QTest::newRow("in a path, with other separators")
            << u"accounts/fireworks/models/Kimi_K2-5"_s << u"moonshotai/kimi-k2.5"_s;
        QTest::newRow("as another provider calls it") << u"K2.5-turbo"_s << u"moonshotai/kimi-k2.5"_s;
        QTest::newRow("more than the name") << u"kimi-k2.5-instruct"_s << QString();
        QTest::newRow("of two authors") << u"llama"_s << QString();
        QTest::newRow("unknown") << u"other"_s << QString();
    }
    void theSameModelOfSeveralProvidersIsOneModel()
    {
        QFETCH(QString, upstream);
        QFETCH(QString, model);
        ModelNames names;
        names.add({.modelId = u"moonshotai/kimi-k2.5"_s, .upstreamModel = u"k2.5-turbo"_s});
        names.add({.modelId = u"meta/llama"_s, .upstreamModel = u"llama"_s});
        names.add({.modelId = u"other-author/llama"_s, .upstreamModel = u"x"_s});
        QCOMPARE(names.find(upstream), model);
    }

    void aListedModelGetsTheIdUnderWhichItIsKnown()
    {
        Endpoint routed = offer(u"moonshotai/kimi"_s);
        routed.modelId = u"moonshotai/kimi"_s;
        Endpoint listed = offer(u"models/Kimi"_s, {}, u"q"_s);
        FetchedList bare = list(Kind::Models, {listed});
        bare.sourceId = u"q"_s;
        const Catalog catalog = withFetched(files({}), {list(Kind::PricedModels, {routed}), bare});
        QCOMPARE(catalog.endpointsFor(u"moonshotai/kimi"_s).size(), 2);
    }

    void aListIsReadAsItWasKept()
    {
        FetchedList written = list(Kind::Index, {offer(u"m"_s, dollars(1, 2)), offer(u"n"_s, {}, u"q"_s)});
        written.etag = "W/\"abc\"";
        written.lastModified = "Mon, 30 Nov 2026 00:00:00 GMT";
        const auto read =
            parseJson(toJson(written).dump()).and_then([](const Json &json) { return parseFetchedList(json); });
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        QCOMPARE(*read, written);
    }

    void aKeptListThatCannotBeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("a source that leads out of the folder")
            << quoted("{'version': 1, 'source': '../x', 'at': 1, 'catalogs': []}") << u"source"_s;
        QTest::newRow("no time") << quoted("{'version': 1, 'source': 'x', 'catalogs': []}") << u"at: expected"_s;
        QTest::newRow("no list") << quoted("{'version': 1, 'source': 'x', 'at': 1}") << u"catalogs"_s;
        QTest::newRow("another provider's models") << quoted(
            "{'version': 1, 'source': 'x', 'kind': 'models', 'at': 1, 'catalogs': [{'version': 1, 'provider': "
            "'y', 'endpoints': [{'model': 'a/b', 'upstream_model': 'b'}]}]}")
                                                   << u"models of “x” only"_s;
        QTest::newRow("a newer version") << quoted("{'version': 2, 'source': 'x', 'at': 1, 'catalogs': []}")
                                         << u"newer Signalbox"_s;
    }
    void aKeptListThatCannotBeIsRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const auto read = parseFetchedList(parseJson(text).value());
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(says), qPrintable(read.error().message));
    }
};

static const bool tstLayers = sb::testing::add<TstLayers>();

#include "tst_layers.moc"
