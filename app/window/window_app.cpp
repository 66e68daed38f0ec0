#include "app/window/window_app.h"

#include "ui/chains/chains_page.h"
#include "ui/common/toast.h"
#include "ui/dashboard/dashboard_page.h"
#include "ui/models/models_page.h"
#include "ui/playground/playground_page.h"
#include "ui/providers/providers_page.h"
#include "ui/requests/requests_page.h"
#include "ui/shell/navigation_rail.h"
#include "ui/shell/spent_today.h"

#include <QComboBox>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sb::app {

namespace {

constexpr qint64 DraftsLimit = 4 * 1024 * 1024;

LoadedProfile emptyProfile(const profile::Paths &paths, const profile::Settings &settings)
{
    return {.paths = paths, .settings = settings, .complete = false};
}

} // namespace

WindowApp::WindowApp(QApplication &application, Language &language, const profile::Paths &paths,
                     const profile::Settings &settings, const Clock &clock)
    : m_application(application)
    , m_language(language)
    , m_paths(paths)
    , m_sessionPath(paths.root + u"/window.json"_s)
    , m_session(loadWindowSession(m_sessionPath))
    , m_clock(clock)
    , m_theme(application)
    , m_workspace(paths, settings)
    , m_conversations(paths)
    , m_keys(m_clock, [](const QString &variable) { return qgetenv(variable.toLatin1().constData()); })
    , m_core(emptyProfile(paths, settings))
    , m_queries(m_clock)
    , m_trafficQueries(m_clock)
    , m_providers(m_workspace, m_keys, m_core.engine(), m_clock)
    , m_updater(m_core.engine(), m_workspace, m_clock)
    , m_models(m_workspace, m_updater, m_trafficQueries, m_core.usage(), m_clock)
    , m_window(std::make_unique<ui::MainWindow>(sections()))
{
    applySettings();
    m_workspace.setFresh(m_session.conversation.isEmpty());
    connect(&m_workspace, &profile::Workspace::settingsChanged, this, &WindowApp::applySettings);
    connect(&m_workspace, &profile::Workspace::catalogChanged, this, &WindowApp::updateWorld);
    connect(&m_workspace, &profile::Workspace::chainsChanged, this, &WindowApp::updateWorld);
    connect(&m_workspace, &profile::Workspace::classesChanged, this,
            [this] { m_core.setClassifier(m_workspace.classifier()); });
    connect(&m_workspace, &profile::Workspace::policiesChanged, this, &WindowApp::updateWorld);
    connect(&m_workspace, &profile::Workspace::versionsChanged, this, &WindowApp::updateWorld);
    connect(&m_keys, &secrets::KeyStore::changed, this, &WindowApp::takeKeys);
    connect(&m_core, &CoreServices::practiceReady, &m_workspace, &profile::Workspace::setBaseUrls);
    connect(&m_core.usage(), &usage::Register::changed, this, &WindowApp::askSpent);
    connect(&m_queries, &usage::Queries::answered, this, &WindowApp::takeSpent);
    connect(&m_minute, &QTimer::timeout, this, &WindowApp::askSpent);
    m_minute.start(1min);
    connect(&m_queries, &usage::Queries::answered, this, &WindowApp::takeFound);
    connect(&m_raise, &RaiseServer::raiseRequested, this, &WindowApp::comeToFront);
    connect(&m_workspace, &profile::Workspace::loaded, &m_providers, &ui::ProviderBoard::lookAround);
    connect(&m_providers, &ui::ProviderBoard::changed, this, &WindowApp::showHands);
    connect(&m_core.engine(), &engine::Engine::runEvent, this, [this](RequestId id, const engine::RunEvent &event) {
        if (!std::holds_alternative<engine::Ended>(event))
            m_running.insert(id);
        else if (m_running.remove(id) && m_running.isEmpty())
            useLanguage();
    });
    connect(&m_core.engine(), &engine::Engine::budgetWarned, this,
            [this](const budget::Warning &warning) { m_window->toast().present(describe(warning)); });
    connect(m_window.get(), &ui::MainWindow::closing, this, &WindowApp::keep);
    connectNotices();
    connectWindow();
}

