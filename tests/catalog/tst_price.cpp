#include "core/catalog/price.h"

#include "tests/catalog/cases.h"
#include "tests/testing/testing.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::catalog;
using sb::chat::TokenClasses;
using sb::testing::quoted;

namespace {

/// A price, with ' for " in its JSON.
Price read(const QByteArray &json)
{
    return parsePrice(*parseJson(quoted(json)), {}).value();
}

// An Anthropic price with all its classes, in dollars for a million tokens.
const QByteArray Classes =
    "{'input': '3', 'output': '15', 'cache_read': '0.3', 'cache_write': '3.75', 'cache_write_1h': '6'}";
// A Gemini price, which doubles above 200,000 tokens of prompt.
const QByteArray Steps = "{'input': '1.25', 'output': '10', 'components': ["
                         "{'unit': 'input', 'amount': '2.5', 'above_prompt_tokens': 200000},"
                         "{'unit': 'output', 'amount': '15', 'above_prompt_tokens': 200000}]}";
const QByteArray Hours = "{'input': '2', 'output': '4', 'components': ["
                         "{'unit': 'input', 'amount': '1', 'from_hour_utc': 16, 'to_hour_utc': 1}]}";
const QByteArray Tiers = "{'input': '2', 'output': '4', 'components': ["
                         "{'unit': 'input', 'amount': '4', 'service_tier': 'priority'},"
                         "{'unit': 'output', 'amount': '8', 'service_tier': 'priority'},"
                         "{'unit': 'input', 'amount': '1', 'batch': true},"
                         "{'unit': 'output', 'amount': '2', 'batch': true}]}";

} // namespace

