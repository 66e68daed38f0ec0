#pragma once

#include "core/engine/engine.h"
#include "core/profile/conversation.h"
#include "ui/playground/run_progress.h"

#include <QObject>

#include <memory>

namespace sb::ui {

inline constexpr QLatin1StringView PlaygroundClient{"playground"}; ///< as the register and rules of a policy name it

/// One pane's side of a conversation, without a widget: what it asks, its own history, and the request that runs.
class PaneRun final : public QObject
{
    Q_OBJECT
public:
    /// @param key the same for a pane that was closed and came back
    PaneRun(engine::Engine &engine, const Clock &clock, const profile::PaneState &state, int key,
            QObject *parent = nullptr);
    ~PaneRun() override;

    [[nodiscard]] int key() const { return m_key; }
    [[nodiscard]] const profile::PaneState &state() const { return m_state; }
    /// The same with what has come of a running answer, to be kept in case that we die.
    [[nodiscard]] profile::PaneState snapshot() const;
    /// The same, and what runs is stopped in it: to be kept when this pane goes.
    [[nodiscard]] profile::PaneState stoppedSnapshot() const;
    void setState(const profile::PaneState &state); ///< ends what runs without a word
    /// Other turns. @return those before; what ran is stopped in them
    QList<profile::Turn> exchangeTurns(const QList<profile::Turn> &turns);
    void setTarget(const QString &target);
    void setParameters(const Json &parameters);
    void setUnsentResults(const Json &results); ///< typed under the answer

    [[nodiscard]] const chat::Answer &partial() const { return m_partial; } ///< what has come of a running answer
    [[nodiscard]] bool isRunning() const { return m_run != nullptr; }
    /// Of a turn: of the last one as it runs, of an earlier one as it was kept.
    [[nodiscard]] RunProgress progressOf(qsizetype turn) const;
    [[nodiscard]] SteadyTime now() const { return m_clock.steady(); }

    /// Appends a turn (its prompt or its results are set) and asks for the answer. `shared` is what all panes share.
    void ask(const profile::Conversation &shared, const profile::Turn &question);
    /// Forgets the turns from `turn` on and asks this one in its place.
    void askAgain(const profile::Conversation &shared, qsizetype turn, const profile::Turn &question);
    void stop();

signals:
    void historyReplaced(int from); ///< from this turn on there are others than before
    void turnBegan(); ///< the last turn is new
    void contentCame(const sb::chat::Event &event); ///< for the last turn
    void restarted(); ///< the text so far is void
    void turnEnded();
    void progressChanged();
    void stateChanged(); ///< to be kept
    void edited(); ///< by a person
    void runningChanged();
    void targetChanged();

private:
    void start(const profile::Conversation &shared);
    void take(const chat::Event &event);
    void finish(const engine::Ended &ended);

    engine::Engine &m_engine;
    const Clock &m_clock;
    const int m_key;
    profile::PaneState m_state;
    RunProgress m_progress;
    chat::Answer m_partial; ///< what has come so far
    std::unique_ptr<engine::RunHandle> m_run;
};

/// Why there is no whole answer, in a sentence; empty for a complete one.
[[nodiscard]] QString failureSentence(const engine::Ended &ended);

} // namespace sb::ui
