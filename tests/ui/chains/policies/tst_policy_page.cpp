#include "ui/chains/policies/policy_page.h"

#include "core/profile/policy_files.h"
#include "tests/testing/tab_walk.h"
#include "tests/testing/testing.h"
#include "ui/chains/policies/rule_list.h"
#include "ui/chains/versions/publish_dialog.h"
#include "ui/chains/versions/versions_view.h"
#include "ui/common/banner.h"
#include "ui/common/segmented_control.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sb;
using namespace sb::ui;

namespace {

constexpr int FilePatience = 30'000; ///< ms; files are written on a busy disk

routing::Policy nightPolicy()
{
    routing::Rule images{.id = u"images"_s, .name = u"Pictures"_s, .chain = u"sample"_s};
    images.when.images = true;
    routing::Policy policy{.name = u"night"_s, .rules = {images}};
    policy.extra.set("a_newer_member", 1);
    return policy;
}

/// The page over a profile of its own with a policy and the sample chain.
class PolicyDesk
{
public:
    explicit PolicyDesk(const routing::Policy &policy = nightPolicy())
        : paths(profile::prepare(m_folder.filePath(u"profile"_s)).value())
        , workspace(paths, {})
        , m_usage({.path = paths.registerFile()}, m_clock)
        , m_queries(paths.registerFile(), m_clock)
        , page(m_queries, workspace, m_clock)
        , told(&page, &PolicyPage::told)
        , undoable(&page, &PolicyPage::undoable)
        , failed(&workspace, &profile::Workspace::failed)
    {
        QVERIFY(profile::savePolicy(paths, policy, {}));
        load();
        page.resize(1280, 720);
        page.show();
        QVERIFY(page.openPolicy(policy.name));
    }

    void load()
    {
        QSignalSpy read(&workspace, &profile::Workspace::loaded);
        workspace.load();
        QVERIFY(read.wait());
    }
    template <typename T>
    [[nodiscard]] T *in(const QString &name)
    {
        return page.findChild<T *>(name);
    }
    void describe(const QString &text) { page.document().edit(routing::SetDescription{text}, u"Describe"_s); }
    /// @param percent empty: it takes all requests
    void publish(const QString &note = {}, const QString &percent = {})
    {
        in<QPushButton>(u"save"_s)->click();
        auto *dialog = page.findChild<PublishDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>(u"note"_s)->setText(note);
        if (!percent.isEmpty()) {
            dialog->findChild<QRadioButton *>(u"takesShare"_s)->click();
            dialog->findChild<QLineEdit *>(u"share"_s)->setText(percent);
        }
        dialog->findChild<QPushButton *>(u"publish"_s)->click();
        delete dialog;
    }
    void undo() { undoable.constLast().at(1).value<std::function<void()>>()(); }
    void trigger(const QString &text)
    {
        for (QAction *action : page.findChildren<QAction *>()) {
            if (action->text() == text) {
                action->trigger();
                return;
            }
        }
        QFAIL(qPrintable(text));
    }
    void show(int view) ///< rules, JSON, history
    {
        page.findChild<SegmentedControl *>()->choose(view);
    }
    [[nodiscard]] routing::VersionHistory<routing::Policy> onDisk(const QString &name) const
    {
        return profile::loadPolicyHistories(paths).histories.value(name);
    }
    [[nodiscard]] std::optional<routing::Policy> fileOf(const QString &name) const
    {
        for (const routing::Policy &policy : profile::loadPolicies(paths).policies) {
            if (policy.name == name)
                return policy;
        }
        return {};
    }
    [[nodiscard]] QStringList versions() const
    {
        QStringList titles;
        const auto *list = page.findChild<QListView *>(u"versions"_s);
        for (int row = 0; row < list->model()->rowCount(); ++row)
            titles.append(list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString());
        return titles;
    }

private:
    QTemporaryDir m_folder;
    ManualClock m_clock{WallTime{1'780'000'000'000ms}};

public:
    profile::Paths paths;
    profile::Workspace workspace;

private:
    usage::Register m_usage;
    usage::Queries m_queries;

public:
    PolicyPage page;
    QSignalSpy told;
    QSignalSpy undoable;
    QSignalSpy failed;
};

} // namespace

