#pragma once

#include "core/profile/workspace.h"
#include "core/usage/records.h"
#include "ui/playground/pane_run.h"

#include <QWidget>

class QToolButton;

namespace sb::ui {

class Label;
class MarkdownView;
class TargetButton;
class ToolResults;
class VoteButtons;

/// One answer beside the others: header with model, vote and stop, route strip, answers, metrics strip. Shows a
/// PaneRun; the strips are about the turn that is at the upper edge of the answers.
class Pane final : public QWidget
{
    Q_OBJECT
public:
    Pane(int number, PaneRun &run, profile::Workspace &workspace, QWidget *parent = nullptr);

    [[nodiscard]] PaneRun &run() { return m_run; }
    [[nodiscard]] const profile::PaneState &state() const { return m_run.state(); }
    void setNumber(int number);
    /// Whether there are others: then it can be closed and voted on.
    void setCompany(bool company);
    [[nodiscard]] qsizetype shownTurn() const { return m_shown; }
    [[nodiscard]] int shownPrompt() const; ///< 0: none
    void showPrompt(int prompt); ///< scrolls to its turn; nothing when it was not asked
    [[nodiscard]] Metrics metrics(qsizetype turn) const; ///< none for a turn that is not there
    [[nodiscard]] Metrics metrics() const { return metrics(m_shown); } ///< of the shown turn, as those below
    [[nodiscard]] QString answerText(qsizetype turn) const; ///< Markdown
    [[nodiscard]] QString answerText() const { return answerText(m_shown); }
    [[nodiscard]] std::optional<usage::RecordKey> recordKey(qsizetype turn) const;
    [[nodiscard]] std::optional<usage::RecordKey> recordKey() const { return recordKey(m_shown); }
    void setBest(const BestMarks &best);
    void setVote(std::optional<usage::Vote::Kind> vote);
    void setActive(bool active); ///< keys and settings are about it
    void setMissing(int prompt); ///< one that the others were asked and this pane was not; 0: none
    [[nodiscard]] const QWidget &explanationAnchor() const; ///< below which the way of the shown turn is explained
    [[nodiscard]] MarkdownView &view() { return *m_view; }
    void chooseTarget(); ///< opens the menu of models
    /// One tick of the page's timer. @return whether something changed on screen
    bool refresh();

signals:
    void shownTurnChanged();
    void metricsChanged();
    void voted(sb::usage::Vote::Kind kind);
    void traceRequested(sb::usage::RecordKey key);
    void explanationRequested(sb::usage::RecordKey key);
    void retryRequested();
    void retryAllRequested();
    void askHereRequested(int prompt);
    void resultsTyped(const QList<sb::chat::Message> &results);
    void closeRequested();
    void activated(); ///< the focus came into it

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setupHeader();
    void connectRun();
    void openMore();
    void take(const chat::Event &event);
    void beginTurn();
    void endTurn();
    void addQuestion(const profile::Turn &turn, qsizetype index);
    void addEnd(const profile::Turn &turn);
    void showHistory(int from = 0); ///< those before this turn are shown already
    void showResults();
    void showProgress();
    void openTrace();

    PaneRun &m_run;
    profile::Workspace &m_workspace;
    BestMarks m_best;
    SteadyTime m_lastMetrics{0};
    int m_number;
    qsizetype m_shown = -1;
    int m_missing = 0;
    bool m_company = false;
    bool m_active = false;
    QWidget *m_header;
    Label *m_numberLabel;
    TargetButton *m_target;
    VoteButtons *m_vote;
    QToolButton *m_stop;
    QToolButton *m_more;
    RouteStrip *m_route;
    MarkdownView *m_view;
    ToolResults *m_results;
    MetricsStrip *m_strip;
};

} // namespace sb::ui
