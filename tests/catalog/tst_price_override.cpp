#include "core/catalog/price_override.h"

#include "tests/catalog/cases.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::catalog;
using sb::testing::quoted;

namespace {

const QDate Today(2026, 11, 30);

Price typed(const QString &input, const QString &output)
{
    Json json;
    json.set("input", input);
    json.set("output", output);
    return parsePrice(json, {}).value();
}

Endpoint endpoint()
{
    return {.id = u"p/m"_s,
            .providerId = u"p"_s,
            .modelId = u"a/m"_s,
            .upstreamModel = u"m"_s,
            .price = typed(u"2"_s, u"8"_s)};
}

Catalog catalogWith(const Endpoint &endpoint)
{
    return Catalog({{.id = u"p"_s, .name = u"P"_s}}, {endpoint});
}

} // namespace

class TstPriceOverride : public QObject
{
    Q_OBJECT

private slots:
    void winsOverTheCatalogAndSaysSo()
    {
        const auto own = makeOverride(endpoint(), typed(u"1.5"_s, u"6"_s), u"  our\n contract "_s, Today);
        QVERIFY(own.has_value());
        QCOMPARE(own->note, u"our contract"_s);
        QCOMPARE(own->price.asOf, Today);
        QCOMPARE(own->price.source, u"override"_s);
        const Catalog catalog = withOverrides(catalogWith(endpoint()), {*own});
        QCOMPARE(catalog.endpoint(u"p/m"_s)->price, std::optional(own->price));
        QCOMPARE(catalog.endpoint(u"p/m"_s)->priceOrigin, PriceOrigin::Override);
    }

    void pricesWhatHadNoneAndWhatWasFree()
    {
        Endpoint unpriced = endpoint();
        unpriced.price.reset();
        Endpoint free = unpriced;
        free.free = true;
        for (const Endpoint &each : {unpriced, free}) {
            const auto own = makeOverride(each, typed(u"0"_s, u"0"_s), {}, Today);
            QVERIFY(own.has_value());
            const Catalog catalog = withOverrides(catalogWith(each), {*own});
            QVERIFY(catalog.endpoint(u"p/m"_s)->price.has_value());
            QVERIFY(!catalog.endpoint(u"p/m"_s)->free);
        }
    }

    void isKeptForAnEndpointThatIsNotThere()
    {
        const auto own = makeOverride(endpoint(), typed(u"1"_s, u"1"_s), {}, Today);
        const Catalog nothing({{.id = u"p"_s, .name = u"P"_s}}, {});
        QCOMPARE(withOverrides(nothing, {*own}), nothing);
        QVERIFY(changesBeneath(nothing, {*own}).isEmpty());
    }

