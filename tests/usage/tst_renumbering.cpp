#include "tests/testing/testing.h"
#include "tests/usage/rig.h"
#include "tests/usage/samples.h"
#include "tests/usage/writer_process.h"

#include "core/usage/store/record_writer.h"
#include "core/usage/store/register_file.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::usage;

namespace {

constexpr int Rows = 8 * int(Renumbering::SliceRows);

/// A register in UTC with requests over some weeks, in slices enough to be met in the middle.
void fill(const QString &path)
{
    const Result<OpenedRegister> opened = openRegister(path, QTimeZone::utc());
    QVERIFY(opened);
    RecordWriter writer(*opened->connection, opened->zone);
    SeededRandom random(7);
    opened->connection->run("BEGIN IMMEDIATE");
    for (int i = 0; i < Rows; ++i) {
        const Ledger ledger = random.below(4) == 0 ? Ledger::Practice : Ledger::Real;
        const OpenRecord record = randomOpenRecord(random, ledger);
        writer.append(record, randomSettlement(random, {}, record), false);
    }
    writer.flush();
    QVERIFY(opened->connection->run("COMMIT"));
}

/// Every row has its day in the zone, and what is kept by day is what a rebuild makes of the rows.
void checkDays(const QString &path, const QTimeZone &zone)
{
    LocalDays days(zone);
    for (const QString &row : rowsOf(path, "SELECT started_at, day FROM request")) {
        const QStringList cells = row.split(u'|');
        QCOMPARE(cells.at(1).toLongLong(), days.of(fromMilliseconds(cells.at(0).toLongLong())));
    }
    const QByteArray sums = "SELECT *, hex(latency), hex(first_content) FROM roll_sum ORDER BY 1, 2, 3, 4, 5";
    const QByteArray spent = "SELECT * FROM spent ORDER BY 1, 2";
    const Result<OpenedRegister> opened = openRegister(path, QTimeZone::utc());
    QVERIFY(opened);
    QCOMPARE(opened->zone, zone);
    RecordWriter writer(*opened->connection, opened->zone);
    opened->connection->run("BEGIN IMMEDIATE");
    writer.rollUp();
    writer.flush();
    QVERIFY(opened->connection->run("COMMIT"));
    const QStringList sumsBefore = rowsOf(path, sums);
    const QStringList spentBefore = rowsOf(path, spent);
    opened->connection->run("BEGIN IMMEDIATE");
    writer.rebuildRollups();
    QVERIFY(opened->connection->run("COMMIT"));
    QCOMPARE(sumsBefore, rowsOf(path, sums));
    QCOMPARE(spentBefore, rowsOf(path, spent));
}

bool isRenumbering(const QString &path)
{
    return valueOf(path, "SELECT count(*) FROM meta WHERE key = 'renumbering'") == u"1"_s;
}

} // namespace

class TstRenumbering final : public QObject
{
    Q_OBJECT

private slots:
    void requestsGoOnDuringAChangeOfZoneAndAreRight()
    {
        Rig rig;
        fill(rig.path());
        QVERIFY(rig.start());
        const QTimeZone tokyo("Asia/Tokyo");
        const RecordKey before = rig.open(smallOpenRecord(NanoDollars{9})).key; // open through all of it
        const Ticket zone = rig.usage().setZone(tokyo);
        int during = 0;
        for (; !rig.m_settled.contains(zone); ++during)
            rig.record(smallOpenRecord(NanoDollars{9}), smallSettlement({}, {5}));
        QVERIFY2(during > 2, qPrintable(QString::number(during))); // each waits for a slice, not for all of them
        QVERIFY(rig.m_settled.value(zone).has_value());
        QVERIFY(!isRenumbering(rig.path()));
        QVERIFY(rig.settle(smallSettlement(before, {7})));
        rig.stop();
        checkDays(rig.path(), tokyo);
    }

    void theLastOfTwoChangesHolds()
    {
        Rig rig;
        fill(rig.path());
        QVERIFY(rig.start());
        const QTimeZone honolulu("Pacific/Honolulu");
        const Ticket first = rig.usage().setZone(QTimeZone("Asia/Tokyo"));
        QVERIFY(rig.setZone(honolulu));
        QVERIFY(rig.m_settled.contains(first));
        rig.stop();
        checkDays(rig.path(), honolulu);
    }

    void thereAndBackAgainChangesNothing()
    {
        Rig rig;
        fill(rig.path());
        const QByteArray sums = "SELECT *, hex(latency), hex(first_content) FROM roll_sum ORDER BY 1, 2, 3, 4, 5";
        const QStringList before = rowsOf(rig.path(), sums);
        QVERIFY(rig.start());
        QVERIFY(rig.setZone(QTimeZone("Asia/Tokyo")));
        QVERIFY(rowsOf(rig.path(), sums) != before);
        QVERIFY(rig.setZone(QTimeZone("UTC")));
        QCOMPARE(rowsOf(rig.path(), sums), before);
    }

    void aChangeThatWasKilledGoesOnAtTheNextStart()
    {
        Rig rig;
        fill(rig.path());
        const QTimeZone tokyo("Asia/Tokyo");
        WriterProcess writer(rig.path(), tokyo);
        QVERIFY(writer.waitForBegin(4));
        writer.kill();
        QVERIFY2(isRenumbering(rig.path()), "killed too late");
        QVERIFY(rig.start());
        QTRY_VERIFY_WITH_TIMEOUT(!isRenumbering(rig.path()), 60'000);
        rig.stop();
        checkDays(rig.path(), tokyo);
    }
};

static const bool tstRenumbering = sb::testing::add<TstRenumbering>();

#include "tst_renumbering.moc"
