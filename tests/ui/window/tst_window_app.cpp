#include "app/window/window_app.h"

#include "tests/testing/testing.h"
#include "tests/usage/samples.h"
#include "ui/chains/chains_page.h"
#include "ui/common/choice_delegate.h"
#include "ui/common/toast.h"
#include "ui/dashboard/dashboard_page.h"
#include "ui/models/model_detail.h"
#include "ui/playground/playground_page.h"
#include "ui/requests/requests_page.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/main_window.h"
#include "ui/shell/navigation_rail.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QToolButton>

#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::app;

namespace {

/// "Providers (Ctrl+6)" gives "Ctrl+6".
QString keyInReadme(const QString &section)
{
    QFile file(testing::inSource(u"README.md"_s));
    if (!file.open(QIODevice::ReadOnly))
        return u"no README.md"_s;
    return QString::fromUtf8(file.readAll()).section(section + u" ("_s, 1, 1).section(u')', 0, 0);
}

} // namespace

/// The whole program behind its window: what a setting does at once, as a person sees it.
class TstWindowApp final : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_paths = *profile::prepare(m_folder->filePath(u"profile"_s));
        m_settings = {.language = u"en"_s};
        m_language = std::make_unique<Language>(*QCoreApplication::instance(), none);
        m_language->apply(m_settings.language);
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
        open();
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
        open();
        const QStringList sections{u"playground"_s, u"chains"_s,    u"dashboard"_s, u"requests"_s,
                                   u"models"_s,     u"providers"_s, u"settings"_s};
        for (const QString &section : sections)
            m_window->showSection(section);
        choose(u"language"_s, u"de"_s);
        QTRY_COMPARE(QLocale().language(), QLocale::German);
        for (const QString &section : sections) {
            m_window->showSection(section);
            QCOMPARE(m_window->currentSection(), section);
        }
    }

    void whatIsFilteredStaysFilteredAfterTheLanguageChanged()
    {
        open();
        m_window->showSection(u"requests"_s);
        const usage::Filter filter{.ledger = usage::Ledger::Practice, .fellBack = true, .text = u"points"_s};
        pageOf<ui::RequestsPage>(u"requests"_s).showFiltered(filter);
        m_window->showSection(u"dashboard"_s);
        pageOf<ui::DashboardPage>(u"dashboard"_s)
            .resume({.filter = {.ledger = usage::Ledger::Practice, .models = {u"practice/express"_s}},
                     .range = ui::RangeKind::All,
                     .measure = ui::Measure::Tokens});
        choose(u"language"_s, u"de"_s);
        QTRY_COMPARE(QLocale().language(), QLocale::German);
        QCOMPARE(pageOf<ui::RequestsPage>(u"requests"_s).work().filter, filter);
        const ui::DashboardPage::Work work = pageOf<ui::DashboardPage>(u"dashboard"_s).work();
        QCOMPARE(work.filter.ledger, usage::Ledger::Practice);
        QCOMPARE(work.filter.models, QStringList{u"practice/express"_s});
        QCOMPARE(work.range, ui::RangeKind::All);
        QCOMPARE(work.measure, ui::Measure::Tokens);
    }

    void whatIsOpenIsKnownToTheNextStartAlsoAfterACrash()
    {
        open();
        const auto *send = m_window->page(u"playground"_s)->findChild<QAbstractButton *>(u"send"_s);
        QTRY_VERIFY(send->isEnabled());
        QTest::keyClick(prompt(), Qt::Key_Return, Qt::ControlModifier);
        const QString id = pageOf<ui::PlaygroundPage>(u"playground"_s).session().shared().id;
        QVERIFY(!id.isEmpty());
        QTRY_COMPARE(loadWindowSession(m_paths.root + u"/window.json"_s).conversation, id); // it is not closed
    }

    void theWayOfAnAnswerIsExplainedWhereItStands()
    {
        open();
        const auto *send = m_window->page(u"playground"_s)->findChild<QAbstractButton *>(u"send"_s);
        QTRY_VERIFY(send->isEnabled());
        QTest::keyClick(prompt(), Qt::Key_Return, Qt::ControlModifier);
        auto *why = m_window->page(u"playground"_s)->findChild<QAbstractButton *>(u"whyRoute"_s);
        QTRY_VERIFY_WITH_TIMEOUT(why->isVisible(), 20'000); // once it is on record
        why->click();
        QTRY_VERIFY(QApplication::activePopupWidget());
        auto *popup = QApplication::activePopupWidget();
        QCOMPARE(popup->objectName(), u"routePopup"_s);
        popup->findChild<QAbstractButton *>(u"openTrace"_s)->click();
        QCOMPARE(m_window->currentSection(), u"requests"_s);
    }

    void theUsersClassesAreReachedFromThePromptsClass()
    {
        open();
        const auto *send = m_window->page(u"playground"_s)->findChild<QAbstractButton *>(u"send"_s);
        QTRY_VERIFY(send->isEnabled());
        QTest::keyClick(prompt(), Qt::Key_Return, Qt::ControlModifier);
        auto *shown = m_window->page(u"playground"_s)->findChild<QAbstractButton *>(u"class"_s);
        QTRY_VERIFY(shown->isVisible());
        shown->click();
        auto *popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        popup->findChild<QAbstractButton *>(u"ownClasses"_s)->click();
        QCOMPARE(m_window->currentSection(), u"settings"_s);
        QTRY_COMPARE(m_window->focusWidget()->objectName(), u"new-class"_s);
    }

    void aDarkThemeIsThereAtOnce()
    {
        open();
        const QColor before = m_window->palette().color(QPalette::Window);
        m_window->showSection(u"settings"_s);
        m_window->page(u"settings"_s)->findChild<QWidget *>(u"theme"_s)->setFocus();
        auto *theme = m_window->page(u"settings"_s)->findChild<QWidget *>(u"theme"_s);
        QTest::keyClick(theme, Qt::Key_Right);
        QTest::keyClick(theme, Qt::Key_Right);
        QTRY_VERIFY(m_window->palette().color(QPalette::Window).lightness() < 128);
        QVERIFY(before.lightness() >= 128);
    }

    void aDamagedRegisterIsSaidAndTheRequestsOfTheSideRegisterAreShown()
    {
        write(m_paths.registerFile(), "Dear diary, today I was renamed to usage.sqlite.");
        record(m_paths.root + u"/usage.side-1.sqlite"_s);
        open(u"requests"_s);
        QTRY_VERIFY(notice().contains(u"usage.sqlite is damaged"_s));
        QVERIFY2(notice().contains(u"put a backup in the place of the damaged file"_s), qPrintable(notice()));
        const auto *table = m_window->page(u"requests"_s)->findChild<QAbstractItemView *>();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTest::mouseClick(cross(), Qt::LeftButton); // advice: whoever has read it may close it
        QVERIFY(notice().isEmpty());
    }

    void aRegisterOfANewerProgramIsSaidAsLongAsTheWindowIsOpen()
    {
        record(m_paths.registerFile());
        const auto raised = [this](QSqlDatabase &database) {
            return QSqlQuery(database).exec(u"PRAGMA user_version = 9999"_s);
        };
        withDatabase(raised);
        open(u"requests"_s);
        QTRY_VERIFY(!notice().isEmpty());
        QVERIFY(cross()->isHidden());
        QVERIFY(m_window->page(u"requests"_s)->isEnabled());
    }

    void aRegisterThatCannotBeWrittenIsSaidUntilItCan()
    {
        record(m_paths.registerFile());
        open(u"requests"_s);
        const auto *table = m_window->page(u"requests"_s)->findChild<QAbstractItemView *>();
        QTRY_COMPARE(table->model()->rowCount(), 1); // the register is open
        m_window->showSection(u"playground"_s);
        const auto *send = m_window->page(u"playground"_s)->findChild<QAbstractButton *>(u"send"_s);
        QTRY_VERIFY(send->isEnabled());
        withDatabase([this](QSqlDatabase &database) {
            QSqlQuery query(database);
            const bool locked = query.exec(u"BEGIN IMMEDIATE"_s);
            QTest::keyClick(prompt(), Qt::Key_Return, Qt::ControlModifier);
            // SQLite itself waits for 10 s.
            const bool said = QTest::qWaitFor([this] { return !notice().isEmpty() && cross()->isHidden(); }, 40'000);
            return locked && said && query.exec(u"COMMIT"_s);
        });
        QTRY_VERIFY_WITH_TIMEOUT(notice().isEmpty(), 30'000);
    }

    void brokenFilesAreSaidAtOnceWithWhatToDo()
    {
        write(m_paths.providers() + u"/broken.json"_s, "{");
        write(m_paths.chains() + u"/night.json"_s, "[]");
        open();
        QTRY_VERIFY(!notice().isEmpty());
        QVERIFY2(notice().contains(u"broken.json"_s) && notice().contains(u"night.json"_s)
                     && notice().contains(u"correct it or remove it"_s),
                 qPrintable(notice()));
    }

    void aClosedWindowIsRememberedAndMakesNoPageThatWasNotShown()
    {
        open(u"requests"_s);
        m_window->close();
        QVERIFY(!m_window->madePage(u"playground"_s));
        m_app.reset(); // what it was asked to write is written now
        const Result<Json> session =
            profile::readFile(m_paths.root + u"/window.json"_s).and_then([](const QByteArray &bytes) {
                return parseJson(bytes);
            });
        QVERIFY2(session, session ? "" : qPrintable(session.error().message));
        QCOMPARE((*session)["section"].toText(), u"requests"_s);
    }

    void aChainThatWasNotSavedIsThereAtTheNextStart()
    {
        open(u"chains"_s);
        QTRY_COMPARE(chains().document().chain().name, u"sample"_s);
        routing::Chain chain = chains().document().chain();
        chain.description = u"half done"_s;
        chains().document().replace(chain, u"Edit"_s);
        close();
        open(); // without its page being made
        takeDrafts();
        close();
        open(u"chains"_s);
        QTRY_COMPARE(chains().document().chain(), chain);
        QVERIFY(chains().document().isChanged());
        QVERIFY(chains().document().saved().description != chain.description);

        chains().resume({.chain = chain, .saved = chain, .keptAs = u"sample"_s}); // as after a save
        close();
        open(u"chains"_s);
        QTRY_COMPARE(chains().document().chain().name, u"sample"_s);
        takeDrafts();
        QVERIFY(!chains().hasWork());
    }

    void aSectionThatThereIsNoLongerOpensThePlayground()
    {
        open(u"marshalling yard"_s);
        QCOMPARE(m_window->currentSection(), u"playground"_s);
    }

    void theFirstStartOpensThePlayground()
    {
        open(QString());
        QCOMPARE(m_window->currentSection(), u"playground"_s);
    }

    void thePaletteFindsARequest_data()
    {
        QTest::addColumn<QString>("query");
        QTest::newRow("by its number") << u"#1"_s;
        QTest::newRow("the newest ones") << u"#"_s;
    }
    void thePaletteFindsARequest()
    {
        QFETCH(QString, query);
        record(m_paths.registerFile());
        open();
        type(query);
        auto *found = m_window->commandPalette().findChild<QListView *>();
        QTRY_COMPARE(found->model()->rowCount(), 1);
        QVERIFY(found->model()->index(0, 0).data().toString().startsWith(u"#1, author/m0"_s));
        QTest::keyClick(paletteQuery(), Qt::Key_Return);
        QCOMPARE(m_window->currentSection(), u"requests"_s);
    }

    void thePaletteFindsAModelAndAddsItToAChain()
    {
        open(u"chains"_s);
        QTRY_COMPARE(chains().document().chain().name, u"sample"_s); // the profile was read
        const qsizetype steps = chains().document().chain().steps.size();
        type(u"@claude-fable-5"_s);
        QTest::keyClick(paletteQuery(), Qt::Key_Return);
        QCOMPARE(m_window->currentSection(), u"models"_s);
        auto *detail = m_window->findChild<ui::ModelDetail *>();
        QTRY_COMPARE(detail->shown(), u"anthropic/claude-fable-5"_s);
        QTRY_VERIFY(detail->isVisible());
        emit detail->chainMenuWanted(detail->shown(), {});
        auto *menu = m_window->page(u"models"_s)->findChild<QMenu *>();
        QVERIFY(menu);
        menu->actions().constFirst()->trigger();
        menu->close();
        QCOMPARE(m_window->currentSection(), u"chains"_s);
        QCOMPARE(chains().document().chain().steps.size(), steps + 1);
        QCOMPARE(chains().document().chain().steps.constLast().model, u"anthropic/claude-fable-5"_s);
        QVERIFY(m_window->toast().isPresented());
        m_window->toast().findChild<QPushButton *>()->click(); // undo
        QCOMPARE(chains().document().chain().steps.size(), steps);
    }

    void thePaletteDoesWhatThePageOffers_data()
    {
        QTest::addColumn<QString>("section");
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("key");
        QTest::newRow("another section") << u"playground"_s << u"Requests"_s << u"Ctrl+4"_s;
        QTest::newRow("as README.md says") << u"playground"_s << u"Providers"_s << keyInReadme(u"Providers"_s);
        QTest::newRow("settings") << u"playground"_s << u"Settings"_s << u"Ctrl+,"_s;
        QTest::newRow("a new conversation") << u"chains"_s << u"New conversation"_s << QString();
        QTest::newRow("a button of the page") << u"playground"_s << u"Settings of the conversation"_s << u"Ctrl+I"_s;
        QTest::newRow("undo") << u"playground"_s << u"Undo"_s << u"Ctrl+Z"_s;
        QTest::newRow("a new chain") << u"chains"_s << u"New chain"_s << QString();
        QTest::newRow("another step") << u"chains"_s << u"Add a step"_s << u"Ins"_s;
        QTest::newRow("the theme") << u"requests"_s << u"Dark theme"_s << QString();
        QTest::newRow("the rail") << u"requests"_s << u"Fold the navigation"_s << u"F9"_s;
    }
    void thePaletteDoesWhatThePageOffers()
    {
        QFETCH(QString, section);
        QFETCH(QString, command);
        QFETCH(QString, key);
        open(section);
        if (section == "chains"_L1) // which offers steps when there is a chain
            QTRY_COMPARE(chains().document().chain().name, u"sample"_s);
        type(u'>' + command);
        const auto *found = m_window->commandPalette().findChild<QListView *>()->model();
        QVERIFY(found->rowCount() > 0);
        QCOMPARE(found->index(0, 0).data().toString(), command);
        QCOMPARE(found->index(0, 0).data(ui::ChoiceKeyRole).toString(), key);
    }

    void theThemeIsChosenInThePalette()
    {
        open();
        type(u">Dark theme"_s);
        QTest::keyClick(paletteQuery(), Qt::Key_Return);
        QTRY_VERIFY(m_window->palette().color(QPalette::Window).lightness() < 128);
    }

    void anAnswerThatIsComingWhenTheWindowEndsIsCancelledAndNotLost()
    {
        open();
        const auto *send = m_window->page(u"playground"_s)->findChild<QAbstractButton *>(u"send"_s);
        QTRY_VERIFY(send->isEnabled());
        QTest::keyClick(prompt(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(ends(), QStringList{u"open"_s});
        m_app->keep();
        m_app.reset();
        QCOMPARE(ends(), QStringList{u"cancelled"_s});
    }

    void practiceThatIsSwitchedOffIsOfferedNoMore()
    {
        open();
        const auto *send = m_window->page(u"playground"_s)->findChild<QAbstractButton *>(u"send"_s);
        QTRY_VERIFY(send->isEnabled());
        m_window->showSection(u"settings"_s);
        m_window->page(u"settings"_s)->findChild<QAbstractButton *>(u"practice"_s)->click();
        m_window->showSection(u"playground"_s);
        QTest::keyClick(prompt(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(problem().contains(u"Practice is switched off in Settings"_s));
        QVERIFY(ends().isEmpty());
    }

private:
    /// @param section that was shown when the window was closed
    void open(const QString &section = u"playground"_s)
    {
        write(m_paths.root + u"/window.json"_s, toJson(WindowSession{.section = section}).dump());
        m_app = std::make_unique<WindowApp>(*static_cast<QApplication *>(QCoreApplication::instance()), *m_language,
                                            m_paths, m_settings, m_clock);
        m_app->show();
        m_window = &m_app->window();
        QVERIFY(QTest::qWaitForWindowExposed(m_window));
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    /// Makes a register with one request.
    void record(const QString &path)
    {
        usage::Register usage({.path = path}, m_clock);
        std::optional<usage::OpenOutcome> opened;
        connect(&usage, &usage::Register::opened, this, [&opened](auto, const auto &outcome) { opened = outcome; });
        usage.start();
        usage.open(usage::smallOpenRecord({}, m_clock.wall()));
        QTRY_VERIFY(opened);
        usage.settle(usage::smallSettlement(opened->key, {5})); // written before it ends
    }
    void withDatabase(const std::function<bool(QSqlDatabase &)> &work)
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"beside"_s);
            database.setDatabaseName(m_paths.registerFile());
            QVERIFY2(database.open(), qPrintable(database.lastError().text()));
            QVERIFY2(work(database), qPrintable(database.lastError().text()));
        }
        QSqlDatabase::removeDatabase(u"beside"_s);
    }
    /// How the practice requests on record ended.
    [[nodiscard]] QStringList ends()
    {
        usage::Queries queries(m_paths.registerFile(), m_clock);
        std::optional<QStringList> ends;
        connect(&queries, &usage::Queries::answered, this, [&ends](auto, const Result<usage::QueryAnswer> &answer) {
            ends.emplace();
            if (!answer)
                return;
            for (const usage::LogRow &row : std::get<usage::LogPage>(*answer).rows)
                ends->append(row.open ? u"open"_s : QString::fromLatin1(routing::toWireName(row.end)));
        });
        queries.ask(usage::LogQuery{.filter = {.ledger = usage::Ledger::Practice}});
        return QTest::qWaitFor([&ends] { return ends.has_value(); }) ? *ends : QStringList{u"no answer"_s};
    }
    static void takeDrafts() ///< read on a thread of the pool, and handed over
    {
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::sendPostedEvents();
    }
    void close()
    {
        m_window->close();
        m_app.reset(); // what it was asked to write is written now
    }
    [[nodiscard]] ui::ChainsPage &chains() const { return pageOf<ui::ChainsPage>(u"chains"_s); }
    void type(const QString &text) ///< into the palette
    {
        m_window->commandPalette().toggle();
        QTest::keyClicks(paletteQuery(), text);
    }
    [[nodiscard]] QLineEdit *paletteQuery() const { return m_window->commandPalette().findChild<QLineEdit *>(); }
    [[nodiscard]] QWidget *banner() const { return m_window->findChild<QWidget *>(u"notice"_s); }
    [[nodiscard]] QString notice() const { return banner()->isHidden() ? QString() : banner()->accessibleName(); }
    [[nodiscard]] QToolButton *cross() const { return banner()->findChild<QToolButton *>(); }
    /// Why the last prompt has no answer.
    [[nodiscard]] QString problem() const
    {
        auto *page = static_cast<ui::PlaygroundPage *>(m_window->page(u"playground"_s));
        const QList<profile::Turn> &turns = page->session().panes().constFirst()->state().turns;
        return turns.isEmpty() ? QString() : turns.constLast().error;
    }

    static std::vector<std::unique_ptr<QTranslator>> none(const QLocale &) { return {}; }
    template <typename Page>
    [[nodiscard]] Page &pageOf(const QString &section) const
    {
        return *qobject_cast<Page *>(m_window->page(section));
    }
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
    profile::Paths m_paths;
    profile::Settings m_settings;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<WindowApp> m_app;
    ui::MainWindow *m_window = nullptr;
};

static const bool tstWindowApp = sb::testing::add<TstWindowApp>();

#include "tst_window_app.moc"