    void whatCannotBeAPriceIsRefusedWithWhatToDo_data()
    {
        QTest::addColumn<Price>("price");
        QTest::addColumn<QString>("says");
        const auto with = [](PriceComponent extra) {
            Price price = typed(u"1"_s, u"2"_s);
            price.components.append(extra);
            return price;
        };
        QTest::newRow("nothing") << Price{} << u"input and output"_s;
        Price half = typed(u"1"_s, u"2"_s);
        half.components.removeLast();
        QTest::newRow("no output") << half << u"input and output"_s;
        QTest::newRow("negative") << with({.unit = PriceUnit::CacheRead, .amount = {-1}}) << u"negative"_s;
        QTest::newRow("a price for a token instead of a million")
            << with({.unit = PriceUnit::CacheRead, .amount = {10'000'000'001}}) << u"million tokens"_s;
        QTest::newRow("a thousand dollars for a request")
            << with({.unit = PriceUnit::Request, .amount = {1'000'000'000'000'001}}) << u"$1,000"_s;
        QTest::newRow("twice") << with({.unit = PriceUnit::FreshInput, .amount = {1}}) << u"one price"_s;
    }
    void whatCannotBeAPriceIsRefusedWithWhatToDo()
    {
        QFETCH(Price, price);
        QFETCH(QString, says);
        const auto own = makeOverride(endpoint(), price, {}, Today);
        QVERIFY(!own);
        QCOMPARE(own.error().kind, Error::Kind::InvalidInput);
        QVERIFY2(own.error().message.contains(says), qPrintable(own.error().message));
    }

    void aNoteThatIsTooLongIsRefused()
    {
        const QString longest(LongestNote, u'x');
        QVERIFY(makeOverride(endpoint(), typed(u"1"_s, u"2"_s), longest, Today).has_value());
        QVERIFY(!makeOverride(endpoint(), typed(u"1"_s, u"2"_s), longest + u'x', Today));
    }

    void aChangeBeneathIsTold()
    {
        const QList<PriceOverride> own{makeOverride(endpoint(), typed(u"1"_s, u"2"_s), {}, Today).value()};
        QVERIFY(changesBeneath(catalogWith(endpoint()), own).isEmpty());
        Endpoint dearer = endpoint();
        dearer.price = typed(u"3"_s, u"8"_s);
        const QList<ChangeBeneath> changes = changesBeneath(catalogWith(dearer), own);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.constFirst().before.price, endpoint().price);
        QCOMPARE(changes.constFirst().now.price, dearer.price);
    }

    void anEndpointHasOneOverride()
    {
        const PriceOverride first = makeOverride(endpoint(), typed(u"1"_s, u"2"_s), u"first"_s, Today).value();
        const PriceOverride second = makeOverride(endpoint(), typed(u"2"_s, u"2"_s), u"second"_s, Today).value();
        const QList<PriceOverride> all = withOverride(withOverride({}, first), second);
        QCOMPARE(all, QList{second});
        QCOMPARE(overrideOf(all, u"p/m"_s)->note, u"second"_s);
        QVERIFY(!overrideOf(all, u"p/other"_s));
    }

    void theFileIsReadAsItWasWritten()
    {
        PriceOverride tiered = makeOverride(endpoint(), typed(u"0.000001"_s, u"2"_s), u"“quotes”"_s, Today).value();
        tiered.price.components.append(
            {.unit = PriceUnit::FreshInput, .amount = {9}, .condition = {.serviceTier = u"flex"_s}});
        Endpoint other = endpoint();
        other.id = u"p/n"_s;
        other.price.reset();
        const QList<PriceOverride> all{tiered, makeOverride(other, typed(u"1"_s, u"2"_s), {}, Today).value()};
        const auto read =
            parseJson(toJson(all).dumpIndented()).and_then([](const Json &json) { return parseOverrides(json); });
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        QCOMPARE(*read, all);
    }

    void aFileByHandIsCheckedLikeTheForm_data()
    {
        QTest::addColumn<QByteArray>("overrides");
        QTest::addColumn<QString>("says");
        QTest::newRow("no list") << QByteArray("{}") << u"overrides: expected a list"_s;
        QTest::newRow("no endpoint") << quoted("[{'price': {'input': '1', 'output': '2'}}]")
                                     << u"overrides[0].endpoint"_s;
        QTest::newRow("no output") << quoted("[{'endpoint': 'p/m', 'price': {'input': '1'}}]")
                                   << u"overrides[0].price"_s;
        QTest::newRow("an unknown member")
            << quoted("[{'endpoint': 'p/m', 'price': {'input': '1', 'output': '2'}, 'until': 'May'}]")
            << u"overrides[0].until"_s;
        QTest::newRow("twice") << quoted("[{'endpoint': 'p/m', 'price': {'input': '1', 'output': '2'}},"
                                         "{'endpoint': 'p/m', 'price': {'input': '1', 'output': '2'}}]")
                               << u"overrides[1].endpoint"_s;
    }
    void aFileByHandIsCheckedLikeTheForm()
    {
        QFETCH(QByteArray, overrides);
        QFETCH(QString, says);
        Json file;
        file.set("version", 1);
        file.set("overrides", parseJson(overrides).value());
        const auto read = parseOverrides(file, u"f.json"_s);
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(says), qPrintable(read.error().message));
    }
};

static const bool tstPriceOverride = sb::testing::add<TstPriceOverride>();

#include "tst_price_override.moc"
