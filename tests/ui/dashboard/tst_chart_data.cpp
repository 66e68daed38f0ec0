#include "tests/testing/testing.h"
#include "ui/dashboard/chart_data.h"

#include <QTest>

using namespace sb;
using namespace sb::ui;

class TstChartData final : public QObject
{
    Q_OBJECT
private slots:
    void theLargestModelIsFirstAndOtherIsLast();
    void nothingIsLostInTheStack();
    void longRangesAreInWeeks();
    void anEmptyRegisterIsAnEmptyChart();
    void theScaleIsRoundAndHolds_data();
    void theScaleIsRoundAndHolds();
};

namespace {

usage::DayModelRow row(qint64 day, const QString &model, qint64 nano)
{
    usage::DayModelRow one{.day = day, .modelId = model};
    one.sums.computed = {nano};
    one.sums.tokens.freshInput = 10;
    return one;
}

} // namespace

void TstChartData::theLargestModelIsFirstAndOtherIsLast()
{
    QList<usage::DayModelRow> rows;
    for (int i = 1; i <= 9; ++i)
        rows.append(row(100, QStringLiteral("m%1").arg(i), i * 1'000'000'000LL));
    const ChartData data = chartData(rows, {100, 101}, Measure::Money);
    QCOMPARE(data.series.size(), MaxSeries + 1);
    QCOMPARE(data.series.constFirst().modelId, QStringLiteral("m9"));
    QVERIFY(data.series.constLast().modelId.isEmpty());
    QCOMPARE(data.series.constLast().total, 6.0); // m1, m2 and m3
}

void TstChartData::nothingIsLostInTheStack()
{
    const ChartData data = chartData(
        {row(100, QStringLiteral("a"), 2e9), row(101, QStringLiteral("a"), 1e9), row(101, QStringLiteral("b"), 4e9)},
        {100, 101}, Measure::Money);
    QCOMPARE(slotTotals(data), (QList<double>{2, 5}));
    QCOMPARE(data.highest, 5.0);
    const ChartData tokens = chartData({row(100, QStringLiteral("a"), 0)}, {100, 100}, Measure::Tokens);
    QCOMPARE(slotTotals(tokens), QList<double>{10});
}

void TstChartData::longRangesAreInWeeks()
{
    const ChartData data = chartData(
        {row(1, QStringLiteral("a"), 1e9), row(8, QStringLiteral("a"), 1e9), row(365, QStringLiteral("a"), 1e9)},
        {1, 365}, Measure::Money);
    QCOMPARE(data.daysPerSlot, 7);
    QCOMPARE(data.slotDays.size(), 53);
    const QList<double> totals = slotTotals(data);
    QCOMPARE(totals[0], 1.0);
    QCOMPARE(totals[1], 1.0);
    QCOMPARE(totals.constLast(), 1.0);
}

void TstChartData::anEmptyRegisterIsAnEmptyChart()
{
    QVERIFY(chartData({}, {}, Measure::Money).slotDays.isEmpty());
    QCOMPARE(chartData({}, {10, 12}, Measure::Money).slotDays.size(), 3);
}

void TstChartData::theScaleIsRoundAndHolds_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("step");
    QTest::newRow("nothing") << 0.0 << 0.25;
    QTest::newRow("a small bill") << 0.00032 << 0.0001;
    QTest::newRow("dollars") << 4.9 << 2.0;
    QTest::newRow("a round number") << 100.0 << 25.0;
    QTest::newRow("tokens") << 21'400'000.0 << 10'000'000.0;
}

void TstChartData::theScaleIsRoundAndHolds()
{
    QFETCH(double, value);
    QFETCH(double, step);
    const AxisScale scale = niceScale(value);
    QCOMPARE(scale.step, step);
    QVERIFY(scale.top >= value);
    QVERIFY(scale.top / scale.step <= 4.0001);
}

static const bool tstChartData = sb::testing::add<TstChartData>();

#include "tst_chart_data.moc"
