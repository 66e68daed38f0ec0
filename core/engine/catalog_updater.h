#pragma once

#include "core/engine/engine.h"
#include "core/profile/workspace.h"

#include <QObject>

namespace sb::engine {

/// Refreshes the catalog of a workspace when the user asks for it: who is asked, the fetch, the merge. On the thread of
/// the panels, one refresh at a time. Prices are never fetched by themselves: an explicit refresh is the user's yes.
class CatalogUpdater final : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Idle,
        Fetching, ///< asks the sources; can be cancelled
        Merging, ///< puts together and writes what came; takes some milliseconds
    };

    CatalogUpdater(Engine &engine, profile::Workspace &workspace, const Clock &clock, QObject *parent = nullptr);
    ~CatalogUpdater() override; ///< a fetch that runs is given up

    /// Asks the providers that can be used, routers whose list is public, and the price index. Does nothing while one
    /// runs. → progressed()…, finished()
    /// @param offersOf models for which routers are asked who offers them at which price, such as those in chains
    void start(const QStringList &offersOf = {});
    void cancel(); ///< finished() still comes: what was fetched by then is used, the rest is Cancelled
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isRunning() const { return m_state != State::Idle; }
    [[nodiscard]] const FetchProgress &progress() const { return m_progress; } ///< of the one that runs
    /// Of the last refresh since the program started; `at` is 0 when there was none.
    [[nodiscard]] const catalog::RefreshReport &lastReport() const { return m_report; }

signals:
    void progressed(const sb::engine::FetchProgress &progress);
    void finished(const sb::catalog::RefreshReport &report); ///< once a start, after the workspace has the new catalog

private:
    void takeFetches(CheckId id, const QList<catalog::Fetch> &fetches);
    void takeReport(const catalog::RefreshReport &report);

    Engine &m_engine;
    profile::Workspace &m_workspace;
    const Clock &m_clock;
    State m_state = State::Idle;
    CheckId m_fetch;
    FetchProgress m_progress;
    catalog::RefreshReport m_report;
};

/// Whom a refresh asks: enabled providers that can be used and list their models, besides routers whose list of prices
/// is public; not simulated ones. With what each said last, so that it need not say it again.
[[nodiscard]] FetchSpec refreshSpec(const catalog::Catalog &catalog, const QSet<QString> &usable,
                                    const QList<catalog::FetchedList> &known, const QUrl &index);

} // namespace sb::engine
