#pragma once

#include "ui/chains/live_source.h"
#include "ui/chains/shown_path.h"

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

/// The middle of the chain editor: which request is planned or rehearsed and what came of it, over the diagram and,
/// where it is wanted, the candidates of the plan.
class LinePanel final : public QWidget
{
    Q_OBJECT
public:
    LinePanel(ChainDocument &document, DryRun &dryRun, FaultPlay &play, ShownPath &shown, LiveSource &live,
              QWidget *parent = nullptr);
    [[nodiscard]] LineView &line() { return *m_line; }
    void setProblems(const QStringList &sentences); ///< what keeps the chain from running
    void showCandidates(bool shown); ///< below the line

signals:
    void stepWanted(); ///< the chain has none yet
    void pasteWanted();
    void recordWanted();

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeZoom();
    void openPrompts();
    void present();
    void presentPrompt();
    void presentStack();

    ChainDocument &m_document;
    DryRun &m_dryRun;
    FaultPlay &m_play;
    ShownPath &m_shown;
    LiveSource &m_live;
    LineView *m_line;
    Label *m_title;
    Chip *m_prompt;
    SignalMark *m_signal;
    Label *m_sentence;
    QToolButton *m_back;
    QToolButton *m_candidatesButton;
    Label *m_problems;
    PlanTable *m_model;
    TableView *m_candidates;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QToolButton *m_zoom;
};

} // namespace sb::ui
