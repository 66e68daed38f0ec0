#include "ui/chains/chains_page.h"

#include "app/core_services.h"
#include "tests/testing/testing.h"
#include "ui/chains/line_view.h"
#include "ui/chains/score_cells.h"
#include "ui/chains/step_list.h"
#include "ui/common/table.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;

class TstRehearsalPanel final : public QObject
{
    Q_OBJECT
private slots:
    void itIsRehearsedByTheButtonAndTheStripSaysWhatCameOfIt();
    void aRunningRehearsalShowsItsProgressAndIsCancelled();
    void anEditMakesTheResultsOldAndAnotherOneNewAgain();
    void anotherNameOrDescriptionIsNoOtherChain();
    void anotherChainHasNoResults();
    void aFaultOfTheScorecardIsShownAlongTheLine();
    void theKeyboardGoesThroughTheScorecard();
    void cellsAreChildrenForAScreenReader();
    void aFaultAtAStationIsPlayed();
    void faultsMoveWithTheirSteps_data();
    void faultsMoveWithTheirSteps();
    void theMenuOfFaultsIsHadFromTheList();
    void theNextStepIsChosenByAMenu();
    void aConnectionIsMadeAndTakenBack();
    void aStepIsAddedAndRemovedOnTheLine();
    void aGivenRequestIsPlannedAndItsCandidatesAreShown();
    void escapeGoesBackToTheLiveState();
    void theEngineIsAskedForItsHealthWhileThePageIsSeen();
};

namespace {

/// The page with a chain of practice models.
class RehearsalRig
{
public:
    RehearsalRig()
        : loaded(app::loadProfile({.profileRoot = m_folder.filePath(u"profile"_s)}).value())
        , workspace(loaded.paths, loaded.settings)
        , m_usage({.path = loaded.paths.registerFile()}, m_clock)
        , m_engine(m_usage, m_clock, std::make_unique<SystemRandom>())
        , m_queries(loaded.paths.registerFile(), m_clock)
        , page(m_engine, m_queries, workspace, m_clock)
    {
        QSignalSpy read(&workspace, &profile::Workspace::loaded);
        workspace.load();
        QVERIFY(read.wait());
        m_engine.setWorld({.catalog = workspace.catalog()});
        page.openChain(u"sample"_s);
        routing::Chain chain = page.document().chain();
        chain.steps = {{.model = u"practice/express"_s}, {.model = u"practice/local-line"_s}};
        page.document().replace(chain, u"Edit"_s);
        page.resize(1280, 760);
        page.show();
    }

