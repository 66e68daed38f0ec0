#include "ui/shell/spent_today.h"

#include "tests/testing/testing.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;

namespace {

constexpr qint64 Dollar = 1'000'000'000;

std::optional<budget::Limit> limit(int dollars)
{
    return dollars < 0 ? std::nullopt : std::optional(budget::Limit{.amount = {dollars * Dollar}});
}

} // namespace

class TstSpentToday final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void theNearestLimitIsShown_data()
    {
        QTest::addColumn<int>("daily"); // dollars; -1: none
        QTest::addColumn<int>("monthly");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::newRow("no limit") << -1 << -1 << u"Spent today"_s << u"Spent today: $1.00"_s;
        QTest::newRow("a daily one") << 5 << -1 << u"Spent today"_s << u"Spent today: $1.00 of $5.00"_s;
        QTest::newRow("a monthly one") << -1 << 50 << u"Spent this month"_s << u"Spent this month: $20.00 of $50.00"_s;
        QTest::newRow("the day is nearer") << 2 << 50 << u"Spent today"_s << u"Spent today: $1.00 of $2.00"_s;
        QTest::newRow("the month is nearer")
            << 5 << 21 << u"Spent this month"_s << u"Spent this month: $20.00 of $21.00"_s;
        QTest::newRow("nothing may be spent this month")
            << 5 << 0 << u"Spent this month"_s << u"Spent this month: $20.00 of $0.00"_s;
    }
    void theNearestLimitIsShown()
    {
        QFETCH(int, daily);
        QFETCH(int, monthly);
        ui::SpentToday spent;
        spent.set({.settled = {Dollar}}, {.settled = {20 * Dollar}},
                  {.daily = limit(daily), .monthly = limit(monthly)});
        QTEST(spent.text(), "text");
        QTEST(spent.accessibleName(), "name");
    }
};

static const bool tstSpentToday = sb::testing::add<TstSpentToday>();

#include "tst_spent_today.moc"
