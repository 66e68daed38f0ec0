#pragma once

#include "core/engine/engine.h"
#include "core/profile/conversation_store.h"
#include "core/profile/workspace.h"
#include "ui/playground/away_conversation.h"
#include "ui/playground/undo_list.h"

#include <QHash>
#include <QTimer>

namespace sb::ui {

/// The conversation that is open, without a widget: its panes and their requests, its draft, and when it is kept.
class PlaygroundSession final : public QObject
{
    Q_OBJECT
public:
    PlaygroundSession(engine::Engine &engine, profile::Workspace &workspace, profile::ConversationStore &store,
                      const Clock &clock, QObject *parent = nullptr);
    ~PlaygroundSession() override; ///< keeps what is typed

    /// What all panes share; `panes` is empty here, see snapshot().
    [[nodiscard]] const profile::Conversation &shared() const { return m_shared; }
    [[nodiscard]] profile::Conversation snapshot() const;
    [[nodiscard]] const QList<PaneRun *> &panes() const { return m_panes; }
    [[nodiscard]] bool isAnyRunning() const;
    [[nodiscard]] bool isEmpty() const; ///< nothing was ever sent
    [[nodiscard]] QList<int> prompts() const; ///< numbers, ascending
    [[nodiscard]] const profile::Turn *turn(int prompt) const; ///< of the first pane that was asked it

    /// → opened(), or failed(). What comes in the conversation that is left goes on coming there. Nothing comes when it
    /// is open, or when somebody typed or sent something meanwhile.
    void open(const QString &id);
    void startNew(); ///< → opened()
    void resume(const profile::Conversation &conversation); ///< as another session left it → opened()
    void startWith(const QString &target, const QString &prompt); ///< → opened()
    void rename(const QString &id, const QString &title);
    void remove(const QString &id);
    /// Of the last removal, or of the last message that was asked again. @return false: nothing to undo
    bool undo();
    bool undoNoticed(); ///< of what the last notice() offered
    bool redo(); ///< of a message that was asked again
    void exportTo(const QString &path, bool markdown);

    PaneRun *addPane(); ///< asks another model; nullptr when there are four
    void removePane(PaneRun *pane);

    void setDraft(const QString &text);
    /// A prompt that is being written anew is kept as a draft is. Number 0: none is any more.
    void setEdit(const profile::PromptEdit &edit);
    void setDraftImages(const QList<QByteArray> &dataUrls);
    void setSystemPrompt(const QString &text);
    void setParameters(const Json &parameters);
    void setTools(const Json &tools);
    void setResponseFormat(const Json &format);
    void setUnfinished(const Json &texts); ///< what is typed in the settings and not right yet

    /// Sends the draft to these panes, all when the list is empty; nothing happens when none of them has a target.
    void send(const QList<PaneRun *> &receivers = {});
    /// Asks the prompt again with another text, wherever it was asked; the turns after it are forgotten (undo brings
    /// them back, until another turn comes).
    /// @return false: not now, or it is not there any more
    bool sendAgain(int prompt, const QString &text);
    void retry(PaneRun *pane); ///< the last turn of one pane; undone in the same way
    void askHere(PaneRun *pane, int prompt); ///< a prompt that others were asked, in a pane that was not
    void retryAll();
    void sendResults(PaneRun *pane, const QList<chat::Message> &results);
    void stopAll();
    /// "This was `className` instead": keeps the request as an example in the user's own classes; can be undone.
    void correctClass(const chat::Request &request, const QString &className);
    /// Writes what waits to be written.
    void keep();

signals:
    void opened(); ///< everything is another: panes, draft, settings
    void paneAdded(sb::ui::PaneRun *pane);
    void paneRemoved(sb::ui::PaneRun *pane); ///< it is deleted after this
    void titleChanged();
    void draftChanged(); ///< not by setDraft()
    void promptsChanged();
    void runningChanged();
    void targetsChanged(); ///< what panes ask
    void kept(const sb::profile::Conversation &conversation); ///< handed to the store
    void notice(const QString &text, const QString &undoAction);
    void failed(const sb::Error &error); ///< opening, renaming or removing

private:
    using Histories = QHash<int, QList<profile::Turn>>; ///< by the pane's key

    void take(const QString &id, const Result<profile::Conversation> &loaded);
    void show(const profile::Conversation &conversation);
    enum class Answers
    {
        GoOn, ///< in an AwayConversation, which has the panes then
        Stop
    };
    void leave(Answers answers = Answers::GoOn); ///< keeps it
    [[nodiscard]] profile::Conversation stoppedSnapshot() const;
    void close(); ///< the panes of the conversation that was left
    void sendAway();
    void forgetAway(const QString &id); ///< what comes there is stopped
    void comeBack(AwayConversation *away);
    void present(const profile::Conversation &shared);
    PaneRun *insertPane(qsizetype index, const profile::PaneState &state, int key);
    void adopt(qsizetype index, PaneRun *pane);
    PaneRun *appendPane(const profile::PaneState &state);
    void fillTargets();
    void ask(PaneRun *pane, const profile::Turn &question);
    void retryIn(const QList<PaneRun *> &panes);
    void offerUndo(const QString &text, const UndoList::Step &step);
    [[nodiscard]] UndoList::Step exchange(const Histories &before);
    void touch(); ///< a person did something
    void scheduleSave();
    void save();
    void write(profile::Conversation whole); ///< the open one
    void hand(profile::Conversation whole); ///< to the store
    void updateRunning();

    engine::Engine &m_engine;
    profile::Workspace &m_workspace;
    profile::ConversationStore &m_store;
    const Clock &m_clock;
    profile::Conversation m_shared;
    QList<PaneRun *> m_panes;
    int m_lastKey = 0; ///< of a pane
    QHash<QString, QList<int>> m_keysOf; ///< of the panes of conversations that were open before
    QHash<QString, AwayConversation *> m_away;
    QString m_opening; ///< the conversation that is being read
    bool m_hasFile = false;
    UndoList m_undo;
    int m_noticed = 0; ///< the step that the last notice offered to undo
    QTimer m_saveSoon;
    QTimer m_saveRunning; ///< while answers come, so that a crash costs seconds and not an answer
};

} // namespace sb::ui