    void rehearse()
    {
        page.findChild<QPushButton *>(u"rehearse"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!page.rehearsal().isRunning(), 30'000);
    }
    [[nodiscard]] QString text(const QString &label) const { return page.findChild<QLabel *>(label)->text(); }
    [[nodiscard]] engine::Engine &engine() { return m_engine; }
    [[nodiscard]] ScoreCells &cells() const { return *page.findChild<ScoreCells *>(); }
    [[nodiscard]] LineView &line() const { return *page.findChild<LineView *>(); }
    /// Triggers an entry of the menu that is open, or of one inside it.
    void trigger(const QString &menu, const QString &entry)
    {
        auto *open = page.findChild<QMenu *>(menu);
        QVERIFY2(open, qPrintable(menu));
        QMenu *in = open;
        for (const QString &word : entry.split(u'>')) {
            const QList<QAction *> actions = in->actions();
            const auto found = std::ranges::find(actions, word, &QAction::text);
            QVERIFY2(found != actions.cend(), qPrintable(word));
            if (!(*found)->menu()) {
                (*found)->trigger();
                open->close();
                return;
            }
            in = (*found)->menu();
        }
    }

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;

public:
    app::LoadedProfile loaded;
    profile::Workspace workspace;

private:
    usage::Register m_usage;
    engine::Engine m_engine;
    usage::Queries m_queries;

public:
    ChainsPage page;
};

} // namespace

void TstRehearsalPanel::itIsRehearsedByTheButtonAndTheStripSaysWhatCameOfIt()
{
    RehearsalRig rig;
    QVERIFY(rig.text(u"notRehearsed"_s).startsWith(u"Not rehearsed yet."_s));
    rig.rehearse();
    const int all = lab::Rehearsal::faultCount();
    QCOMPARE(rig.page.rehearsal().results().size(), all);
    QCOMPARE(rig.cells().cells().size(), all);
    QCOMPARE(rig.text(u"passed"_s).toInt(), rig.page.rehearsal().scorecard()->passed());
    QCOMPARE(rig.text(u"passedOf"_s), u"of %1 pass"_s.arg(all));
    QVERIFY2(rig.text(u"rehearsedWhen"_s).startsWith(u"run just now, "_s), qPrintable(rig.text(u"rehearsedWhen"_s)));
    const auto &links = rig.page.rehearsal().scorecard()->weakLinks;
    QVERIFY(!links.isEmpty());
    QCOMPARE(rig.text(u"scoreSentence"_s), u"Weakest link: "_s + links.constFirst().sentence);
}

void TstRehearsalPanel::aRunningRehearsalShowsItsProgressAndIsCancelled()
{
    RehearsalRig rig;
    auto *button = rig.page.findChild<QPushButton *>(u"rehearse"_s);
    QSignalSpy changes(&rig.page.rehearsal(), &ChainRehearsal::changed);
    button->click();
    QVERIFY(rig.page.rehearsal().isRunning());
    QCOMPARE(button->text(), u"Cancel"_s);
    QVERIFY(rig.page.findChild<QPushButton *>(u"cancelRehearsal"_s)->isVisible());
    QCOMPARE(rig.text(u"rehearsedWhen"_s), u"running …"_s);
    QTRY_VERIFY(!rig.page.rehearsal().results().isEmpty()); // it goes on fault by fault
    if (rig.page.rehearsal().isRunning())
        rig.page.findChild<QPushButton *>(u"cancelRehearsal"_s)->click();
    QTRY_VERIFY(!rig.page.rehearsal().isRunning());
    QCOMPARE(button->text(), u"Rehearse"_s);
    const auto &scorecard = rig.page.rehearsal().scorecard();
    QVERIFY(scorecard);
    QVERIFY(scorecard->cancelled);
    QVERIFY(scorecard->results.size() < lab::Rehearsal::faultCount());
    QCOMPARE(rig.text(u"rehearsedWhen"_s), u"cancelled"_s);
    QCOMPARE(rig.cells().cells().size(), scorecard->results.size());
}

void TstRehearsalPanel::anEditMakesTheResultsOldAndAnotherOneNewAgain()
{
    RehearsalRig rig;
    rig.rehearse();
    rig.page.shownPath().showFault("status-529");
    QVERIFY(rig.page.shownPath().path());
    rig.page.document().edit(routing::RemoveStep{.at = 1}, u"Remove step"_s);
    QVERIFY(rig.page.rehearsal().isOutdated());
    QCOMPARE(rig.text(u"rehearsedWhen"_s), u"of an earlier version"_s);
    QVERIFY(rig.text(u"scoreSentence"_s).endsWith(u"rehearse again."_s));
    QVERIFY(!rig.page.shownPath().path()); // it is the way by another chain
    QVERIFY(rig.text(u"drySentence"_s).endsWith(u"of an earlier version, rehearse again"_s));
    rig.page.document().undoStack().undo();
    QVERIFY(!rig.page.rehearsal().isOutdated());
    QVERIFY(rig.page.shownPath().path());
    QVERIFY(rig.text(u"rehearsedWhen"_s).startsWith(u"run "_s));
}

void TstRehearsalPanel::anotherNameOrDescriptionIsNoOtherChain()
{
    routing::Chain chain{.name = u"a"_s, .version = 3, .steps = {{.model = u"m"_s}}};
    routing::Chain other = chain;
    other.name = u"b"_s;
    other.version = 4;
    other.description = u"the same"_s;
    QVERIFY(isSameWay(chain, other));
    other.steps[0].retries = 1;
    QVERIFY(!isSameWay(chain, other));
    other = chain;
    other.allowPayingTwice = !other.allowPayingTwice;
    QVERIFY(!isSameWay(chain, other));
}

void TstRehearsalPanel::anotherChainHasNoResults()
{
    RehearsalRig rig;
    rig.rehearse();
    rig.page.shownPath().showFault("status-529");
    rig.page.document().open({.name = u"other"_s, .steps = {{.model = u"practice/express"_s}}});
    QVERIFY(!rig.page.rehearsal().hasRun());
    QVERIFY(rig.page.shownPath().shownFault().isEmpty());
    QVERIFY(rig.text(u"notRehearsed"_s).startsWith(u"Not rehearsed yet."_s));
    QCOMPARE(rig.text(u"passed"_s), u"–"_s);
}

void TstRehearsalPanel::aFaultOfTheScorecardIsShownAlongTheLine()
{
    RehearsalRig rig;
    rig.rehearse();
    const QList<ScoreCell> &cells = rig.cells().cells();
    const int outage = int(std::ranges::find(cells, "status-529", &ScoreCell::fault) - cells.begin());
    rig.cells().choose(outage);
    QTest::mouseClick(rig.cells().viewport(), Qt::LeftButton, {}, rig.cells().cellRect(outage).center());
    QCOMPARE(rig.page.shownPath().shownFault(), "status-529");
    QVERIFY(rig.page.shownPath().path());
    QCOMPARE(rig.text(u"scoreSentence"_s), cells[outage].sentence);
    QVERIFY2(rig.text(u"drySentence"_s).startsWith(u"Answered by step 2 in "_s),
             qPrintable(rig.text(u"drySentence"_s)));
    QVERIFY(rig.line().stationText(0).contains(u"failed, 529 overloaded"_s));
    QVERIFY(rig.line().stationText(1).contains(u"answered"_s));
    QVERIFY(rig.line().geometryOfLine().answered);
    rig.cells().press(outage); // once more: no longer
    QVERIFY(!rig.page.shownPath().isRehearsed());
}

void TstRehearsalPanel::theKeyboardGoesThroughTheScorecard()
{
    RehearsalRig rig;
    rig.rehearse();
    ScoreCells &cells = rig.cells();
    QVERIFY(cells.horizontalScrollBar()->maximum() > 0);
    QTest::keyClick(&cells, Qt::Key_End);
    QCOMPARE(cells.current(), int(cells.cells().size()) - 1);
    QVERIFY(cells.viewport()->rect().contains(cells.cellRect(cells.current())));
    QTest::keyClick(&cells, Qt::Key_Left);
    QTest::keyClick(&cells, Qt::Key_Return);
    QCOMPARE(rig.page.shownPath().shownFault(), cells.cells().at(cells.current()).fault);
    QTest::keyClick(&cells, Qt::Key_Escape);
    QVERIFY(rig.page.shownPath().shownFault().isEmpty());
    QTest::keyClick(&cells, Qt::Key_Home);
    QCOMPARE(cells.current(), 0);
    QCOMPARE(cells.cellRect(0).left(), 0);
}

void TstRehearsalPanel::cellsAreChildrenForAScreenReader()
{
    RehearsalRig rig;
    rig.rehearse();
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&rig.cells());
    QVERIFY(list);
    QCOMPARE(list->childCount(), lab::Rehearsal::faultCount());
    QAccessibleInterface *cell = list->child(2);
    QCOMPARE(cell->text(QAccessible::Name), rig.cells().cells().at(2).sentence);
    cell->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(rig.page.shownPath().shownFault(), rig.cells().cells().at(2).fault);
}

