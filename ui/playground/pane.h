#pragma once

#include "core/engine/engine.h"
#include "core/profile/conversation.h"
#include "core/profile/workspace.h"
#include "ui/playground/run_progress.h"

#include <QWidget>

#include <memory>

class QToolButton;

namespace sb::ui {

class MarkdownView;
class TargetButton;

/// One answer beside the others: header with model and stop, route strip, answer, metrics strip. Keeps its own history.
class Pane final : public QWidget
{
    Q_OBJECT
public:
    Pane(int number, engine::Engine &engine, profile::Workspace &workspace, const Clock &clock,
         QWidget *parent = nullptr);
    ~Pane() override;

    void setNumber(int number);
    void setClosable(bool closable);
    void setState(const profile::PaneState &state);
    [[nodiscard]] const profile::PaneState &state() const { return m_state; }
    [[nodiscard]] bool isRunning() const { return m_run != nullptr; }
    [[nodiscard]] Metrics metrics() const;
    void setBest(const BestMarks &best);

    /// Appends a turn and asks for its answer. `conversation` gives what all panes share.
    void ask(const profile::Conversation &conversation, const chat::Message &message);
    /// Forgets the turns from `turn` on and asks again, with this message in its place.
    void askAgain(const profile::Conversation &conversation, qsizetype turn, const chat::Message &message);
    void stop();
    /// One tick of the page's timer. @return whether something changed on screen
    bool refresh();

signals:
    void stateChanged(); ///< to be kept
    void metricsChanged();
    void runningChanged();
    void traceRequested(sb::usage::RecordKey key);
    void retryRequested();
    void closeRequested();

private:
    void setupHeader(class QLayout *into);
    void start(const profile::Conversation &conversation);
    void take(const chat::Event &event);
    void finish(const engine::Ended &ended);
    void showHistory();
    void showProgress();
    void openTrace();
    [[nodiscard]] QString failureSentence(const engine::Ended &ended) const;

    engine::Engine &m_engine;
    profile::Workspace &m_workspace;
    const Clock &m_clock;
    profile::PaneState m_state;
    RunProgress m_progress;
    BestMarks m_best;
    SteadyTime m_lastMetrics{0};
    int m_number;
    class Label *m_numberLabel;
    TargetButton *m_target;
    QToolButton *m_stop;
    QToolButton *m_retry;
    QToolButton *m_close;
    RouteStrip *m_route;
    MarkdownView *m_view;
    MetricsStrip *m_strip;
    std::unique_ptr<engine::RunHandle> m_run;
};

} // namespace sb::ui
