#include "ui/requests/requests_page.h"

#include "tests/testing/tab_walk.h"
#include "tests/testing/testing.h"
#include "tests/usage/rig.h"
#include "tests/usage/samples.h"
#include "ui/common/banner.h"
#include "ui/common/empty_state.h"
#include "ui/common/label.h"
#include "ui/common/markdown/markdown_view.h"
#include "ui/common/segmented_control.h"
#include "ui/common/table.h"
#include "ui/requests/record_view.h"
#include "ui/requests/request_filters.h"

#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;

namespace {

/// The page over a register of its own.
struct Shown
{
    explicit Shown(const usage::RegisterOptions &options = {})
        : rig(options)
    {
        started = rig.start().has_value();
        workspace =
            std::make_unique<profile::Workspace>(*profile::prepare(folder.filePath(u"profile"_s)), profile::Settings{});
        page = std::make_unique<RequestsPage>(rig.queries(), rig.usage(), *workspace, rig.m_clock);
        page->resize(1092, 700);
    }
    void add(int count)
    {
        for (int i = 0; i < count; ++i)
            rig.record(usage::smallOpenRecord({}), usage::smallSettlement({}, {1}));
    }
    void filterMine() const
    {
        usage::Filter filter;
        filter.clients = {usage::smallOpenRecord({}).client};
        page->showFiltered(filter);
    }
    [[nodiscard]] TableView &table() const { return *page->findChild<TableView *>(); }
    [[nodiscard]] int rows() const { return table().model()->rowCount(); }
    [[nodiscard]] Banner &banner() const { return *page->findChild<Banner *>(); }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return table().model()->index(row, column).data().toString();
    }
    [[nodiscard]] bool says(const QString &text) const
    {
        const QList<Label *> labels = page->findChild<RecordView *>()->findChildren<Label *>();
        return std::ranges::any_of(labels, [&](const Label *label) { return label->text() == text; });
    }

    usage::Rig rig;
    QTemporaryDir folder;
    std::unique_ptr<profile::Workspace> workspace;
    std::unique_ptr<RequestsPage> page;
    bool started = false;
};

} // namespace

class TstRequestsPage final : public QObject
{
    Q_OBJECT
private slots:
    void underAFilterTheOpenRecordAndThePlaceStayWhenOthersAreSettled()
    {
        Shown shown;
        QVERIFY(shown.started);
        shown.add(200);
        shown.page->show();
        shown.filterMine();
        QTRY_COMPARE(shown.rows(), 128);
        shown.table().model()->fetchMore({});
        QTRY_COMPARE(shown.rows(), 200);
        shown.table().selectRow(180);
        QCOMPARE(shown.page->work().shown.seq, 20);
        const int place = shown.table().verticalScrollBar()->value();
        QVERIFY(place > 0);
        shown.add(2);
        QTRY_COMPARE(shown.rows(), 202);
        QCOMPARE(shown.page->work().shown.seq, 20);
        QCOMPARE(shown.table().currentIndex().row(), 182);
        QVERIFY(shown.table().verticalScrollBar()->value() > 0);
    }

    void aFilterThatDoesNotShowTheOpenRecordOpensItsFirst()
    {
        Shown shown;
        shown.add(3);
        usage::OpenRecord other = usage::smallOpenRecord({});
        other.client = u"else"_s;
        shown.rig.record(other, usage::smallSettlement({}, {1}));
        shown.page->show();
        QTRY_COMPARE(shown.page->work().shown.seq, 4);
        shown.filterMine();
        QTRY_COMPARE(shown.page->work().shown.seq, 3);
        shown.table().selectRow(2);
        QCOMPARE(shown.page->work().shown.seq, 1);
        shown.page->showFiltered({});
        QTRY_COMPARE(shown.rows(), 4);
        QCOMPARE(shown.page->work().shown.seq, 1); // it is among these
        QTRY_COMPARE(shown.table().currentIndex().row(), 3);
    }

    void aRecordThatWasOpenedWhileItRanHasEndedWhenThePageIsShownAgain()
    {
        Shown shown;
        const usage::OpenOutcome opened = shown.rig.open(usage::smallOpenRecord({}));
        shown.page->show();
        QTRY_COMPARE(shown.page->work().shown.seq, 1);
        QTRY_VERIFY(shown.says(u"running"_s));
        shown.page->hide();
        QVERIFY(shown.rig.settle(usage::smallSettlement(opened.key, {1})));
        shown.page->show();
        QTRY_VERIFY(!shown.says(u"running"_s));
        QTRY_COMPARE(shown.cell(0, usage::LogModel::End), u"complete"_s);
    }

