#pragma once

#include "core/engine/engine.h"
#include "core/profile/conversation_store.h"
#include "core/profile/workspace.h"

#include <QList>
#include <QTimer>
#include <QWidget>

class QSplitter;
class QStackedWidget;
class QToolButton;

namespace sb::ui {

class ConversationList;
class FirstRun;
class PageHeader;
class Pane;
class PromptBox;

/// One prompt, one to four panes: each with its own model or chain, its own history, its own line.
class PlaygroundPage final : public QWidget
{
    Q_OBJECT
public:
    PlaygroundPage(engine::Engine &engine, profile::Workspace &workspace, profile::ConversationStore &conversations,
                   const Clock &clock, QWidget *parent = nullptr);
    ~PlaygroundPage() override;

    void openConversation(const QString &id);
    void newConversation();
    /// A fresh conversation with this target in its pane: "open in playground".
    void openWith(const QString &target, const QString &prompt);
    void setPrompt(const QString &text);
    /// Writes what is typed at once; before the window closes.
    void keep();
    [[nodiscard]] const profile::Conversation &conversation() const { return m_conversation; }

signals:
    void traceRequested(sb::usage::RecordKey key);
    void notice(const QString &text, const QString &undoAction); ///< for the toast
    void conversationOpened(const QString &id);

public slots:
    void undo(); ///< of the last deletion

protected:
    void focusInEvent(QFocusEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setupHeader();
    void setupPrompt();
    void addPane(const profile::PaneState &state);
    void addPaneLikeLast();
    void removePane(Pane *pane);
    void show(const profile::Conversation &conversation);
    void send();
    void retry(Pane *pane);
    void stopAll();
    void exportTo(bool markdown);
    void rename(const QString &id, const QString &title);
    void remove(const QString &id);
    void scheduleSave();
    void save();
    void askEstimate();
    void showEstimate(const Result<routing::Plan> &plan);
    void fillTargets();
    void updatePanes();
    void updateFrameTimer();
    [[nodiscard]] bool isAnyRunning() const;
    void markBest();

    engine::Engine &m_engine;
    profile::Workspace &m_workspace;
    profile::ConversationStore &m_store;
    const Clock &m_clock;
    profile::Conversation m_conversation;
    QString m_removed; ///< for undo
    RequestId m_estimate;
    PageHeader *m_header;
    ConversationList *m_list;
    QStackedWidget *m_stage; ///< the first-run page, or the panes
    FirstRun *m_firstRun;
    QSplitter *m_panes;
    QToolButton *m_addPane;
    PromptBox *m_prompt;
    QList<Pane *> m_all;
    QTimer m_frame; ///< the one timer of all panes
    QTimer m_saveSoon;
    QTimer m_estimateSoon;
};

} // namespace sb::ui
