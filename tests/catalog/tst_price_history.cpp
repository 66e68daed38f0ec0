#include "core/catalog/price_history.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::catalog;

namespace {

constexpr qint64 Day = 86'400'000;

/// Dollars for a million tokens, in whole ones.
Price price(qint64 input, qint64 output, QDate asOf = {})
{
    return {.components = {{.unit = PriceUnit::FreshInput, .amount = {input * 1'000'000}},
                           {.unit = PriceUnit::VisibleOutput, .amount = {output * 1'000'000}}},
            .source = u"https://prices.example"_s,
            .asOf = asOf};
}

WallTime day(int number)
{
    return fromMilliseconds(number * Day);
}

EndpointChange change(const QString &id, int from, qint64 input, PriceOrigin origin = PriceOrigin::Provider)
{
    return {.endpointId = id,
            .change = {.from = day(from), .seenAt = day(from), .cost = {.price = price(input, 9), .origin = origin}}};
}

Endpoint priced(const QString &name, const std::optional<Price> &cost)
{
    return {
        .id = u"p/"_s + name, .providerId = u"p"_s, .modelId = u"a/"_s + name, .upstreamModel = name, .price = cost};
}

Catalog catalogOf(const QList<Endpoint> &endpoints)
{
    return Catalog({{.id = u"p"_s, .name = u"P"_s}}, endpoints);
}

qint64 input(const std::optional<PriceChange> &step)
{
    return step && step->cost.price ? step->cost.price->components.constFirst().amount.value / 1'000'000 : -1;
}

} // namespace

class TstPriceHistory : public QObject
{
    Q_OBJECT

private slots:
    void tellsThePriceThatHeldAtATime()
    {
        PriceHistory history;
        QVERIFY(history.add(change(u"p/m"_s, 10, 5)));
        QVERIFY(history.add(change(u"p/m"_s, 20, 3)));
        QCOMPARE(input(history.at(u"p/m"_s, day(9))), -1);
        QCOMPARE(input(history.at(u"p/m"_s, day(10))), 5);
        QCOMPARE(input(history.at(u"p/m"_s, day(19))), 5);
        QCOMPARE(input(history.at(u"p/m"_s, day(20))), 3);
        QCOMPARE(input(history.at(u"p/m"_s, day(999))), 3);
        QCOMPARE(input(history.latest(u"p/m"_s)), 3);
        QVERIFY(!history.at(u"p/other"_s, day(20)));
        QVERIFY(!history.latest(u"p/other"_s));
    }

    void whatCostsTheSameIsNoChangeWhoeverSaysSo()
    {
        PriceHistory history;
        QVERIFY(history.add(change(u"p/m"_s, 10, 5, PriceOrigin::Curated)));
        QVERIFY(!history.add(change(u"p/m"_s, 20, 5, PriceOrigin::Provider)));
        QCOMPARE(history.size(), 1);
        QCOMPARE(history.latest(u"p/m"_s)->cost.origin, PriceOrigin::Curated);
    }

    void stepsNeverGoBackInTime()
    {
        PriceHistory history;
        QVERIFY(history.add(change(u"p/m"_s, 20, 5)));
        QVERIFY(history.add(change(u"p/m"_s, 10, 3))); // a shipped price, dated before what was fetched
        const QList<PriceChange> steps = history.of(u"p/m"_s);
        QCOMPARE(steps.size(), 2);
        QVERIFY(steps.at(1).from == day(20));
        QVERIFY(steps.at(1).seenAt == day(10));
    }

    void theOldestStepsGoWhereThereAreTooMany()
    {
        PriceHistory history;
        const int count = int(PriceHistory::MostPerEndpoint) + 5;
        for (int i = 0; i < count; ++i)
            QVERIFY(history.add(change(u"p/m"_s, i, i + 1)));
        QCOMPARE(history.of(u"p/m"_s).size(), PriceHistory::MostPerEndpoint);
        QCOMPARE(input(history.of(u"p/m"_s).constFirst()), 6);
        QCOMPARE(input(history.latest(u"p/m"_s)), count);
        const QList<EndpointChange> newest = history.newest(2);
        QCOMPARE(newest.size(), 2);
        QCOMPARE(input(newest.at(0).change), count - 1);
    }

