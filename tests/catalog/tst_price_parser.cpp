#include "core/catalog/price.h"

#include "tests/catalog/cases.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::catalog;
using sb::testing::quoted;

class TstPriceParser : public QObject
{
    Q_OBJECT

private slots:
    void readsDollarsForAMillionTokensExactly_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("picoDollarsPerToken");
        QTest::newRow("2.50 is 2.5 millionths each") << QByteArray("2.50") << qint64(2'500'000);
        QTest::newRow("6 decimals are whole pico-dollars") << QByteArray("0.003625") << qint64(3'625);
        QTest::newRow("the smallest") << QByteArray("0.000001") << qint64(1);
        QTest::newRow("nothing") << QByteArray("0") << qint64(0);
        QTest::newRow("the largest") << QByteArray("999999.999999") << qint64(999'999'999'999);
    }
    void readsDollarsForAMillionTokensExactly()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, picoDollarsPerToken);
        const auto price = parsePrice(*parseJson(quoted("{'input': '" + text + "'}")), {});
        QVERIFY2(price.has_value(), price ? "" : qPrintable(price.error().message));
        QCOMPARE(price->components.constFirst().amount.value, picoDollarsPerToken);
        QCOMPARE(*parsePrice(toJson(*price), {}), *price);
    }

    void readsDollarsForOneOfTheOtherUnits()
    {
        const auto price = parsePrice(*parseJson(quoted("{'web_search': '0.01', 'request': '0.000000000001'}")), {});
        QCOMPARE(price->components.at(0).amount.value, 10'000'000'000);
        QCOMPARE(price->components.at(1).amount.value, 1);
    }

    void keepsTheOrderOfComponentsWhenWritten()
    {
        const PriceComponent night{
            .unit = PriceUnit::FreshInput, .amount = {500'000}, .condition = {.fromHourUtc = 16, .toHourUtc = 0}};
        const PriceComponent day{.unit = PriceUnit::FreshInput, .amount = {1'000'000}};
        const Price price{.components = {night, day}, .source = u"https://x.example"_s, .asOf = QDate(2026, 7, 2)};
        QCOMPARE(*parsePrice(toJson(price), {}), price);
    }

    void writesWhatHasNoConditionShort()
    {
        const Json json = *parseJson(quoted("{'input': '2.5', 'as_of': '2026-07-02', 'components': ["
                                            "{'unit': 'input', 'amount': '5', 'above_prompt_tokens': 200000}]}"));
        const Json written = toJson(*parsePrice(json, {}));
        QCOMPARE(written["input"].toBytes().left(3), "2.5");
        QCOMPARE(written["components"].size(), 1);
    }

    void namesThePath()
    {
        const auto price =
            parsePrice(*parseJson(quoted("{'output': '-1'}")), u"endpoints[3].price"_s, u"openai.json"_s);
        QVERIFY(!price);
        QVERIFY2(price.error().message.startsWith("openai.json: endpoints[3].price.output: expected dollars"_L1),
                 qPrintable(price.error().message));
    }
};

static const bool tstPriceParser = sb::testing::add<TstPriceParser>();

#include "tst_price_parser.moc"
