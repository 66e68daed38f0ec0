#include "core/base/money.h"
#include "core/base/random.h"
#include "tests/testing/testing.h"

#include <QTest>

#include <array>
#include <limits>

using namespace Qt::StringLiterals;
using sb::NanoDollars;
using sb::PicoDollars;
using sb::PricedUnits;

namespace {

constexpr qint64 Most = std::numeric_limits<qint64>::max();
constexpr qint64 Least = std::numeric_limits<qint64>::min();

/// Numbers of every length, not only long ones.
qint64 anyAmount(sb::Random &random)
{
    return qint64(random.next()) >> random.below(64);
}

} // namespace

class TstMoney : public QObject
{
    Q_OBJECT

private slots:
    void dollarsAreReadExactly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("nano");
        QTest::newRow("a whole number") << u"12"_s << qint64(12'000'000'000);
        QTest::newRow("zero") << u"0"_s << qint64(0);
        QTest::newRow("minus zero is zero") << u"-0.00"_s << qint64(0);
        QTest::newRow("a fraction") << u"0.00056"_s << qint64(560'000);
        QTest::newRow("one nano-dollar") << u"0.000000001"_s << qint64(1);
        QTest::newRow("without a leading zero") << u".5"_s << qint64(500'000'000);
        QTest::newRow("a negative exponent") << u"-1.5e-3"_s << qint64(-1'500'000);
        QTest::newRow("a positive exponent") << u"1.5E+3"_s << qint64(1'500'000'000'000);
        QTest::newRow("a fraction that an exponent moves") << u"0.00000000000012e11"_s << qint64(12'000'000);
        QTest::newRow("trailing zeros are no decimals") << u"0.1000000000000000000000"_s << qint64(100'000'000);
        QTest::newRow("leading zeros") << u"0000000000000000000000000000001"_s << qint64(1'000'000'000);
        QTest::newRow("zero with any exponent") << u"0e99999999999999999999"_s << qint64(0);
        QTest::newRow("what a double cannot hold") << u"9007199.254740993"_s << qint64(9'007'199'254'740'993);
        QTest::newRow("the largest") << u"9223372036.854775807"_s << Most;
        QTest::newRow("the smallest") << u"-9223372036.854775808"_s << Least;
    }
    void dollarsAreReadExactly()
    {
        QFETCH(QString, text);
        const auto amount = sb::parseDollars(text);
        QVERIFY2(amount, amount ? "" : qPrintable(amount.error().message));
        QTEST(amount->value, "nano");
    }

    void whatIsNoAmountIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "-", ".", "e5", "1e", "1e+", "+1", "1,5", "$1", " 1", "1 ", "1.2.3", "--1", "0x10",
                                 "NaN", "inf", "١", "1_000"})
            QTest::newRow(text) << QString::fromUtf8(text);
        QTest::newRow("a tenth decimal") << u"0.0000000001"_s;
        QTest::newRow("ten decimals behind a whole number") << u"1.0000000001"_s;
        QTest::newRow("one nano-dollar too many") << u"9223372036.854775808"_s;
        QTest::newRow("one nano-dollar too few") << u"-9223372036.854775809"_s;
        QTest::newRow("twenty digits") << u"10000000000.000000000"_s;
        QTest::newRow("a huge exponent") << u"1e99999999999999999999"_s;
        QTest::newRow("a tiny exponent") << u"1e-99999999999999999999"_s;
    }
    void whatIsNoAmountIsRefused()
    {
        QFETCH(QString, text);
        const auto amount = sb::parseDollars(text);
        QVERIFY(!amount);
        QCOMPARE(amount.error().kind, sb::Error::Kind::InvalidInput);
        QVERIFY(!amount.error().message.isEmpty());
    }

    void pricesHaveTwelveDecimals()
    {
        QCOMPARE(sb::parsePicoDollars(u"0.0000025")->value, 2'500'000);
        QCOMPARE(sb::parsePicoDollars(u"0.000000000001")->value, 1);
        QVERIFY(!sb::parsePicoDollars(u"0.0000000000001"));
        QVERIFY(!sb::parsePicoDollars(u"9300000"));
    }

