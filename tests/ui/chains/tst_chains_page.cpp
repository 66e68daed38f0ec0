#include "ui/chains/chains_page.h"

#include "app/core_services.h"
#include "core/usage/queries.h"
#include "tests/testing/tab_walk.h"
#include "tests/testing/testing.h"
#include "ui/chains/chain_document.h"
#include "ui/chains/step_list.h"
#include "ui/common/target_chooser.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;

class TstChainsPage final : public QObject
{
    Q_OBJECT
private slots:
    void theNoticeComesWhenTheFileIsWritten();
    void whatCannotBeWrittenStaysADraftAndTheOldChainStays_data();
    void whatCannotBeWrittenStaysADraftAndTheOldChainStays();
    void aChangeOnDiskIsKeptBesideOursAndShown();
    void aDeletedChainComesBackByUndo();
    void anEditedChainThatIsDeletedComesBackAsItWasOnDiskAndInThePage();
    void aDeletedDraftComesBackByUndo();
    void aChainThatWasNeverSavedComesBackAfterAnotherOneWasBegun();
    void choosingTheChainThatIsShownKeepsItsEdits();
    void whatWasEditedSinceIsNotLostByGoingBack();
    void undoOfARemovedStepIsOfferedUntilTheNextEdit();
    void anOlderNoticeUndoesNothing();
    void savingTakesTheModelThatIsBeingTyped();
    void savingTakesTheTextOfTheChain();
    void textThatIsNoChainIsNotSavedAndIsShown();
    void textOfAChainIsNotAppliedToAnother();
    void workGoesOnInAnotherPage();
    void textThatWasRefusedGoesWithItsStep();
    void tabGoesFromOutsideToTheHeaderAndThroughThePage();
    void theFocusGoesToWhatIsShown();
    void theModelIsChosenFromAListThatCanBeSearched();
};

namespace {

/// The page over a profile of its own with the sample chain open.
class Shown
{
public:
    Shown()
        : loaded(app::loadProfile({.profileRoot = m_folder.filePath(u"profile"_s)}).value())
        , paths(loaded.paths)
        , workspace(paths, loaded.settings)
        , m_usage({.path = paths.registerFile()}, m_clock)
        , m_engine(m_usage, m_clock, std::make_unique<SystemRandom>())
        , m_queries(paths.registerFile(), m_clock)
        , page(m_engine, m_queries, workspace, m_clock)
        , notices(&page, &ChainsPage::notice)
        , failures(&workspace, &profile::Workspace::failed)
        , save(page.findChild<QPushButton *>(u"save"_s))
    {
        QSignalSpy read(&workspace, &profile::Workspace::loaded);
        workspace.load();
        QVERIFY(read.wait());
        page.openChain(u"sample"_s);
    }

    void trigger(const QString &text) ///< an entry of the chain's menu
    {
        const QList<QAction *> actions = page.findChildren<QAction *>();
        const auto found = std::find_if(actions.cbegin(), actions.cend(),
                                        [&text](const QAction *action) { return action->text() == text; });
        QVERIFY2(found != actions.cend(), qPrintable(text));
        (*found)->trigger();
    }
    /// Undoes what the last notice was about.
    void undo() { page.undo(notices.constLast().at(2).toInt()); }
    [[nodiscard]] QString notice() const ///< the last one
    {
        return notices.isEmpty() ? QString() : notices.constLast().constFirst().toString();
    }
    void keepSecond() ///< another chain beside the sample; the sample stays open
    {
        routing::Chain second = page.document().chain();
        second.name = u"second"_s;
        workspace.saveChain(second);
        QTRY_VERIFY(workspace.chain(u"second"_s));
    }
    void choose(const QString &name)
    {
        auto *chooser = page.findChild<QComboBox *>(u"chooser"_s);
        chooser->setCurrentText(name);
        emit chooser->textActivated(name);
    }
    /// Types over the text of the chain; what is typed is not applied.
    void typeJson(const QString &text) { json()->setPlainText(text); }
    [[nodiscard]] QPlainTextEdit *json() const { return page.findChild<QPlainTextEdit *>(u"chainJson"_s); }
    void edit(const QString &name, const QString &description)
    {
        routing::Chain chain = page.document().chain();
        chain.name = name;
        chain.description = description;
        page.document().replace(chain, u"Edit"_s);
    }
    [[nodiscard]] QString failure() const ///< the last that the window was told to show
    {
        return failures.isEmpty() ? QString() : failures.constLast().constFirst().value<Error>().message;
    }
    [[nodiscard]] QStringList onDisk() const
    {
        QStringList chains;
        for (const routing::Chain &each : profile::loadChains(paths).chains)
            chains.append(u"%1 %2 %3"_s.arg(each.name).arg(each.version).arg(each.description));
        return chains;
    }

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;

public:
    app::LoadedProfile loaded;
    profile::Paths paths;
    profile::Workspace workspace;

private:
    usage::Register m_usage;
    engine::Engine m_engine;
    usage::Queries m_queries;

public:
    ChainsPage page;
    QSignalSpy notices;
    QSignalSpy failures;
    QPushButton *save;
};

} // namespace