/// What lasts is shown as long as it lasts; what has happened, until somebody has seen it.
void WindowApp::connectNotices()
{
    connect(&m_core, &CoreServices::registerOpened, this, [this](const QString &path, const QString &advice) {
        m_queries.setPath(path);
        m_trafficQueries.setPath(path);
        if (!advice.isEmpty())
            m_window->setNotice({.id = u"register"_s, .sentence = advice});
    });
    connect(&m_core, &CoreServices::failed, this, [this](const Error &error) {
        m_queries.setPath(tl::unexpected(error));
        m_trafficQueries.setPath(tl::unexpected(error));
        m_window->setNotice(
            {.id = u"register"_s, .signal = ui::Signal::Stop, .sentence = error.message, .closable = false});
    });
    connect(&m_core.usage(), &usage::Register::heldUp, this, [this](const Error &why) {
        m_window->setNotice(
            {.id = u"writing"_s, .signal = ui::Signal::Stop, .sentence = why.message, .closable = false});
    });
    connect(&m_core.usage(), &usage::Register::resumed, this, [this] { m_window->clearNotice(u"writing"_s); });
    connect(&m_core, &CoreServices::practiceFailed, this,
            [this](const Error &error) { m_window->setNotice({.id = u"practice"_s, .sentence = error.message}); });
    connect(&m_core, &CoreServices::practiceReady, this, [this] { m_window->clearNotice(u"practice"_s); });
    connect(&m_conversations, &profile::ConversationStore::heldUp, this, [this](const Error &why) {
        m_window->setNotice({.id = u"conversations"_s,
                             .signal = ui::Signal::Stop,
                             //: %1 is a sentence: why a conversation cannot be saved.
                             .sentence = tr("%1 What you typed and what was answered is held, and saving is tried "
                                            "again. Do not close Signalbox before.")
                                             .arg(why.message),
                             .closable = false});
    });
    connect(&m_conversations, &profile::ConversationStore::resumed, this,
            [this] { m_window->clearNotice(u"conversations"_s); });
    connect(&m_workspace, &profile::Workspace::loaded, this, &WindowApp::showBadFiles);
    connect(&m_workspace, &profile::Workspace::failed, this, [this](const Error &error) {
        m_window->setNotice({.id = u"profile"_s, .signal = ui::Signal::Stop, .sentence = error.message});
    });
}

void WindowApp::showBadFiles()
{
    const QList<profile::BadFile> &bad = m_workspace.badFiles();
    if (bad.isEmpty()) {
        m_window->clearNotice(u"files"_s);
        return;
    }
    QStringList others;
    for (const profile::BadFile &file : bad.sliced(1))
        others.append(u"“%1”"_s.arg(file.path));
    QString sentence = bad.constFirst().error.message;
    if (!others.isEmpty())
        //: A sentence about a file that cannot be used, then the paths of others.
        sentence = tr("%1 The same is true of %2.").arg(sentence, others.join(u", "_s));
    m_window->setNotice({.id = u"files"_s, .sentence = sentence});
}

void WindowApp::connectWindow()
{
    connect(&m_window->rail().spentToday(), &QAbstractButton::clicked, this,
            [this] { m_window->showSection(section::Dashboard); });
    addCommands();
    showHands();
}

WindowApp::~WindowApp()
{
    m_window.reset();
}

void WindowApp::show()
{
    m_window->showSection(m_session.section);
    if (m_window->currentSection().isEmpty()) // the first start, or one that there is no longer
        m_window->showSection(section::Playground);
    if (!m_window->restoreGeometry(m_session.geometry))
        m_window->resize(1280, 800);
    m_window->show();
    QTimer::singleShot(0, this, &WindowApp::begin);
}

void WindowApp::useLanguage()
{
    if (m_language.isApplied(m_workspace.settings().language))
        return;
    if (!m_running.isEmpty())
        m_window->toast().present(tr("The language changes when the answers that are coming are complete."));
    else // not inside a signal of a page that goes
        QTimer::singleShot(0, this, &WindowApp::rebuildWindow);
}

