#include "core/budget/budget.h"

#include "tests/testing/testing.h"

#include <QDateTime>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::budget;

Q_DECLARE_METATYPE(sb::budget::Limits)
Q_DECLARE_METATYPE(std::optional<sb::budget::Left>)

namespace {

constexpr qint64 Dollar = 1'000'000'000;

qint64 dayNumber(const QString &isoDate)
{
    return QDate::fromString(isoDate, Qt::ISODate).toJulianDay();
}

WallTime at(const QString &isoUtc)
{
    return fromMilliseconds(QDateTime::fromString(isoUtc, Qt::ISODate).toMSecsSinceEpoch());
}

} // namespace

class TstBudget final : public QObject
{
    Q_OBJECT

private slots:
    void aDayIsTheDayOfTheProfilesZone_data()
    {
        QTest::addColumn<QString>("utc");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("day");
        QTest::newRow("UTC, last second") << u"2025-03-01T23:59:59Z"_s << "UTC"_ba << u"2025-03-01"_s;
        QTest::newRow("east of Greenwich it is tomorrow")
            << u"2025-03-01T23:30:00Z"_s << "Europe/Berlin"_ba << u"2025-03-02"_s;
        QTest::newRow("west of it is yesterday")
            << u"2025-03-02T04:59:59Z"_s << "America/New_York"_ba << u"2025-03-01"_s;
        QTest::newRow("spring: the day of 23 hours starts at 23:00Z")
            << u"2025-03-29T23:00:00Z"_s << "Europe/Berlin"_ba << u"2025-03-30"_s;
        QTest::newRow("spring: and ends before 22:00Z")
            << u"2025-03-30T21:59:59Z"_s << "Europe/Berlin"_ba << u"2025-03-30"_s;
        QTest::newRow("spring: the next one starts at 22:00Z")
            << u"2025-03-30T22:00:00Z"_s << "Europe/Berlin"_ba << u"2025-03-31"_s;
        QTest::newRow("autumn: the day of 25 hours ends before 23:00Z")
            << u"2025-10-26T22:59:59Z"_s << "Europe/Berlin"_ba << u"2025-10-26"_s;
        QTest::newRow("autumn: the next one starts at 23:00Z")
            << u"2025-10-26T23:00:00Z"_s << "Europe/Berlin"_ba << u"2025-10-27"_s;
        QTest::newRow("a quarter-hour zone") << u"2025-06-01T18:15:00Z"_s << "Asia/Kathmandu"_ba << u"2025-06-02"_s;
        QTest::newRow("a midnight that does not exist")
            << u"2024-04-25T22:00:00Z"_s << "Africa/Cairo"_ba << u"2024-04-26"_s;
        QTest::newRow("before 1970") << u"1969-12-31T23:59:59Z"_s << "UTC"_ba << u"1969-12-31"_s;
    }
    void aDayIsTheDayOfTheProfilesZone()
    {
        QFETCH(QString, utc);
        QFETCH(QByteArray, zone);
        QFETCH(QString, day);
        QCOMPARE(dayOf(at(utc), QTimeZone(zone)), dayNumber(day));
    }

    void aPeriodHoldsItsDays_data()
    {
        QTest::addColumn<Period>("period");
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        QTest::newRow("a day is itself") << Period::Day << u"2025-02-28"_s << u"2025-02-28"_s << u"2025-02-28"_s;
        QTest::newRow("31 days") << Period::Month << u"2025-01-31"_s << u"2025-01-01"_s << u"2025-01-31"_s;
        QTest::newRow("30 days") << Period::Month << u"2025-04-01"_s << u"2025-04-01"_s << u"2025-04-30"_s;
        QTest::newRow("February") << Period::Month << u"2025-02-14"_s << u"2025-02-01"_s << u"2025-02-28"_s;
        QTest::newRow("February of a leap year")
            << Period::Month << u"2024-02-29"_s << u"2024-02-01"_s << u"2024-02-29"_s;
        QTest::newRow("1900 was no leap year")
            << Period::Month << u"1900-02-28"_s << u"1900-02-01"_s << u"1900-02-28"_s;
        QTest::newRow("December stays in its year")
            << Period::Month << u"2025-12-31"_s << u"2025-12-01"_s << u"2025-12-31"_s;
    }
    void aPeriodHoldsItsDays()
    {
        QFETCH(Period, period);
        QFETCH(QString, day);
        QFETCH(QString, first);
        QFETCH(QString, last);
        const DayRange expected{.first = dayNumber(first), .last = dayNumber(last)};
        QCOMPARE(rangeOf(period, dayNumber(day)), expected);
    }