    void thePlaceInTheListStaysWhenThePageIsShownAgain()
    {
        Shown shown;
        shown.add(200);
        shown.page->show();
        QTRY_COMPARE(shown.rows(), 200);
        shown.table().verticalScrollBar()->setValue(shown.table().verticalScrollBar()->maximum());
        const int place = shown.table().verticalScrollBar()->value();
        QVERIFY(place > 0);
        shown.page->hide();
        shown.page->show();
        shown.add(1);
        QTRY_COMPARE(shown.rows(), 201);
        QVERIFY(shown.table().verticalScrollBar()->value() >= place);
    }

    void timesAreThoseOfTheRegistersZone()
    {
        Shown shown({.zone = QTimeZone("Pacific/Auckland")});
        shown.add(1);
        shown.page->show();
        QTRY_COMPARE(shown.cell(0, usage::LogModel::Time), u"22:00:00"_s); // 10:00 UTC
    }

    void costsHaveOneNumberOfDecimals()
    {
        Shown shown;
        shown.rig.record(usage::smallOpenRecord({}), usage::smallSettlement({}, {2'000'000'000}));
        shown.rig.record(usage::smallOpenRecord({}), usage::smallSettlement({}, {4'800'000}));
        shown.page->show();
        QTRY_COMPARE(shown.cell(0, usage::LogModel::Cost), u"$0.00480"_s);
        QCOMPARE(shown.cell(1, usage::LogModel::Cost), u"$2.00000"_s);
    }

    void aRegisterThatTakesItsTimeIsSaidToBeRead()
    {
        Shown shown;
        usage::Queries waiting(shown.rig.m_clock); // it is not told yet which file
        RequestsPage page(waiting, shown.rig.usage(), *shown.workspace, shown.rig.m_clock);
        page.show();
        auto *empty = page.findChild<EmptyState *>();
        QTRY_VERIFY(empty->isVisible());
        QCOMPARE(empty->accessibleName(), u"Reading the register"_s);
        waiting.setPath(shown.rig.path());
        QTRY_COMPARE(empty->accessibleName(), u"No request yet"_s);
    }

    void theFirstPracticeRequestIsOneClickAway()
    {
        Shown shown;
        QSignalSpy wanted(shown.page.get(), &RequestsPage::playgroundWanted);
        shown.page->show();
        auto *empty = shown.page->findChild<EmptyState *>();
        QTRY_COMPARE(empty->accessibleName(), u"No request yet"_s);
        auto *action = empty->findChild<QPushButton *>();
        QCOMPARE(action->text(), u"Show practice"_s);
        action->click();
        QTRY_COMPARE(empty->accessibleName(), u"No practice request yet"_s);
        QVERIFY(wanted.isEmpty());
        action->click();
        QCOMPARE(wanted.size(), 1);
    }

    void aRecordThatCannotBeReadIsSaid()
    {
        Shown shown;
        shown.add(1);
        shown.page->show();
        QTRY_COMPARE(shown.page->work().shown.seq, 1);
        shown.page->showRecord({.seq = 99});
        QTRY_VERIFY(shown.banner().isVisible());
        QVERIFY2(shown.banner().accessibleName().startsWith(u"The record could not be read"_s),
                 qPrintable(shown.banner().accessibleName()));
        shown.table().selectRow(0);
        QVERIFY(!shown.banner().isVisible());
    }

    void aLostRequestThatCannotBeSettledIsSaid()
    {
        Shown shown;
        shown.add(1);
        shown.page->show();
        QTRY_COMPARE(shown.page->work().shown.seq, 1);
        auto *record = shown.page->findChild<RecordView *>();
        emit record->lostSettled({.key = {.seq = 1}, .amount = {}}); // it was not lost
        QTRY_VERIFY(shown.banner().isVisible());
        QVERIFY2(shown.banner().accessibleName().startsWith(u"The lost request could not be settled"_s),
                 qPrintable(shown.banner().accessibleName()));
        QSignalSpy answered(&shown.rig.queries(), &usage::Queries::answered);
        QTRY_VERIFY(!answered.isEmpty()); // the list is read again, and that it could not be settled is still said
        QVERIFY(shown.banner().isVisible());
    }

    void tabGoesThroughThePageInReadingOrder()
    {
        Shown shown;
        shown.rig.record(usage::fullOpenRecord(), usage::fullSettlement({}));
        shown.page->show();
        QVERIFY(QTest::qWaitForWindowActive(shown.page.get()));
        QTRY_COMPARE(shown.page->work().shown.seq, 1);
        QTRY_VERIFY(shown.says(u"careful"_s));
        const QStringList names = testing::tabWalk(*shown.page->findChild<QLineEdit *>());
        QStringList places;
        for (const QString &name : names) {
            if (!name.isEmpty())
                places.append(name.section(u':', 0, 0));
        }
        QCOMPARE(places.join(u", "_s),
                 u"Find in requests, Time, End, Fell back, Provider, Model, Chain, Client, Ledger, Requests, "
                 "What is shown of the request, Copy, Open in playground, Attempts, Decision"_s);
    }
};

static const bool tstRequestsPage = sb::testing::add<TstRequestsPage>();

#include "tst_requests_page.moc"
