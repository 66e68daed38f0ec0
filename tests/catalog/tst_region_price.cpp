#include "core/catalog/region_price.h"

#include "core/catalog/layers.h"
#include "tests/catalog/cases.h"
#include "tests/catalog/shipped.h"
#include "tests/testing/testing.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::catalog;
using sb::testing::quoted;

namespace {

Provider twoRegions()
{
    const auto provider = parseProvider(parseJson(quoted("{'version': 1, 'id': 'hall', 'name': 'Hall', "
                                                         "'base_url': 'https://api.example.com/v1', 'region_urls': "
                                                         "{'eu': 'https://eu.example.com/v1', 'cn': "
                                                         "'https://cn.example.com/v1'}, 'region_prices': {'eu': "
                                                         "{'percent': 110, 'released_from': '2026-03-05'}, 'cn': {}}}"))
                                            .value(),
                                        {});
    return provider.value();
}

Endpoint released(const QDate &day)
{
    return {.id = u"hall/m"_s,
            .providerId = u"hall"_s,
            .modelId = u"a/m"_s,
            .price = Price{.components = {{.unit = PriceUnit::FreshInput, .amount = {1'000'005}},
                                          {.unit = PriceUnit::VisibleOutput, .amount = {10'000'000}},
                                          {.unit = PriceUnit::WebSearch, .amount = {10'000'000'000}}}},
            .released = day};
}

Provider at(const QString &host)
{
    Provider provider = twoRegions();
    provider.baseUrl.setHost(host);
    return provider;
}

} // namespace

class TstRegionPrice final : public QObject
{
    Q_OBJECT
private slots:
    void aPriceIsThatOfTheRegionInUse_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QDate>("released");
        QTest::addColumn<qint64>("input"); // -1: unpriced
        const QDate before(2026, 3, 4);
        const QDate from(2026, 3, 5);
        QTest::newRow("where the file's prices are of") << u"api.example.com"_s << from << qint64(1'000'005);
        QTest::newRow("where it is dearer, rounded up") << u"eu.example.com"_s << from << qint64(1'100'006);
        QTest::newRow("where it is dearer, an older model") << u"eu.example.com"_s << before << qint64(1'000'005);
        QTest::newRow("where it is not known") << u"cn.example.com"_s << before << qint64(-1);
        QTest::newRow("at an address of one's own") << u"proxy.example.org"_s << from << qint64(1'000'005);
    }
    void aPriceIsThatOfTheRegionInUse()
    {
        QFETCH(QString, host);
        QFETCH(QDate, released);
        QFETCH(qint64, input);
        const Endpoint sold = soldInRegion(::released(released), at(host));
        QCOMPARE(sold.price ? sold.price->components.at(0).amount.value : -1, input);
        if (sold.price)
            QCOMPARE(sold.price->components.at(2).amount.value, qint64(10'000'000'000)); // a search is a search
    }

    void theUsersOwnPriceStays()
    {
        Endpoint own = released({2026, 6, 1});
        own.fromProfile = true;
        QCOMPARE(soldInRegion(own, at(u"cn.example.com"_s)), own);
    }

    void theCatalogHasThePricesOfTheRegion()
    {
        const Catalog files({at(u"eu.example.com"_s)}, {released({2026, 6, 1})});
        QCOMPARE(withFetched(files, {}).endpoint(u"hall/m"_s)->price->components.at(1).amount.value,
                 qint64(11'000'000));
    }

    void regionsWithPricesAreRegions()
    {
        for (const Provider &provider : testing::shippedCatalog().providers()) {
            for (const RegionPrice &price : provider.regionPrices) {
                QVERIFY2(std::ranges::find(provider.regionUrls, price.region, &RegionUrl::region)
                             != provider.regionUrls.end(),
                         qPrintable(provider.id + u' ' + price.region));
                QVERIFY(!price.percent || (!price.source.isEmpty() && price.asOf.isValid()));
            }
        }
    }

    void whatIsReadIsWrittenAgain()
    {
        const Provider provider = twoRegions();
        QCOMPARE(parseProvider(toJson(provider), {}).value(), provider);
    }
};

static const bool tstRegionPrice = sb::testing::add<TstRegionPrice>();

#include "tst_region_price.moc"
