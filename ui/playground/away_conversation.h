#pragma once

#include "ui/playground/pane_run.h"

#include <QTimer>

namespace sb::ui {

/// A conversation that was left while answers came: they come to their end without being seen, and are paid for anyway.
class AwayConversation final : public QObject
{
    Q_OBJECT
public:
    /// @param shared without its panes. @param panes are its own from now on
    AwayConversation(const profile::Conversation &shared, const QList<PaneRun *> &panes, QObject *parent);

    [[nodiscard]] profile::Conversation snapshot() const;
    [[nodiscard]] profile::Conversation stoppedSnapshot() const;
    [[nodiscard]] const profile::Conversation &shared() const { return m_shared; }
    void setTitle(const QString &title);
    [[nodiscard]] QList<PaneRun *> takePanes(); ///< they need another parent then

signals:
    void changed(); ///< to be kept
    void ended(); ///< nothing comes any more; after the last changed()

private:
    void takeEnd();

    profile::Conversation m_shared;
    QList<PaneRun *> m_panes;
    QTimer m_saveRunning;
};

} // namespace sb::ui
