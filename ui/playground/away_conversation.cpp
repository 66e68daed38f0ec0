#include "ui/playground/away_conversation.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace sb::ui {

AwayConversation::AwayConversation(const profile::Conversation &shared, const QList<PaneRun *> &panes, QObject *parent)
    : QObject(parent)
    , m_shared(shared)
    , m_panes(panes)
{
    for (PaneRun *pane : panes) {
        pane->setParent(this);
        connect(pane, &PaneRun::runningChanged, this, &AwayConversation::takeEnd);
    }
    connect(&m_saveRunning, &QTimer::timeout, this, &AwayConversation::changed);
    m_saveRunning.start(2s);
}

profile::Conversation AwayConversation::snapshot() const
{
    profile::Conversation whole = m_shared;
    for (const PaneRun *pane : m_panes)
        whole.panes.append(pane->snapshot());
    return whole;
}

profile::Conversation AwayConversation::stoppedSnapshot() const
{
    profile::Conversation whole = m_shared;
    for (const PaneRun *pane : m_panes)
        whole.panes.append(pane->stoppedSnapshot());
    return whole;
}

void AwayConversation::setTitle(const QString &title)
{
    m_shared.title = title;
    emit changed();
}

QList<PaneRun *> AwayConversation::takePanes()
{
    m_saveRunning.stop();
    for (PaneRun *pane : std::as_const(m_panes))
        pane->disconnect(this);
    return std::exchange(m_panes, {});
}

void AwayConversation::takeEnd()
{
    emit changed();
    if (std::none_of(m_panes.cbegin(), m_panes.cend(), [](const PaneRun *pane) { return pane->isRunning(); }))
        emit ended();
}

} // namespace sb::ui
