#pragma once

#include "core/engine/engine.h"
#include "core/profile/workspace.h"
#include "ui/chains/chain_document.h"

#include <QWidget>

class QComboBox;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace sb::ui {

class Banner;
class Label;
class PageHeader;
class PlanTable;
class SegmentedControl;
class StepInspector;
class StepList;
class TableView;

/// The chain editor: steps at the left, what a dry run decides in the middle, the selected step at the right.
class ChainsPage final : public QWidget
{
    Q_OBJECT
public:
    ChainsPage(engine::Engine &engine, profile::Workspace &workspace, QWidget *parent = nullptr);

    void openChain(const QString &name);
    [[nodiscard]] ChainDocument &document() { return m_document; }

signals:
    void notice(const QString &text, const QString &undoAction);

public slots:
    void undo(); ///< of the step that was removed last

private:
    void setupHeader();
    [[nodiscard]] QWidget *makeSteps();
    [[nodiscard]] QWidget *makeMiddle();
    [[nodiscard]] QWidget *makeJson();
    void presentChooser();
    void present();
    void newChain();
    void duplicate();
    void removeChain();
    void save();
    void dryRun();
    void takePlan(RequestId id, const Result<routing::Plan> &plan);
    void applyJson();
    void importFile();
    void exportFile();
    void tell(const Error &error);
    [[nodiscard]] QString freeName(const QString &wanted) const;

    engine::Engine &m_engine;
    profile::Workspace &m_workspace;
    ChainDocument m_document;
    RequestId m_plan;
    QString m_replaces; ///< the name under which this chain is kept now
    PageHeader *m_header;
    Banner *m_banner;
    QComboBox *m_chooser;
    SegmentedControl *m_view;
    QToolButton *m_undo;
    QToolButton *m_redo;
    QPushButton *m_save;
    QStackedWidget *m_stack;
    StepList *m_steps;
    StepInspector *m_inspector;
    Label *m_planText;
    PlanTable *m_planModel;
    TableView *m_planView;
    Label *m_problems;
    QPlainTextEdit *m_json;
    Label *m_jsonProblem;
};

} // namespace sb::ui