void TstChainsPage::theNoticeComesWhenTheFileIsWritten()
{
    Shown shown;
    shown.edit(u"sample"_s, u"mine"_s);
    shown.save->click();
    QCOMPARE(shown.notices.size(), 0);
    QVERIFY(!shown.save->isEnabled()); // not twice
    QTRY_COMPARE(shown.notices.size(), 1);
    QCOMPARE(shown.notices.constFirst().constFirst().toString(), u"sample is saved as version 2"_s);
    QCOMPARE(shown.onDisk(), QStringList{u"sample 2 mine"_s});
    QVERIFY(!shown.page.document().isChanged());
    QCOMPARE(shown.failure(), QString());
}

void TstChainsPage::whatCannotBeWrittenStaysADraftAndTheOldChainStays_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("under the same name") << u"sample"_s;
    QTest::newRow("renamed") << u"renamed"_s;
}

void TstChainsPage::whatCannotBeWrittenStaysADraftAndTheOldChainStays()
{
    QFETCH(QString, name);
    Shown shown;
    const QStringList before = shown.onDisk();
    const QString aside = shown.paths.root + u"/aside"_s;
    QVERIFY(QDir().rename(shown.paths.chains(), aside));
    QFile inTheWay(shown.paths.chains());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));

    shown.edit(name, u"mine"_s);
    shown.save->click();
    QTRY_VERIFY(!shown.failure().isEmpty());
    QVERIFY2(shown.failure().contains(shown.paths.chains()), qPrintable(shown.failure()));
    QCOMPARE(shown.notices.size(), 0);
    QVERIFY(shown.page.document().isChanged());
    QCOMPARE(shown.page.document().chain().name, name);
    QVERIFY(shown.workspace.chain(u"sample"_s));

    QVERIFY(inTheWay.remove());
    QVERIFY(QDir().rename(aside, shown.paths.chains()));
    QCOMPARE(shown.onDisk(), before);
    QVERIFY(shown.save->isEnabled());
    shown.save->click();
    QTRY_COMPARE(shown.notices.size(), 1);
    QCOMPARE(shown.onDisk(), QStringList{name + u" 2 mine"_s});
    QCOMPARE(shown.failures.size(), 1);
}

void TstChainsPage::aChangeOnDiskIsKeptBesideOursAndShown()
{
    Shown shown;
    routing::Chain theirs = shown.page.document().chain();
    theirs.description = u"theirs"_s;
    QVERIFY(profile::writeFile(shown.paths.chain(u"sample"_s), toJson(theirs).dumpIndented()));
    shown.edit(u"sample"_s, u"mine"_s);
    shown.save->click();
    QTRY_COMPARE(shown.page.document().chain().description, u"theirs"_s);
    QVERIFY2(shown.failure().contains(u"sample.conflict-1"_s), qPrintable(shown.failure()));
    QCOMPARE(shown.notices.size(), 0);
    QCOMPARE(shown.onDisk(), (QStringList{u"sample 1 theirs"_s, u"sample.conflict-1 2 mine"_s}));
}

