#include "app/window/window_app.h"

#include "ui/chains/chains_page.h"
#include "ui/common/toast.h"
#include "ui/dashboard/dashboard_page.h"
#include "ui/models/models_page.h"
#include "ui/playground/playground_page.h"
#include "ui/providers/providers_page.h"
#include "ui/requests/requests_page.h"
#include "ui/settings/settings_page.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace sb::app {

QList<ui::Section> WindowApp::sections()
{
    return {
        {.id = section::Playground,
         .iconName = u"playground"_s,
         .title = tr("Playground"),
         .make = [this](QWidget *parent) { return makePlayground(parent); }},
        {.id = section::Chains,
         .iconName = u"chains"_s,
         .title = tr("Chains"),
         .make = [this](QWidget *parent) { return makeChains(parent); },
         .compactRail = true},
        {.id = section::Dashboard,
         .iconName = u"dashboard"_s,
         .title = tr("Dashboard"),
         .make = [this](QWidget *parent) { return makeDashboard(parent); }},
        {.id = section::Requests,
         .iconName = u"requests"_s,
         .title = tr("Requests"),
         .make = [this](QWidget *parent) { return makeRequests(parent); }},
        {.id = section::Models,
         .iconName = u"models"_s,
         .title = tr("Models"),
         .make = [this](QWidget *parent) { return makeModels(parent); }},
        {.id = section::Providers,
         .iconName = u"providers"_s,
         .title = tr("Providers"),
         .make = [this](QWidget *parent) { return makeProviders(parent); }},
        {.id = section::Settings,
         .iconName = u"settings"_s,
         .title = tr("Settings"),
         .make = [this](QWidget *parent) { return makeSettings(parent); },
         .atFoot = true},
    };
}

QWidget *WindowApp::makePlayground(QWidget *parent)
{
    auto *ballot = new ui::Ballot(m_core.usage(), m_queries, m_clock, parent);
    auto *page = new ui::PlaygroundPage(m_core.engine(), m_workspace, m_conversations, *ballot, m_clock, parent);
    connect(page, &ui::PlaygroundPage::conversationOpened, this, &WindowApp::takeConversation);
    connect(page, &ui::PlaygroundPage::notice, this, [this, page](const QString &text, const QString &action) {
        m_window->toast().present(text, action, [page] { page->undo(); });
    });
    connect(page, &ui::PlaygroundPage::failed, this, [this](const Error &error) {
        m_window->setNotice({.id = u"playground"_s, .signal = ui::Signal::Stop, .sentence = error.message});
    });
    connect(&m_providers, &ui::ProviderBoard::changed, page, [this, page] { offerServers(*page); });
    connect(page, &ui::PlaygroundPage::localServerChosen, this, &WindowApp::useServer);
    connect(page, &ui::PlaygroundPage::keyRequested, this,
            [this] { go<ui::ProvidersPage>(section::Providers)->showAdding(); });
    connect(page, &ui::PlaygroundPage::traceRequested, this,
            [this](const usage::RecordKey &key) { go<ui::RequestsPage>(section::Requests)->showRecord(key); });
    connect(page, &ui::PlaygroundPage::explanationRequested, this, [this](const usage::RecordKey &key) {
        m_explaining = {m_queries.ask(usage::DetailQuery{.key = key}), key};
    });
    connect(&m_queries, &usage::Queries::answered, page,
            [this, page](usage::Ticket ticket, const Result<usage::QueryAnswer> &answer) {
                const auto *record = answer ? std::get_if<usage::RequestRecord>(&*answer) : nullptr;
                if (record && ticket == m_explaining.first)
                    page->explain(*record, m_explaining.second);
            });
    connect(page, &ui::PlaygroundPage::classesRequested, this,
            [this] { go<ui::SettingsPage>(section::Settings)->showClasses(); });
    offerServers(*page);
    return page;
}

QWidget *WindowApp::makeChains(QWidget *parent)
{
    auto *page = new ui::ChainsPage(m_core.engine(), m_queries, m_workspace, m_clock, parent);
    connect(page, &ui::ChainsPage::notice, this, [this, page](const QString &text, const QString &action, int undo) {
        m_window->toast().present(text, action, [page, undo] { page->undo(undo); });
    });
    connect(page, &ui::ChainsPage::requestWanted, this,
            [this](const usage::RecordKey &key) { go<ui::RequestsPage>(section::Requests)->showRecord(key); });
    connect(page, &ui::ChainsPage::noticeOutdated, this, [this](const QString &text) {
        if (m_window->toast().accessibleName() == text) // another page may have said something since
            m_window->toast().hide();
    });
    if (m_chainDraft)
        page->resume(*std::exchange(m_chainDraft, std::nullopt));
    return page;
}

QWidget *WindowApp::makeDashboard(QWidget *parent)
{
    auto *page = new ui::DashboardPage(m_queries, m_core.usage(), parent);
    connect(page, &ui::DashboardPage::playgroundWanted, this, [this] { m_window->showSection(section::Playground); });
    connect(page, &ui::DashboardPage::requestsWanted, this,
            [this](const usage::Filter &filter) { go<ui::RequestsPage>(section::Requests)->showFiltered(filter); });
    return page;
}

QWidget *WindowApp::makeRequests(QWidget *parent)
{
    auto *page = new ui::RequestsPage(m_queries, m_core.usage(), m_workspace, m_clock, parent);
    connect(page, &ui::RequestsPage::playgroundWanted, this, [this] { m_window->showSection(section::Playground); });
    connect(page, &ui::RequestsPage::openInPlayground, this, [this](const QString &target, const QString &prompt) {
        go<ui::PlaygroundPage>(section::Playground)->openWith(target, prompt);
    });
    return page;
}

QWidget *WindowApp::makeModels(QWidget *parent)
{
    auto *page = new ui::ModelsPage(m_models, parent);
    connect(page, &ui::ModelsPage::playgroundWanted, this,
            [this](const QString &model) { go<ui::PlaygroundPage>(section::Playground)->openWith(model, {}); });
    connect(page, &ui::ModelsPage::chainWanted, this, [this](const QString &chain, const QString &model) {
        go<ui::ChainsPage>(section::Chains)->addModel(chain, model);
    });
    connect(page, &ui::ModelsPage::notice, this, [this](const QString &text, const std::function<void()> &undo) {
        m_window->toast().present(text, undo ? tr("Undo") : QString(), undo);
    });
    return page;
}

QWidget *WindowApp::makeProviders(QWidget *parent)
{
    auto *page = new ui::ProvidersPage(m_providers, m_queries, m_core.usage(), parent);
    connect(page, &ui::ProvidersPage::notice, this, [this, page](const QString &text, const QString &action) {
        m_window->toast().present(text, action, [page] { page->undo(); });
    });
    return page;
}

QWidget *WindowApp::makeSettings(QWidget *parent)
{
    auto *page = new ui::SettingsPage(m_workspace, parent);
    connect(page, &ui::SettingsPage::notice, this, [this, page](const QString &text, const QString &action) {
        m_window->toast().present(text, action, [page] { page->undo(); });
    });
    return page;
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
        go<ui::ProvidersPage>(section::Providers)->showProvider(id);
        return;
    }
}

} // namespace sb::app
