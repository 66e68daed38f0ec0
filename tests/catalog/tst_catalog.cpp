#include "core/catalog/catalog.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::catalog;

namespace {

Provider provider(const QString &id)
{
    return {.id = id, .name = id.toUpper(), .baseUrl = QUrl(u"https://%1.example/v1"_s.arg(id))};
}

Endpoint endpoint(const QString &providerId, const QString &name)
{
    return {.id = providerId + u'/' + name, .providerId = providerId, .modelId = u"m/"_s + name, .upstreamModel = name};
}

QStringList idsOf(const QList<const Endpoint *> &endpoints)
{
    QStringList ids;
    for (const Endpoint *one : endpoints)
        ids.append(one->id);
    return ids;
}

} // namespace

class TstCatalog : public QObject
{
    Q_OBJECT

private slots:
    void findsByIdAndSaysWhereThereIsNone()
    {
        const Catalog catalog({provider(u"a"_s)}, {endpoint(u"a"_s, u"x"_s)});
        QCOMPARE(catalog.provider(u"a"_s)->name, u"A"_s);
        QCOMPARE(catalog.endpoint(u"a/x"_s)->modelId, u"m/x"_s);
        QVERIFY(!catalog.provider(u"b"_s));
        QVERIFY(!catalog.endpoint(u"a/y"_s));
        QVERIFY(catalog.endpointsFor(u"m/y"_s).isEmpty());
    }

    void theUsersOrderOfProvidersIsTheOrderOfTheirEndpoints()
    {
        const Catalog catalog(
            {provider(u"a"_s), provider(u"b"_s), provider(u"c"_s), provider(u"d"_s)},
            {endpoint(u"a"_s, u"x"_s), endpoint(u"b"_s, u"x"_s), endpoint(u"c"_s, u"x"_s), endpoint(u"d"_s, u"x"_s)});
        QCOMPARE(idsOf(catalog.inOrder({u"c"_s, u"nobody"_s, u"b"_s}).endpointsFor(u"m/x"_s)),
                 (QStringList{u"c/x"_s, u"b/x"_s, u"a/x"_s, u"d/x"_s}));
        QCOMPARE(idsOf(catalog.inOrder({}).endpointsFor(u"m/x"_s)), idsOf(catalog.endpointsFor(u"m/x"_s)));
    }

    void leavesOutEndpointsOfUnknownProviders()
    {
        const Catalog catalog({provider(u"a"_s)}, {endpoint(u"b"_s, u"x"_s)});
        QVERIFY(catalog.endpoints().isEmpty());
        QVERIFY(catalog.modelIds().isEmpty());
    }

    void takesTheLaterOfTwoInThePlaceOfTheEarlier()
    {
        Provider own = provider(u"a"_s);
        own.fromProfile = true;
        Endpoint priced = endpoint(u"a"_s, u"x"_s);
        priced.region = u"eu"_s;
        const Catalog catalog({provider(u"a"_s), provider(u"b"_s), own}, {endpoint(u"a"_s, u"x"_s), priced});
        QCOMPARE(catalog.providers().size(), 2);
        QVERIFY(catalog.providers().constFirst().fromProfile);
        QCOMPARE(catalog.endpoints().size(), 1);
        QCOMPARE(catalog.endpoint(u"a/x"_s)->region, u"eu"_s);
    }

    void listsTheEndpointsOfAModelInTheOrderOfProviders()
    {
        const Catalog catalog(
            {provider(u"b"_s), provider(u"a"_s), provider(u"c"_s)},
            {endpoint(u"c"_s, u"x"_s), endpoint(u"a"_s, u"x"_s), endpoint(u"b"_s, u"y"_s), endpoint(u"b"_s, u"x"_s)});
        QCOMPARE(idsOf(catalog.endpointsFor(u"m/x"_s)), QStringList({u"b/x"_s, u"a/x"_s, u"c/x"_s}));
    }

    void listsEachModelOnceAndSorted()
    {
        const Catalog catalog({provider(u"a"_s), provider(u"b"_s)},
                              {endpoint(u"a"_s, u"z"_s), endpoint(u"a"_s, u"x"_s), endpoint(u"b"_s, u"z"_s)});
        QCOMPARE(catalog.modelIds(), QStringList({u"m/x"_s, u"m/z"_s}));
    }

    void callsUnpricedEndpointsOfLocalServersFree_data()
    {
        QTest::addColumn<bool>("local");
        QTest::addColumn<bool>("priced");
        QTest::addColumn<bool>("free");
        QTest::newRow("local") << true << false << true;
        QTest::newRow("local with a price") << true << true << false;
        QTest::newRow("elsewhere it is unpriced") << false << false << false;
    }
    void callsUnpricedEndpointsOfLocalServersFree()
    {
        QFETCH(bool, local);
        QFETCH(bool, priced);
        QFETCH(bool, free);
        Provider owner = provider(u"a"_s);
        owner.local = local;
        Endpoint offered = endpoint(u"a"_s, u"x"_s);
        if (priced)
            offered.price = Price{.components = {{.amount = {1}}}};
        QCOMPARE(Catalog({owner}, {offered}).endpoint(u"a/x"_s)->free, free);
    }

    void changesOnlyTheBaseUrlsThatAreNamed()
    {
        const Catalog catalog({provider(u"a"_s), provider(u"b"_s)}, {endpoint(u"a"_s, u"x"_s)});
        const QUrl local(u"http://127.0.0.1:4711/v1"_s);
        const Catalog changed = catalog.withBaseUrls({{u"a"_s, local}, {u"unknown"_s, local}});
        QCOMPARE(changed.provider(u"a"_s)->baseUrl, local);
        QCOMPARE(changed.provider(u"b"_s)->baseUrl, catalog.provider(u"b"_s)->baseUrl);
        QCOMPARE(changed.endpoints(), catalog.endpoints());
        QCOMPARE(catalog.provider(u"a"_s)->baseUrl, QUrl(u"https://a.example/v1"_s));
    }
};

static const bool tstCatalog = sb::testing::add<TstCatalog>();

#include "tst_catalog.moc"
