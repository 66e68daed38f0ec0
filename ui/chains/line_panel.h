#pragma once

#include "ui/chains/dry_run.h"

#include <QWidget>

class QStackedWidget;
class QToolButton;

namespace sb::ui {

class Chip;
class EmptyState;
class Label;
class LineView;
class PlanTable;
class SignalMark;
class TableView;

/// The middle of the chain editor: what the dry run asks and what came of it, over the diagram or the same as a table.
class LinePanel final : public QWidget
{
    Q_OBJECT
public:
    LinePanel(ChainDocument &document, DryRun &dryRun, QWidget *parent = nullptr);
    [[nodiscard]] LineView &line() { return *m_line; }
    void setProblems(const QStringList &sentences); ///< what keeps the chain from running
    void showTable(bool table);

signals:
    void stepWanted(); ///< the chain has none yet

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeZoom();
    void openPrompts();
    void present();
    void presentPrompt();

    ChainDocument &m_document;
    DryRun &m_dryRun;
    LineView *m_line;
    Chip *m_prompt;
    SignalMark *m_signal;
    Label *m_sentence;
    Label *m_problems;
    PlanTable *m_model;
    TableView *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QToolButton *m_zoom;
    bool m_showsTable = false;
};

} // namespace sb::ui
