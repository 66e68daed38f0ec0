#pragma once

#include "ui/chains/dry_run.h"
#include "ui/chains/live_state.h"

namespace sb::ui {

/// Keeps the live state of a document's steps: health from the engine, the last 24 hours from the register. Looks only
/// while somebody watches.
class LiveSource final : public QObject
{
    Q_OBJECT
public:
    LiveSource(engine::Engine &engine, usage::Queries &queries, ChainDocument &document, DryRun &dryRun,
               const Clock &clock, QObject *parent = nullptr);

    void setWatching(bool watching);
    [[nodiscard]] const QList<StepLive> &states() const { return m_states; } ///< one a step; empty: not known yet
    [[nodiscard]] WallTime now() const { return m_clock.wall(); }

signals:
    void changed();

private:
    void lookAtHealth();
    void lookAtUse();
    void takeUse(usage::Ticket ticket, const Result<usage::QueryAnswer> &answer);
    void present();

    engine::Engine &m_engine;
    usage::Queries &m_queries;
    ChainDocument &m_document;
    DryRun &m_dryRun;
    const Clock &m_clock;
    QTimer m_health;
    QTimer m_use;
    engine::CheckId m_looking;
    usage::Ticket m_asked;
    Breakers m_breakers;
    usage::ChainUse m_lastUse;
    bool m_practice = false; ///< the ledger that was asked
    QList<StepLive> m_states;
};

} // namespace sb::ui