void TstRehearsalPanel::aFaultAtAStationIsPlayed()
{
    RehearsalRig rig;
    rig.line().setFocus();
    QTest::keyClick(&rig.line(), Qt::Key_F);
    rig.trigger(u"faultMenu"_s, u"529 overloaded"_s);
    QCOMPARE(rig.page.faultPlay().fault(0), "status-529");
    QTRY_VERIFY(rig.page.shownPath().path());
    QCOMPARE(rig.page.shownPath().path()->servedBy, 1);
    QVERIFY(rig.text(u"drySentence"_s).startsWith(u"Answered by step 2 in "_s));
    QVERIFY(rig.line().stationText(0).contains(u"fault 529 overloaded, failed"_s));
    rig.page.faultPlay().setFault(1, "silence"); // at the second as well: nobody is left
    QTRY_VERIFY(rig.page.shownPath().path() && rig.page.shownPath().path()->servedBy < 0);
    QVERIFY(rig.text(u"drySentence"_s).startsWith(u"No answer after "_s));
    rig.page.faultPlay().setFault(0, {});
    QTRY_VERIFY(rig.page.shownPath().path() && rig.page.shownPath().path()->servedBy == 0);
}

void TstRehearsalPanel::faultsMoveWithTheirSteps_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("faults"); // of "after", where the first of "before" has one
    QTest::newRow("moved down") << u"abc"_s << u"bac"_s << u"-x-"_s;
    QTest::newRow("another one before it") << u"abc"_s << u"zabc"_s << u"-x--"_s;
    QTest::newRow("edited") << u"abc"_s << u"zbc"_s << u"x--"_s;
    QTest::newRow("removed") << u"abc"_s << u"bc"_s << u"--"_s;
    QTest::newRow("the same twice") << u"aab"_s << u"aba"_s << u"x--"_s;
}

