#include "ui/models/price_lines.h"

#include "tests/testing/testing.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;
using catalog::PriceUnit;

class TstPriceLines final : public QObject
{
    Q_OBJECT
private slots:
    void eachPartOfAPriceIsALine_data()
    {
        QTest::addColumn<catalog::PriceComponent>("component");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("amount");
        const auto row = [](const char *fact, const catalog::PriceComponent &component, const QString &name,
                            const QString &amount) { QTest::newRow(fact) << component << name << amount; };
        row("input", {.unit = PriceUnit::FreshInput, .amount = {2'500'000}}, u"Input"_s, u"$2.50 per M"_s);
        row("fractions of a cent", {.unit = PriceUnit::CacheRead, .amount = {37'500}}, u"Cached input"_s,
            u"$0.0375 per M"_s);
        row("long prompts",
            {.unit = PriceUnit::FreshInput, .amount = {10'000'000}, .condition = {.abovePromptTokens = 272'000}},
            u"Input, prompts above 272 K"_s, u"$10.00 per M"_s);
        row("a tier",
            {.unit = PriceUnit::VisibleOutput, .amount = {1'000'000}, .condition = {.serviceTier = u"flex"_s}},
            u"Output, flex"_s, u"$1.00 per M"_s);
        row("a search", {.unit = PriceUnit::WebSearch, .amount = {10'000'000'000}}, u"Web search"_s, u"$0.01"_s);
        row("hours",
            {.unit = PriceUnit::FreshInput,
             .amount = {1'000'000},
             .condition = {.fromHourUtc = 16, .toHourUtc = 0, .weekdays = true}},
            u"Input, 16 to 0 h UTC, Monday to Friday"_s, u"$1.00 per M"_s);
    }
    void eachPartOfAPriceIsALine()
    {
        QFETCH(catalog::PriceComponent, component);
        QFETCH(QString, name);
        QFETCH(QString, amount);
        QCOMPARE(priceLines({.components = {component}}), (QList<PriceLine>{{.name = name, .amount = amount}}));
    }

    void theStandardPriceComesBeforeWhatHasACondition()
    {
        const QList<PriceLine> lines =
            priceLines({.components = {{.unit = PriceUnit::FreshInput, .amount = {1}, .condition = {.batch = true}},
                                       {.unit = PriceUnit::VisibleOutput, .amount = {1}},
                                       {.unit = PriceUnit::FreshInput, .amount = {1}}}});
        QCOMPARE(lines.value(0).name, u"Input"_s);
        QCOMPARE(lines.value(1).name, u"Output"_s);
        QCOMPARE(lines.value(2).name, u"Input, batch"_s);
    }

    void theTableHasThem()
    {
        PriceLineTable table;
        const QAbstractItemModelTester tester(&table);
        table.present({{.name = u"Input"_s, .amount = u"$1.00 per M"_s}});
        QCOMPARE(table.index(0, 1).data().toString(), u"$1.00 per M"_s);
    }
};

static const bool tstPriceLines = sb::testing::add<TstPriceLines>();

#include "tst_price_lines.moc"
