#include "core/lab/virtual_clock.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace sb;

class TstVirtualClock : public QObject
{
    Q_OBJECT

private slots:
    void timeStandsStillUntilSomebodyAsksForTheNextAlarm()
    {
        lab::VirtualClock clock(fromMilliseconds(5'000));
        const auto alarm = clock.alarm([] {});
        alarm->set(10min);
        QVERIFY(clock.steady() == 0s);
        QVERIFY(*alarm->left() == 10min);
        QVERIFY(clock.ringNext());
        QVERIFY(clock.steady() == 10min);
        QCOMPARE(toMilliseconds(clock.wall()), 605'000);
        QVERIFY(!alarm->left());
        QVERIFY(!clock.ringNext());
        QVERIFY(clock.steady() == 10min);
    }

    void alarmsRingByTimeAndThenInTheOrderInWhichTheyWereSet()
    {
        lab::VirtualClock clock(WallTime{});
        QByteArray rung;
        std::vector<std::unique_ptr<Alarm>> alarms;
        for (const char name : {'a', 'b', 'c', 'd'})
            alarms.push_back(clock.alarm([&rung, name] { rung += name; }));
        alarms[3]->set(1s);
        alarms[1]->set(2s);
        alarms[0]->set(2s);
        alarms[2]->set(500ms);
        alarms[2]->set(3s); // the first time is forgotten
        while (clock.ringNext()) { }
        QCOMPARE(rung, "dbac");
    }

    void whatIsStoppedOrDestroyedDoesNotRing()
    {
        lab::VirtualClock clock(WallTime{});
        int rings = 0;
        auto stopped = clock.alarm([&rings] { ++rings; });
        auto destroyed = clock.alarm([&rings] { ++rings; });
        stopped->set(1s);
        destroyed->set(1s);
        stopped->stop();
        destroyed.reset();
        QVERIFY(!clock.ringNext());
        QCOMPARE(rings, 0);
    }

    void anAlarmMayBeSetAnewOrDestroyedInItsOwnRing()
    {
        lab::VirtualClock clock(WallTime{});
        int rings = 0;
        std::unique_ptr<Alarm> alarm;
        alarm = clock.alarm([&] {
            if (++rings < 3)
                alarm->set(1s);
            else
                alarm.reset();
        });
        alarm->set(1s);
        while (clock.ringNext()) { }
        QCOMPARE(rings, 3);
        QVERIFY(!alarm);
        QVERIFY(clock.steady() == 3s);
    }

    void anAlarmThatIsSetInTheRingOfAnotherForTheSameTimeRingsBehindThoseThatWait()
    {
        lab::VirtualClock clock(WallTime{});
        QByteArray rung;
        const auto late = clock.alarm([&rung] { rung += "late "; });
        const auto first = clock.alarm([&] {
            rung += "first ";
            late->set(0ms);
        });
        const auto second = clock.alarm([&rung] { rung += "second "; });
        first->set(1s);
        second->set(1s);
        while (clock.ringNext()) { }
        QCOMPARE(rung, "first second late ");
        QVERIFY(clock.steady() == 1s);
    }

    void inASleepAlarmsSleepToo()
    {
        lab::VirtualClock clock(WallTime{});
        const auto alarm = clock.alarm([] {});
        alarm->set(10s);
        clock.sleep(1h);
        QVERIFY(*alarm->left() == 10s);
        QVERIFY(clock.ringNext());
        QVERIFY(clock.steady() == 10s);
        QVERIFY(clock.sinceBoot() == 1h + 10s);
    }

    void aJumpOfTheCalendarMovesNoAlarm()
    {
        lab::VirtualClock clock(fromMilliseconds(7'200'000));
        const auto alarm = clock.alarm([] {});
        alarm->set(10s);
        clock.jumpWall(-1h);
        QVERIFY(*alarm->left() == 10s);
        QVERIFY(clock.ringNext());
        QCOMPARE(toMilliseconds(clock.wall()), 3'610'000);
    }
};

static const bool tstVirtualClock = sb::testing::add<TstVirtualClock>();

#include "tst_virtual_clock.moc"
