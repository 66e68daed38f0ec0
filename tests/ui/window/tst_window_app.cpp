#include "app/window/window_app.h"

#include "tests/testing/testing.h"
#include "ui/common/toast.h"
#include "ui/shell/main_window.h"
#include "ui/shell/navigation_rail.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::app;

/// The whole program behind its window: what a setting does at once, as a person sees it.
class TstWindowApp final : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const profile::Paths paths = *profile::prepare(m_folder->filePath(u"profile"_s));
        profile::Settings settings;
        settings.language = u"en"_s;
        m_language = std::make_unique<Language>(*QCoreApplication::instance(), none);
        m_language->apply(settings.language);
        m_app = std::make_unique<WindowApp>(*static_cast<QApplication *>(QCoreApplication::instance()), *m_language,
                                            paths, settings, m_clock);
        m_app->show();
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *window = qobject_cast<ui::MainWindow *>(widget))
                m_window = window;
        }
        QVERIFY(m_window);
        QVERIFY(QTest::qWaitForWindowExposed(m_window));
    }
    void cleanup()
    {
        m_app.reset();
        m_language.reset();
        m_folder.reset();
        QLocale::setDefault(QLocale::c());
    }

    void theLanguageChangesAtOnceAndWhatIsTypedStays()
    {
        QTest::keyClicks(prompt(), u"Half a question"_s);
        choose(u"language"_s, u"de"_s);
        QTRY_COMPARE(QLocale().language(), QLocale::German);
        QCOMPARE(m_window->currentSection(), u"settings"_s);
        QTRY_COMPARE(m_window->focusWidget(), m_window->findChild<QComboBox *>(u"language"_s));
        m_window->showSection(u"playground"_s);
        QTRY_VERIFY(prompt()->toPlainText().endsWith(u"Half a question"_s));
    }

    void everySectionCanBeShownAfterTheLanguageChanged()
    {
        const QStringList sections{u"playground"_s, u"chains"_s,    u"dashboard"_s,
                                   u"requests"_s,   u"providers"_s, u"settings"_s};
        for (const QString &section : sections)
            m_window->showSection(section);
        choose(u"language"_s, u"de"_s);
        QTRY_COMPARE(QLocale().language(), QLocale::German);
        for (const QString &section : sections) {
            m_window->showSection(section);
            QCOMPARE(m_window->currentSection(), section);
        }
    }

    void aDarkThemeIsThereAtOnce()
    {
        const QColor before = m_window->palette().color(QPalette::Window);
        m_window->showSection(u"settings"_s);
        m_window->page(u"settings"_s)->findChild<QWidget *>(u"theme"_s)->setFocus();
        auto *theme = m_window->page(u"settings"_s)->findChild<QWidget *>(u"theme"_s);
        QTest::keyClick(theme, Qt::Key_Right);
        QTest::keyClick(theme, Qt::Key_Right);
        QTRY_VERIFY(m_window->palette().color(QPalette::Window).lightness() < 128);
        QVERIFY(before.lightness() >= 128);
    }

private:
    static std::vector<std::unique_ptr<QTranslator>> none(const QLocale &) { return {}; }
    [[nodiscard]] QPlainTextEdit *prompt() const
    {
        return m_window->page(u"playground"_s)->findChild<QPlainTextEdit *>(u"prompt"_s);
    }
    void choose(const QString &name, const QString &value)
    {
        m_window->showSection(u"settings"_s);
        auto *combo = m_window->findChild<QComboBox *>(name);
        const int index = combo->findData(value);
        combo->setCurrentIndex(index);
        emit combo->activated(index);
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<WindowApp> m_app;
    ui::MainWindow *m_window = nullptr;
};

static const bool registered = sb::testing::add<TstWindowApp>();

#include "tst_window_app.moc"
