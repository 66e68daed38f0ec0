#include "ui/dashboard/dashboard_page.h"

#include "tests/testing/tab_walk.h"
#include "tests/testing/testing.h"
#include "tests/usage/rig.h"
#include "tests/usage/samples.h"
#include "ui/common/banner.h"
#include "ui/common/empty_state.h"
#include "ui/common/key_figure.h"
#include "ui/common/label.h"
#include "ui/common/page_header.h"
#include "ui/common/segmented_control.h"
#include "ui/common/table.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;
using namespace std::chrono_literals;

namespace {

/// The page over a register with two requests of Tuesday.
struct Shown
{
    Shown()
    {
        started = rig.start().has_value();
        for (int i = 0; i < 2; ++i)
            rig.record(usage::smallOpenRecord({}), usage::smallSettlement({}, {1'500'000'000}));
        page = std::make_unique<DashboardPage>(rig.queries(), rig.usage());
        page->resize(1092, 664);
        page->show();
    }
    [[nodiscard]] bool saysInHeader(const QString &text) const
    {
        const QList<Label *> labels = page->findChild<PageHeader *>()->findChildren<Label *>();
        return std::ranges::any_of(labels, [&](const Label *label) { return label->text().contains(text); });
    }
    [[nodiscard]] QString spend() const { return page->findChildren<KeyFigure *>().constFirst()->accessibleName(); }

    usage::Rig rig;
    std::unique_ptr<DashboardPage> page;
    bool started = false;
};

} // namespace

class TstDashboardPage final : public QObject
{
    Q_OBJECT
private slots:
    void theHeaderNamesTheZoneWithTheFirstFigures()
    {
        Shown shown;
        QVERIFY(shown.started);
        QTRY_COMPARE(shown.spend(), u"Spend: $3.00"_s);
        QVERIFY(shown.saysInHeader(u"1 to 3 June 2025, UTC"_s));
    }

    void theNextDayIsShownWhenItHasBegun()
    {
        Shown shown;
        QTRY_COMPARE(shown.spend(), u"Spend: $3.00"_s);
        shown.rig.m_clock.advance(24h);
        shown.page->hide();
        shown.page->show();
        QTRY_VERIFY(shown.saysInHeader(u"1 to 4 June 2025"_s));
    }

    void whatCannotBeReadLeavesTheOldFiguresWithAWord()
    {
        Shown shown;
        QTRY_COMPARE(shown.spend(), u"Spend: $3.00"_s);
        auto *banner = shown.page->findChild<Banner *>();
        QVERIFY(!banner->isVisible());
        shown.rig.queries().setPath(tl::unexpected(Error{.message = u"gone"_s}));
        shown.page->hide();
        shown.page->show();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(banner->accessibleName().contains(u"gone"_s));
        QVERIFY(shown.page->findChildren<KeyFigure *>().constFirst()->isVisible());
        shown.rig.queries().setPath(shown.rig.path());
        emit banner->actionTriggered();
        QTRY_VERIFY(!banner->isVisible());
    }

    void aRegisterThatTakesItsTimeIsSaidToBeRead()
    {
        usage::Rig rig;
        QVERIFY(rig.start());
        usage::Queries waiting(rig.m_clock); // it is not told yet which file
        DashboardPage page(waiting, rig.usage());
        page.show();
        auto *empty = page.findChild<EmptyState *>();
        QTRY_VERIFY(empty->isVisible());
        QCOMPARE(empty->accessibleName(), u"Reading the register"_s);
        waiting.setPath(rig.path());
        QTRY_COMPARE(empty->accessibleName(), u"No request yet"_s);
    }

    void theFirstPracticeRequestIsOneClickAway()
    {
        usage::Rig rig;
        QVERIFY(rig.start());
        DashboardPage page(rig.queries(), rig.usage());
        QSignalSpy wanted(&page, &DashboardPage::playgroundWanted);
        page.show();
        auto *empty = page.findChild<EmptyState *>();
        QTRY_COMPARE(empty->accessibleName(), u"No request yet"_s);
        auto *action = empty->findChild<QPushButton *>();
        QCOMPARE(action->text(), u"Show practice"_s);
        action->click();
        QTRY_COMPARE(empty->accessibleName(), u"No practice request yet"_s);
        QCOMPARE(page.work().filter.ledger, usage::Ledger::Practice);
        QVERIFY(wanted.isEmpty());
        action->click();
        QCOMPARE(wanted.size(), 1);
    }

    void theRowThatIsLookedAtStaysWhenFiguresChange()
    {
        Shown shown;
        QTRY_COMPARE(shown.spend(), u"Spend: $3.00"_s);
        auto *table = shown.page->findChildren<TableView *>().constLast();
        QCOMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        shown.rig.record(usage::smallOpenRecord({}), usage::smallSettlement({}, {1'000'000'000}));
        QTRY_COMPARE(shown.spend(), u"Spend: $4.00"_s);
        QCOMPARE(table->currentIndex().row(), 0);
        QVERIFY(table->selectionModel()->isRowSelected(0));
    }

    void sumsThatHaveNoPriceAreNotNothing()
    {
        usage::Rig rig;
        QVERIFY(rig.start());
        usage::Settlement unpriced = usage::smallSettlement({}, {});
        unpriced.cost = {};
        for (usage::AttemptRecord &attempt : unpriced.attempts)
            attempt.cost = {};
        rig.record(usage::smallOpenRecord({}), unpriced);
        DashboardPage page(rig.queries(), rig.usage());
        page.show();
        QTRY_COMPARE(page.findChildren<KeyFigure *>().constFirst()->accessibleName(), u"Spend: unpriced"_s);
    }

    void tabGoesThroughThePageInReadingOrder()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowActive(shown.page.get()));
        QTRY_COMPARE(shown.spend(), u"Spend: $3.00"_s);
        const auto places = [&shown] {
            QStringList found;
            for (const QString &name : testing::tabWalk(*shown.page->findChildren<SegmentedControl *>().constFirst()))
                found.append(name.section(u':', 0, 0));
            return found;
        };
        // The legend's buttons are there once they were laid out.
        QTRY_COMPARE(places(),
                     (QStringList{u"Range"_s, u"Measure"_s, u"Provider"_s, u"Model"_s, u"Chain"_s, u"Client"_s,
                                  u"Ledger"_s, u"Spend"_s, u"Requests"_s, u"Tokens"_s, u"First token, p95"_s,
                                  u"Whole answer, p95"_s, u"Failed"_s, u"Fell back"_s, u"Spend by model"_s,
                                  u"author/m0"_s, u"Spend by model, table"_s}));
    }
};

static const bool tstDashboardPage = sb::testing::add<TstDashboardPage>();

#include "tst_dashboard_page.moc"