    void everyDayBelongsToExactlyOneMonth()
    {
        const qint64 start = dayNumber(u"2023-12-01"_s);
        DayRange month = rangeOf(Period::Month, start);
        for (qint64 day = start; day < start + 800; ++day) {
            const DayRange range = rangeOf(Period::Month, day);
            if (day > month.last) {
                QCOMPARE(range.first, month.last + 1);
                month = range;
            }
            QCOMPARE(range, month);
        }
    }

    void aLimitAdmitsWhatFits_data()
    {
        QTest::addColumn<bool>("hard");
        QTest::addColumn<qint64>("settled");
        QTest::addColumn<qint64>("reserved");
        QTest::addColumn<qint64>("bound"); // -1: unpriced
        QTest::addColumn<Verdict>("verdict");
        const qint64 unpriced = -1;
        QTest::newRow("nothing spent yet") << true << 0LL << 0LL << Dollar << Verdict::Fits;
        QTest::newRow("the last nano-dollar fits") << true << Dollar - 3 << 2LL << 1LL << Verdict::Fits;
        QTest::newRow("one nano-dollar too much") << true << Dollar - 3 << 2LL << 2LL << Verdict::Refuse;
        QTest::newRow("reserved counts like settled") << true << 0LL << Dollar << 1LL << Verdict::Refuse;
        QTest::newRow("a soft limit only warns") << false << Dollar << 0LL << 1LL << Verdict::WarnSoft;
        QTest::newRow("no price is no bound") << true << 0LL << 0LL << unpriced << Verdict::RefuseUnpriced;
        QTest::newRow("a soft limit lets it through") << false << 0LL << 0LL << unpriced << Verdict::Fits;
        QTest::newRow("and warns when nothing is left") << false << Dollar + 1 << 0LL << unpriced << Verdict::WarnSoft;
        QTest::newRow("an overrun refuses what costs") << true << 2 * Dollar << 0LL << 1LL << Verdict::Refuse;
        QTest::newRow("but not what is free") << true << 2 * Dollar << 0LL << 0LL << Verdict::Fits;
        QTest::newRow("the end of the range does not wrap around")
            << true << 1LL << 0LL << std::numeric_limits<qint64>::max() << Verdict::Refuse;
    }
    void aLimitAdmitsWhatFits()
    {
        QFETCH(bool, hard);
        QFETCH(qint64, settled);
        QFETCH(qint64, reserved);
        QFETCH(qint64, bound);
        QFETCH(Verdict, verdict);
        const Limit limit{.amount = {Dollar}, .hard = hard};
        const std::optional<NanoDollars> asked = bound < 0 ? std::nullopt : std::optional(NanoDollars{bound});
        QCOMPARE(admit(limit, {.settled = {settled}, .reserved = {reserved}}, asked), verdict);
    }

    void whatIsLeftIsNeverNegative()
    {
        const Limit limit{.amount = {Dollar}};
        QCOMPARE(remaining(limit, {.settled = {300}, .reserved = {200}}), NanoDollars{Dollar - 500});
        QCOMPARE(remaining(limit, {.settled = {Dollar}, .reserved = {Dollar}}), NanoDollars{0});
        QCOMPARE(remaining(limit, {.settled = {std::numeric_limits<qint64>::max()}, .reserved = {5}}), NanoDollars{0});
    }