    void newChangesAreThoseThatAreNotKnownYet()
    {
        PriceHistory history;
        QVERIFY(history.add(change(u"p/same"_s, 1, 5)));
        QVERIFY(history.add(change(u"p/dearer"_s, 1, 5)));
        QVERIFY(history.add(change(u"p/lost"_s, 1, 5)));
        const Catalog beneath =
            catalogOf({priced(u"same"_s, price(5, 9)), priced(u"dearer"_s, price(6, 9)), priced(u"lost"_s, {}),
                       priced(u"never"_s, {}), priced(u"new"_s, price(1, 2))});
        const QList<EndpointChange> changes = newChanges(history, beneath, day(50));
        QStringList ids;
        for (const EndpointChange &each : changes)
            ids.append(each.endpointId);
        QCOMPARE(ids, (QStringList{u"p/dearer"_s, u"p/lost"_s, u"p/new"_s}));
        QVERIFY(!changes.at(1).change.cost.price);
        for (const EndpointChange &each : changes)
            QVERIFY(history.add(each));
        QVERIFY(newChanges(history, beneath, day(60)).isEmpty());
        QCOMPARE(withNow({}, beneath, day(50)).size(), 3);
    }

    void aShippedPriceHoldsFromItsDayAndAFetchedOneFromTheMoment()
    {
        const QDate stated(1970, 1, 11);
        Endpoint shipped = priced(u"shipped"_s, price(1, 2, stated));
        Endpoint fetched = priced(u"fetched"_s, price(1, 2, stated));
        Endpoint early = priced(u"early"_s, price(1, 2, QDate(1970, 6, 1))); // a day to come
        fetched.priceOrigin = PriceOrigin::Provider;
        const QList<EndpointChange> changes = newChanges({}, catalogOf({shipped, fetched, early}), day(50));
        QCOMPARE(changes.size(), 3);
        QVERIFY(changes.at(0).change.from == day(10));
        QVERIFY(changes.at(0).change.seenAt == day(50));
        QVERIFY(changes.at(1).change.from == day(50));
        QVERIFY(changes.at(2).change.from == day(50));
    }

    void aLineIsReadAsItWasWritten_data()
    {
        QTest::addColumn<EndpointChange>("written");
        EndpointChange one = change(u"p/m"_s, 3, 5);
        QTest::newRow("a price") << one;
        one.change.cost.price->components.append(
            {.unit = PriceUnit::FreshInput, .amount = {7'000'000}, .condition = {.abovePromptTokens = 200'000}});
        QTest::newRow("a price with a condition") << one;
        one.change.cost = {.free = true};
        QTest::newRow("free") << one;
        one.change.cost = {.origin = PriceOrigin::Aggregator};
        QTest::newRow("unpriced") << one;
    }
    void aLineIsReadAsItWasWritten()
    {
        QFETCH(EndpointChange, written);
        const auto read = parseJson(toJson(written).dump()).and_then(parseChange);
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        QCOMPARE(*read, written);
    }

    void aLineThatIsNoneIsRefused_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("no endpoint") << QByteArray("{\"from\":1,\"seen\":1}");
        QTest::newRow("no time") << QByteArray("{\"endpoint\":\"p/m\",\"seen\":1}");
        QTest::newRow("a time of no calendar")
            << QByteArray("{\"endpoint\":\"p/m\",\"from\":1,\"seen\":9223372036854775807}");
        QTest::newRow("a price as a number")
            << QByteArray("{\"endpoint\":\"p/m\",\"from\":1,\"seen\":1,\"price\":{\"input\":1}}");
        QTest::newRow("a list") << QByteArray("[]");
    }
    void aLineThatIsNoneIsRefused()
    {
        QFETCH(QByteArray, line);
        QVERIFY(!parseJson(line).and_then(parseChange));
    }

    void theAgeOfAPriceIsThatOfItsDay()
    {
        const QDate today(2026, 11, 30);
        QCOMPARE(ageInDays(price(1, 2, QDate(2026, 7, 2)), today), std::optional<qint64>(151));
        QCOMPARE(ageInDays(price(1, 2, QDate(2026, 12, 1)), today), std::optional<qint64>(0));
        QCOMPARE(ageInDays(price(1, 2), today), std::optional<qint64>());
    }
};

static const bool tstPriceHistory = sb::testing::add<TstPriceHistory>();

#include "tst_price_history.moc"
