#include "core/net/sleep_watch.h"

#include "tests/testing/testing.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace sb;
using net::SleepWatch;
using std::chrono::milliseconds;

class TstSleepWatch : public QObject
{
    Q_OBJECT

private slots:
    void onlyASleepOfMoreThanTwoSecondsIsNoticed_data()
    {
        QTest::addColumn<milliseconds>("slept");
        QTest::addColumn<milliseconds>("jumped");
        QTest::addColumn<bool>("noticed");
        QTest::newRow("awake") << milliseconds{0} << milliseconds{0} << false;
        QTest::newRow("two seconds") << milliseconds{2'000} << milliseconds{0} << false;
        QTest::newRow("a little more") << milliseconds{2'001} << milliseconds{0} << true;
        QTest::newRow("a night") << milliseconds{8h} << milliseconds{0} << true;
        QTest::newRow("the calendar jumps forward") << milliseconds{0} << milliseconds{24h} << false;
        QTest::newRow("the calendar jumps back") << milliseconds{0} << milliseconds{-24h} << false;
        QTest::newRow("a sleep, and the calendar is set back") << milliseconds{1h} << milliseconds{-2h} << true;
    }
    void onlyASleepOfMoreThanTwoSecondsIsNoticed()
    {
        QFETCH(milliseconds, slept);
        QFETCH(milliseconds, jumped);
        QFETCH(bool, noticed);
        ManualClock clock;
        SleepWatch watch(clock, 1h);
        QSignalSpy woke(&watch, &SleepWatch::woke);
        watch.setWatching(true);
        clock.advance(milliseconds{1s});
        clock.sleep(slept);
        clock.jumpWall(jumped);
        watch.look();
        QCOMPARE(woke.size(), noticed ? 1 : 0);
        if (noticed)
            QCOMPARE(woke.constFirst().constFirst().value<milliseconds>(), slept);
        watch.look();
        QCOMPARE(woke.size(), noticed ? 1 : 0); // said once
    }

    void whatWasSleptBeforeConcernsNobody()
    {
        ManualClock clock;
        SleepWatch watch(clock, 1h);
        QSignalSpy woke(&watch, &SleepWatch::woke);
        watch.setWatching(true);
        watch.setWatching(false);
        clock.sleep(milliseconds{8h});
        watch.setWatching(true);
        watch.look();
        QVERIFY(woke.isEmpty());
    }

    void whatWasSleptMeanwhileIsToldWhenItIsNextWatched_data()
    {
        QTest::addColumn<milliseconds>("slept");
        QTest::addColumn<bool>("told");
        QTest::newRow("awake") << milliseconds{0} << false;
        QTest::newRow("for a moment") << milliseconds{2s} << false;
        QTest::newRow("over night") << milliseconds{8h} << true;
    }
    void whatWasSleptMeanwhileIsToldWhenItIsNextWatched()
    {
        QFETCH(milliseconds, slept);
        QFETCH(bool, told);
        ManualClock clock;
        SleepWatch watch(clock, 1h);
        QSignalSpy unwatched(&watch, &SleepWatch::sleptUnwatched);
        clock.sleep(slept);
        watch.setWatching(true);
        QCOMPARE(unwatched.size(), told ? 1 : 0);
        watch.setWatching(false);
        watch.setWatching(true);
        QCOMPARE(unwatched.size(), told ? 1 : 0); // said once
    }

    void itLooksByItself()
    {
        ManualClock clock;
        SleepWatch watch(clock, 1ms);
        QSignalSpy woke(&watch, &SleepWatch::woke);
        watch.setWatching(true);
        clock.sleep(milliseconds{1h});
        QTRY_COMPARE(woke.size(), 1);
    }
};

static const bool tstSleepWatch = sb::testing::add<TstSleepWatch>();

#include "tst_sleep_watch.moc"
