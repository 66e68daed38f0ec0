#pragma once

#include "core/engine/engine.h"
#include "core/profile/conversation.h"

#include <QObject>
#include <QSet>

namespace sb::ui {

/// What a prompt will cost in all panes that get it, before it is sent: a dry run for each, added up. Requests are made
/// off the thread of the window: they have the whole history and all images in them.
class CostEstimate final : public QObject
{
    Q_OBJECT
public:
    explicit CostEstimate(engine::Engine &engine, QObject *parent = nullptr);

    /// Answers of an earlier call are forgotten.
    /// @param panes with the question as their last turn; empty: there is nothing to ask
    void ask(const profile::Conversation &shared, const QList<profile::PaneState> &panes);

signals:
    void changed(const QString &sentence); ///< "≈ 690 tokens · $0.004 to $0.011"

private:
    void plan(int generation, const QList<engine::RunSpec> &specs);
    void take(const Result<routing::Plan> &plan);
    [[nodiscard]] QString sentence() const;

    engine::Engine &m_engine;
    int m_generation = 0; ///< of the last call
    QSet<RequestId> m_waiting;
    qint64 m_tokens = 0;
    NanoDollars m_low = {};
    NanoDollars m_high = {};
    int m_unpriced = 0;
    QString m_problem;
};

} // namespace sb::ui
