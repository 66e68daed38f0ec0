#include "app/window/window_app.h"

#include "ui/chains/chains_page.h"
#include "ui/common/toast.h"
#include "ui/dashboard/dashboard_page.h"
#include "ui/playground/playground_page.h"
#include "ui/providers/providers_page.h"
#include "ui/requests/requests_page.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/navigation_rail.h"
#include "ui/shell/spent_today.h"

#include <QComboBox>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace sb::app {

namespace {

constexpr auto Playground = "playground"_L1;
constexpr auto Chains = "chains"_L1;
constexpr auto Dashboard = "dashboard"_L1;
constexpr auto Requests = "requests"_L1;
constexpr auto Providers = "providers"_L1;
constexpr auto SettingsId = "settings"_L1;

LoadedProfile emptyProfile(const profile::Paths &paths, const profile::Settings &settings)
{
    return {.paths = paths, .settings = settings, .world = {}, .notices = {}};
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
    , m_queries(paths.registerFile(), m_clock)
    , m_providers(m_workspace, m_keys, m_core.engine(), m_clock)
    , m_window(std::make_unique<ui::MainWindow>(sections()))
{
    applySettings();
    m_workspace.setFresh(m_session.conversation.isEmpty());
    connect(&m_workspace, &profile::Workspace::settingsChanged, this, &WindowApp::applySettings);
    connect(&m_workspace, &profile::Workspace::catalogChanged, this, &WindowApp::updateWorld);
    connect(&m_workspace, &profile::Workspace::chainsChanged, this, &WindowApp::updateWorld);
    connect(&m_workspace, &profile::Workspace::failed, this,
            [this](const Error &error) { m_window->toast().present(error.message); });
    connect(&m_keys, &secrets::KeyStore::changed, this, &WindowApp::takeKeys);
    connect(&m_core, &CoreServices::practiceReady, &m_workspace, &profile::Workspace::setBaseUrls);
    connect(&m_core, &CoreServices::ready, this, &WindowApp::askSpent);
    connect(&m_core, &CoreServices::failed, this,
            [this](const Error &error) { m_window->toast().present(error.message); });
    connect(&m_core.usage(), &usage::Register::changed, this, &WindowApp::askSpent);
    connect(&m_queries, &usage::Queries::answered, this, &WindowApp::takeSpent);
    connect(&m_raise, &RaiseServer::raiseRequested, this, &WindowApp::comeToFront);
    connect(&m_workspace, &profile::Workspace::loaded, &m_providers, &ui::ProviderBoard::lookAround);
    connect(&m_providers, &ui::ProviderBoard::changed, this, &WindowApp::showHands);
    connect(&m_core.engine(), &engine::Engine::runEvent, this, [this](RequestId id, const engine::RunEvent &event) {
        if (!std::holds_alternative<engine::Ended>(event))
            m_running.insert(id);
        else if (m_running.remove(id) && m_running.isEmpty())
            useLanguage();
    });
    connect(m_window.get(), &ui::MainWindow::closing, this, &WindowApp::keep);
    connectWindow();
}

void WindowApp::connectWindow()
{
    connect(&m_window->rail().spentToday(), &QAbstractButton::clicked, this,
            [this] { m_window->showSection(Dashboard); });
    addCommands();
    showHands();
}

WindowApp::~WindowApp()
{
    m_window.reset();
}

void WindowApp::show()
{
    m_window->showSection(m_session.section.isEmpty() ? QString(Playground) : m_session.section);
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
    if (auto *page = qobject_cast<ui::PlaygroundPage *>(m_window->madePage(Playground))) {
        page->keep();
        conversation = page->session().snapshot();
    }
    std::optional<ui::ChainsPage::Work> chains;
    if (const auto *page = qobject_cast<ui::ChainsPage *>(m_window->madePage(Chains)))
        chains = page->work();
    std::optional<ui::ProvidersPage::Work> providers;
    if (const auto *page = qobject_cast<ui::ProvidersPage *>(m_window->madePage(Providers)))
        providers = page->work();

    m_language.apply(m_workspace.settings().language);
    m_window->rebuild(sections());
    m_providers.refresh();
    connectWindow();
    askSpent();
    if (auto *page = conversation ? qobject_cast<ui::PlaygroundPage *>(m_window->page(Playground)) : nullptr)
        page->resume(*conversation);
    if (auto *page = chains ? qobject_cast<ui::ChainsPage *>(m_window->page(Chains)) : nullptr)
        page->resume(*chains);
    if (auto *page = providers ? qobject_cast<ui::ProvidersPage *>(m_window->page(Providers)) : nullptr)
        page->resume(*providers);
    if (auto *language = m_window->findChild<QComboBox *>(u"language"_s))
        language->setFocus(Qt::OtherFocusReason);
}

void WindowApp::begin()
{
    m_workspace.load();
    m_core.start();
    if (const auto listening = m_raise.listen(raiseSocket(m_paths)); !listening)
        m_window->toast().present(listening.error().message);
    if (!m_session.conversation.isEmpty()) {
        if (auto *page = qobject_cast<ui::PlaygroundPage *>(m_window->page(Playground)))
            page->openConversation(m_session.conversation);
    }
}

QList<ui::Section> WindowApp::sections()
{
    return {
        {.id = Playground,
         .iconName = u"playground"_s,
         .title = tr("Playground"),
         .make =
             [this](QWidget *parent) {
                 auto *ballot = new ui::Ballot(m_core.usage(), m_queries, m_clock, parent);
                 auto *page =
                     new ui::PlaygroundPage(m_core.engine(), m_workspace, m_conversations, *ballot, m_clock, parent);
                 connect(page, &ui::PlaygroundPage::conversationOpened, this,
                         [this](const QString &id) { m_session.conversation = id; });
                 connect(page, &ui::PlaygroundPage::notice, this, [this](const QString &text, const QString &action) {
                     m_window->toast().present(text, action);
                 });
                 connect(&m_window->toast(), &ui::Toast::actionTriggered, page, &ui::PlaygroundPage::undo);
                 connect(&m_providers, &ui::ProviderBoard::changed, page, [this, page] { offerServers(*page); });
                 connect(page, &ui::PlaygroundPage::localServerChosen, this, &WindowApp::useServer);
                 connect(page, &ui::PlaygroundPage::keyRequested, this, [this] {
                     m_window->showSection(Providers);
                     if (auto *providers = qobject_cast<ui::ProvidersPage *>(m_window->page(Providers)))
                         providers->showAdding();
                 });
                 offerServers(*page);
                 connect(page, &ui::PlaygroundPage::traceRequested, this, [this](const usage::RecordKey &key) {
                     m_window->showSection(Requests);
                     if (auto *requests = qobject_cast<ui::RequestsPage *>(m_window->page(Requests)))
                         requests->showRecord(key);
                 });
                 return page;
             }},
        {.id = Chains,
         .iconName = u"chains"_s,
         .title = tr("Chains"),
         .make =
             [this](QWidget *parent) {
                 auto *page = new ui::ChainsPage(m_core.engine(), m_queries, m_workspace, parent);
                 connect(page, &ui::ChainsPage::notice, this, [this, page](const QString &text, const QString &action) {
                     m_window->toast().present(text, action, [page] { page->undo(); });
                 });
                 return page;
             },
         .compactRail = true},
        {.id = Dashboard,
         .iconName = u"dashboard"_s,
         .title = tr("Dashboard"),
         .make =
             [this](QWidget *parent) {
                 auto *page = new ui::DashboardPage(m_queries, m_core.usage(), parent);
                 connect(page, &ui::DashboardPage::playgroundWanted, this,
                         [this] { m_window->showSection(Playground); });
                 connect(page, &ui::DashboardPage::requestsWanted, this, [this](const usage::Filter &filter) {
                     m_window->showSection(Requests);
                     if (auto *requests = qobject_cast<ui::RequestsPage *>(m_window->page(Requests)))
                         requests->showFiltered(filter);
                 });
                 return page;
             }},
        {.id = Requests,
         .iconName = u"requests"_s,
         .title = tr("Requests"),
         .make =
             [this](QWidget *parent) {
                 auto *page = new ui::RequestsPage(m_queries, m_core.usage(), m_workspace, m_clock, parent);
                 connect(page, &ui::RequestsPage::openInPlayground, this,
                         [this](const QString &target, const QString &prompt) {
                             m_window->showSection(Playground);
                             if (auto *playground = qobject_cast<ui::PlaygroundPage *>(m_window->page(Playground)))
                                 playground->openWith(target, prompt);
                         });
                 return page;
             }},
        {.id = Providers,
         .iconName = u"providers"_s,
         .title = tr("Providers"),
         .make =
             [this](QWidget *parent) {
                 auto *page = new ui::ProvidersPage(m_providers, m_queries, m_core.usage(), parent);
                 connect(page, &ui::ProvidersPage::notice, this,
                         [this, page](const QString &text, const QString &action) {
                             m_window->toast().present(text, action, [page] { page->undo(); });
                         });
                 return page;
             }},
        {.id = SettingsId,
         .iconName = u"settings"_s,
         .title = tr("Settings"),
         .make = [this](QWidget *parent) { return new ui::SettingsPage(m_workspace, parent); },
         .atFoot = true},
    };
}

void WindowApp::updateWorld()
{
    m_core.setWorld(m_workspace.catalog(), m_workspace.chains());
    updateUsableProviders();
    const QList<secrets::KeyOwner> owners = keyOwners(m_workspace.catalog().providers());
    if (owners != m_keyOwners) {
        m_keyOwners = owners;
        m_keys.load(owners);
    }
}

void WindowApp::updateUsableProviders()
{
    QSet<QString> usable = engine::usableProviders(m_core.loaded().world);
    for (const catalog::Provider &provider : m_workspace.catalog().providers()) {
        if (!provider.enabled || (provider.practice && !m_workspace.settings().practice))
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
    askSpent();
    useLanguage();
}

void WindowApp::offerServers(ui::PlaygroundPage &page) const
{
    QList<ui::LocalServer> servers;
    for (const engine::LocalServer &offer : m_providers.offers()) {
        QStringList models;
        for (const catalog::ListedModel &model : offer.models)
            models.append(model.upstreamModel);
        const catalog::Provider *kind = m_workspace.catalog().provider(offer.kind);
        servers.append({.providerId = offer.baseUrl.toString(),
                        .name = kind ? kind->name : tr("A model server"),
                        .address = offer.baseUrl.authority(),
                        .models = models});
    }
    page.setLocalServers(servers);
}

/// @param address of a server that was offered on the first page
void WindowApp::useServer(const QString &address)
{
    for (const engine::LocalServer &offer : m_providers.offers()) {
        if (offer.baseUrl.toString() != address)
            continue;
        const QString id = m_providers.use(offer);
        m_window->showSection(Providers);
        if (auto *page = qobject_cast<ui::ProvidersPage *>(m_window->page(Providers)))
            page->showProvider(id);
        return;
    }
}

/// At the rail: that somebody needs a hand, and who.
void WindowApp::showHands()
{
    const QList<ui::Hand> hands = m_providers.hands();
    if (hands.isEmpty())
        m_window->rail().setSignal(Providers, std::nullopt, {});
    else
        //: State of a section in the navigation, then why.
        m_window->rail().setSignal(Providers, hands.constFirst().signal,
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
        m_window->rail().spentToday().set(spent->today, m_workspace.settings().limits.daily);
}

void WindowApp::addCommands()
{
    m_window->commandPalette().addSource(u'>', [this] {
        QList<ui::Command> commands;
        const QString go = tr("Go to");
        const QList<std::pair<QLatin1StringView, QString>> places{
            {Playground, tr("Playground")}, {Chains, tr("Chains")},       {Dashboard, tr("Dashboard")},
            {Requests, tr("Requests")},     {Providers, tr("Providers")}, {SettingsId, tr("Settings")}};
        int number = 0;
        for (const auto &[id, title] : places) {
            const QString key = id == SettingsId ? QString() : u"Ctrl+%1"_s.arg(++number);
            commands.append({.group = go, .text = title, .key = key, .run = [this, id = QString(id)] {
                                 m_window->showSection(id);
                             }});
        }
        return commands;
    });
    m_window->commandPalette().addSource(u'@', [this] {
        QList<ui::Command> commands;
        QStringList targets;
        for (const routing::Chain &chain : m_workspace.chains())
            targets.append(u"chain/"_s + chain.name);
        for (const QString &target : targets + m_workspace.usableModels()) {
            commands.append({.group = tr("Ask"), .text = target, .key = {}, .run = [this, target] {
                                 m_window->showSection(Playground);
                                 if (auto *page = qobject_cast<ui::PlaygroundPage *>(m_window->page(Playground)))
                                     page->openWith(target, {});
                             }});
        }
        return commands;
    });
}

void WindowApp::keep()
{
    if (auto *page = qobject_cast<ui::PlaygroundPage *>(m_window->page(Playground)))
        page->keep();
    m_session.geometry = m_window->saveGeometry();
    m_session.section = m_window->currentSection();
    // Small and at the very end: the one write that does not go through a worker.
    (void)saveWindowSession(m_sessionPath, m_session);
}

} // namespace sb::app
