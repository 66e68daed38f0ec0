#include "ui/settings/settings_page.h"

#include "tests/testing/testing.h"
#include "ui/common/segmented_control.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;
using profile::Settings;

/// Each control acts at once: what it sets is what everybody sees, and what the file will hold.
class TstSettingsPage final : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_paths = *profile::prepare(m_folder->filePath(u"profile"_s));
        m_workspace = std::make_unique<profile::Workspace>(m_paths, Settings{});
        m_page = std::make_unique<SettingsPage>(*m_workspace);
        m_page->show();
    }
    void cleanup()
    {
        m_page.reset();
        m_workspace.reset();
        m_folder.reset();
    }

    void theThemeIsChosenByKey()
    {
        auto *theme = m_page->findChild<SegmentedControl *>(u"theme"_s);
        QTest::keyClick(theme, Qt::Key_Right);
        QTest::keyClick(theme, Qt::Key_Right);
        QCOMPARE(settings().theme, profile::ThemeChoice::Dark);
        checkKept();
    }

    void aChoiceFromAListIsTaken_data()
    {
        QTest::addColumn<QString>("box");
        QTest::addColumn<QString>("value");
        QTest::newRow("language") << u"language"_s << u"de"_s;
        QTest::newRow("time zone") << u"time-zone"_s << u"Asia/Tokyo"_s;
    }
    void aChoiceFromAListIsTaken()
    {
        QFETCH(QString, box);
        QFETCH(QString, value);
        auto *combo = m_page->findChild<QComboBox *>(box);
        const int index = combo->findData(value);
        QVERIFY(index >= 0);
        combo->setCurrentIndex(index);
        emit combo->activated(index);
        QCOMPARE(box == "language"_L1 ? settings().language : settings().timeZone, value);
        checkKept();
    }

    void aCheckIsTaken_data()
    {
        QTest::addColumn<QString>("check");
        QTest::addColumn<bool Settings::*>("member");
        QTest::newRow("motion") << u"reduced-motion"_s << &Settings::reducedMotion;
        QTest::newRow("what is recorded") << u"record-bodies"_s << &Settings::recordBodies;
        QTest::newRow("durability") << u"full-durability"_s << &Settings::fullDurability;
        QTest::newRow("practice") << u"practice"_s << &Settings::practice;
    }
    void aCheckIsTaken()
    {
        QFETCH(QString, check);
        QFETCH(bool Settings::*, member);
        const bool before = settings().*member;
        m_page->findChild<QCheckBox *>(check)->click();
        QCOMPARE(settings().*member, !before);
        checkKept();
    }

    void aLimitIsTakenWhenItsFieldIsLeft()
    {
        type(u"limit-day"_s, u"5.00"_s);
        QVERIFY(settings().limits.daily.has_value());
        QCOMPARE(settings().limits.daily->amount, NanoDollars{5'000'000'000});
        QVERIFY(settings().limits.daily->hard);
        type(u"limit-month"_s, u"50"_s);
        QCOMPARE(settings().limits.monthly->period, budget::Period::Month);
        checkKept();
        type(u"limit-day"_s, {});
        QVERIFY(!settings().limits.daily);
    }

    void aWrongLimitStaysAsTypedAndChangesNothing_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("words") << u"five"_s;
        QTest::newRow("negative") << u"-1"_s;
        QTest::newRow("nothing at all") << u"0"_s;
        QTest::newRow("more than a file may hold") << u"99999999"_s;
    }
    void aWrongLimitStaysAsTypedAndChangesNothing()
    {
        QFETCH(QString, typed);
        type(u"limit-day"_s, u"5.00"_s);
        const Settings before = settings();
        type(u"limit-day"_s, typed);
        auto *field = m_page->findChild<QLineEdit *>(u"limit-day"_s);
        QCOMPARE(field->text(), typed);
        QVERIFY(field->property("wrong").toBool());
        QVERIFY(!field->accessibleDescription().isEmpty());
        QCOMPARE(settings(), before);
    }

    void aWrongLimitStaysWhenAnotherSettingChanges()
    {
        type(u"limit-day"_s, u"5.00"_s);
        type(u"limit-day"_s, u"five"_s);
        m_page->findChild<QCheckBox *>(u"practice"_s)->click();
        const auto *field = m_page->findChild<QLineEdit *>(u"limit-day"_s);
        QCOMPARE(field->text(), u"five"_s);
        QVERIFY(field->property("wrong").toBool());
        type(u"limit-day"_s, u"6"_s);
        QCOMPARE(settings().limits.daily->amount, NanoDollars{6'000'000'000});
        QVERIFY(!field->property("wrong").toBool());
    }

    void aLimitCanBeMadeSoftBeforeItHasAnAmount()
    {
        auto *hard = m_page->findChild<QCheckBox *>(u"hard-day"_s);
        QVERIFY(hard->isChecked());
        hard->click();
        m_page->findChild<QCheckBox *>(u"practice"_s)->click();
        QVERIFY(!hard->isChecked());
        type(u"limit-day"_s, u"5"_s);
        QVERIFY(!settings().limits.daily->hard);
    }

    void theFirstFieldHasTheFocus()
    {
        m_page->setFocus();
        QCOMPARE(m_page->focusWidget(), m_page->findChild<QWidget *>(u"theme"_s));
    }

    void aChangeFromElsewhereIsShown()
    {
        Settings changed = settings();
        changed.recordBodies = false;
        changed.timeZone = u"Asia/Tokyo"_s;
        m_workspace->setSettings(changed);
        QVERIFY(!m_page->findChild<QCheckBox *>(u"record-bodies"_s)->isChecked());
        QCOMPARE(m_page->findChild<QComboBox *>(u"time-zone"_s)->currentData().toString(), u"Asia/Tokyo"_s);
        QCOMPARE(settings(), changed); // showing it is no edit
    }

private:
    [[nodiscard]] const Settings &settings() const { return m_workspace->settings(); }
    void type(const QString &name, const QString &text)
    {
        auto *field = m_page->findChild<QLineEdit *>(name);
        field->setText(text);
        emit field->editingFinished();
    }
    void checkKept() { QTRY_COMPARE(profile::loadSettings(m_paths).value_or(Settings{}), settings()); }

    std::unique_ptr<QTemporaryDir> m_folder;
    profile::Paths m_paths;
    std::unique_ptr<profile::Workspace> m_workspace;
    std::unique_ptr<SettingsPage> m_page;
};

static const bool tstSettingsPage = sb::testing::add<TstSettingsPage>();

#include "tst_settings_page.moc"