class TstPolicyPage final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { qRegisterMetaType<std::function<void()>>(); }
    void publishingWritesTheHistoryAndTheFile();
    void aDraftIsKeptWithoutASave();
    void aDraftThatWasTakenBackIsNoDraft();
    void aNewPolicyIsADraftUntilItIsPublished();
    void aDraftIsCalledAnewAtOnce();
    void aRenamedPolicyTakesItsHistoryAlong();
    void aShareIsTakenAndGivenUp();
    void aShareThatIsNoneIsNotTaken();
    void aVersionWithAShareTakesAll();
    void anOldVersionBecomesTheDraftAndIsUndone();
    void theHistoryComparesAnyTwo();
    void onePolicyIsInUseOrNone();
    void aRemovedPolicyComesBackWithItsHistory();
    void aRemovedPolicyIsNoLongerInUse();
    void aChangeElsewhereIsShownAndNeverOverwritten();
    void whatIsTypedAndRefusedStaysTyped();
    void fieldsEditTheSelectedRule();
    void boundsThatExcludeEachOtherAreSaidAtTheField();
    void unknownMembersOfTheFileStay();
    void textThatIsNoPolicyIsNotPublished();
    void textThatWouldBeLostCanBeBroughtBack();
    void modelsByQualityAreAddedMovedAndTakenAway();
    void tabGoesThroughThePageAsItStands();
    void enterGoesFromTheListToTheFields();
};

void TstPolicyPage::publishingWritesTheHistoryAndTheFile()
{
    PolicyDesk desk;
    QVERIFY(!desk.in<QPushButton>(u"save"_s)->isEnabled()); // nothing has changed
    desk.describe(u"for the night"_s);
    QCOMPARE(desk.in<QPushButton>(u"save"_s)->text(), u"Publish as version 2"_s);
    QCOMPARE(desk.in<QAbstractButton>(u"state"_s)->text(), u"Draft of version 1"_s);
    desk.publish(u"quieter"_s);
    QTRY_COMPARE_WITH_TIMEOUT(desk.told.size(), 1, FilePatience);
    QCOMPARE(desk.told.constFirst().constFirst().toString(), u"night is published as version 2"_s);
    QCOMPARE(desk.fileOf(u"night"_s)->version, 2);
    QCOMPARE(desk.fileOf(u"night"_s)->description, u"for the night"_s);
    const auto history = desk.onDisk(u"night"_s);
    QCOMPARE(history.current, 2);
    QCOMPARE(history.versions.constLast().note, u"quieter"_s);
    QVERIFY(!history.draft);
    QVERIFY(!desk.page.document().isChanged());
    QVERIFY(!desk.in<QPushButton>(u"save"_s)->isEnabled());
    QVERIFY(desk.failed.isEmpty());
}

void TstPolicyPage::aDraftIsKeptWithoutASave()
{
    PolicyDesk desk;
    desk.describe(u"half done"_s);
    QTRY_VERIFY_WITH_TIMEOUT(desk.onDisk(u"night"_s).draft, FilePatience); // a moment later, by itself
    QCOMPARE(desk.onDisk(u"night"_s).draft->description, u"half done"_s);
    QCOMPARE(desk.fileOf(u"night"_s)->description, QString()); // what runs is what was published
    QVERIFY(desk.page.openPolicy(u"night"_s));
    QCOMPARE(desk.page.document().policy().description, u"half done"_s);
    QVERIFY(desk.page.document().isChanged());
    desk.page.document().undoStack().undo();
    QVERIFY(!desk.page.document().isChanged());
}

void TstPolicyPage::aDraftThatWasTakenBackIsNoDraft()
{
    PolicyDesk desk;
    desk.describe(u"half done"_s);
    desk.page.keepDraft();
    desk.page.document().undoStack().undo();
    desk.page.keepDraft();
    QVERIFY(!desk.workspace.policyHistory(u"night"_s, {}).draft);
    QTRY_VERIFY_WITH_TIMEOUT(desk.onDisk(u"night"_s).current == 1 && !desk.onDisk(u"night"_s).draft, FilePatience);
}

