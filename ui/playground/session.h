#pragma once

#include "core/engine/engine.h"
#include "core/profile/conversation_store.h"
#include "core/profile/workspace.h"
#include "ui/playground/pane_run.h"

#include <QTimer>

#include <functional>

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

    void open(const QString &id); ///< → opened(), or notice()
    void startNew(); ///< → opened()
    void resume(const profile::Conversation &conversation); ///< as another session left it → opened()
    void startWith(const QString &target, const QString &prompt); ///< → opened()
    void rename(const QString &id, const QString &title);
    void remove(const QString &id);
    bool undo(); ///< of the last removal, or of the last message that was sent again. @return false: nothing to undo
    void exportTo(const QString &path, bool markdown);

    PaneRun *addPane(); ///< asks the next model; nullptr when there are four
    void removePane(PaneRun *pane);

    void setDraft(const QString &text);
    void setDraftImages(const QList<QByteArray> &dataUrls);
    void setSystemPrompt(const QString &text);
    void setParameters(const Json &parameters);
    void setTools(const Json &tools);
    void setResponseFormat(const Json &format);

    /// Sends the draft to these panes, all that have a target when the list is empty.
    void send(const QList<PaneRun *> &receivers = {});
    /// Asks the prompt again with another text, wherever it was asked; the turns after it are forgotten (undo brings
    /// them back).
    void sendAgain(int prompt, const QString &text);
    void retry(PaneRun *pane); ///< the last turn of one pane
    void askHere(PaneRun *pane, int prompt); ///< a prompt that others were asked, in a pane that was not
    void retryAll();
    void sendResults(PaneRun *pane, const QList<chat::Message> &results);
    void stopAll();
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
    void kept(); ///< handed to the store
    void notice(const QString &text, const QString &undoAction);

private:
    void show(const profile::Conversation &conversation);
    void leave(); ///< answers that still come are ended and kept as far as they came
    PaneRun *makePane(const profile::PaneState &state);
    void fillTargets();
    void restore(const profile::Conversation &before);
    void scheduleSave();
    void save();
    void updateRunning();

    engine::Engine &m_engine;
    profile::Workspace &m_workspace;
    profile::ConversationStore &m_store;
    const Clock &m_clock;
    profile::Conversation m_shared;
    QList<PaneRun *> m_panes;
    QList<std::function<void()>> m_undo; ///< the last one is undone first
    QTimer m_saveSoon;
    QTimer m_saveRunning; ///< while answers come, so that a crash costs seconds and not an answer
};

} // namespace sb::ui
