#pragma once

#include "core/profile/workspace.h"
#include "ui/chains/chain_work.h"
#include "ui/chains/live_source.h"
#include "ui/chains/shown_path.h"

#include <QWidget>

class QStackedWidget;

namespace sb::ui {

class Banner;
class ChainHeader;
class ChainJsonView;
class EmptyState;
class LinePanel;
class PolicyPage;
class ReplayView;
class ScorecardStrip;
class StepInspector;
class StepList;
class StepMenus;
class StepsPanel;
class VersionsView;

/// The chain editor: steps at the left, the line in the middle, the selected step at the right.
class ChainsPage final : public QWidget
{
    Q_OBJECT
public:
    ChainsPage(engine::Engine &engine, usage::Queries &queries, profile::Workspace &workspace, const Clock &clock,
               QWidget *parent = nullptr);
    ~ChainsPage() override;

    void commit(); ///< takes what stands in a field that has not been left yet
    [[nodiscard]] ChainWork work() const;
    [[nodiscard]] bool hasWork() const; ///< there is something that no file has
    void resume(const ChainWork &work);
    void openChain(const QString &name);
    void openPolicy(const QString &name); ///< empty: a new one
    [[nodiscard]] PolicyPage &policies() { return *m_policies; }
    /// Opens the chain with this model as its last step, which can be undone and is not saved yet.
    /// @param chain empty: a new one
    void addModel(const QString &chain, const QString &model);
    [[nodiscard]] ChainDocument &document() { return m_document; }
    [[nodiscard]] DryRun &dryRun() { return m_dryRun; }
    [[nodiscard]] ChainRehearsal &rehearsal() { return m_rehearsal; }
    [[nodiscard]] FaultPlay &faultPlay() { return m_play; }
    [[nodiscard]] ShownPath &shownPath() { return m_shown; }

signals:
    void requestWanted(const sb::usage::RecordKey &key); ///< one on record
    /// @param undo for undo(); the notice is the last with this number
    void notice(const QString &text, const QString &undoAction, int undo);
    void noticeOutdated(const QString &text); ///< what it was about has been undone, or can no longer be

public slots:
    void undo(int notice); ///< what that notice was about; an older one does nothing

protected:
    void focusInEvent(QFocusEvent *event) override; ///< goes on to what is shown first
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QWidget *makeEditor();
    void connectHeader();
    void connectEditor();
    void connectLine();
    void connectRehearsal();
    void pasteRequest();
    void chooseRecord();
    void connectWorkspace();
    void connectPolicies();
    void connectVersions();
    void showPolicies(bool shown);
    void presentVersions();
    void keepDraft();
    void publish(const QString &note, std::optional<int> percent);
    void publishShare(const routing::VersionHistory<routing::Chain> &history);
    void changeHistory(const Result<routing::VersionHistory<routing::Chain>> &history, const QString &told);
    void promote();
    void restore(int number);
    [[nodiscard]] routing::VersionHistory<routing::Chain> history() const; ///< of the chain that is shown
    [[nodiscard]] std::optional<routing::Chain> draft() const; ///< what is edited, where it is not what is in use
    void presentChooser();
    void present();
    void presentSave(const QList<routing::ChainProblem> &problems);
    void takeChains();
    void choose(const QString &name);
    void takeUp(const QString &name); ///< into the editor, which need not be shown
    void leaveFor(const std::function<void()> &openOther); ///< what was not saved can be brought back
    void openNew(routing::Chain chain);
    void newChain();
    void duplicate();
    void removeChain();
    void save();
    void takeSaved(const routing::Chain &chain);
    void takeNotSaved(const routing::Chain &chain, const Error &error);
    void takeImport(const Result<routing::Chain> &chain);
    void addStep();
    void insertStep(qsizetype before);
    void tellUndoable(const QString &text, const std::function<void()> &undo);
    void tellStepRemoved();
    void withdrawUndo();
    [[nodiscard]] QList<routing::ChainProblem> problems() const;
    [[nodiscard]] bool wasChangedElsewhere() const; ///< the chain on disk is not the one that was opened
    [[nodiscard]] QString freeName(const QString &wanted) const;

    profile::Workspace &m_workspace;
    usage::Queries &m_queries;
    const Clock &m_clock;
    ChainDocument m_document;
    DryRun m_dryRun;
    FaultPlay m_play;
    ChainRehearsal m_rehearsal;
    ShownPath m_shown;
    LiveSource m_live;
    QString m_keptAs; ///< the name under which this chain is kept now; empty: nowhere yet
    QString m_saving; ///< the name under which it is being written; empty: it is not
    std::function<void()> m_undoLast;
    QString m_lastNotice;
    int m_lastUndo = 0; ///< number of the notice that undo() is about
    bool m_undoIsEdit = false; ///< by the undo stack: any other edit is in its way
    ChainHeader *m_header;
    Banner *m_banner;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    StepsPanel *m_steps;
    LinePanel *m_line;
    ScorecardStrip *m_score;
    StepMenus *m_menus;
    StepInspector *m_inspector;
    ChainJsonView *m_json;
    VersionsView *m_versions;
    ReplayView *m_replay;
    QWidget *m_editor;
    QWidget *m_chainPart; ///< all of this but the policies
    PolicyPage *m_policies;
};

} // namespace sb::ui
