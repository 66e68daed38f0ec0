#pragma once

#include "app/core_services.h"
#include "app/language.h"
#include "app/second_start.h"
#include "app/window/window_session.h"
#include "core/engine/catalog_updater.h"
#include "core/profile/conversation_store.h"
#include "core/profile/workspace.h"
#include "core/usage/queries.h"
#include "ui/chains/chain_work.h"
#include "ui/common/theme.h"
#include "ui/models/model_board.h"
#include "ui/providers/provider_board.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QTimer>

#include <memory>

namespace sb::ui {
class PlaygroundPage;
}

namespace sb::app {

/// Ids of the sections, in the order of the rail.
namespace section {
inline constexpr QLatin1StringView Playground{"playground"};
inline constexpr QLatin1StringView Chains{"chains"};
inline constexpr QLatin1StringView Dashboard{"dashboard"};
inline constexpr QLatin1StringView Requests{"requests"};
inline constexpr QLatin1StringView Models{"models"};
inline constexpr QLatin1StringView Providers{"providers"};
inline constexpr QLatin1StringView Settings{"settings"};
} // namespace section

/// The window's program: the one place where core and panels are put together. Members are in the order of their lives.
/// Nothing is read from disk before the first paint but settings and the window's own session.
class WindowApp final : public QObject
{
    Q_OBJECT
public:
    /// @param clock what panels call now; outlives the window
    WindowApp(QApplication &application, Language &language, const profile::Paths &paths,
              const profile::Settings &settings, const Clock &clock);
    ~WindowApp() override;

    void show();
    [[nodiscard]] ui::MainWindow &window() { return *m_window; }
    /// What is typed and what the window looks like; at the latest when this object goes, it is on disk.
    void keep();

private:
    // window_sections.cpp: the pages, and how one leads to another
    [[nodiscard]] QList<ui::Section> sections();
    QWidget *makePlayground(QWidget *parent);
    QWidget *makeChains(QWidget *parent);
    QWidget *makeDashboard(QWidget *parent);
    QWidget *makeRequests(QWidget *parent);
    QWidget *makeModels(QWidget *parent);
    QWidget *makeProviders(QWidget *parent);
    QWidget *makeSettings(QWidget *parent);
    template <typename Page>
    Page *go(QLatin1StringView section) ///< shows it
    {
        m_window->showSection(section);
        return static_cast<Page *>(m_window->page(section));
    }
    void offerServers(ui::PlaygroundPage &page) const;
    void useServer(const QString &address);

    // window_commands.cpp: what the palette finds
    void addCommands();
    [[nodiscard]] QList<ui::Command> commands();
    void addPlaygroundCommands(QList<ui::Command> &commands);
    [[nodiscard]] QList<ui::Command> targets();
    void addModels(QList<ui::Command> &commands);
    void searchRequests(const QString &query);
    void takeFound(usage::Ticket ticket, const Result<usage::QueryAnswer> &answer);
    [[nodiscard]] ui::Command commandFor(const usage::LogRow &row);

    void connectNotices();
    void showBadFiles();
    void connectWindow(); ///< what is made anew with its pages
    void useLanguage(); ///< of the settings, as soon as no answer is coming
    void rebuildWindow();
    void begin(); ///< after the first paint: profile, register, practice
    void readDrafts();
    void keepSession();
    void takeConversation(const QString &id);
    void keepDrafts();
    void updateWorld();
    void updateKeyOwners();
    void updateUsableProviders();
    void takeKeys();
    void comeToFront(const QByteArray &activationToken);
    void applySettings();
    void showHands();
    void askSpent();
    void takeSpent(usage::Ticket ticket, const Result<usage::QueryAnswer> &answer);

    QApplication &m_application;
    Language &m_language;
    profile::Paths m_paths;
    QString m_sessionPath;
    WindowSession m_session;
    const Clock &m_clock;
    ui::Theme m_theme;
    profile::Workspace m_workspace;
    profile::ConversationStore m_conversations;
    secrets::KeyStore m_keys;
    QList<secrets::KeyOwner> m_keyOwners; ///< whose keys were asked for
    CoreServices m_core;
    usage::Queries m_queries;
    usage::Queries m_trafficQueries; ///< of their own: a month of requests takes longer than others like to wait
    ui::ProviderBoard m_providers;
    engine::CatalogUpdater m_updater;
    ui::ModelBoard m_models;
    usage::Ticket m_spentTicket;
    std::pair<usage::Ticket, usage::RecordKey> m_explaining; ///< the record that the playground asked about last
    QTimer m_minute; ///< other programs spend, too, and the day ends
    /// What the palette looks for: several queries, whose answers are shown together.
    struct RequestSearch
    {
        QString query = {};
        QList<usage::Ticket> tickets = {}; ///< in the order of what they find
        QHash<qsizetype, QList<usage::LogRow>> found = {}; ///< by index of the ticket
    };
    RequestSearch m_search;
    std::optional<ui::ChainWork> m_chainDraft; ///< for the page of the chains, when it is made
    bool m_draftOnDisk = false; ///< as it was read or written last
    RaiseServer m_raise;
    QSet<RequestId> m_running; ///< whose answers are coming
    std::unique_ptr<ui::MainWindow> m_window; ///< dies first: its pages use all of the above
};

} // namespace sb::app