    void theWarningComesAtItsShareOfWhatIsSettled_data()
    {
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<int>("percent");
        QTest::addColumn<qint64>("settled");
        QTest::addColumn<bool>("past");
        QTest::newRow("below") << Dollar << 80 << Dollar / 100 * 80 - 1 << false;
        QTest::newRow("at") << Dollar << 80 << Dollar / 100 * 80 << true;
        QTest::newRow("a share that is no whole number is rounded up") << 7LL << 50 << 3LL << false;
        QTest::newRow("and reached by the next") << 7LL << 50 << 4LL << true;
        QTest::newRow("a huge limit does not overflow") << std::numeric_limits<qint64>::max() << 99 << Dollar << false;
        QTest::newRow("100 % is the limit itself") << Dollar << 100 << Dollar - 1 << false;
    }
    void theWarningComesAtItsShareOfWhatIsSettled()
    {
        QFETCH(qint64, amount);
        QFETCH(int, percent);
        QFETCH(qint64, settled);
        QFETCH(bool, past);
        const Limit limit{.amount = {amount}, .warnPercent = percent};
        QCOMPARE(pastWarning(limit, {.settled = {settled}, .reserved = {amount}}), past);
    }

    void periodsHaveStableNames()
    {
        QCOMPARE(toWireName(Period::Day), "day"_ba);
        QCOMPARE(toWireName(Period::Month), "month"_ba);
    }

    void whatIsLeftIsThatOfTheStrictestHardLimitOnThatDay_data()
    {
        QTest::addColumn<Limits>("limits");
        QTest::addColumn<QString>("now");
        QTest::addColumn<std::optional<Left>>("left");
        const Limit day{.amount = {5 * Dollar}};
        const Limit month{.period = Period::Month, .amount = {20 * Dollar}};
        Limit soft = day;
        soft.hard = false;
        const auto dollars = [](qint64 amount) { return std::optional(Left{.amount = {amount * Dollar}}); };
        const QString noon = u"2025-03-15T12:00:00Z"_s;
        QTest::newRow("no limit") << Limits{} << noon << std::optional<Left>();
        QTest::newRow("a soft one") << Limits{.daily = soft} << noon << std::optional<Left>();
        QTest::newRow("the day's") << Limits{.daily = day} << noon << dollars(2);
        QTest::newRow("the month's") << Limits{.monthly = month} << noon << dollars(7);
        QTest::newRow("the stricter one") << Limits{.daily = day, .monthly = month} << noon << dollars(2);
        QTest::newRow("a soft day beside a hard month")
            << Limits{.daily = soft, .monthly = month} << noon << dollars(7);
        QTest::newRow("the next day begins anew")
            << Limits{.daily = day, .monthly = month} << u"2025-03-16T12:00:00Z"_s << dollars(5);
        QTest::newRow("tomorrow in the profile's zone")
            << Limits{.daily = day} << u"2025-03-15T23:30:00Z"_s << dollars(5);
        QTest::newRow("the next month begins anew")
            << Limits{.monthly = month} << u"2025-04-01T12:00:00Z"_s << dollars(20);
        QTest::newRow("an overrun leaves nothing") << Limits{.daily = Limit{.amount = {Dollar}}} << noon << dollars(0);
    }
    void whatIsLeftIsThatOfTheStrictestHardLimitOnThatDay()
    {
        QFETCH(Limits, limits);
        QFETCH(QString, now);
        const Standing standing{
            .zone = QTimeZone("Europe/Berlin"),
            .days = {{dayNumber(u"2025-02-28"_s), {.settled = {100 * Dollar}}},
                     {dayNumber(u"2025-03-01"_s), {.settled = {10 * Dollar}}},
                     {dayNumber(u"2025-03-15"_s), {.settled = {Dollar}, .reserved = {2 * Dollar}}}}};
        QTEST(leftUnderHardLimits(limits, standing, at(now)), "left");
    }

