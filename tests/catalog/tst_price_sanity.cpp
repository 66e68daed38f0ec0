#include "core/catalog/price_sanity.h"

#include "core/catalog/price_text.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::catalog;

namespace {

Price of(PriceUnit unit, qint64 pico)
{
    return {.components = {{.unit = unit, .amount = {pico}}}};
}

} // namespace

class TstPriceSanity : public QObject
{
    Q_OBJECT

private slots:
    void aForeignAmountIsReadExactly_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("byMillion");
        QTest::addColumn<qint64>("pico");
        QTest::newRow("dollars a token, as a text") << QByteArray("\"0.0000025\"") << false << qint64(2'500'000);
        QTest::newRow("as a number") << QByteArray("0.0000025") << false << qint64(2'500'000);
        QTest::newRow("with an exponent") << QByteArray("2.5e-06") << false << qint64(2'500'000);
        QTest::newRow("a pico-dollar") << QByteArray("\"0.000000000001\"") << false << qint64(1);
        QTest::newRow("half of one, to even") << QByteArray("\"0.0000000000005\"") << false << qint64(0);
        QTest::newRow("noise") << QByteArray("0.00000030000000000000004") << false << qint64(300'000);
        QTest::newRow("negative") << QByteArray("\"-1\"") << false << qint64(-1'000'000'000'000);
        QTest::newRow("dollars a million") << QByteArray("0.132") << true << qint64(132'000);
        QTest::newRow("a whole number") << QByteArray("15") << true << qint64(15'000'000);
        QTest::newRow("a millionth of a dollar a million") << QByteArray("0.000001") << true << qint64(1);
        QTest::newRow("a million's noise") << QByteArray("0.30000000000000004") << true << qint64(300'000);
        QTest::newRow("nothing") << QByteArray("0") << true << qint64(0);
    }
    void aForeignAmountIsReadExactly()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, byMillion);
        QFETCH(qint64, pico);
        const auto amount = readForeignAmount(parseJson(json).value(), byMillion ? PricedBy::Million : PricedBy::One);
        QVERIFY(amount.has_value());
        QCOMPARE(amount->value, pico);
    }

    void whatIsNoAmountIsNone_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("a word") << QByteArray("\"free\"");
        QTest::newRow("empty") << QByteArray("\"\"");
        QTest::newRow("true") << QByteArray("true");
        QTest::newRow("an object") << QByteArray("{}");
        QTest::newRow("with a currency") << QByteArray("\"$2\"");
        QTest::newRow("beyond 64 bits") << QByteArray("\"1e30\"");
        QTest::newRow("an exponent without end") << QByteArray("\"1e99999999999999999999\"");
        QTest::newRow("two exponents") << QByteArray("\"1e1e1\"");
    }
    void whatIsNoAmountIsNone()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!readForeignAmount(parseJson(json).value(), PricedBy::One));
    }

    void anAbsurdPriceIsToldByItself_data()
    {
        QTest::addColumn<Price>("price");
        QTest::addColumn<bool>("isAbsurd");
        using enum PriceUnit;
        QTest::newRow("the dearest token") << of(VisibleOutput, 1'000'000'000) << false;
        QTest::newRow("a dearer one") << of(VisibleOutput, 1'000'000'001) << true;
        QTest::newRow("the cheapest token") << of(CacheRead, 100) << false;
        QTest::newRow("a cheaper one") << of(CacheRead, 99) << true;
        QTest::newRow("nothing") << of(FreshInput, 0) << false;
        QTest::newRow("negative") << of(FreshInput, -1) << true;
        QTest::newRow("the dearest search") << of(WebSearch, 10'000'000'000'000) << false;
        QTest::newRow("a dearer one") << of(WebSearch, 10'000'000'000'001) << true;
        QTest::newRow("a cheap request") << of(Request, 1) << false;
        QTest::newRow("a dear second") << of(AudioSecond, 1'000'000'000'001) << true;
    }
    void anAbsurdPriceIsToldByItself()
    {
        QFETCH(Price, price);
        QFETCH(bool, isAbsurd);
        QCOMPARE(!absurdity(price).isEmpty(), isAbsurd);
    }

    void anAbsurdChangeIsToldByWhatWasKnown_data()
    {
        QTest::addColumn<qint64>("before");
        QTest::addColumn<qint64>("now");
        QTest::addColumn<bool>("isAbsurd");
        QTest::newRow("a hundred times") << qint64(1'000) << qint64(100'000) << false;
        QTest::newRow("more") << qint64(1'000) << qint64(100'100) << true;
        QTest::newRow("a hundredth") << qint64(100'000) << qint64(1'000) << false;
        QTest::newRow("less") << qint64(100'000) << qint64(999) << true;
        QTest::newRow("nothing after something") << qint64(50) << qint64(0) << true;
        QTest::newRow("something after nothing") << qint64(0) << qint64(5'000) << false;
        QTest::newRow("the same") << qint64(7) << qint64(7) << false;
    }
    void anAbsurdChangeIsToldByWhatWasKnown()
    {
        QFETCH(qint64, before);
        QFETCH(qint64, now);
        QFETCH(bool, isAbsurd);
        QCOMPARE(!absurdChange(of(PriceUnit::FreshInput, before), of(PriceUnit::FreshInput, now)).isEmpty(), isAbsurd);
        QVERIFY(absurdChange(of(PriceUnit::CacheRead, before), of(PriceUnit::FreshInput, now)).isEmpty());
    }
};

static const bool tstPriceSanity = sb::testing::add<TstPriceSanity>();

#include "tst_price_sanity.moc"
