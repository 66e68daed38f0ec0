#pragma once

#include "ui/playground/ballot.h"
#include "ui/playground/first_run.h"
#include "ui/playground/session.h"

#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace sb::ui {

class ComparisonView;
class ConversationList;
class DiffView;
class PaneRow;
class PlaygroundHeader;
class PromptBox;
class PromptDesk;
class SetupPanel;
class TurnBand;

/// One prompt, one to four panes: each with its own model or chain, its own history, its own line. What happens is the
/// session's; this puts its views together.
class PlaygroundPage final : public QWidget
{
    Q_OBJECT
public:
    PlaygroundPage(engine::Engine &engine, profile::Workspace &workspace, profile::ConversationStore &conversations,
                   Ballot &ballot, const Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] PlaygroundSession &session() { return m_session; }
    void openConversation(const QString &id) { m_session.open(id); }
    void newConversation() { m_session.startNew(); }
    void resume(const profile::Conversation &conversation) { m_session.resume(conversation); }
    /// A fresh conversation with this target in its pane: "open in playground".
    void openWith(const QString &target, const QString &prompt);
    void setPrompt(const QString &text);
    /// Writes what is typed at once; before the window closes.
    void keep() { m_session.keep(); }
    /// Why a request took its route, below the strip from which it was asked; nothing where another answer is shown by
    /// now.
    void explain(const usage::RequestRecord &record, const usage::RecordKey &key);
    /// What the first-run page offers besides the practice line.
    void setLocalServers(const QList<LocalServer> &servers);

signals:
    void traceRequested(sb::usage::RecordKey key);
    void explanationRequested(sb::usage::RecordKey key); ///< answered by explain()
    void classesRequested(); ///< the user's own classes are to be edited
    void notice(const QString &text, const QString &undoAction); ///< for the toast
    void failed(const sb::Error &error); ///< stays in sight until somebody has seen it
    void conversationOpened(const QString &id); ///< one that is kept
    void keyRequested(); ///< the place to add a key is wanted
    void localServerChosen(const QString &providerId);

public slots:
    void undo() { m_session.undoNoticed(); } ///< what the last notice offered

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setupLayout();
    void setupHeader();
    void setupKeys();
    void connectSession();
    void connectSetup();
    void connectLists();
    void showConversation();
    void resumeEdit(const profile::PromptEdit &edit);
    void showFrame();
    void showTurn();
    void showClass();
    void explainClass();
    [[nodiscard]] std::optional<chat::Request> shownRequest() const; ///< of the shown turn, as the active pane asked it
    void showSetup();
    void toggleSetup(bool shown);
    void updateStage();
    void updateList();
    void updateFrameTimer();
    void updateTabOrder();
    void exportTo(bool markdown);
    void step(int by);
    [[nodiscard]] int shownPrompt() const;

    profile::Workspace &m_workspace;
    const Clock &m_clock;
    PlaygroundSession m_session;
    PlaygroundHeader *m_header;
    ConversationList *m_list;
    TurnBand *m_band;
    QStackedWidget *m_stage;
    FirstRun *m_firstRun;
    PaneRow *m_row;
    ComparisonView *m_comparison;
    DiffView *m_diff;
    PromptBox *m_prompt;
    SetupPanel *m_setup;
    QWidget *m_setupLine;
    PromptDesk *m_desk;
    std::optional<bool> m_listWanted; ///< as the person chose; else by the width
    QTimer m_frame; ///< the one timer of all panes
    SteadyTime m_lastNumbers{0}; ///< when the comparison was filled
};

} // namespace sb::ui
