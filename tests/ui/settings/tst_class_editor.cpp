#include "ui/settings/class_editor.h"

#include "tests/testing/testing.h"
#include "ui/settings/settings_page.h"

#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;

/// The user's own classes, as they are edited in the settings.
class TstClassEditor final : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_paths = *profile::prepare(m_folder->filePath(u"profile"_s));
        m_workspace = std::make_unique<profile::Workspace>(m_paths, profile::Settings{});
        m_workspace->setClassRules({.classes = {{.name = u"legal"_s,
                                                 .rules = {{.words = {u"tenant"_s, u"lease"_s}}, {.tools = true}},
                                                 .examples = {u"May my landlord keep it?"_s}},
                                                {.name = u"code"_s, .examples = {u"center a div"_s}}}});
        m_page = std::make_unique<SettingsPage>(*m_workspace);
        m_page->resize(1000, 700);
        m_page->show();
        QTRY_VERIFY(field(u"class-words-legal"_s));
    }
    void cleanup()
    {
        m_page.reset();
        m_workspace.reset();
        m_folder.reset();
    }

    void everyClassIsARowThatSaysWhatItHas()
    {
        QCOMPARE(field(u"class-name-legal"_s)->text(), u"legal"_s);
        QCOMPARE(field(u"class-words-legal"_s)->text(), u"tenant, lease"_s);
        QVERIFY(!field(u"class-words-legal"_s)->accessibleName().isEmpty());
        QCOMPARE(field(u"class-name-code"_s)->text(), u"Code"_s);
        QVERIFY(!field(u"class-name-code"_s)->isEnabled()); // it goes by that name
    }

    void wordsActWhenTheFieldIsLeft()
    {
        type(u"class-words-legal"_s, u" deposit,  security  deposit, deposit "_s);
        const routing::UserClass legal = rules().classes.constFirst();
        QCOMPARE(legal.rules.constFirst().words, (QStringList{u"deposit"_s, u"security deposit"_s}));
        QCOMPARE(legal.rules.size(), 2); // the other rule stays
        QTRY_COMPARE(field(u"class-words-legal"_s)->text(), u"deposit, security deposit"_s);
        type(u"class-words-legal"_s, {});
        QCOMPARE(rules().classes.constFirst().rules, QList<routing::ClassRule>{{.tools = true}});
    }

    void aClassIsRenamedAndThatCanBeUndone()
    {
        const routing::ClassRules before = rules();
        QSignalSpy notice(m_page.get(), &SettingsPage::notice);
        type(u"class-name-legal"_s, u"contracts"_s);
        QCOMPARE(rules(), renamed(before, u"legal"_s, u"contracts"_s));
        QCOMPARE(notice.size(), 1);
        QVERIFY(!notice.constFirst().at(1).toString().isEmpty());
        m_page->undo();
        QCOMPARE(rules(), before);
    }

    void aNameThatIsTakenIsSaidAndChangesNothing()
    {
        const routing::ClassRules before = rules();
        QSignalSpy notice(m_page.get(), &SettingsPage::notice);
        type(u"class-name-legal"_s, u"code"_s);
        QCOMPARE(rules(), before);
        QCOMPARE(notice.size(), 1);
        QVERIFY(notice.constFirst().at(0).toString().contains(u"code"_s));
        QTRY_COMPARE(field(u"class-name-legal"_s)->text(), u"legal"_s);
    }

    void aClassIsAddedAndItsWordsCanBeTypedAtOnce()
    {
        QTest::keyClicks(field(u"new-class"_s), u"recipes"_s);
        QTest::keyClick(field(u"new-class"_s), Qt::Key_Return);
        QCOMPARE(rules().classes.constLast().name, u"recipes"_s);
        QTRY_VERIFY(field(u"class-words-recipes"_s));
        type(u"class-words-recipes"_s, u"flour"_s);
        QCOMPARE(rules().classes.constLast().rules, QList<routing::ClassRule>{{.words = {u"flour"_s}}});
        QVERIFY(field(u"new-class"_s)->text().isEmpty());
    }

    void aClassIsRemovedAndComesBack()
    {
        const routing::ClassRules before = rules();
        choose(u"class-menu-legal"_s, 1);
        QCOMPARE(rules().classes.size(), 1);
        QTRY_VERIFY(!field(u"class-words-legal"_s));
        m_page->undo();
        QCOMPARE(rules(), before);
        QTRY_VERIFY(field(u"class-words-legal"_s));
    }

    void whatWasEditedSinceIsNotUndone()
    {
        choose(u"class-menu-legal"_s, 0);
        QVERIFY(rules().classes.constFirst().examples.isEmpty());
        type(u"class-words-legal"_s, u"deed"_s);
        const routing::ClassRules after = rules();
        m_page->undo();
        QCOMPARE(rules(), after);
    }

private:
    [[nodiscard]] routing::ClassRules rules() const { return m_workspace->classRules(); }
    [[nodiscard]] QLineEdit *field(const QString &name) const { return m_page->findChild<QLineEdit *>(name); }
    void type(const QString &name, const QString &text)
    {
        QLineEdit *edit = field(name);
        QVERIFY(edit);
        edit->setText(text);
        emit edit->editingFinished();
    }
    void choose(const QString &menuButton, int action)
    {
        auto *button = m_page->findChild<QToolButton *>(menuButton);
        QVERIFY(button && button->menu());
        button->menu()->actions().at(action)->trigger();
    }

    profile::Paths m_paths;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<profile::Workspace> m_workspace;
    std::unique_ptr<SettingsPage> m_page;
};

static const bool tstClassEditor = sb::testing::add<TstClassEditor>();

#include "tst_class_editor.moc"
