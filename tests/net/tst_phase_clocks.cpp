#include "core/net/phase_clocks.h"

#include "tests/testing/testing.h"

#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace std::chrono_literals;
using sb::net::HttpClocks;
using sb::net::PhaseClocks;
using Phase = sb::net::HttpEnd::Phase;

namespace {

const sb::SystemClock systemClock;
constexpr HttpClocks allShort{.connect = 20ms, .upload = 20ms, .firstByte = 20ms, .firstContent = 60ms, .idle = 20ms};

using Steps = std::function<void(PhaseClocks &)>;

Phase phaseOf(const QSignalSpy &spy)
{
    return spy.value(0).value(0).value<Phase>();
}

} // namespace

Q_DECLARE_METATYPE(Steps)

class TstPhaseClocks : public QObject
{
    Q_OBJECT

private slots:
    void theClockOfThePhaseExpires_data()
    {
        QTest::addColumn<Steps>("steps");
        QTest::addColumn<Phase>("expected");
        QTest::newRow("handed over, no socket") << Steps([](PhaseClocks &c) { c.handedOver(); }) << Phase::Connect;
        QTest::newRow("socket started, not connected") << Steps([](PhaseClocks &c) {
            c.handedOver();
            c.socketStarted();
        }) << Phase::Connect;
        QTest::newRow("upload stalls") << Steps([](PhaseClocks &c) {
            c.handedOver();
            c.uploadProgressed();
        }) << Phase::Upload;
        QTest::newRow("sent, nothing answered") << Steps([](PhaseClocks &c) {
            c.handedOver();
            c.uploadProgressed();
            c.uploaded();
        }) << Phase::FirstByte;
        QTest::newRow("header, no content") << Steps([](PhaseClocks &c) {
            c.handedOver();
            c.uploaded();
            c.headArrived();
        }) << Phase::FirstContent;
        QTest::newRow("header before the end of the upload, no content") << Steps([](PhaseClocks &c) {
            c.handedOver();
            c.uploadProgressed();
            c.headArrived();
            c.uploadProgressed();
        }) << Phase::FirstContent;
        QTest::newRow("content, then silence") << Steps([](PhaseClocks &c) {
            c.handedOver();
            c.uploaded();
            c.headArrived();
            c.contentArrived();
        }) << Phase::Idle;
    }
    void theClockOfThePhaseExpires()
    {
        QFETCH(Steps, steps);
        QFETCH(Phase, expected);
        PhaseClocks clocks(systemClock, allShort);
        QSignalSpy expired(&clocks, &PhaseClocks::expired);
        steps(clocks);
        QTRY_COMPARE(expired.size(), 1);
        QCOMPARE(phaseOf(expired), expected);
    }

    void aLimitOfZeroIsOff()
    {
        PhaseClocks off(systemClock,
                        {.connect = 0ms, .upload = 0ms, .firstByte = 0ms, .firstContent = 0ms, .idle = 0ms});
        PhaseClocks reference(systemClock, allShort);
        QSignalSpy expiredOff(&off, &PhaseClocks::expired);
        QSignalSpy expired(&reference, &PhaseClocks::expired);
        for (PhaseClocks *clocks : {&off, &reference}) {
            clocks->handedOver();
            clocks->uploaded();
        }
        QTRY_COMPARE(expired.size(), 1);
        QVERIFY(expiredOff.isEmpty());
    }

    void noneRunsBeforeTheRequestIsHandedOver()
    {
        PhaseClocks queued(systemClock, {.connect = 20ms, .total = 20ms});
        PhaseClocks reference(systemClock, allShort);
        QSignalSpy expiredQueued(&queued, &PhaseClocks::expired);
        QSignalSpy expired(&reference, &PhaseClocks::expired);
        reference.handedOver();
        QTRY_COMPARE(expired.size(), 1);
        QVERIFY(expiredQueued.isEmpty());
    }

    void theTotalRunsThroughAllPhases()
    {
        PhaseClocks clocks(systemClock,
                           {.connect = 60s, .firstByte = 60s, .firstContent = 60s, .idle = 60s, .total = 100ms});
        QSignalSpy expired(&clocks, &PhaseClocks::expired);
        clocks.handedOver();
        clocks.uploaded();
        clocks.headArrived();
        QTimer contents;
        connect(&contents, &QTimer::timeout, &clocks, &PhaseClocks::contentArrived);
        contents.start(5ms);
        QTRY_COMPARE(expired.size(), 1);
        QCOMPARE(phaseOf(expired), Phase::Total);
    }

    void eachStepForwardRestartsItsClock_data()
    {
        QTest::addColumn<Steps>("step");
        QTest::newRow("content") << Steps([](PhaseClocks &c) { c.contentArrived(); });
        QTest::newRow("upload") << Steps([](PhaseClocks &c) { c.uploadProgressed(); });
    }
    void eachStepForwardRestartsItsClock()
    {
        QFETCH(Steps, step);
        const HttpClocks limits{.upload = 1000ms, .idle = 1000ms};
        PhaseClocks fed(systemClock, limits);
        PhaseClocks starved(systemClock, limits);
        QSignalSpy expiredFed(&fed, &PhaseClocks::expired);
        QSignalSpy expiredStarved(&starved, &PhaseClocks::expired);
        QTimer feeding;
        connect(&feeding, &QTimer::timeout, &fed, [&] { step(fed); });
        step(fed);
        step(starved);
        feeding.start(50ms);
        QTRY_COMPARE(expiredStarved.size(), 1);
        QVERIFY(expiredFed.isEmpty());
    }