void TstChainsPage::aDeletedChainComesBackByUndo()
{
    Shown shown;
    const QStringList before = shown.onDisk();
    shown.trigger(u"Delete chain"_s);
    QTRY_COMPARE(shown.onDisk(), QStringList());
    QVERIFY(shown.page.document().chain().name.isEmpty());
    shown.undo();
    QTRY_COMPARE(shown.onDisk(), before);
    QTRY_VERIFY(shown.workspace.chain(u"sample"_s));
    QCOMPARE(shown.page.document().chain().name, u"sample"_s);
    QVERIFY(!shown.save->isEnabled()); // kept as it is shown
}

void TstChainsPage::anEditedChainThatIsDeletedComesBackAsItWasOnDiskAndInThePage()
{
    Shown shown;
    const QStringList before = shown.onDisk();
    shown.edit(u"renamed"_s, u"half done"_s);
    shown.trigger(u"Delete chain"_s);
    QTRY_COMPARE(shown.onDisk(), QStringList());
    shown.undo();
    QTRY_COMPARE(shown.onDisk(), before);
    QTRY_VERIFY(shown.workspace.chain(u"sample"_s));
    QCOMPARE(shown.page.document().chain().description, u"half done"_s);
    QVERIFY(shown.page.document().isChanged());
    QVERIFY(shown.save->isEnabled());
}

void TstChainsPage::aDeletedDraftComesBackByUndo()
{
    Shown shown;
    shown.trigger(u"New chain"_s);
    shown.edit(u"draft"_s, u"half done"_s);
    shown.trigger(u"Delete chain"_s);
    QCOMPARE(shown.page.document().chain().name, u"sample"_s);
    QCOMPARE(shown.notice(), u"draft removed"_s);
    shown.undo();
    QCOMPARE(shown.page.document().chain().name, u"draft"_s);
    QCOMPARE(shown.page.document().chain().description, u"half done"_s);
    QCOMPARE(shown.workspace.chains().size(), 1);
}

void TstChainsPage::aChainThatWasNeverSavedComesBackAfterAnotherOneWasBegun()
{
    Shown shown;
    shown.trigger(u"New chain"_s);
    const routing::Chain first = shown.page.document().chain();
    shown.trigger(u"New chain"_s);
    QCOMPARE(shown.notice(), first.name + u" was not saved"_s);
    shown.undo();
    QCOMPARE(shown.page.document().chain(), first);

    shown.edit(first.name, u"edited"_s);
    shown.choose(u"sample"_s);
    QCOMPARE(shown.page.document().chain().name, u"sample"_s);
    shown.undo();
    QCOMPARE(shown.page.document().chain().description, u"edited"_s);
}

void TstChainsPage::choosingTheChainThatIsShownKeepsItsEdits()
{
    Shown shown;
    shown.edit(u"sample"_s, u"mine"_s);
    shown.choose(u"sample"_s);
    QCOMPARE(shown.page.document().chain().description, u"mine"_s);
    QVERIFY(shown.page.document().undoStack().canUndo());
    QVERIFY(shown.notices.isEmpty());
}

void TstChainsPage::whatWasEditedSinceIsNotLostByGoingBack()
{
    Shown shown;
    shown.keepSecond();
    shown.edit(u"sample"_s, u"first"_s);
    shown.choose(u"second"_s);
    shown.edit(u"second"_s, u"other"_s);
    shown.undo(); // back to the first
    QCOMPARE(shown.page.document().chain().description, u"first"_s);
    QCOMPARE(shown.notice(), u"The edits of second were not saved"_s);
    shown.undo();
    QCOMPARE(shown.page.document().chain().description, u"other"_s);
}

