#pragma once

#include "ui/chains/shown_path.h"

#include <QTimer>
#include <QWidget>

class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace sb::ui {

class Label;
class ScoreCells;
class SignalMark;

/// The foot of the chain editor: how the chain came through all faults, when, and what is weakest about it.
class ScorecardStrip final : public QWidget
{
    Q_OBJECT
public:
    ScorecardStrip(ChainRehearsal &rehearsal, ShownPath &shown, const Clock &clock, QWidget *parent = nullptr);
    [[nodiscard]] ScoreCells &cells() { return *m_cells; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QWidget *makeCount();
    [[nodiscard]] QWidget *makeProgress();
    [[nodiscard]] QWidget *makeFoot();
    void present();
    void presentCount();
    void presentFoot();
    void presentAge();

    ChainRehearsal &m_rehearsal;
    ShownPath &m_shown;
    const Clock &m_clock;
    QTimer m_minute; ///< while it is seen
    Label *m_passed;
    Label *m_of;
    Label *m_age;
    QStackedWidget *m_stack;
    ScoreCells *m_cells;
    Label *m_nothing;
    QWidget *m_running;
    QProgressBar *m_progress;
    Label *m_progressText;
    SignalMark *m_mark;
    Label *m_sentence;
};

} // namespace sb::ui