    void whileHeldMissingContentIsNotTheServersFault()
    {
        PhaseClocks held(systemClock, allShort);
        PhaseClocks reference(systemClock, allShort);
        QSignalSpy expiredHeld(&held, &PhaseClocks::expired);
        QSignalSpy expired(&reference, &PhaseClocks::expired);
        held.hold(true);
        for (PhaseClocks *clocks : {&held, &reference}) {
            clocks->handedOver();
            clocks->uploaded();
            clocks->headArrived();
        }
        QTRY_COMPARE(expired.size(), 1);
        QVERIFY(expiredHeld.isEmpty());
        held.hold(false);
        QTRY_COMPARE(expiredHeld.size(), 1);
        QCOMPARE(phaseOf(expiredHeld), Phase::FirstContent);
    }

    void whatWasDueInASleepGetsItsGraceAndNoMore_data()
    {
        QTest::addColumn<Steps>("steps");
        QTest::addColumn<Phase>("expected");
        QTest::newRow("connecting") << Steps([](PhaseClocks &c) { c.handedOver(); }) << Phase::Connect;
        QTest::newRow("waiting for the header") << Steps([](PhaseClocks &c) {
            c.handedOver();
            c.uploaded();
        }) << Phase::FirstByte;
        QTest::newRow("waiting for content") << Steps([](PhaseClocks &c) {
            c.uploaded();
            c.headArrived();
        }) << Phase::FirstContent;
        QTest::newRow("between contents") << Steps([](PhaseClocks &c) {
            c.uploaded();
            c.headArrived();
            c.contentArrived();
        }) << Phase::Idle;
    }
    void whatWasDueInASleepGetsItsGraceAndNoMore()
    {
        QFETCH(Steps, steps);
        QFETCH(Phase, expected);
        // The wait for content ends later than the one for the header, as the limits in use do.
        PhaseClocks clocks(systemClock, {.connect = 1h, .upload = 1h, .firstByte = 1h, .firstContent = 2h, .idle = 1h});
        QSignalSpy expired(&clocks, &PhaseClocks::expired);
        steps(clocks);
        clocks.woke(expected == Phase::FirstContent ? 3h : 90min, 20ms);
        QVERIFY(clocks.sleptThrough());
        QTRY_COMPARE(expired.size(), 1);
        QCOMPARE(phaseOf(expired), expected);
    }

    void aSleepShorterThanTheLimitOnlyCounts()
    {
        PhaseClocks clocks(systemClock, {.connect = 10s}); // a coarse timer: half a second more or less
        QSignalSpy expired(&clocks, &PhaseClocks::expired);
        clocks.handedOver();
        clocks.woke(9s, 1ms); // about one is left
        QVERIFY(!clocks.sleptThrough());
        QTRY_COMPARE(expired.size(), 1);
    }

    void contentAfterTheSleepGoesOnAsBefore()
    {
        PhaseClocks alive(systemClock, {.firstContent = 1h, .idle = 1h});
        PhaseClocks reference(systemClock, allShort);
        QSignalSpy expiredAlive(&alive, &PhaseClocks::expired);
        QSignalSpy expired(&reference, &PhaseClocks::expired);
        alive.uploaded();
        alive.headArrived();
        alive.contentArrived();
        alive.woke(8h, 20ms);
        alive.contentArrived();
        QVERIFY(!alive.sleptThrough());
        reference.uploaded();
        QTRY_COMPARE(expired.size(), 1);
        QVERIFY(expiredAlive.isEmpty());
    }

    void aSleepNeverProlongsAWait()
    {
        PhaseClocks clocks(systemClock, {.connect = 20ms});
        QSignalSpy expired(&clocks, &PhaseClocks::expired);
        clocks.handedOver();
        clocks.woke(8h, 1h);
        QTRY_COMPARE(expired.size(), 1);
    }

    void onceStoppedNothingStartsThemAgain()
    {
        PhaseClocks stopped(systemClock, {.connect = 20ms, .firstByte = 20ms, .idle = 20ms, .total = 20ms});
        PhaseClocks reference(systemClock, allShort);
        QSignalSpy expiredStopped(&stopped, &PhaseClocks::expired);
        QSignalSpy expired(&reference, &PhaseClocks::expired);
        stopped.stop();
        stopped.handedOver();
        stopped.uploaded();
        stopped.contentArrived();
        stopped.hold(false);
        stopped.woke(8h, 20ms);
        reference.handedOver();
        QTRY_COMPARE(expired.size(), 1);
        QVERIFY(expiredStopped.isEmpty());
    }
};

static const bool tstPhaseClocks = sb::testing::add<TstPhaseClocks>();

#include "tst_phase_clocks.moc"
