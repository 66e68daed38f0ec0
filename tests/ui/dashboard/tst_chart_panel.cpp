#include "tests/testing/testing.h"
#include "ui/common/table.h"
#include "ui/dashboard/chart_panel.h"
#include "ui/dashboard/chart_table.h"
#include "ui/dashboard/legend_row.h"
#include "ui/dashboard/spend_chart.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;

class TstChartPanel final : public QObject
{
    Q_OBJECT
private slots:
    void theSentenceSaysWhoLeadsAndWhatHasNoPrice();
    void theTableHoldsWhatTheChartShows();
    void aLegendButtonHidesItsSeries();
    void theCursorMovesBetweenSlotsAndSeries();
    void theCursorStaysOnItsDayAndModelWhenFiguresChange();
    void theTableKeepsItsPlaceWhenFiguresChange();
    void enterAsksForTheRequestsOfASlot();
};

namespace {

constexpr qint64 First = 2'460'000;

usage::DayModelRow dayRow(qint64 day, const QString &model, qint64 nano)
{
    usage::DayModelRow made{.day = day, .modelId = model};
    made.sums.requests = 1;
    made.sums.computed = NanoDollars{nano};
    return made;
}

/// Two days: a costs 3 and 1 dollars, b costs 2 on the second.
usage::Overview overview()
{
    usage::Overview made;
    made.byDay = {dayRow(First, u"x/a"_s, 3'000'000'000), dayRow(First + 1, u"x/a"_s, 1'000'000'000),
                  dayRow(First + 1, u"x/b"_s, 2'000'000'000)};
    for (const usage::DayModelRow &one : std::as_const(made.byDay))
        made.sums += one.sums;
    made.sums.unpriced = 2;
    return made;
}

void fill(ChartPanel &panel)
{
    panel.resize(800, 400);
    panel.present(chartData(overview().byDay, {First, First + 1}, Measure::Money), 2, Measure::Money, {});
    panel.show();
}

} // namespace

void TstChartPanel::theSentenceSaysWhoLeadsAndWhatHasNoPrice()
{
    const ChartData data = chartData(overview().byDay, {First, First + 1}, Measure::Money);
    const QString sentence = chartSentence(data, Measure::Money, 2);
    QVERIFY(sentence.startsWith(u"x/a leads with $4.00 of $6.00; 2 "_s));
    QVERIFY(chartSentence({}, Measure::Money, 0).isEmpty());
    QVERIFY(!chartSentence(data, Measure::Tokens, 2).contains(u"unpriced"_s));
}

void TstChartPanel::theTableHoldsWhatTheChartShows()
{
    ChartTable table;
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    table.present(chartData(overview().byDay, {First, First + 1}, Measure::Money), Measure::Money);
    QCOMPARE(table.rowCount(), 2);
    QCOMPARE(table.columnCount(), 4);
    QCOMPARE(table.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), u"x/a"_s);
    const auto text = [&](int r, int column) { return table.data(table.index(r, column), Qt::DisplayRole).toString(); };
    QCOMPARE(text(0, 1), u"$3.00"_s); // the newest day first
    QCOMPARE(text(0, 3), u"$2.00"_s);
    QCOMPARE(text(1, 2), u"$3.00"_s);
    QCOMPARE(table.slotAt(table.index(0, 0)), 1);
}

void TstChartPanel::aLegendButtonHidesItsSeries()
{
    ChartPanel panel;
    fill(panel);
    const auto buttons = panel.findChild<LegendRow *>()->findChildren<QAbstractButton *>();
    QCOMPARE(buttons.size(), 2);
    QTest::keyClick(buttons[0], Qt::Key_Space);
    auto *chart = panel.findChild<SpendChart *>();

    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Up);
    QVERIFY(chart->accessibleDescription().contains(u"x/b"_s));
    QVERIFY(!buttons[0]->isChecked());
}

void TstChartPanel::theCursorMovesBetweenSlotsAndSeries()
{
    ChartPanel panel;
    fill(panel);
    auto *chart = panel.findChild<SpendChart *>();
    const auto press = [&](int key) {
        QTest::keyClick(chart, Qt::Key(key));
        return chart->accessibleDescription();
    };
    press(Qt::Key_Right);
    QVERIFY(press(Qt::Key_Right).endsWith(u"$3.00"_s)); // the last slot, whole
    QVERIFY(press(Qt::Key_Up).endsWith(u"x/a  $1.00"_s));
    QVERIFY(press(Qt::Key_Up).endsWith(u"x/b  $2.00"_s));
    QVERIFY(press(Qt::Key_Left).contains(u"x/b"_s));
    QVERIFY(press(Qt::Key_Down).endsWith(u"x/a  $3.00"_s));
}

void TstChartPanel::theCursorStaysOnItsDayAndModelWhenFiguresChange()
{
    ChartPanel panel;
    fill(panel);
    auto *chart = panel.findChild<SpendChart *>();
    QTest::keyClick(chart, Qt::Key_Right);
    QTest::keyClick(chart, Qt::Key_Right);
    QTest::keyClick(chart, Qt::Key_Up);
    QVERIFY(chart->accessibleDescription().endsWith(u"x/a  $1.00"_s));
    usage::Overview later = overview();
    later.byDay.append(dayRow(First + 1, u"x/b"_s, 5'000'000'000)); // now the first of the stack
    later.byDay.append(dayRow(First + 2, u"x/a"_s, 500'000'000));
    panel.present(chartData(later.byDay, {First - 1, First + 2}, Measure::Money), 0, Measure::Money, {});
    QVERIFY(chart->accessibleDescription().endsWith(u"x/a  $1.00"_s));
    QTest::keyClick(chart, Qt::Key_Right);
    QVERIFY(chart->accessibleDescription().endsWith(u"x/a  $0.50000"_s));
}

void TstChartPanel::theTableKeepsItsPlaceWhenFiguresChange()
{
    ChartTable table;
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    table.present(chartData(overview().byDay, {First, First + 1}, Measure::Money), Measure::Money);
    QSignalSpy reset(&table, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&table, &QAbstractItemModel::dataChanged);
    table.present(chartData(overview().byDay, {First, First + 1}, Measure::Money), Measure::Money);
    QCOMPARE(changed.size(), 0); // nothing is another
    usage::Overview later = overview();
    later.byDay[0].sums.computed = NanoDollars{4'000'000'000};
    table.present(chartData(later.byDay, {First, First + 1}, Measure::Money), Measure::Money);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(table.data(table.index(1, 2), Qt::DisplayRole).toString(), u"$4.00"_s);
}

void TstChartPanel::enterAsksForTheRequestsOfASlot()
{
    ChartPanel panel;
    fill(panel);
    QSignalSpy opened(&panel, &ChartPanel::slotOpened);
    auto *chart = panel.findChild<SpendChart *>();
    QTest::keyClick(chart, Qt::Key_Right);
    QTest::keyClick(chart, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].toLongLong(), First);
    panel.showTable(true);
    QVERIFY(panel.showsTable());
    auto *table = panel.findChild<TableView *>();
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(opened.size(), 2);
    QCOMPARE(opened[1][0].toLongLong(), First + 1);
}

static const bool tstChartPanel = sb::testing::add<TstChartPanel>();

#include "tst_chart_panel.moc"