    void aProvidersNoiseIsRoundedHalfToEven_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("nano");
        QTest::newRow("noise above") << u"0.00010300000000000001"_s << qint64(103'000);
        QTest::newRow("noise below") << u"0.00010299999999999999"_s << qint64(103'000);
        QTest::newRow("a half goes down to even") << u"0.0000000025"_s << qint64(2);
        QTest::newRow("a half goes up to even") << u"0.0000000035"_s << qint64(4);
        QTest::newRow("a half of nothing is nothing") << u"0.0000000005"_s << qint64(0);
        QTest::newRow("more than a half") << u"0.00000000250000000000000000000001"_s << qint64(3);
        QTest::newRow("less than a half") << u"0.0000000024999999999999"_s << qint64(2);
        QTest::newRow("nine tenths behind the first dropped place") << u"0.00000000009"_s << qint64(0);
        QTest::newRow("negative halves mirror") << u"-0.0000000035"_s << qint64(-4);
        QTest::newRow("in exponent form") << u"1.0300000000000001E-4"_s << qint64(103'000);
        QTest::newRow("tiny") << u"5e-324"_s << qint64(0);
        QTest::newRow("at the very end") << u"9223372036.8547758074"_s << Most;
    }
    void aProvidersNoiseIsRoundedHalfToEven()
    {
        QFETCH(QString, text);
        const auto amount = sb::parseDollarsRounded(text);
        QVERIFY(amount);
        QTEST(amount->value, "nano");
    }

    void roundingBeyondTheRangeIsRefused() { QVERIFY(!sb::parseDollarsRounded(u"9223372036.8547758075")); }

    void amountsAreSpelledWithTwoToNineDecimals_data()
    {
        QTest::addColumn<qint64>("nano");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << qint64(0) << u"0.00"_s;
        QTest::newRow("whole dollars") << qint64(12'000'000'000) << u"12.00"_s;
        QTest::newRow("tens of cents keep a zero") << qint64(1'500'000'000) << u"1.50"_s;
        QTest::newRow("small") << qint64(560'000) << u"0.00056"_s;
        QTest::newRow("one") << qint64(1) << u"0.000000001"_s;
        QTest::newRow("negative and below one") << qint64(-1) << u"-0.000000001"_s;
        QTest::newRow("the largest") << Most << u"9223372036.854775807"_s;
        QTest::newRow("the smallest") << Least << u"-9223372036.854775808"_s;
    }
    void amountsAreSpelledWithTwoToNineDecimals()
    {
        QFETCH(qint64, nano);
        QTEST(sb::toDecimal(NanoDollars{nano}), "text");
    }

    void pricesAreSpelledWithUpToTwelveDecimals()
    {
        QCOMPARE(sb::toDecimal(PicoDollars{2'500'000}), u"0.0000025"_s);
        QCOMPARE(sb::toDecimal(PicoDollars{0}), u"0.00"_s);
        QCOMPARE(sb::toDecimal(PicoDollars{Least}), u"-9223372.036854775808"_s);
    }

    void everyAmountReadsBackAsItself()
    {
        sb::SeededRandom random(1);
        for (int i = 0; i < 20'000; ++i) {
            const qint64 value = anyAmount(random);
            const QString nano = sb::toDecimal(NanoDollars{value});
            const QString pico = sb::toDecimal(PicoDollars{value});
            QVERIFY2(sb::parseDollars(nano) == NanoDollars{value}, qPrintable(nano));
            QVERIFY2(sb::parseDollarsRounded(nano) == NanoDollars{value}, qPrintable(nano));
            QVERIFY2(sb::parsePicoDollars(pico) == PicoDollars{value}, qPrintable(pico));
        }
    }

    void aTotalIsRoundedOnceHalfToEven_data()
    {
        QTest::addColumn<QList<qint64>>("pico"); // one unit each
        QTest::addColumn<qint64>("nano");
        QTest::addColumn<qint64>("roundedUp");
        using List = QList<qint64>;
        QTest::newRow("no lines") << List{} << qint64(0) << qint64(0);
        QTest::newRow("exact") << List{3'000} << qint64(3) << qint64(3);
        QTest::newRow("three thirds are rounded together") << List{400, 400, 400} << qint64(1) << qint64(2);
        QTest::newRow("half to even, down") << List{2'500} << qint64(2) << qint64(3);
        QTest::newRow("half to even, up") << List{3'500} << qint64(4) << qint64(4);
        QTest::newRow("just above a half") << List{2'501} << qint64(3) << qint64(3);
        QTest::newRow("a trace is a cost for the bound") << List{1} << qint64(0) << qint64(1);
        QTest::newRow("negative half to even, down") << List{-3'500} << qint64(-4) << qint64(-3);
        QTest::newRow("negative half to even, up") << List{-2'500} << qint64(-2) << qint64(-2);
        QTest::newRow("a discount") << List{10'000, -2'999} << qint64(7) << qint64(8);
    }
    void aTotalIsRoundedOnceHalfToEven()
    {
        QFETCH(QList<qint64>, pico);
        QFETCH(qint64, nano);
        QFETCH(qint64, roundedUp);
        QList<PricedUnits> lines;
        for (const qint64 each : pico)
            lines.append(PricedUnits{.units = 1, .each = {each}});
        QVERIFY(sb::total(lines) == NanoDollars{nano});
        QVERIFY(sb::totalRoundedUp(lines) == NanoDollars{roundedUp});
    }

    void aTotalIsExactBeyondSixtyFourBits()
    {
        // 3 trillion tokens at 3,000 dollars per million: 9 × 10^21 pico-dollars on the way, taken away again.
        const std::array lines{PricedUnits{3'000'000'000'000, {3'000'000'000}},
                               PricedUnits{-3'000'000'000'000, {2'999'999'999}}, PricedUnits{1, {7'000}}};
        QVERIFY(sb::total(lines) == NanoDollars{3'000'000'007});
    }

    void aTotalThatDoesNotFitIsNothing_data()
    {
        QTest::addColumn<QList<qint64>>("units");
        QTest::newRow("above 64 bits") << QList<qint64>{1'000'001};
        QTest::newRow("above 128 bits") << QList<qint64>{Most, Most, Most};
        QTest::newRow("below 64 bits") << QList<qint64>{-1'000'001};
    }
    void aTotalThatDoesNotFitIsNothing()
    {
        QFETCH(QList<qint64>, units);
        QList<PricedUnits> lines;
        for (const qint64 count : units)
            lines.append(PricedUnits{.units = count, .each = {Most}});
        QVERIFY(!sb::total(lines));
        QVERIFY(!sb::totalRoundedUp(lines));
    }

    void aBoundIsNeverBelowItsCost()
    {
        sb::SeededRandom random(2);
        for (int i = 0; i < 5'000; ++i) {
            const std::array lines{PricedUnits{qint64(random.below(1'000'000)), {qint64(random.below(100'000'000))}},
                                   PricedUnits{qint64(random.below(100)), {qint64(random.below(1'000))}}};
            const auto cost = sb::total(lines);
            const auto bound = sb::totalRoundedUp(lines);
            QVERIFY(cost && bound);
            QVERIFY(bound->value == cost->value || bound->value == cost->value + 1);
        }
    }

    void sumsSaturate_data()
    {
        QTest::addColumn<qint64>("a");
        QTest::addColumn<qint64>("b");
        QTest::addColumn<qint64>("sum");
        QTest::newRow("ordinary") << qint64(2) << qint64(-5) << qint64(-3);
        QTest::newRow("above") << Most << qint64(1) << Most;
        QTest::newRow("below") << Least << qint64(-1) << Least;
        QTest::newRow("both ends") << Most << Least << qint64(-1);
    }
    void sumsSaturate()
    {
        QFETCH(qint64, a);
        QFETCH(qint64, b);
        QTEST(sb::saturatingAdd({a}, {b}).value, "sum");
    }
};

static const bool tstMoney = sb::testing::add<TstMoney>();

#include "tst_money.moc"
