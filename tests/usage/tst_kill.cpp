#include "tests/testing/testing.h"
#include "tests/usage/rig.h"
#include "tests/usage/writer_process.h"

#include "core/base/random.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::usage;

namespace {

constexpr int Kills = 50;
constexpr int KillsInsideATransaction = 45;

/// Lets some of a transaction pass, so that kills fall everywhere between BEGIN and COMMIT.
void spin(quint64 microseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.nsecsElapsed() < qint64(microseconds) * 1'000) { }
}

} // namespace

class TstKill final : public QObject
{
    Q_OBJECT

private slots:
    void nothingAcknowledgedIsLostWhenTheWriterIsKilled()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"usage.sqlite"_s);
        SeededRandom random(1);
        QSet<qint64> opened;
        QSet<qint64> settled;
        int inside = 0;
        for (int round = 0; round < Kills; ++round) {
            WriterProcess writer(path);
            QVERIFY(writer.waitForBegin(4 + int(random.below(20))));
            spin(random.below(700));
            writer.kill();
            inside += writer.isInsideTransaction() ? 1 : 0;
            for (const qint64 seq : writer.opened())
                opened.insert(seq);
            for (const qint64 seq : writer.settled())
                settled.insert(seq);
            QCOMPARE(valueOf(path, "PRAGMA integrity_check"), u"ok"_s);
        }
        qInfo("%d kills, %d inside a transaction; %lld opens and %lld settlements acknowledged", Kills, inside,
              qint64(opened.size()), qint64(settled.size()));
        QVERIFY2(inside >= KillsInsideATransaction, qPrintable(QString::number(inside)));

        Rig rig({.path = path}); // the rows that the last one left open become lost
        QVERIFY(rig.start());
        QSet<qint64> present;
        QSet<qint64> paid;
        for (const QString &row :
             rowsOf(path, "SELECT seq, computed, name.text FROM request JOIN name ON name.id = end")) {
            const QStringList cells = row.split(u'|');
            const qint64 seq = cells.at(0).toLongLong();
            present.insert(seq);
            if (cells.at(2) == u"complete"_s) {
                QCOMPARE(cells.at(1).toLongLong(), writerCost(seq));
                paid.insert(seq);
            } else {
                QCOMPARE(cells.at(2), u"lost"_s);
            }
        }
        QVERIFY(opened.size() > 1'000);
        QCOMPARE((opened - present).size(), 0);
        QCOMPARE((settled - paid).size(), 0);
        QCOMPARE(valueOf(path, "SELECT count(*) = max(seq) FROM request"), u"1"_s);
        QCOMPARE(valueOf(path, "SELECT count(*) FROM request WHERE end IS NULL"), u"0"_s);
        checkSums(path);
    }

private:
    static void checkSums(const QString &path)
    {
        const QByteArray columns = "ledger, day, model, ";
        QCOMPARE(rowsOf(path,
                        "SELECT " + columns
                            + "sum(requests), sum(failed), sum(unpriced), sum(fresh_input), sum(visible_output),"
                              " sum(computed) FROM roll WHERE dimension = 0 GROUP BY 1, 2, 3"),
                 rowsOf(path,
                        "SELECT " + columns
                            + "count(*), sum(failed), sum(cost_kind = 3), sum(fresh_input), sum(visible_output),"
                              " sum(computed) FROM request GROUP BY 1, 2, 3"));
        QCOMPARE(valueOf(path, "SELECT settled, reserved FROM spent"),
                 valueOf(path, "SELECT (SELECT sum(computed) FROM request), (SELECT sum(bound) FROM reservation)"));
        // Bounds are held for the lost ones, and for nobody else.
        QCOMPARE(valueOf(path, "SELECT count(*) FROM reservation"),
                 valueOf(path, "SELECT count(*) FROM request WHERE failed = 1"));
        QCOMPARE(valueOf(path, "PRAGMA integrity_check"), u"ok"_s);
    }
};

static const bool tstKill = sb::testing::add<TstKill>();

#include "tst_kill.moc"
