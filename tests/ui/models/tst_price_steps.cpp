#include "ui/models/price_steps.h"

#include "tests/testing/testing.h"
#include "ui/models/price_chart.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;
using namespace std::chrono_literals;

namespace {

constexpr WallTime Day{std::chrono::milliseconds{1'748'908'800'000}}; // 2025-06-03

PriceStep step(WallTime from, qint64 input, std::optional<qint64> output)
{
    return {.from = from,
            .input = NanoDollars{input * 1'000'000'000},
            .output = output ? std::optional(NanoDollars{*output * 1'000'000'000}) : std::nullopt,
            .source = u"list"_s};
}

} // namespace

class TstPriceSteps final : public QObject
{
    Q_OBJECT
private slots:
    void theSentenceTellsTheLastChange_data()
    {
        QTest::addColumn<QList<PriceStep>>("steps");
        QTest::addColumn<QString>("expected");
        QTest::newRow("none") << QList<PriceStep>{} << u"No price is known yet"_s;
        QTest::newRow("one") << QList<PriceStep>{step(Day, 2, 8)} << u"No change has been seen since 3 Jun 2025"_s;
        QTest::newRow("output") << QList<PriceStep>{step(Day - 240h, 2, 8), step(Day, 2, 6)}
                                << u"Output went from $8.00 to $6.00 on 3 Jun 2025"_s;
        QTest::newRow("input") << QList<PriceStep>{step(Day - 240h, 2, 8), step(Day, 1, 8)}
                               << u"Input went from $2.00 to $1.00 on 3 Jun 2025"_s;
        QTest::newRow("unpriced is a word") << QList<PriceStep>{step(Day - 240h, 2, 8), step(Day, 2, {})}
                                            << u"Output went from $8.00 to unpriced on 3 Jun 2025"_s;
        QTest::newRow("another part") << QList<PriceStep>{step(Day - 240h, 2, 8), step(Day, 2, 8)}
                                      << u"Another part of the price changed on 3 Jun 2025"_s;
    }
    void theSentenceTellsTheLastChange()
    {
        QFETCH(QList<PriceStep>, steps);
        QFETCH(QString, expected);
        QCOMPARE(priceSentence(steps), expected);
    }

    void theTableHasTheNewestFirst()
    {
        PriceStepTable table;
        const QAbstractItemModelTester tester(&table);
        table.present({step(Day - 240h, 2, 8), step(Day, 2, 6)});
        QCOMPARE(table.index(0, 2).data().toString(), u"$6.00"_s);
        QCOMPARE(table.index(1, 2).data().toString(), u"$8.00"_s);
    }

    void theCursorOfTheChartTellsEachStep()
    {
        PriceChart chart;
        chart.resize(600, 240);
        chart.show();
        chart.present({step(Day - 240h, 2, 8), step(Day, 2, 6)}, Day + 48h);
        QCOMPARE(chart.accessibleDescription(), u"Output went from $8.00 to $6.00 on 3 Jun 2025"_s);
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(chart.accessibleDescription(), u"Since 24 May 2025: input $2.00, output $8.00"_s);
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(chart.accessibleDescription(), u"Since 3 Jun 2025: input $2.00, output $6.00"_s);
        QTest::keyClick(&chart, Qt::Key_Right); // the last one
        QCOMPARE(chart.accessibleDescription(), u"Since 3 Jun 2025: input $2.00, output $6.00"_s);
    }
};

static const bool tstPriceSteps = sb::testing::add<TstPriceSteps>();

#include "tst_price_steps.moc"