void TstChainsPage::undoOfARemovedStepIsOfferedUntilTheNextEdit()
{
    Shown shown;
    const qsizetype steps = shown.page.document().chain().steps.size();
    QVERIFY(steps > 0);
    QSignalSpy outdated(&shown.page, &ChainsPage::noticeOutdated);
    shown.page.findChild<StepList *>()->removeCurrent();
    QCOMPARE(shown.notice(), u"Step removed"_s);
    QVERIFY(outdated.isEmpty());
    shown.undo();
    QCOMPARE(shown.page.document().chain().steps.size(), steps);

    shown.page.findChild<StepList *>()->removeCurrent();
    shown.edit(u"sample"_s, u"since"_s);
    QCOMPARE(outdated.size(), 1);
    QCOMPARE(outdated.constFirst().constFirst().toString(), u"Step removed"_s);
    shown.undo();
    QCOMPARE(shown.page.document().chain().description, u"since"_s);
    QCOMPARE(shown.page.document().chain().steps.size(), steps - 1);
}

void TstChainsPage::anOlderNoticeUndoesNothing()
{
    Shown shown;
    shown.edit(u"sample"_s, u"mine"_s);
    shown.trigger(u"New chain"_s);
    const int older = shown.notices.constLast().at(2).toInt();
    shown.trigger(u"New chain"_s);
    const routing::Chain now = shown.page.document().chain();
    shown.page.undo(older);
    QCOMPARE(shown.page.document().chain(), now);
}

void TstChainsPage::savingTakesTheModelThatIsBeingTyped()
{
    Shown shown;
    shown.page.show();
    const QStringList models = shown.workspace.catalog().modelIds();
    const QString old = shown.page.document().currentStep()->model;
    const auto other =
        std::find_if(models.cbegin(), models.cend(), [&old](const QString &model) { return model != old; });
    QVERIFY(other != models.cend());
    auto *field = shown.page.findChild<QComboBox *>(u"model"_s);
    field->lineEdit()->selectAll();
    QTest::keyClicks(field->lineEdit(), *other);
    QCOMPARE(shown.page.document().currentStep()->model, old); // the field was not left
    emit shown.workspace.catalogChanged();
    QCOMPARE(field->currentText(), *other); // news do not take it away
    QVERIFY(shown.save->isEnabled());
    shown.save->click();
    QTRY_COMPARE(shown.notices.size(), 1);
    QCOMPARE(shown.workspace.chain(u"sample"_s)->steps.constFirst().model, *other);
}

void TstChainsPage::savingTakesTheTextOfTheChain()
{
    Shown shown;
    routing::Chain typed = shown.page.document().chain();
    typed.description = u"typed"_s;
    shown.typeJson(QString::fromUtf8(toJson(typed).dumpIndented()));
    QVERIFY(shown.save->isEnabled());
    shown.save->click();
    QTRY_COMPARE(shown.onDisk(), QStringList{u"sample 2 typed"_s});
}

void TstChainsPage::textThatIsNoChainIsNotSavedAndIsShown()
{
    Shown shown;
    shown.page.show();
    const QStringList before = shown.onDisk();
    shown.edit(u"sample"_s, u"mine"_s);
    shown.typeJson(u"{ not a chain"_s);
    QVERIFY(!shown.json()->isVisible());
    shown.save->click();
    QVERIFY(shown.json()->isVisible());
    QVERIFY(!shown.json()->accessibleDescription().isEmpty());
    QCOMPARE(shown.json()->toPlainText(), u"{ not a chain"_s);
    QVERIFY(shown.page.document().isChanged());
    QCOMPARE(shown.onDisk(), before);
}

void TstChainsPage::textOfAChainIsNotAppliedToAnother()
{
    Shown shown;
    shown.keepSecond();
    shown.typeJson(u"{ half typed"_s);
    shown.choose(u"second"_s);
    QCOMPARE(shown.page.document().chain().name, u"second"_s);
    QVERIFY(shown.json()->toPlainText().contains(u"\"second\""_s));
    shown.undo();
    QCOMPARE(shown.page.document().chain().name, u"sample"_s);
    QCOMPARE(shown.json()->toPlainText(), u"{ half typed"_s);
}