/// Words are given to widgets when they are made, so all of them are made anew; what was typed goes along.
void WindowApp::rebuildWindow()
{
    if (m_language.isApplied(m_workspace.settings().language) || !m_running.isEmpty())
        return;
    std::optional<profile::Conversation> conversation;
    if (auto *page = qobject_cast<ui::PlaygroundPage *>(m_window->madePage(section::Playground))) {
        page->keep();
        conversation = page->session().snapshot();
    }
    std::optional<ui::ChainWork> chains;
    if (auto *page = qobject_cast<ui::ChainsPage *>(m_window->madePage(section::Chains))) {
        page->commit();
        chains = page->work();
    }
    std::optional<ui::DashboardPage::Work> dashboard;
    if (const auto *page = qobject_cast<ui::DashboardPage *>(m_window->madePage(section::Dashboard)))
        dashboard = page->work();
    std::optional<ui::RequestsPage::Work> requests;
    if (const auto *page = qobject_cast<ui::RequestsPage *>(m_window->madePage(section::Requests)))
        requests = page->work();
    std::optional<ui::ModelsPage::Work> models;
    if (const auto *page = qobject_cast<ui::ModelsPage *>(m_window->madePage(section::Models)))
        models = page->work();
    std::optional<ui::ProvidersPage::Work> providers;
    if (const auto *page = qobject_cast<ui::ProvidersPage *>(m_window->madePage(section::Providers)))
        providers = page->work();

    m_language.apply(m_workspace.settings().language);
    m_window->rebuild(sections());
    m_providers.refresh();
    connectWindow();
    askSpent();
    if (auto *page = conversation ? qobject_cast<ui::PlaygroundPage *>(m_window->page(section::Playground)) : nullptr)
        page->resume(*conversation);
    if (auto *page = chains ? qobject_cast<ui::ChainsPage *>(m_window->page(section::Chains)) : nullptr)
        page->resume(*chains);
    if (auto *page = dashboard ? qobject_cast<ui::DashboardPage *>(m_window->page(section::Dashboard)) : nullptr)
        page->resume(*dashboard);
    if (auto *page = requests ? qobject_cast<ui::RequestsPage *>(m_window->page(section::Requests)) : nullptr)
        page->resume(*requests);
    if (auto *page = models ? qobject_cast<ui::ModelsPage *>(m_window->page(section::Models)) : nullptr)
        page->resume(*models);
    if (auto *page = providers ? qobject_cast<ui::ProvidersPage *>(m_window->page(section::Providers)) : nullptr)
        page->resume(*providers);
    if (auto *language = m_window->findChild<QComboBox *>(u"language"_s))
        language->setFocus(Qt::OtherFocusReason);
}

void WindowApp::begin()
{
    m_workspace.load();
    readDrafts();
    m_core.start();
    if (const auto listening = m_raise.listen(raiseSocket(m_paths)); !listening)
        m_window->setNotice({.id = u"raising"_s, .sentence = listening.error().message});
    if (!m_session.conversation.isEmpty()) {
        if (auto *page = qobject_cast<ui::PlaygroundPage *>(m_window->page(section::Playground)))
            page->openConversation(m_session.conversation);
    }
}

void WindowApp::readDrafts()
{
    QThreadPool::globalInstance()->start(
        [self = QPointer(this), path = m_paths.drafts(), app = QCoreApplication::instance()] {
            const Result<ui::ChainWork> chain =
                profile::readFile(path, DraftsLimit)
                    .and_then([](const QByteArray &bytes) { return parseJson(bytes); })
                    .and_then([](const Json &json) { return ui::parseChainWork(json["chain"]); });
            // Posted to the application, which outlives both: self may die on its own thread meanwhile.
            QMetaObject::invokeMethod(app, [self, chain] {
                if (!self)
                    return;
                self->m_draftOnDisk = bool(chain);
                auto *page = qobject_cast<ui::ChainsPage *>(self->m_window->madePage(section::Chains));
                if (chain && !page)
                    self->m_chainDraft = *chain;
                else if (chain && !page->hasWork())
                    page->resume(*chain);
            });
        });
}

void WindowApp::keepSession()
{
    m_session.geometry = m_window->saveGeometry();
    m_session.section = m_window->currentSection();
    m_workspace.exportFile(m_sessionPath, toJson(m_session).dumpIndented());
}

