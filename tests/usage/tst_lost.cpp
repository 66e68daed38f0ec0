#include "tests/testing/testing.h"
#include "tests/usage/rig.h"
#include "tests/usage/samples.h"
#include "tests/usage/writer_process.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::usage;

class TstLost final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // A process that is killed leaves open requests behind.
        m_path = m_folder.filePath(u"usage.sqlite"_s);
        WriterProcess writer(m_path);
        QVERIFY(writer.waitForSettled(100));
        writer.kill();
        m_open = valueOf(m_path, "SELECT count(*) FROM request WHERE end IS NULL").toLongLong();
        QVERIFY(m_open > 0);
    }

    void openRowsOfADeadOwnerAreLostAtTheNextStart()
    {
        Rig rig({.path = m_path});
        QVERIFY(rig.start());
        const QList<LogRow> lost = lostRows(rig);
        QCOMPARE(lost.size(), m_open);
        for (const LogRow &row : lost) {
            QVERIFY(!row.open);
            QCOMPARE(row.bound, NanoDollars{WriterBound});
            QCOMPARE(row.cost, Cost{}); // unknown, not zero
        }
        const Sums sums = rig.ask<Overview>(OverviewQuery{{.ends = {routing::EndState::Lost}}}).value().sums;
        QCOMPARE(sums, (Sums{.requests = m_open, .failed = m_open, .unpriced = m_open}));
        QCOMPARE(rig.ask<SpentNow>(SpentQuery{}).value().today.reserved, NanoDollars{m_open * WriterBound});

        QVERIFY(rig.start()); // once more: they are lost already
        QCOMPARE(lostRows(rig).size(), m_open);
    }

    void theirBoundsCountUntilTheyAreSettled()
    {
        Rig rig({.path = m_path});
        QVERIFY(rig.start());
        const budget::Spent before = rig.ask<SpentNow>(SpentQuery{}).value().today;
        const NanoDollars full = saturatingAdd(before.settled, before.reserved);
        rig.usage().setLimits({.daily = budget::Limit{.amount = full}});
        const QList<LogRow> lost = lostRows(rig);

        const OpenOutcome refused = rig.open(smallOpenRecord(NanoDollars{1}));
        QCOMPARE(refused.kind, OpenOutcome::Kind::RefusedBudget);
        const QString held = toDecimal(NanoDollars{m_open * WriterBound});
        QVERIFY2(refused.error.message.contains(u" hold another $"_s + held), qPrintable(refused.error.message));
        bool named = false;
        for (const LogRow &row : lost)
            named |= refused.error.message.contains(u"#%1"_s.arg(row.key.seq));
        QVERIFY2(named, qPrintable(refused.error.message));

        const budget::Standing standing = rig.usage().standing();
        QCOMPARE(standing.lost.size(), m_open);
        const auto left = budget::leftUnderHardLimits({.daily = budget::Limit{.amount = full}}, standing, Tuesday);
        QCOMPARE(left->lost.amount, NanoDollars{m_open * WriterBound});
        QVERIFY(refused.error.message.endsWith(describe(left->lost))); // a plan says the same

        const RecordKey key = lost.first().key;
        const RequestRecord record = rig.detail(key);
        QCOMPARE(rig.settleLost(key, {300}), key);
        const budget::Spent after = rig.ask<SpentNow>(SpentQuery{}).value().today;
        QCOMPARE(after.settled.value, before.settled.value + 300);
        QCOMPARE(after.reserved.value, before.reserved.value - WriterBound);
        QCOMPARE(rig.open(smallOpenRecord(NanoDollars{1})).kind, OpenOutcome::Kind::Opened);

        // The row is as it was; what was found out later is shown as an estimate.
        RequestRecord expected = record;
        expected.settled.cost = {.kind = CostKind::Estimated, .amount = NanoDollars{300}};
        QCOMPARE(rig.detail(key), expected);
        const LogRow row = rig.ask<LogPage>(LogQuery{.beforeSeq = key.seq + 1, .count = 1}).value().rows.value(0);
        QCOMPARE(row.cost, expected.settled.cost);
        QVERIFY(!row.bound);
        const Sums sums = rig.ask<Overview>(OverviewQuery{{.ends = {routing::EndState::Lost}}}).value().sums;
        QCOMPARE(sums.unpriced, m_open - 1);
        QCOMPARE(sums.estimated, NanoDollars{300});
        QCOMPARE(rig.ask<Overview>(OverviewQuery{{.fellBack = false}}).value().sums.estimated, NanoDollars{300});
        QCOMPARE(rig.settleLost(key, {300}).error().kind, Error::Kind::Conflict);
        QCOMPARE(rig.settleLost(lost.last().key, {-1}).error().kind, Error::Kind::InvalidInput);
    }

    void openRowsOfALivingProcessStayOpen()
    {
        Rig first;
        QVERIFY(first.start());
        const RecordKey key = first.open(smallOpenRecord(NanoDollars{9})).key;
        Rig second(first.m_options);
        QVERIFY(second.start());
        QVERIFY(second.detail(key).open);
        QVERIFY(first.settle(smallSettlement(key, {5})));
        QVERIFY(!second.detail(key).open);
    }

private:
    static QList<LogRow> lostRows(Rig &rig)
    {
        const LogQuery query{.filter = {.ends = {routing::EndState::Lost}}, .count = 1'000};
        return rig.ask<LogPage>(query).value().rows;
    }

    QTemporaryDir m_folder;
    QString m_path;
    qint64 m_open = 0;
};

static const bool tstLost = sb::testing::add<TstLost>();

#include "tst_lost.moc"