    void whatLostRequestsHoldOfTheStrictestLimitIsTold()
    {
        const qint64 yesterday = dayNumber(u"2025-03-14"_s);
        const qint64 today = dayNumber(u"2025-03-15"_s);
        const Standing standing{
            .days = {{yesterday, {.reserved = {2 * Dollar}}}, {today, {.reserved = {2 * Dollar}}}},
            .lost = {{.seq = 3, .day = yesterday, .held = {2 * Dollar}}, {.seq = 7, .day = today, .held = {Dollar}}}};
        const Limit day{.amount = {5 * Dollar}};
        const Limit month{.period = Period::Month, .amount = {20 * Dollar}};
        const WallTime noon = at(u"2025-03-15T12:00:00Z"_s);
        QCOMPARE(leftUnderHardLimits({.daily = day, .monthly = month}, standing, noon),
                 (Left{.amount = {3 * Dollar}, .lost = {.amount = {Dollar}, .requests = {7}}}));
        QCOMPARE(leftUnderHardLimits({.monthly = month}, standing, noon),
                 (Left{.amount = {16 * Dollar}, .lost = {.amount = {3 * Dollar}, .requests = {3, 7}}}));
    }

    void ofManyLostRequestsThoseThatHoldTheMostAreNamed()
    {
        QList<LostRequest> lost;
        for (qint64 seq = 1; seq <= 7; ++seq)
            lost.append({.seq = seq, .day = 100, .held = {seq == 2 ? 0 : seq * Dollar}});
        lost.append({.seq = 8, .day = 101, .held = {100 * Dollar}});
        const routing::HeldByLost held = heldByLost(lost, {.first = 99, .last = 100});
        QCOMPARE(held.amount, NanoDollars{26 * Dollar});
        QCOMPARE(held.requests, (QList<qint64>{7, 6, 5, 4, 3}));
        QVERIFY(held.more); // #1; #2 holds nothing
        QVERIFY(!heldByLost(lost.mid(2), {.first = 99, .last = 100}).more);
    }

    void aWarningComesWithItsShareAndWhenASoftLimitIsSpent_data()
    {
        QTest::addColumn<bool>("hard");
        QTest::addColumn<qint64>("settled");
        QTest::addColumn<QString>("text"); // empty: none
        const QString share = u"$0.80 of the daily limit of $1.00 is spent."_s;
        QTest::newRow("much is left, whatever is reserved") << false << Dollar / 2 << QString();
        QTest::newRow("the share of a hard one") << true << Dollar * 8 / 10 << share;
        QTest::newRow("the share of a soft one") << false << Dollar * 8 / 10 << share;
        QTest::newRow("all of a soft one")
            << false << Dollar * 12 / 10
            << u"$1.20 is spent: the daily limit of $1.00 is reached. It only warns, and stops nothing."_s;
    }
    void aWarningComesWithItsShareAndWhenASoftLimitIsSpent()
    {
        QFETCH(bool, hard);
        QFETCH(qint64, settled);
        const Limit limit{.amount = {Dollar}, .hard = hard};
        const auto warning =
            warningFor(limit, {.first = 5, .last = 5}, {.settled = {settled}, .reserved = {100 * Dollar}});
        QTEST(warning ? describe(*warning) : QString(), "text");
    }

    void eachCrossingIsNewsOnce()
    {
        const Limit limit{.amount = {Dollar}, .hard = false};
        const Warning share{.limit = limit, .days = {.first = 5, .last = 5}, .settled = {Dollar * 8 / 10}};
        Warning more = share;
        more.settled = {Dollar * 9 / 10};
        Warning passed = more;
        passed.passed = true;
        Warning tomorrow = share;
        tomorrow.days = {.first = 6, .last = 6};
        Warning raised = share;
        raised.limit.amount = {Dollar * 11 / 10};
        QVERIFY(isNews(share, {}));
        QVERIFY(!isNews(more, share));
        QVERIFY(isNews(passed, more));
        QVERIFY(!isNews(passed, passed));
        QVERIFY(isNews(tomorrow, passed));
        QVERIFY(isNews(raised, share));
    }
};

static const bool tstBudget = sb::testing::add<TstBudget>();

#include "tst_budget.moc"
