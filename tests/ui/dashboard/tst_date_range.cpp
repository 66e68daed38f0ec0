#include "tests/testing/testing.h"
#include "ui/dashboard/date_range.h"

#include <QDate>
#include <QTest>

using namespace sb::ui;

class TstDateRange final : public QObject
{
    Q_OBJECT
private slots:
    void aRangeEndsToday_data();
    void aRangeEndsToday();
    void thePeriodBeforeIsAsLong();
    void everythingHasNothingBefore();
};

void TstDateRange::aRangeEndsToday_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QDate>("first");
    QTest::newRow("a day") << int(RangeKind::Day) << QDate(2026, 3, 1);
    QTest::newRow("a week") << int(RangeKind::Week) << QDate(2026, 2, 23);
    QTest::newRow("30 days") << int(RangeKind::Days30) << QDate(2026, 1, 31);
    QTest::newRow("the month, on its first day") << int(RangeKind::Month) << QDate(2026, 3, 1);
}

void TstDateRange::aRangeEndsToday()
{
    QFETCH(int, kind);
    QFETCH(QDate, first);
    const qint64 today = QDate(2026, 3, 1).toJulianDay();
    QCOMPARE(rangeOf(RangeKind(kind), today), (DateRange{first.toJulianDay(), today}));
}

void TstDateRange::thePeriodBeforeIsAsLong()
{
    QCOMPARE(before({10, 19}), (DateRange{0, 9}));
    QCOMPARE(before({5, 5}), (DateRange{4, 4}));
}

void TstDateRange::everythingHasNothingBefore()
{
    QCOMPARE(before(rangeOf(RangeKind::All, 100)), DateRange{});
}

static const bool tstDateRange = sb::testing::add<TstDateRange>();

#include "tst_date_range.moc"
