#pragma once

#include "core/profile/workspace.h"
#include "ui/chains/dry_run.h"

#include <QWidget>

class QStackedWidget;

namespace sb::ui {

class Banner;
class ChainHeader;
class ChainJsonView;
class EmptyState;
class LinePanel;
class StepInspector;
class StepList;
class StepsPanel;

/// The chain editor: steps at the left, the line in the middle, the selected step at the right.
class ChainsPage final : public QWidget
{
    Q_OBJECT
public:
    ChainsPage(engine::Engine &engine, usage::Queries &queries, profile::Workspace &workspace,
               QWidget *parent = nullptr);

    /// What is being edited, to go on with it in another page.
    struct Work
    {
        routing::Chain chain = {};
        routing::Chain saved = {};
        QString keptAs = {};
    };
    [[nodiscard]] Work work() const;
    void resume(const Work &work);
    void openChain(const QString &name);
    [[nodiscard]] ChainDocument &document() { return m_document; }
    [[nodiscard]] DryRun &dryRun() { return m_dryRun; }

signals:
    void notice(const QString &text, const QString &undoAction);

public slots:
    void undo(); ///< what the last notice was about

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *makeEditor();
    void connectHeader();
    void connectEditor();
    void connectWorkspace();
    void presentChooser();
    void present();
    void presentSave(const QList<routing::ChainProblem> &problems);
    void takeChains();
    void choose(const QString &name); ///< by the user; edits that are not saved can be brought back
    void openNew(routing::Chain chain);
    void newChain();
    void duplicate();
    void removeChain();
    void save();
    void takeSaved(const routing::Chain &chain);
    void takeNotSaved(const routing::Chain &chain, const Error &error);
    void takeImport(const Result<routing::Chain> &chain);
    void addStep();
    void tellRemoved(const QString &text, const std::function<void()> &undo);
    [[nodiscard]] bool wasChangedElsewhere() const; ///< the chain on disk is not the one that was opened
    [[nodiscard]] QString freeName(const QString &wanted) const;

    profile::Workspace &m_workspace;
    ChainDocument m_document;
    DryRun m_dryRun;
    QString m_keptAs; ///< the name under which this chain is kept now; empty: nowhere yet
    QString m_saving; ///< the name under which it is being written; empty: it is not
    std::function<void()> m_undoLast;
    ChainHeader *m_header;
    Banner *m_banner;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    StepsPanel *m_steps;
    LinePanel *m_line;
    StepInspector *m_inspector;
    ChainJsonView *m_json;
    QWidget *m_editor;
};

} // namespace sb::ui