void TstChainsPage::workGoesOnInAnotherPage()
{
    Shown shown;
    shown.edit(u"renamed"_s, u"mine"_s);
    shown.typeJson(u"{ half typed"_s);
    const auto read = parseChainWork(toJson(shown.page.work()));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(*read, shown.page.work());
    Shown other;
    QVERIFY(!other.page.hasWork());
    other.page.resume(*read);
    QVERIFY(other.page.hasWork());
    QCOMPARE(other.page.work(), *read);
}

void TstChainsPage::textThatWasRefusedGoesWithItsStep()
{
    Shown shown;
    shown.page.show();
    routing::Chain chain = shown.page.document().chain();
    chain.steps = {chain.steps.constFirst(), chain.steps.constFirst()};
    chain.steps[1].retries = 5;
    shown.page.document().replace(chain, u"Edit"_s);
    shown.page.document().setCurrent(0);
    auto *retries = shown.page.findChild<QLineEdit *>(u"retries"_s);
    const auto type = [retries](const QString &text) {
        retries->selectAll();
        QTest::keyClicks(retries, text);
    };
    type(u"many"_s);
    QVERIFY(retries->property("wrong").toBool());
    shown.page.findChild<QLineEdit *>(u"patience_ms"_s)->setFocus();
    QTest::keyClicks(shown.page.findChild<QLineEdit *>(u"max_tokens"_s), u"9"_s);
    QCOMPARE(retries->text(), u"many"_s); // another field of the same step leaves it
    QVERIFY(retries->property("wrong").toBool());

    shown.page.findChild<StepList *>()->removeCurrent();
    QCOMPARE(retries->text(), u"5"_s);
    QVERIFY(!retries->property("wrong").toBool());
}

void TstChainsPage::tabGoesFromOutsideToTheHeaderAndThroughThePage()
{
    Shown shown;
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *before = new QPushButton(u"before"_s, &window);
    layout->addWidget(before);
    layout->addWidget(&shown.page);
    window.resize(1280, 800);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const QStringList names = testing::tabWalk(*before);
    const auto place = [&](const QWidget *widget) { return names.indexOf(widget->accessibleName()); };
    const qsizetype chooser = place(shown.page.findChild<QComboBox *>(u"chooser"_s));
    const qsizetype steps = place(shown.page.findChild<StepList *>());
    const qsizetype model = place(shown.page.findChild<QComboBox *>(u"model"_s));
    const QByteArray all = names.join(u", "_s).toUtf8();
    QVERIFY2(chooser == 1, all.constData());
    QVERIFY2(steps > chooser && model > steps, all.constData());
    shown.page.setParent(nullptr); // it is no child of the heap
}

void TstChainsPage::theFocusGoesToWhatIsShown()
{
    Shown shown;
    shown.page.show();
    QVERIFY(QTest::qWaitForWindowActive(&shown.page));
    shown.page.setFocus();
    QVERIFY(shown.page.findChild<StepList *>()->hasFocus());
}

void TstChainsPage::theModelIsChosenFromAListThatCanBeSearched()
{
    Shown shown;
    shown.page.show();
    QVERIFY(QTest::qWaitForWindowActive(&shown.page));
    auto *field = shown.page.findChild<QComboBox *>(u"model"_s);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_F4);
    auto *chooser = field->findChild<TargetChooser *>();
    QVERIFY(chooser && chooser->isVisible());
    auto *query = chooser->findChild<QLineEdit *>();
    QTest::keyClicks(query, u"claude-haiku-4.5"_s);
    QTest::keyClick(query, Qt::Key_Return);
    QCOMPARE(shown.page.document().currentStep()->model, u"anthropic/claude-haiku-4.5"_s);
    QCOMPARE(field->currentText(), u"anthropic/claude-haiku-4.5"_s);
}

static const bool tstChainsPage = sb::testing::add<TstChainsPage>();

#include "tst_chains_page.moc"