void TstRehearsalPanel::faultsMoveWithTheirSteps()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, faults);
    const auto stepsOf = [](const QString &letters) {
        QList<routing::Step> steps;
        for (const QChar letter : letters)
            steps.append({.model = letter});
        return steps;
    };
    QList<QByteArray> had(before.size());
    had[0] = "cut";
    QString moved;
    for (const QByteArray &fault : movedFaults(stepsOf(before), had, stepsOf(after)))
        moved += fault.isEmpty() ? u'-' : u'x';
    QCOMPARE(moved, faults);
}

void TstRehearsalPanel::theMenuOfFaultsIsHadFromTheList()
{
    RehearsalRig rig;
    auto *list = rig.page.findChild<StepList *>();
    rig.page.document().setCurrent(1);
    QTest::keyClick(list, Qt::Key_F);
    rig.trigger(u"faultMenu"_s, u"Inside an answer>Stall"_s);
    QCOMPARE(rig.page.faultPlay().fault(1), "stall");
    QTest::keyClick(list, Qt::Key_F);
    rig.trigger(u"faultMenu"_s, u"No fault"_s);
    QVERIFY(!rig.page.faultPlay().any());
}

void TstRehearsalPanel::theNextStepIsChosenByAMenu()
{
    RehearsalRig rig;
    rig.page.document().setCurrent(0);
    QTest::keyClick(&rig.line(), Qt::Key_G);
    rig.trigger(u"nextMenu"_s, u"On full context go to>step 2, practice/local-line"_s);
    const routing::Chain &chain = rig.page.document().chain();
    QVERIFY(!chain.steps[1].id.isEmpty());
    QCOMPARE(chain.steps[0].next.contextFull, chain.steps[1].id);
    QCOMPARE(rig.line().geometryOfLine().branches.size(), 1);
    rig.page.document().undoStack().undo();
    QVERIFY(rig.line().geometryOfLine().branches.isEmpty());
}

void TstRehearsalPanel::aConnectionIsMadeAndTakenBack()
{
    RehearsalRig rig;
    emit rig.line().connectWanted(0, 1, QPoint(100, 100));
    rig.trigger(u"connectMenu"_s, u"On limit go to step 2"_s);
    QVERIFY(!rig.page.document().chain().steps[0].next.rateLimit.isEmpty());
    QTRY_VERIFY(!rig.page.findChild<QMenu *>(u"connectMenu"_s));
    emit rig.line().connectWanted(0, 1, QPoint(100, 100));
    rig.trigger(u"connectMenu"_s, u"On limit go to step 2"_s); // which is checked now
    QVERIFY(rig.page.document().chain().steps[0].next.rateLimit.isEmpty());
}

