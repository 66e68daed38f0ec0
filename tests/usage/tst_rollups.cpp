#include "tests/testing/testing.h"
#include "tests/usage/rig.h"
#include "tests/usage/samples.h"

#include "core/usage/store/record_writer.h"
#include "core/usage/store/register_file.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::usage;

namespace {

/// What the rollups must say, by SQL over the requests alone.
QByteArray recomputed(RollupDimension dimension)
{
    static const QHash<RollupDimension, QByteArray> values{{RollupDimension::All, "0"},
                                                           {RollupDimension::Provider, "provider"},
                                                           {RollupDimension::Chain, "chain"},
                                                           {RollupDimension::Client, "client"},
                                                           {RollupDimension::End, "end"}};
    return "SELECT ledger, day, model, " + values.value(dimension)
        + " AS value, count(*), sum(failed), sum(fell_back), sum(cost_kind = 3 AND amount IS NULL), sum(fresh_input),"
          " sum(cache_read), sum(cache_write_5m), sum(cache_write_1h), sum(visible_output), sum(reasoning), "
          "sum(billed),"
          " sum(computed), sum(estimated + ifnull(amount, 0))"
          " FROM request LEFT JOIN lost_settlement USING(ledger, seq) WHERE end IS NOT NULL GROUP BY 1, 2, 3, 4 ORDER "
          "BY 1, 2, 3, 4";
}

QByteArray stored(RollupDimension dimension)
{
    return "SELECT ledger, day, model, value, sum(requests), sum(failed), sum(fell_back), sum(unpriced),"
           " sum(fresh_input), sum(cache_read), sum(cache_write_5m), sum(cache_write_1h), sum(visible_output),"
           " sum(reasoning), sum(billed), sum(computed), sum(estimated) FROM roll WHERE dimension = "
        + QByteArray::number(int(dimension)) + " GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4";
}

} // namespace

