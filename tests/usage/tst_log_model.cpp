#include "core/usage/log_model.h"

#include "tests/testing/testing.h"
#include "tests/usage/rig.h"
#include "tests/usage/samples.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::usage;

namespace {

qint64 seqAt(const LogModel &model, int row)
{
    const QVariant value = model.data(model.index(row, 0), LogModel::RowRole);
    return value.isValid() ? value.value<LogRow>().key.seq : 0;
}

void fill(Rig &rig, int count)
{
    for (int i = 0; i < count; ++i)
        rig.record(smallOpenRecord({}), smallSettlement({}, {i}));
}

} // namespace

class TstLogModel final : public QObject
{
    Q_OBJECT

private slots:
    void anyRowIsThereAMomentAfterItIsLookedAt()
    {
        Rig rig;
        QVERIFY(rig.start());
        fill(rig, 700);
        LogModel model(rig.queries());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFilter({});
        QTRY_COMPARE(model.rowCount(), 700);
        QVERIFY(!model.canFetchMore({}));
        for (const int row : {0, 699, 350, 127, 128, 129, 572}) {
            QTRY_COMPARE(seqAt(model, row), 700 - row);
            QCOMPARE(model.keyAt(row).seq, 700 - row);
            QCOMPARE(model.find(model.keyAt(row)), row);
        }
        QCOMPARE(model.keyAt(700).seq, 0);
        QCOMPARE(model.find({.ledger = Ledger::Practice, .seq = 5}), -1);
    }

    void newRowsAreInsertedAbove()
    {
        Rig rig;
        QVERIFY(rig.start());
        fill(rig, 300);
        LogModel model(rig.queries());
        model.setFilter({});
        QTRY_COMPARE(model.rowCount(), 300);
        QTRY_COMPARE(seqAt(model, 200), 100);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        fill(rig, 5);
        model.reload();
        QTRY_COMPARE(model.rowCount(), 305);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(seqAt(model, 0), 305);
        QCOMPARE(seqAt(model, 205), 100); // shown before it is asked for again
    }

    void aRequestThatEndedIsShownAsEnded()
    {
        Rig rig;
        QVERIFY(rig.start());
        fill(rig, 300);
        const OpenOutcome opened = rig.open(smallOpenRecord({}));
        fill(rig, 200);
        LogModel model(rig.queries());
        model.setFilter({});
        QTRY_COMPARE(model.rowCount(), 501);
        const auto isOpen = [&] {
            const QVariant value = model.data(model.index(200, 0), LogModel::RowRole);
            return value.isValid() ? int(value.value<LogRow>().open) : -1;
        };
        QTRY_COMPARE(isOpen(), 1);
        QVERIFY(rig.settle(smallSettlement(opened.key, {1})));
        model.reload();
        QTRY_COMPARE(isOpen(), 0);
    }

    void withAFilterRowsComePageByPage()
    {
        Rig rig;
        QVERIFY(rig.start());
        fill(rig, 200);
        LogModel model(rig.queries());
        Filter filter;
        filter.clients = {smallOpenRecord({}).client};
        model.setFilter(filter);
        QTRY_COMPARE(model.rowCount(), 128);
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 200);
        QVERIFY(!model.canFetchMore({}));
        filter.clients = {u"nobody"_s};
        QSignalSpy taken(&model, &LogModel::pageTaken);
        model.setFilter(filter);
        QVERIFY(taken.wait());
        QCOMPARE(model.rowCount(), 0);
    }

    void underAFilterNewRowsAreInsertedAboveAndThoseShownStay()
    {
        Rig rig;
        QVERIFY(rig.start());
        fill(rig, 150);
        const OpenOutcome opened = rig.open(smallOpenRecord({}));
        fill(rig, 150);
        LogModel model(rig.queries());
        showMine(model);
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 256);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        fill(rig, 3);
        QVERIFY(rig.settle(smallSettlement(opened.key, {1})));
        model.reload();
        QTRY_COMPARE(model.rowCount(), 259);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted[0][1].toInt(), 0);
        QCOMPARE(removed.size() + reset.size(), 0);
        QCOMPARE(changed.size(), 1); // only the one that ended
        QCOMPARE(changed[0][0].toModelIndex().row(), 153);
        QCOMPARE(model.keyAt(258).seq, 301 - 255);
        QVERIFY(model.canFetchMore({}));
    }

    void aPageOnItsWayIsNotLostWhenTheListIsRenewed()
    {
        Rig rig;
        QVERIFY(rig.start());
        fill(rig, 200);
        LogModel model(rig.queries());
        showMine(model);
        model.fetchMore({});
        model.reload();
        QTRY_COMPARE(model.rowCount(), 200);
        QVERIFY(!model.canFetchMore({}));
    }

    void rowsThatDoNotMatchAnyMoreGoAndTheOthersStay()
    {
        Rig rig;
        QVERIFY(rig.start());
        QList<RecordKey> open;
        OpenRecord other = smallOpenRecord({});
        for (int i = 0; i < 6; ++i)
            open.append(rig.open(other).key);
        LogModel model(rig.queries());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Filter filter;
        filter.models = {other.modelId};
        model.setFilter(filter);
        QTRY_COMPARE(model.rowCount(), 6);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        Settlement elsewhere = smallSettlement(open[2], {1});
        elsewhere.modelId = u"x/other"_s; // it fell back: another model served
        QVERIFY(rig.settle(elsewhere));
        model.reload();
        QTRY_COMPARE(model.rowCount(), 5);
        QCOMPARE(model.find(open[2]), -1);
        QCOMPARE(model.find(open[1]), 4 - 1);
        QCOMPARE(model.find(open[3]), 2);
        QCOMPARE(reset.size(), 0);
    }

    void aBlockThatWasAwaitedWhenTheFilterChangedIsAskedForAgain()
    {
        Rig rig;
        QVERIFY(rig.start());
        fill(rig, 700);
        LogModel model(rig.queries());
        model.setFilter({});
        QTRY_COMPARE(model.rowCount(), 700);
        QCOMPARE(seqAt(model, 600), 0); // asked for, and the answer is given up:
        model.setFilter({});
        QTRY_COMPARE(model.rowCount(), 700);
        QTRY_COMPARE(seqAt(model, 600), 100);
    }

    void theZoneOfTheRegisterComesWithTheRows()
    {
        Rig rig({.zone = QTimeZone("Pacific/Auckland")});
        QVERIFY(rig.start());
        LogModel model(rig.queries());
        QVERIFY(model.zone().isEmpty());
        model.setFilter({});
        QTRY_COMPARE(model.zone(), u"Pacific/Auckland"_s);
    }

private:
    /// Under a filter that all of these requests match.
    static void showMine(LogModel &model)
    {
        Filter filter;
        filter.clients = {smallOpenRecord({}).client};
        model.setFilter(filter);
        QTRY_COMPARE(model.rowCount(), 128);
    }
};

static const bool tstLogModel = sb::testing::add<TstLogModel>();

#include "tst_log_model.moc"
