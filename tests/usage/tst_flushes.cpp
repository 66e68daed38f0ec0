#include "tests/testing/testing.h"
#include "tests/usage/rig.h"
#include "tests/usage/samples.h"

#include <QCoreApplication>
#include <QTest>

#include <atomic>
#include <semaphore>

#include <sys/syscall.h>
#include <unistd.h>

using namespace sb;
using namespace sb::usage;

namespace {

std::atomic<int> flushes{0};
std::atomic<bool> gated{false};
std::binary_semaphore gate{0}; // opened once by who set `gated`

} // namespace

/// The C library's, counted and held up on the way: SQLite finds this one first.
extern "C" int fdatasync(int file)
{
    ++flushes;
    if (gated.exchange(false))
        gate.acquire();
    return int(syscall(SYS_fdatasync, file));
}

class TstFlushes final : public QObject
{
    Q_OBJECT

private slots:
    void withFullEachAcknowledgementComesAfterAFlushOfItsOwn()
    {
        Rig rig({.full = true});
        QVERIFY(rig.start());
        rig.record(smallOpenRecord({}), smallSettlement({}, {})); // the first commit of a log flushes its header, too
        const int before = flushes;
        gated = true;
        const Ticket opening = rig.usage().open(smallOpenRecord({}));
        QTRY_VERIFY(!gated); // held up in its flush
        QCoreApplication::processEvents();
        const bool openedEarly = rig.m_opened.contains(opening);
        gate.release();
        const OpenOutcome opened = rig.waitForOpened(opening);
        QVERIFY(!openedEarly);
        QCOMPARE(flushes, before + 1);

        gated = true;
        const Ticket settling = rig.usage().settle(smallSettlement(opened.key, {5}));
        QTRY_VERIFY(!gated);
        QCoreApplication::processEvents();
        const bool settledEarly = rig.m_settled.contains(settling);
        gate.release();
        QVERIFY(rig.waitForSettled(settling));
        QVERIFY(!settledEarly);
        QCOMPARE(flushes, before + 2);
    }

    void withFullRequestsThatWaitTogetherShareAFlush()
    {
        constexpr int Waiting = 64;
        Rig rig({.full = true});
        QVERIFY(rig.start());
        rig.record(smallOpenRecord({}), smallSettlement({}, {}));

        const int before = flushes;
        gated = true;
        QList<Ticket> tickets{rig.usage().open(smallOpenRecord({}))};
        QTRY_VERIFY(!gated); // the first one is in its flush
        while (tickets.size() <= Waiting)
            tickets.append(rig.usage().open(smallOpenRecord({})));
        gate.release();
        for (const Ticket ticket : std::as_const(tickets))
            QCOMPARE(rig.waitForOpened(ticket).kind, OpenOutcome::Kind::Opened);
        QCOMPARE(flushes, before + 2);
    }

    void withNormalNothingIsFlushed()
    {
        Rig rig;
        QVERIFY(rig.start());
        rig.record(smallOpenRecord({}), smallSettlement({}, {}));
        const int before = flushes;
        rig.record(smallOpenRecord({}), smallSettlement({}, {5}));
        QCOMPARE(flushes, before);
    }
};

static const bool tstFlushes = sb::testing::add<TstFlushes>();

#include "tst_flushes.moc"
