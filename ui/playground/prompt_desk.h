#pragma once

#include "ui/playground/session.h"

#include <QSet>

namespace sb::ui {

class CostEstimate;
class PaneRow;
class PromptBox;

/// Between the prompt box and the session: who gets the prompt, through which chain, what it will cost, and whether it
/// can be sent at all.
class PromptDesk final : public QObject
{
    Q_OBJECT
public:
    PromptDesk(PromptBox &box, PaneRow &row, PlaygroundSession &session, profile::Workspace &workspace,
               engine::Engine &engine, QObject *parent = nullptr);

    /// Why nothing can be sent now although there is a prompt; empty: nothing is in the way.
    void setObstacle(const QString &obstacle);
    void refresh(); ///< after anything that it depends on has changed
    void send(); ///< or refused()

signals:
    void refused(const QString &why);

private:
    void connectBox();
    void askEstimate();
    void chooseChain(const QPoint &at);
    void chooseReceivers(const QPoint &at);
    [[nodiscard]] QString whyNot() const;
    [[nodiscard]] QList<PaneRun *> receivers() const;

    PromptBox &m_box;
    PaneRow &m_row;
    PlaygroundSession &m_session;
    profile::Workspace &m_workspace;
    CostEstimate *m_estimate;
    QString m_obstacle;
    QSet<PaneRun *> m_leftOut; ///< panes that do not get the prompt
    QTimer m_estimateSoon;
};

} // namespace sb::ui