void TstRehearsalPanel::aStepIsAddedAndRemovedOnTheLine()
{
    RehearsalRig rig;
    ChainDocument &document = rig.page.document();
    QTest::mouseClick(rig.line().viewport(), Qt::LeftButton, {}, rig.line().plusPosition(1));
    QCOMPARE(document.chain().steps.size(), 3);
    QCOMPARE(document.current(), 1);
    QCOMPARE(document.chain().steps[2].model, u"practice/local-line"_s);
    rig.line().setFocus();
    QTest::keyClick(&rig.line(), Qt::Key_Delete);
    QCOMPARE(document.chain().steps.size(), 2);
    document.undoStack().undo();
    document.undoStack().undo();
    QCOMPARE(document.chain().steps.size(), 2);
    QCOMPARE(document.chain().steps[1].model, u"practice/local-line"_s);
}

void TstRehearsalPanel::aGivenRequestIsPlannedAndItsCandidatesAreShown()
{
    RehearsalRig rig;
    auto *candidates = rig.page.findChild<TableView *>(u"candidates"_s);
    QVERIFY(!candidates->isVisible());
    QTRY_VERIFY(rig.page.dryRun().plan());
    const qint64 before = rig.page.dryRun().plan()->inputTokensBound;
    chat::Request request;
    request.messages = {chat::Message::make(chat::Role::User, u"Is the line clear? "_s.repeated(200))};
    rig.page.dryRun().setPrompt({.given = request, .title = u"pasted"_s});
    QTRY_VERIFY(rig.page.dryRun().plan() && rig.page.dryRun().plan()->inputTokensBound > before * 3);
    rig.page.findChild<QToolButton *>(u"showCandidates"_s)->click();
    QVERIFY(candidates->isVisible());
    QVERIFY(candidates->model()->rowCount() >= 2);
    QVERIFY(rig.page.findChild<QAbstractButton *>(u"with"_s)->text().contains(u"pasted, "_s));
}

void TstRehearsalPanel::escapeGoesBackToTheLiveState()
{
    RehearsalRig rig;
    auto *back = rig.page.findChild<QToolButton *>(u"backToLive"_s);
    QVERIFY(!back->isVisible());
    rig.page.faultPlay().setFault(0, "cut");
    QVERIFY(back->isVisible());
    QTRY_VERIFY(rig.page.shownPath().path());
    QTest::keyClick(&rig.line(), Qt::Key_Escape);
    QVERIFY(!rig.page.shownPath().isRehearsed());
    QVERIFY(!rig.page.faultPlay().any());
    QVERIFY(!back->isVisible());
    QTRY_VERIFY(rig.text(u"drySentence"_s).startsWith(u"Step "_s) || !rig.page.dryRun().failure().isEmpty()
                || rig.text(u"drySentence"_s).startsWith(u"No endpoint"_s));
}

void TstRehearsalPanel::theEngineIsAskedForItsHealthWhileThePageIsSeen()
{
    RehearsalRig rig;
    QSignalSpy seen(&rig.engine(), &engine::Engine::healthSeen);
    QTRY_VERIFY(!seen.isEmpty());
    QVERIFY(seen[0][1].value<Breakers>().isEmpty()); // nothing was asked yet
    QTRY_VERIFY(rig.page.dryRun().plan());
    rig.page.setVisible(false);
    const engine::CheckId last = rig.engine().lookAtHealth(); // only ours comes any more
    QTRY_VERIFY(!seen.isEmpty() && seen.constLast()[0].value<engine::CheckId>() == last);
}

static const bool tstRehearsalPanel = sb::testing::add<TstRehearsalPanel>();

#include "tst_rehearsal_panel.moc"