void TstPolicyPage::aNewPolicyIsADraftUntilItIsPublished()
{
    PolicyDesk desk;
    desk.page.newPolicy();
    QCOMPARE(desk.page.shown(), u"policy"_s);
    QCOMPARE(desk.workspace.policyNames(), (QStringList{u"night"_s, u"policy"_s}));
    QVERIFY(!desk.in<QAbstractButton>(u"usePolicy"_s)->isEnabled()); // no request can go by it yet
    QTRY_VERIFY_WITH_TIMEOUT(desk.onDisk(u"policy"_s).draft, FilePatience);
    QVERIFY(!desk.fileOf(u"policy"_s));
    desk.publish();
    QTRY_VERIFY_WITH_TIMEOUT(desk.fileOf(u"policy"_s), FilePatience);
    QCOMPARE(desk.onDisk(u"policy"_s).current, 1);
    QTRY_VERIFY_WITH_TIMEOUT(desk.in<QAbstractButton>(u"usePolicy"_s)->isEnabled(), FilePatience);
}

void TstPolicyPage::aDraftIsCalledAnewAtOnce()
{
    PolicyDesk desk;
    desk.page.newPolicy();
    routing::Policy policy = desk.page.document().policy();
    policy.name = u"weekend"_s;
    desk.page.document().replace(policy, u"Rename"_s);
    desk.page.keepDraft();
    QCOMPARE(desk.workspace.policyNames(), (QStringList{u"night"_s, u"weekend"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(desk.onDisk(u"weekend"_s).draft && !desk.onDisk(u"policy"_s).draft, FilePatience);
    QVERIFY(desk.failed.isEmpty());
}

void TstPolicyPage::aRenamedPolicyTakesItsHistoryAlong()
{
    PolicyDesk desk;
    profile::Settings settings = desk.workspace.settings();
    settings.policy = u"night"_s;
    desk.workspace.setSettings(settings);
    desk.describe(u"first"_s);
    desk.publish(u"one"_s);
    QTRY_COMPARE_WITH_TIMEOUT(desk.told.size(), 1, FilePatience);
    routing::Policy policy = desk.page.document().policy();
    policy.name = u"dusk"_s;
    desk.page.document().replace(policy, u"Rename"_s);
    desk.publish(u"two"_s);
    QTRY_COMPARE_WITH_TIMEOUT(desk.told.size(), 2, FilePatience);
    QVERIFY(!desk.fileOf(u"night"_s));
    QCOMPARE(desk.fileOf(u"dusk"_s)->version, 3);
    QCOMPARE(desk.onDisk(u"dusk"_s).versions.size(), 3);
    QCOMPARE(desk.workspace.settings().policy, u"dusk"_s); // requests go by it still
    QCOMPARE(desk.page.shown(), u"dusk"_s);
}

void TstPolicyPage::aShareIsTakenAndGivenUp()
{
    PolicyDesk desk;
    desk.describe(u"careful"_s);
    desk.publish(u"a try"_s, u"10"_s);
    QCOMPARE(desk.told.size(), 1);
    QCOMPARE(desk.page.document().policy().description, QString()); // what is in use
    QTRY_VERIFY_WITH_TIMEOUT(desk.onDisk(u"night"_s).canary, FilePatience);
    QCOMPARE(desk.onDisk(u"night"_s).canary->percent, 10);
    QCOMPARE(desk.fileOf(u"night"_s)->version, 1);
    QCOMPARE(desk.workspace.canaries().policies.size(), 1);

    desk.show(2);
    auto *share = desk.in<QLineEdit>(u"share"_s);
    QCOMPARE(share->text(), u"10"_s);
    share->setText(u"40"_s);
    emit share->editingFinished();
    QTRY_COMPARE_WITH_TIMEOUT(desk.onDisk(u"night"_s).canary->percent, 40, FilePatience);
    desk.in<QPushButton>(u"withdraw"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(!desk.onDisk(u"night"_s).canary, FilePatience);
    QVERIFY(!desk.in<QWidget>(u"canary"_s)->isVisible());
    QVERIFY(desk.workspace.canaries().policies.isEmpty());
    desk.undo();
    QTRY_VERIFY_WITH_TIMEOUT(desk.onDisk(u"night"_s).canary, FilePatience);
    QCOMPARE(desk.onDisk(u"night"_s).canary->percent, 40);
}

void TstPolicyPage::aShareThatIsNoneIsNotTaken()
{
    PolicyDesk desk;
    desk.describe(u"careful"_s);
    desk.publish({}, u"10"_s);
    desk.show(2);
    auto *share = desk.in<QLineEdit>(u"share"_s);
    share->setFocus();
    share->setText(u"100"_s);
    emit share->editingFinished();
    QCOMPARE(share->text(), u"100"_s);
    QCOMPARE(share->accessibleDescription(), u"Expected 1 to 99"_s);
    QCOMPARE(desk.workspace.policyHistory(u"night"_s, {}).canary->percent, 10);
}

void TstPolicyPage::aVersionWithAShareTakesAll()
{
    PolicyDesk desk;
    desk.describe(u"careful"_s);
    desk.publish({}, u"10"_s);
    desk.show(2);
    desk.in<QPushButton>(u"promote"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(desk.told.size(), 2, FilePatience);
    QCOMPARE(desk.fileOf(u"night"_s)->version, 2);
    QCOMPARE(desk.fileOf(u"night"_s)->description, u"careful"_s);
    QCOMPARE(desk.onDisk(u"night"_s).current, 2);
    QVERIFY(!desk.onDisk(u"night"_s).canary);
    QVERIFY(!desk.page.document().isChanged());
}

void TstPolicyPage::anOldVersionBecomesTheDraftAndIsUndone()
{
    PolicyDesk desk;
    desk.page.document().edit(routing::RemoveRule{.at = 0}, u"Remove"_s);
    desk.publish(u"without rules"_s);
    QTRY_COMPARE_WITH_TIMEOUT(desk.told.size(), 1, FilePatience);
    desk.show(2);
    auto *list = desk.in<QListView>(u"versions"_s);
    QCOMPARE(list->model()->rowCount(), 2);
    list->setCurrentIndex(list->model()->index(1, 0));
    desk.in<QPushButton>(u"restore"_s)->click();
    QCOMPARE(desk.page.document().policy().rules.size(), 1);
    QVERIFY(desk.versions().constFirst().startsWith(u"Draft"_s));
    QCOMPARE(desk.fileOf(u"night"_s)->rules.size(), 0); // not before it is published
    desk.undo();
    QVERIFY(desk.page.document().policy().rules.isEmpty());
    QVERIFY(!desk.page.document().isChanged());
}

void TstPolicyPage::theHistoryComparesAnyTwo()
{
    PolicyDesk desk;
    desk.describe(u"first"_s);
    desk.publish();
    QTRY_COMPARE_WITH_TIMEOUT(desk.told.size(), 1, FilePatience);
    desk.in<QAbstractButton>(u"state"_s)->click();
    QVERIFY(desk.in<QListView>(u"versions"_s)->isVisible());
    desk.in<QAbstractButton>(u"state"_s)->click();
    QVERIFY(!desk.in<QListView>(u"versions"_s)->isVisible());
    desk.page.document().edit(routing::SetOtherwise{u"sample"_s}, u"Otherwise"_s);
    desk.show(2);
    auto *versions = desk.in<QListView>(u"versions"_s);
    QCOMPARE(versions->currentIndex().row(), 1); // what was chosen before stays chosen
    versions->setCurrentIndex(versions->model()->index(0, 0));
    auto *changes = desk.in<QListView>(u"changes"_s);
    auto *partner = desk.in<QComboBox>(u"partner"_s);
    QCOMPARE(partner->currentText(), u"Version 2, in use"_s); // the draft is compared with what is in use
    QCOMPARE(changes->model()->rowCount(), 1);
    partner->setCurrentIndex(partner->findText(u"Version 1"_s));
    emit partner->activated(partner->currentIndex());
    QCOMPARE(changes->model()->rowCount(), 2);
}

void TstPolicyPage::onePolicyIsInUseOrNone()
{
    PolicyDesk desk;
    auto *use = desk.in<QAbstractButton>(u"usePolicy"_s);
    QVERIFY(!use->isChecked());
    use->click();
    QCOMPARE(desk.workspace.settings().policy, u"night"_s);
    QVERIFY(use->isChecked());
    use->click();
    QCOMPARE(desk.workspace.settings().policy, QString());
    desk.undo();
    QCOMPARE(desk.workspace.settings().policy, u"night"_s);
    QVERIFY(use->isChecked());
}

void TstPolicyPage::aRemovedPolicyComesBackWithItsHistory()
{
    PolicyDesk desk;
    QSignalSpy closed(&desk.page, &PolicyPage::closed);
    desk.describe(u"first"_s);
    desk.publish(u"one"_s);
    QTRY_COMPARE_WITH_TIMEOUT(desk.told.size(), 1, FilePatience);
    desk.describe(u"half done"_s);
    desk.trigger(u"Delete policy"_s);
    QCOMPARE(closed.size(), 1); // it was the only one
    QTRY_VERIFY_WITH_TIMEOUT(!desk.fileOf(u"night"_s), FilePatience);
    desk.undo();
    QTRY_COMPARE_WITH_TIMEOUT(desk.page.document().policy().description, u"half done"_s, FilePatience);
    QTRY_COMPARE_WITH_TIMEOUT(desk.fileOf(u"night"_s).value_or(routing::Policy{}).description, u"first"_s,
                              FilePatience);
    QCOMPARE(desk.onDisk(u"night"_s).versions.size(), 2);
    QVERIFY(desk.failed.isEmpty());
}

void TstPolicyPage::aRemovedPolicyIsNoLongerInUse()
{
    PolicyDesk desk;
    desk.in<QAbstractButton>(u"usePolicy"_s)->click();
    desk.trigger(u"Delete policy"_s);
    QCOMPARE(desk.workspace.settings().policy, QString());
    QCOMPARE(desk.undoable.constLast().constFirst().toString(), u"night removed, requests go as they ask"_s);
    const QSignalSpy saved(&desk.workspace, &profile::Workspace::policySaved); // the file that goes may be there yet
    desk.undo();
    QCOMPARE(desk.workspace.settings().policy, u"night"_s);
    QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, FilePatience);
    QVERIFY(desk.fileOf(u"night"_s));
}

void TstPolicyPage::aChangeElsewhereIsShownAndNeverOverwritten()
{
    PolicyDesk desk;
    desk.describe(u"mine"_s);
    routing::Policy theirs = nightPolicy();
    theirs.description = u"theirs"_s;
    QVERIFY(profile::writeFile(desk.paths.policy(u"night"_s), toJson(theirs).dumpIndented()));
    desk.page.keepDraft();
    desk.load();
    QVERIFY(desk.page.findChild<Banner *>()->isVisible());
    QCOMPARE(desk.page.document().policy().description, u"mine"_s);
    desk.publish();
    QTRY_COMPARE_WITH_TIMEOUT(desk.told.size(), 1, FilePatience);
    QCOMPARE(desk.fileOf(u"night"_s)->description, u"theirs"_s);
    QCOMPARE(desk.fileOf(u"night-2"_s)->description, u"mine"_s);
    QCOMPARE(desk.page.shown(), u"night-2"_s);
}

void TstPolicyPage::whatIsTypedAndRefusedStaysTyped()
{
    PolicyDesk desk;
    auto *when = desk.in<QWidget>(u"when"_s);
    auto *from = when->findChild<QLineEdit *>(u"prompt_tokens.from"_s);
    from->clear();
    QTest::keyClicks(from, u"many"_s);
    QCOMPARE(from->text(), u"many"_s);
    QVERIFY(from->accessibleDescription().startsWith(u"Expected"_s));
    QVERIFY(!desk.page.document().isChanged());
    desk.page.document().setCurrent(desk.page.document().otherwise());
    desk.page.document().setCurrent(0);
    QCOMPARE(from->text(), QString()); // it belonged to what was shown then
}

void TstPolicyPage::fieldsEditTheSelectedRule()
{
    PolicyDesk desk;
    auto *unless = desk.in<QWidget>(u"unless"_s);
    auto *clients = unless->findChild<QLineEdit *>(u"clients"_s);
    QTest::keyClicks(clients, u"ask"_s);
    QCOMPARE(desk.page.document().policy().rules.at(0).unless->clients, QStringList{u"ask"_s});
    QCOMPARE(desk.page.document().undoStack().count(), 1); // three letters are one step
    clients->clear();
    emit clients->textEdited({});
    QVERIFY(!desk.page.document().policy().rules.at(0).unless); // an exception that asks nothing is none
    auto *chain = desk.in<QComboBox>(u"chain"_s);
    QCOMPARE(chain->currentText(), u"sample"_s);
    chain->setCurrentIndex(0);
    emit chain->activated(0);
    QCOMPARE(desk.page.document().policy().rules.at(0).chain, QString());
    auto *enabled = desk.in<QCheckBox>(u"enabled"_s);
    enabled->click();
    QVERIFY(!desk.page.document().policy().rules.at(0).enabled);
}

void TstPolicyPage::boundsThatExcludeEachOtherAreSaidAtTheField()
{
    PolicyDesk desk;
    auto *when = desk.in<QWidget>(u"when"_s);
    for (const auto &[path, text] :
         {std::pair(u"prompt_tokens.from"_s, u"100"_s), std::pair(u"prompt_tokens.below"_s, u"50"_s)})
        QTest::keyClicks(when->findChild<QLineEdit *>(path), text);
    QCOMPARE(when->findChild<QLineEdit *>(u"prompt_tokens.from"_s)->accessibleDescription(),
             u"No size of a prompt lies between these bounds."_s);
    QVERIFY(!desk.in<QPushButton>(u"save"_s)->isEnabled());
}

void TstPolicyPage::unknownMembersOfTheFileStay()
{
    PolicyDesk desk;
    desk.describe(u"mine"_s);
    desk.publish();
    QTRY_COMPARE_WITH_TIMEOUT(desk.told.size(), 1, FilePatience);
    QCOMPARE(desk.fileOf(u"night"_s)->extra["a_newer_member"].dump(), QByteArray("1"));
}

void TstPolicyPage::textThatIsNoPolicyIsNotPublished()
{
    PolicyDesk desk;
    auto *text = desk.in<QPlainTextEdit>(u"policyJson"_s);
    text->setPlainText(u"{\n  \"format\": 1,\n  \"name\": \"night\",\n  \"rules\": [\n    {\"when\": 7}\n  ]\n}"_s);
    desk.in<QPushButton>(u"save"_s)->click();
    QVERIFY(!desk.page.findChild<PublishDialog *>());
    QVERIFY(text->isVisible());
    QVERIFY2(text->accessibleDescription().contains(u"rules[0].when"_s), qPrintable(text->accessibleDescription()));
}

void TstPolicyPage::textThatWouldBeLostCanBeBroughtBack()
{
    PolicyDesk desk;
    auto *text = desk.in<QPlainTextEdit>(u"policyJson"_s);
    text->setPlainText(u"{ half typed"_s);
    desk.page.newPolicy();
    QVERIFY(text->toPlainText().contains(u"\"policy\""_s));
    desk.undo();
    QCOMPARE(desk.page.shown(), u"night"_s);
    QCOMPARE(text->toPlainText(), u"{ half typed"_s);
}

void TstPolicyPage::modelsByQualityAreAddedMovedAndTakenAway()
{
    PolicyDesk desk;
    desk.page.document().setCurrent(desk.page.document().forAll());
    auto *further = desk.in<QLineEdit>(u"furtherQuality"_s);
    further->setText(u"a/best, b/*, a/best"_s);
    QTest::keyClick(further, Qt::Key_Return);
    QCOMPARE(desk.page.document().policy().quality, (QStringList{u"a/best"_s, u"b/*"_s}));
    auto *list = desk.in<QListView>(u"quality"_s);
    list->setCurrentIndex(list->model()->index(1, 0));
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(desk.page.document().policy().quality, (QStringList{u"b/*"_s, u"a/best"_s}));
    QCOMPARE(list->currentIndex().row(), 0);
    list->model()->setData(list->model()->index(0, 0), u"c/*"_s);
    QCOMPARE(desk.page.document().policy().quality, (QStringList{u"c/*"_s, u"a/best"_s}));
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(desk.page.document().policy().quality, QStringList{u"a/best"_s});
}

void TstPolicyPage::tabGoesThroughThePageAsItStands()
{
    PolicyDesk desk;
    desk.page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.page));
    QWidget *chooser = desk.in<QComboBox>(u"chooser"_s);
    const QStringList names = testing::tabWalk(*chooser);
    qsizetype last = -1;
    for (const QString &name : {u"Policy"_s, u"Policy menu"_s, u"In use"_s, u"View"_s, u"Add a rule"_s, u"Rules"_s,
                                u"Which rule decides"_s, u"Name"_s, u"Goes to"_s}) {
        const qsizetype here = names.indexOf(name);
        QVERIFY2(here > last, qPrintable(name + u" in "_s + names.join(u", "_s)));
        last = here;
    }
}

void TstPolicyPage::enterGoesFromTheListToTheFields()
{
    PolicyDesk desk;
    desk.page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.page));
    auto *list = desk.page.findChild<RuleList *>();
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"name"_s);
    auto *help = desk.in<QLabel>(u"help"_s);
    QVERIFY(help->text().startsWith(u"For people"_s));
}

static const bool tstPolicyPage = sb::testing::add<TstPolicyPage>();

#include "tst_policy_page.moc"