class TstRollups final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_rig.start());
        SeededRandom random(42);
        struct Open
        {
            RecordKey key = {};
            OpenRecord record = {};
        };
        QList<Open> running;
        for (int i = 0; i < 1'500; ++i) { // opened and settled in any order, as requests are
            const Ledger ledger = random.below(4) == 0 ? Ledger::Practice : Ledger::Real;
            const OpenRecord record = randomOpenRecord(random, ledger);
            running.append({m_rig.open(record).key, record});
            if (running.size() > 20) {
                const Open done = running.takeAt(qsizetype(random.below(quint64(running.size()))));
                m_rig.usage().settle(randomSettlement(random, done.key, done.record));
            }
        }
        const Open last = running.takeLast();
        QVERIFY(m_rig.settle(randomSettlement(random, last.key, last.record)));
        QVERIFY(valueOf(m_rig.path(), "SELECT count(*) FROM request WHERE end IS NULL").toInt() > 10);
    }

    void someAreRolledUpAndSomeNoted()
    {
        QVERIFY(valueOf(m_rig.path(), "SELECT count(*) FROM roll_sum").toInt() > 100);
        QVERIFY(valueOf(m_rig.path(), "SELECT count(*) FROM unrolled").toInt() > 0);
    }

    void rollupsEqualTheirRequests_data()
    {
        QTest::addColumn<RollupDimension>("dimension");
        QTest::newRow("all") << RollupDimension::All;
        QTest::newRow("by provider") << RollupDimension::Provider;
        QTest::newRow("by chain") << RollupDimension::Chain;
        QTest::newRow("by client") << RollupDimension::Client;
        QTest::newRow("by end") << RollupDimension::End;
    }
    void rollupsEqualTheirRequests()
    {
        QFETCH(RollupDimension, dimension);
        const QStringList expected = rowsOf(m_rig.path(), recomputed(dimension));
        QVERIFY(expected.size() > 100);
        QCOMPARE(rowsOf(m_rig.path(), stored(dimension)), expected);
    }

    void sumsOfSpendingEqualTheirRequests()
    {
        QCOMPARE(rowsOf(m_rig.path(), "SELECT ledger, day, settled FROM spent WHERE settled > 0 ORDER BY 1, 2"),
                 rowsOf(m_rig.path(),
                        "SELECT ledger, day, sum(billed + computed + estimated) AS s FROM request"
                        " GROUP BY 1, 2 HAVING s > 0 ORDER BY 1, 2"));
        QCOMPARE(rowsOf(m_rig.path(), "SELECT ledger, day, reserved FROM spent WHERE reserved > 0 ORDER BY 1, 2"),
                 rowsOf(m_rig.path(),
                        "SELECT ledger, day, sum(v.bound) FROM reservation v JOIN request USING(ledger, seq)"
                        " WHERE v.bound > 0 GROUP BY 1, 2 ORDER BY 1, 2"));
    }

    void costsByKindComeFromTheAttempts()
    {
        for (const auto &[kind, column] :
             {std::pair(0, "billed"), std::pair(1, "computed"), std::pair(2, "estimated")}) {
            QCOMPARE(
                valueOf(m_rig.path(), "SELECT sum(" + QByteArray(column) + ") FROM request"),
                valueOf(m_rig.path(), "SELECT sum(cost) FROM attempt WHERE cost_kind = " + QByteArray::number(kind)));
        }
    }

    void aRebuildChangesNothing()
    {
        const QByteArray everything = "SELECT *, hex(latency), hex(first_content) FROM roll_sum ORDER BY 1, 2, 3, 4, 5";
        const QByteArray spent = "SELECT * FROM spent ORDER BY 1, 2";
        const Result<OpenedRegister> opened = openRegister(m_rig.path(), QTimeZone::utc());
        QVERIFY(opened);
        RecordWriter writer(*opened->connection, opened->zone);
        opened->connection->run("BEGIN IMMEDIATE");
        writer.rollUp();
        writer.flush();
        QVERIFY(opened->connection->run("COMMIT"));
        QCOMPARE(valueOf(m_rig.path(), "SELECT count(*) FROM unrolled"), u"0"_s);
        const QStringList rollupsBefore = rowsOf(m_rig.path(), everything);
        const QStringList spentBefore = rowsOf(m_rig.path(), spent);
        opened->connection->run("BEGIN IMMEDIATE");
        writer.rebuildRollups();
        QVERIFY(opened->connection->run("COMMIT"));
        QCOMPARE(rowsOf(m_rig.path(), everything), rollupsBefore);
        QCOMPARE(rowsOf(m_rig.path(), spent), spentBefore);
    }

    void anOverviewIsTheSameFromRollupsAndFromRequests_data()
    {
        QTest::addColumn<Filter>("filter");
        const qint64 tuesday = QDate(2025, 6, 3).toJulianDay();
        QTest::newRow("everything") << Filter{};
        QTest::newRow("practice") << Filter{.ledger = Ledger::Practice};
        QTest::newRow("some days") << Filter{.firstDay = tuesday + 3, .lastDay = tuesday + 11};
        QTest::newRow("two models") << Filter{.models = {u"author/m1"_s, u"author/m2"_s}};
        QTest::newRow("one provider and one model") << Filter{.models = {u"author/m1"_s}, .providers = {u"south"_s}};
        QTest::newRow("one chain") << Filter{.chains = {u"careful"_s}};
        QTest::newRow("no chain") << Filter{.chains = {QString()}};
        QTest::newRow("one client") << Filter{.clients = {u"ask"_s}};
        QTest::newRow("two ends") << Filter{.ends = {routing::EndState::Cut, routing::EndState::Failed}};
        QTest::newRow("an unknown name") << Filter{.providers = {u"nobody"_s}};
    }
    void anOverviewIsTheSameFromRollupsAndFromRequests()
    {
        QFETCH(Filter, filter);
        const Overview fromRollups = m_rig.ask<Overview>(OverviewQuery{filter}).value();
        // Both values of fellBack together are everything, and no rollup knows them.
        Overview halves[2];
        for (const bool fellBack : {false, true}) {
            Filter half = filter;
            half.fellBack = fellBack;
            halves[int(fellBack)] = m_rig.ask<Overview>(OverviewQuery{half}).value();
        }
        Sums sums = halves[0].sums;
        sums += halves[1].sums;
        QCOMPARE(fromRollups.sums, sums);
        QHash<std::pair<qint64, QString>, Sums> days;
        for (const Overview &half : halves) {
            for (const DayModelRow &row : half.byDay)
                days[{row.day, row.modelId}] += row.sums;
        }
        QCOMPARE(fromRollups.byDay.size(), days.size());
        for (const DayModelRow &row : fromRollups.byDay)
            QCOMPARE(row.sums, days.value({row.day, row.modelId}));
    }

    void percentilesAreTheSameFromRollupsAndFromRequests()
    {
        // Nearly all answers are in the filter by provider; by provider and client no rollup answers.
        const QStringList providers{u"north"_s, u"south"_s, u"west"_s};
        const Overview rollups = m_rig.ask<Overview>(OverviewQuery{{.providers = providers}}).value();
        const Overview raw =
            m_rig.ask<Overview>(OverviewQuery{{.providers = providers, .clients = {u"ask"_s, u"playground"_s}}})
                .value();
        QVERIFY(rollups.latency.p95.value() > rollups.latency.p50.value());
        QCOMPARE(rollups, raw);
    }

private:
    Rig m_rig;
};

static const bool tstRollups = sb::testing::add<TstRollups>();

#include "tst_rollups.moc"