class TstPrice : public QObject
{
    Q_OBJECT

private slots:
    void costsWhatThePriceSays_data()
    {
        QTest::addColumn<QByteArray>("price");
        QTest::addColumn<TokenClasses>("tokens");
        QTest::addColumn<qint64>("nanoDollars");
        const auto row = [](const char *name, const QByteArray &price, const TokenClasses &tokens, qint64 nanoDollars) {
            QTest::newRow(name) << price << tokens << nanoDollars;
        };
        row("nothing used costs nothing", Classes, {}, 0);
        row("each class at its own price", Classes,
            {.freshInput = 1000, .cacheRead = 1000, .cacheWrite5m = 1000, .cacheWrite1h = 1000, .visibleOutput = 1000},
            3'000'000 + 300'000 + 3'750'000 + 6'000'000 + 15'000'000);
        row("reasoning without a price costs as output", Classes, {.reasoning = 1000}, 15'000'000);
        row("reasoning at its own price", "{'output': '15', 'reasoning': '5'}", {.reasoning = 1000}, 5'000'000);
        row("a cache read without a price costs as input", "{'input': '3'}", {.cacheRead = 1000}, 3'000'000);
        row("a 5-minute write without a price costs as input", "{'input': '3'}", {.cacheWrite5m = 1000}, 3'000'000);
        row("a 1-hour write without a price costs as a 5-minute one", "{'input': '3', 'cache_write': '4'}",
            {.cacheWrite1h = 1000}, 4'000'000);
        row("a request adds its fee", "{'input': '3', 'request': '0.005'}", {.freshInput = 1000}, 8'000'000);
        row("the step is not reached at its limit", Steps, {.freshInput = 200'000}, 250'000'000);
        row("above the limit the whole request costs more", Steps, {.freshInput = 200'001, .visibleOutput = 1000},
            500'002'500 + 15'000'000);
        row("cached tokens count for the step", Steps, {.freshInput = 1, .cacheRead = 200'000}, 500'002'500);
        row("a tenth of a nano-dollar is rounded down", "{'input': '0.0001'}", {.freshInput = 1}, 0);
        row("half a nano-dollar is rounded to even", "{'input': '0.0005'}", {.freshInput = 1}, 0);
        row("three halves are rounded to even", "{'input': '0.0015'}", {.freshInput = 1}, 2);
        row("rounding happens once, not for each class", "{'input': '0.0004', 'output': '0.0004'}",
            {.freshInput = 1, .visibleOutput = 1}, 1);
    }
    void costsWhatThePriceSays()
    {
        QFETCH(QByteArray, price);
        QFETCH(TokenClasses, tokens);
        QFETCH(qint64, nanoDollars);
        QCOMPARE(cost(read(price), {.tokens = tokens}), std::optional(NanoDollars{nanoDollars}));
    }

    void isUnpricedWhereAUsedUnitHasNoPrice_data()
    {
        QTest::addColumn<QByteArray>("price");
        QTest::addColumn<TokenClasses>("tokens");
        QTest::addColumn<qint64>("searches");
        QTest::newRow("output") << QByteArray("{'input': '3'}") << TokenClasses{.visibleOutput = 1} << qint64(0);
        QTest::newRow("input") << QByteArray("{'output': '3'}") << TokenClasses{.freshInput = 1} << qint64(0);
        QTest::newRow("a cache read with neither price")
            << QByteArray("{'output': '3'}") << TokenClasses{.cacheRead = 1} << qint64(0);
        QTest::newRow("a web search") << Classes << TokenClasses{} << qint64(1);
    }
    void isUnpricedWhereAUsedUnitHasNoPrice()
    {
        QFETCH(QByteArray, price);
        QFETCH(TokenClasses, tokens);
        QFETCH(qint64, searches);
        QCOMPARE(cost(read(price), {.tokens = tokens, .webSearches = searches}), std::nullopt);
    }

    void countsImagesSearchesAndSeconds()
    {
        const Price price = read("{'image': '0.001', 'web_search': '0.01', 'audio_second': '0.0001'}");
        QCOMPARE(cost(price, {.images = 2, .webSearches = 3, .audioSeconds = 60}),
                 std::optional(NanoDollars{2'000'000 + 30'000'000 + 6'000'000}));
        // An image without a price is paid by its tokens.
        QCOMPARE(cost(read(Classes), {.images = 2}), std::optional(NanoDollars{0}));
    }

    void followsTheHour_data()
    {
        QTest::addColumn<int>("hour");
        QTest::addColumn<qint64>("nanoDollars");
        QTest::newRow("before") << 15 << qint64(2'000'000);
        QTest::newRow("from its first hour") << 16 << qint64(1'000'000);
        QTest::newRow("before midnight") << 23 << qint64(1'000'000);
        QTest::newRow("past midnight") << 0 << qint64(1'000'000);
        QTest::newRow("until its end") << 1 << qint64(2'000'000);
        QTest::newRow("not when the hour is not known") << -1 << qint64(2'000'000);
    }
    void followsTheHour()
    {
        QFETCH(int, hour);
        QFETCH(qint64, nanoDollars);
        const Consumption used{.tokens = {.freshInput = 1000}, .hourUtc = hour};
        QCOMPARE(cost(read(Hours), used), std::optional(NanoDollars{nanoDollars}));
    }

    void followsTheDayOfTheWeek_data()
    {
        QTest::addColumn<int>("day");
        QTest::addColumn<int>("hour");
        QTest::addColumn<qint64>("nanoDollars");
        QTest::newRow("on Monday in its hours") << 1 << 2 << qint64(4'000'000);
        QTest::newRow("on Friday in its hours") << 5 << 2 << qint64(4'000'000);
        QTest::newRow("on Saturday") << 6 << 2 << qint64(2'000'000);
        QTest::newRow("on Sunday") << 7 << 2 << qint64(2'000'000);
        QTest::newRow("on Monday at another hour") << 1 << 5 << qint64(2'000'000);
        QTest::newRow("not when the day is not known") << 0 << 2 << qint64(2'000'000);
    }
    void followsTheDayOfTheWeek()
    {
        QFETCH(int, day);
        QFETCH(int, hour);
        QFETCH(qint64, nanoDollars);
        const Price price = read("{'input': '2', 'output': '4', 'components': [{'unit': 'input', 'amount': '4', "
                                 "'from_hour_utc': 1, 'to_hour_utc': 4, 'weekdays': true}]}");
        const Consumption used{.tokens = {.freshInput = 1000}, .hourUtc = hour, .dayOfWeekUtc = day};
        QCOMPARE(cost(price, used), std::optional(NanoDollars{nanoDollars}));
        QCOMPARE(upperBound(price, 1000, 0), std::optional(NanoDollars{4'000'000}));
    }

    void followsTheTier_data()
    {
        QTest::addColumn<QString>("tier");
        QTest::addColumn<bool>("batch");
        QTest::addColumn<std::optional<NanoDollars>>("cost");
        const auto dollars = [](qint64 value) { return std::optional(NanoDollars{value}); };
        QTest::newRow("none") << u""_s << false << dollars(2'000'000);
        QTest::newRow("the word default") << u"default"_s << false << dollars(2'000'000);
        QTest::newRow("the word standard") << u"standard"_s << false << dollars(2'000'000);
        QTest::newRow("the word on_demand") << u"on_demand"_s << false << dollars(2'000'000);
        QTest::newRow("a priced tier") << u"priority"_s << false << dollars(4'000'000);
        QTest::newRow("a batch") << u""_s << true << dollars(1'000'000);
        QTest::newRow("a tier without a price is unpriced") << u"flex"_s << false << std::optional<NanoDollars>();
    }
    void followsTheTier()
    {
        QFETCH(QString, tier);
        QFETCH(bool, batch);
        QFETCH(std::optional<NanoDollars>, cost);
        const Consumption used{.tokens = {.freshInput = 1000}, .serviceTier = tier, .batch = batch};
        QCOMPARE(catalog::cost(read(Tiers), used), cost);
    }

    void boundsByTheDearestClass_data()
    {
        QTest::addColumn<QByteArray>("price");
        QTest::addColumn<qint64>("input");
        QTest::addColumn<qint64>("output");
        QTest::addColumn<std::optional<NanoDollars>>("bound");
        const auto row = [](const char *name, const QByteArray &price, qint64 in, qint64 out,
                            std::optional<qint64> nano) {
            QTest::newRow(name) << price << in << out << (nano ? std::optional(NanoDollars{*nano}) : std::nullopt);
        };
        row("all input as 1-hour cache writes", Classes, 1000, 1000, 6'000'000 + 15'000'000);
        row("all output as reasoning where that is dearer", "{'input': '1', 'output': '1', 'reasoning': '9'}", 0, 1000,
            9'000'000);
        row("the step that such a prompt can reach", Steps, 200'001, 0, 500'002'500);
        row("not the step that it cannot reach", Steps, 200'000, 0, 250'000'000);
        row("the dearest hour", Hours, 1000, 0, 2'000'000);
        row("with the fee of one request", "{'input': '1', 'output': '1', 'request': '0.01'}", 0, 0, 10'000'000);
        row("rounded up", "{'input': '0.0001', 'output': '1'}", 1, 0, 1);
        row("not other tiers", Tiers, 1000, 0, 2'000'000);
        row("unpriced without an input price", "{'output': '1', 'cache_read': '1'}", 1, 0, {});
        row("unpriced without an output price", "{'input': '1', 'reasoning': '1'}", 0, 1, {});
    }
    void boundsByTheDearestClass()
    {
        QFETCH(QByteArray, price);
        QFETCH(qint64, input);
        QFETCH(qint64, output);
        QFETCH(std::optional<NanoDollars>, bound);
        QCOMPARE(upperBound(read(price), input, output), bound);
    }

    void boundsByTheTierThatIsAskedFor()
    {
        QCOMPARE(upperBound(read(Tiers), 1000, 1000, u"priority"_s), std::optional(NanoDollars{12'000'000}));
        // Never dearer than the standard tier, which is what counts where it is not sold or not sent.
        const auto standard = upperBound(read(Tiers), 1000, 1000);
        QVERIFY(standard);
        for (const QString &tier : {u"flex"_s, u"auto"_s, u"default"_s, u"standard_only"_s})
            QCOMPARE(upperBound(read(Tiers), 1000, 1000, tier), standard);
        QCOMPARE(upperBound(read(Tiers), 1000, 1000, u"scale"_s), std::nullopt);
    }

    void neverCostsMoreThanItsBound()
    {
        std::mt19937 random(7); // NOLINT: the same cases each time
        const auto upTo = [&](qint64 most) { return std::uniform_int_distribution<qint64>(0, most)(random); };
        for (const QByteArray &json : {Classes, Steps, Hours, Tiers}) {
            const Price price = read(json);
            for (int i = 0; i < 500; ++i) {
                const qint64 prompt = upTo(1) ? upTo(400'000) : upTo(300);
                const qint64 cached = upTo(prompt);
                const qint64 written = upTo(prompt - cached);
                const TokenClasses tokens{.freshInput = prompt - cached - written,
                                          .cacheRead = cached,
                                          .cacheWrite1h = written,
                                          .visibleOutput = upTo(5000),
                                          .reasoning = upTo(5000)};
                const auto spent = cost(price, {.tokens = tokens, .hourUtc = int(upTo(23))});
                const auto bound = upperBound(price, prompt + upTo(1000), tokens.output() + upTo(10));
                QVERIFY(spent && bound && *spent <= *bound);
            }
        }
    }

    void expectsARunWithoutCacheAndSpecialHours()
    {
        QCOMPARE(expectedCost(read(Classes), 1000, 1000), std::optional(NanoDollars{18'000'000}));
        QCOMPARE(expectedCost(read(Hours), 1000, 0), std::optional(NanoDollars{2'000'000}));
        QCOMPARE(expectedCost(read("{'input': '1'}"), 1, 1), std::nullopt);
    }
};

static const bool tstPrice = sb::testing::add<TstPrice>();

#include "tst_price.moc"