/// Written at once: after a crash the next start would else take the profile for a new one.
void WindowApp::takeConversation(const QString &id)
{
    if (id == m_session.conversation)
        return;
    m_session.conversation = id;
    keepSession();
}

/// What was edited and not saved, for the next start.
void WindowApp::keepDrafts()
{
    if (auto *page = qobject_cast<ui::ChainsPage *>(m_window->madePage(section::Chains))) {
        page->commit();
        m_chainDraft = page->hasWork() ? std::optional(page->work()) : std::nullopt;
    }
    if (!m_chainDraft && !m_draftOnDisk)
        return; // a file that we cannot read may be a newer program's
    m_draftOnDisk = m_chainDraft.has_value();
    Json json = Json::object();
    json.set("version", 1);
    if (m_chainDraft)
        json.set("chain", ui::toJson(*m_chainDraft));
    m_workspace.exportFile(m_paths.drafts(), json.dumpIndented());
}

void WindowApp::updateWorld()
{
    if (m_workspace.catalog().providers().isEmpty())
        return; // an address came before the profile was read
    m_core.setWorld(m_workspace.catalog(), m_workspace.chains(), m_workspace.policies(), m_workspace.canaries());
    updateUsableProviders();
    updateKeyOwners();
}

void WindowApp::updateKeyOwners()
{
    const QList<secrets::KeyOwner> owners =
        keyOwners(m_workspace.catalog().providers(), m_workspace.shipped().providers(), m_workspace.settings().keys);
    if (owners != m_keyOwners) {
        m_keyOwners = owners;
        m_keys.load(owners);
    }
}

void WindowApp::updateUsableProviders()
{
    const engine::World &world = m_core.loaded().world; // practice is switched off there, as the settings say
    QSet<QString> usable = engine::usableProviders(world);
    for (const catalog::Provider &provider : world.catalog.providers()) {
        if (!provider.enabled)
            usable.remove(provider.id);
    }
    m_workspace.setUsableProviders(usable);
}

void WindowApp::takeKeys()
{
    m_core.setKeys(m_keys.table());
    if (!m_keys.table().values().isEmpty())
        m_workspace.setFresh(false);
    updateUsableProviders();
}

void WindowApp::comeToFront(const QByteArray &activationToken)
{
    // Where Qt looks for it when a window asks for the focus; it takes it away again then.
    if (!activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activationToken);
    if (m_window->isMinimized())
        m_window->showNormal();
    m_window->raise();
    m_window->activateWindow();
}

void WindowApp::applySettings()
{
    const profile::Settings &settings = m_workspace.settings();
    m_theme.setChoice(settings.theme);
    m_theme.setReducedMotion(settings.reducedMotion);
    m_core.applySettings(settings);
    updateUsableProviders();
    if (!m_workspace.catalog().providers().isEmpty())
        updateKeyOwners(); // another key may have been added
    askSpent();
    useLanguage();
}

/// At the rail: that somebody needs a hand, and who.
void WindowApp::showHands()
{
    const QList<ui::Hand> hands = m_providers.hands();
    if (hands.isEmpty())
        m_window->rail().setSignal(section::Providers, std::nullopt, {});
    else
        //: State of a section in the navigation, then why.
        m_window->rail().setSignal(section::Providers, hands.constFirst().signal,
                                   tr("caution: %1").arg(hands.constFirst().sentence));
}

void WindowApp::askSpent()
{
    m_spentTicket = m_queries.ask(usage::SpentQuery{});
}

void WindowApp::takeSpent(usage::Ticket ticket, const Result<usage::QueryAnswer> &answer)
{
    if (ticket != m_spentTicket || !answer)
        return;
    if (const auto *spent = std::get_if<usage::SpentNow>(&*answer))
        m_window->rail().spentToday().set(spent->today, spent->month, m_workspace.settings().limits);
}

void WindowApp::keep()
{
    if (auto *page = qobject_cast<ui::PlaygroundPage *>(m_window->madePage(section::Playground)))
        page->keep();
    keepDrafts();
    keepSession(); // by a worker that we wait for at the end
}

} // namespace sb::app
