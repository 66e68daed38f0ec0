#pragma once

#include "core/lab/rehearsal.h"
#include "core/profile/workspace.h"
#include "ui/chains/chain_document.h"

#include <memory>

namespace sb::ui {

/// The rehearsal of the chain as it is edited: runs it, keeps what came of it, and knows whether that still holds.
class ChainRehearsal final : public QObject
{
    Q_OBJECT
public:
    ChainRehearsal(ChainDocument &document, profile::Workspace &workspace, const Clock &clock,
                   QObject *parent = nullptr);

    void start(); ///< anew, whatever was there
    void cancel(); ///< keeps what came until then
    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] bool hasRun() const { return m_chain.has_value(); } ///< to an end, or is running
    /// The chain was edited since, or the catalog is another one.
    [[nodiscard]] bool isOutdated() const;
    [[nodiscard]] const QList<lab::FaultResult> &results() const { return m_results; } ///< in the catalog's order
    [[nodiscard]] const lab::FaultResult *result(const QByteArray &fault) const; ///< nullptr: none
    [[nodiscard]] qsizetype steps() const { return m_chain ? m_chain->steps.size() : 0; } ///< of what was rehearsed
    [[nodiscard]] int all() const { return m_all; } ///< faults that are to be rehearsed
    [[nodiscard]] const std::optional<lab::Scorecard> &scorecard() const { return m_scorecard; } ///< of the last end
    [[nodiscard]] const QString &failure() const { return m_failure; } ///< a sentence; empty: it could run
    [[nodiscard]] WallTime endedAt() const { return m_endedAt; }
    [[nodiscard]] std::chrono::milliseconds took() const { return m_took; } ///< by the real clock

signals:
    void changed(); ///< started, further, ended, or no longer of this chain

private:
    void take(const Result<lab::Scorecard> &scorecard);
    void forget();

    ChainDocument &m_document;
    profile::Workspace &m_workspace;
    const Clock &m_clock;
    std::unique_ptr<lab::Rehearsal> m_rehearsal;
    std::optional<routing::Chain> m_chain; ///< that was rehearsed
    catalog::Catalog m_catalog;
    QList<lab::FaultResult> m_results;
    std::optional<lab::Scorecard> m_scorecard;
    QString m_failure;
    WallTime m_endedAt = {};
    SteadyTime m_startedAt{0};
    std::chrono::milliseconds m_took{0};
    int m_all = 0;
    bool m_running = false;
};

/// Whether a request travels the same way by both: all but name, version and description.
[[nodiscard]] bool isSameWay(const routing::Chain &a, const routing::Chain &b);

} // namespace sb::ui
