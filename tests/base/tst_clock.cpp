#include "core/base/clock.h"
#include "tests/testing/testing.h"

#include <QTest>

#include <chrono>
#include <memory>

using namespace std::chrono_literals;

class TstClock : public QObject
{
    Q_OBJECT

private slots:
    void aManualClockStandsStillUntilItIsMoved()
    {
        sb::ManualClock clock(sb::fromMilliseconds(1'000));
        QCOMPARE(sb::toMilliseconds(clock.wall()), 1'000);
        clock.advance(250ms);
        QCOMPARE(sb::toMilliseconds(clock.wall()), 1'250);
        QVERIFY(clock.steady() == 250ms);
        QVERIFY(clock.sinceBoot() == 250ms);
    }

    void sleepingMovesTheTimeSinceBootButNotTheSteadyTime()
    {
        sb::ManualClock clock;
        clock.advance(1s);
        clock.sleep(1h);
        QVERIFY(clock.steady() == 1s);
        QVERIFY(clock.sinceBoot() == 1h + 1s);
        QVERIFY(clock.wall() == sb::fromMilliseconds(3'601'000));
    }

    void aJumpOfTheWallClockIsNoDuration()
    {
        sb::ManualClock clock(sb::fromMilliseconds(10'000));
        clock.jumpWall(-5s);
        QCOMPARE(sb::toMilliseconds(clock.wall()), 5'000);
        QVERIFY(clock.steady() == 0s);
        QVERIFY(clock.sinceBoot() == 0s);
    }

    void theMachinesSteadyTimeNeverGoesBack()
    {
        const sb::SystemClock clock;
        sb::SteadyTime before = clock.steady();
        for (int i = 0; i < 1'000; ++i) {
            const sb::SteadyTime now = clock.steady();
            QVERIFY(now >= before);
            before = now;
        }
        QVERIFY(clock.sinceBoot() >= before);
    }

    void theMachinesWallTimeIsUtcInMilliseconds()
    {
        // Not Qt's: since 6.8 that one is rounded, and may be ahead.
        const auto now = [] {
            return qint64(std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now())
                              .time_since_epoch()
                              .count());
        };
        const qint64 before = now();
        const qint64 wall = sb::toMilliseconds(sb::SystemClock().wall());
        QVERIFY(wall >= before);
        QVERIFY(wall <= now());
    }

    void anAlarmRingsOnceFromTheEventLoop()
    {
        int rings = 0;
        const auto alarm = sb::SystemClock().alarm([&rings] { ++rings; });
        QVERIFY(!alarm->left());
        alarm->set(0ms);
        QVERIFY(alarm->left());
        QCOMPARE(rings, 0); // not inside the call
        QTRY_COMPARE(rings, 1);
        QVERIFY(!alarm->left());
        ringOnceMore();
        QCOMPARE(rings, 1);
    }

    void anAlarmThatIsSetAnewForgetsItsFirstTime()
    {
        int rings = 0;
        const auto alarm = sb::SystemClock().alarm([&rings] { ++rings; });
        alarm->set(0ms);
        alarm->set(1h);
        ringOnceMore();
        QCOMPARE(rings, 0);
        QVERIFY(*alarm->left() > 59min);
    }

    void anAlarmThatIsStoppedOrDestroyedDoesNotRing()
    {
        int rings = 0;
        const auto stopped = sb::SystemClock().alarm([&rings] { ++rings; });
        stopped->set(0ms);
        stopped->stop();
        sb::SystemClock().alarm([&rings] { ++rings; })->set(0ms);
        ringOnceMore();
        QCOMPARE(rings, 0);
    }

    void aRingMayDestroyItsAlarm()
    {
        std::unique_ptr<sb::Alarm> alarm;
        alarm = sb::SystemClock().alarm([&alarm] { alarm.reset(); });
        alarm->set(0ms);
        QTRY_VERIFY(!alarm);
    }

private:
    /// An alarm that is set later for the same time rings later: what was due before has rung by then.
    static void ringOnceMore()
    {
        bool rang = false;
        const auto alarm = sb::SystemClock().alarm([&rang] { rang = true; });
        alarm->set(1ms);
        QTRY_VERIFY(rang);
    }
};

static const bool tstClock = sb::testing::add<TstClock>();

#include "tst_clock.moc"
