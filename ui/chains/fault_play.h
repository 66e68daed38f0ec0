#pragma once

#include "ui/chains/chain_rehearsal.h"
#include "ui/chains/dry_run.h"

namespace sb::ui {

/// Faults that were chosen at stations, and what becomes of the dry run's request under them. Played anew a moment
/// after each change; they stay with their steps when these move.
class FaultPlay final : public QObject
{
    Q_OBJECT
public:
    FaultPlay(ChainDocument &document, DryRun &dryRun, profile::Workspace &workspace, QObject *parent = nullptr);

    /// @param fault its id; empty: none
    void setFault(qsizetype step, const QByteArray &fault);
    void clear();
    [[nodiscard]] QByteArray fault(qsizetype step) const { return m_faults.value(step); }
    [[nodiscard]] const QList<QByteArray> &faults() const { return m_faults; } ///< one a step; empty: none
    [[nodiscard]] bool any() const;

    /// nullopt: no fault is chosen, not played yet, or not to be played.
    [[nodiscard]] const std::optional<lab::FaultResult> &result() const { return m_result; }
    [[nodiscard]] const QString &failure() const { return m_failure; } ///< a sentence; empty unless it failed

signals:
    void changed(); ///< faults, result or failure

private:
    void follow();
    void playSoon();
    void play();
    void take(const Result<lab::Scorecard> &scorecard);

    ChainDocument &m_document;
    DryRun &m_dryRun;
    profile::Workspace &m_workspace;
    QList<routing::Step> m_steps; ///< for which the faults were chosen
    QList<QByteArray> m_faults;
    QTimer m_soon;
    std::unique_ptr<lab::Rehearsal> m_rehearsal;
    std::optional<lab::FaultResult> m_result;
    QString m_failure;
};

/// The faults of steps that were edited: what was moved takes its fault along, what is new has none.
[[nodiscard]] QList<QByteArray> movedFaults(const QList<routing::Step> &before, const QList<QByteArray> &faults,
                                            const QList<routing::Step> &after);

} // namespace sb::ui
