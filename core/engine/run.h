#pragma once

#include "core/base/random.h"
#include "core/engine/delivery.h"
#include "core/engine/run_events.h"
#include "core/engine/run_parts.h"
#include "core/engine/trial.h"

#include <QObject>

#include <memory>

namespace sb::engine {

/// One request along the line: plan, fetch what the dialect needs as bytes, reserve and open, try by try as the
/// dispatcher says, settle. Sends nothing to a provider before the register has acknowledged the row, and ends only
/// after the register has acknowledged the record.
///
/// While a try is slow, a second one may run beside it (a hedge): until one of them has content, what both say is held.
class Run final : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Planning,
        Opening,
        Waiting,
        Materializing,
        Reserving,
        Attempting,
        Settling,
        Ended
    };

    /// @param seed of the random numbers for plan and back-off: the same seed gives the same plan
    Run(const RunParts &parts, const RunSpec &spec, std::shared_ptr<const Snapshot> snapshot, quint64 seed,
        QObject *parent = nullptr);

    void start();
    void cancel(); ///< happened(Ended) still comes, once; a record that is being settled stays as it is

signals:
    void happened(const sb::engine::RunEvent &event); ///< Ended exactly once, last
    void warned(const sb::budget::Warning &warning); ///< about a limit that let an attempt through

private:
    // run.cpp: from the plan to an exchange
    void refuse(const std::optional<Error> &why);
    void follow(const routing::Move &move);
    void materialize();
    void takeMaterials();
    void passOver(const chat::ProviderError &error, const routing::Move &next);
    void book();
    void awaitRoom();
    void awaitAnswer();
    [[nodiscard]] bool isBooking() const { return m_state == State::Opening || m_state == State::Reserving; }
    void takeRoom();
    void takeRefusal(const Error &why);
    void takeNoRecord(const Error &why);
    void beginTrial();
    void begin(Trial &trial);
    [[nodiscard]] std::unique_ptr<Trial> trialFor(const routing::Move &move, int number);
    [[nodiscard]] QList<Link> linksFor(const routing::Candidate &candidate) const;
    [[nodiscard]] chat::Request requestFor(const routing::Candidate &candidate) const;
    [[nodiscard]] Wish wishFor(const routing::Move &move) const;
    [[nodiscard]] AttemptContext contextFor(const routing::Move &move) const;
    [[nodiscard]] const routing::Candidate &candidate() const;
    [[nodiscard]] std::chrono::milliseconds elapsed() const;

    // run_race.cpp: a second try beside a slow one
    void startRival();
    void dropRival();
    void takeRivalsRoom();
    void takeRivalsEnd(const AttemptOutcome &outcome);
    void holdUntilContent(Trial &from, const chat::Event &event);
    void win(Trial &winner);
    void surrender(const AttemptOutcome &outcome);
    [[nodiscard]] bool isRacing() const { return m_rival && m_rival->isRunning(); }

    // run_ending.cpp: what comes back
    void takeEvent(const chat::Event &event);
    void pass(const Delivery::Step &step);
    void takeOutcome(const AttemptOutcome &outcome);
    void takeFailure(const AttemptOutcome &outcome, const routing::AttemptFailure &failure);
    void giveUpSplice();
    void report(const Trial &trial, const AttemptOutcome &outcome, const routing::Move &next);
    void note(Trial &trial, const AttemptOutcome &outcome);
    void keep(int number, const usage::AttemptRecord &record);
    void dropTrial();
    void check(AttemptOutcome &outcome);
    [[nodiscard]] std::optional<chat::ProviderError> verdict(const AttemptOutcome &outcome) const;
    void conclude(routing::EndState end);
    void end(const std::optional<Error> &problem);

    RunParts m_parts;
    RunSpec m_spec;
    std::shared_ptr<const Snapshot> m_snapshot;
    SeededRandom m_random;
    routing::Chain m_chain;
    routing::Preferences m_usual; ///< the policy's
    routing::Preferences m_wishes; ///< the request's own
    std::optional<routing::Dispatcher> m_dispatcher;
    routing::Move m_move;
    std::optional<Delivery> m_delivery;
    std::unique_ptr<Trial> m_trial; ///< whose answer is delivered, or the first of two that race
    std::unique_ptr<Trial> m_rival; ///< beside it; null where there is no race
    QList<chat::Event> m_held; ///< of the trial, while it races
    QList<chat::Event> m_rivalsHeld;
    std::unique_ptr<Alarm> m_hedge; ///< when a rival is due
    int m_started = 0; ///< attempts, those that were passed over among them
    QHash<QString, QSet<QString>> m_triedKeys; ///< that failed in this request, by provider
    Materials m_materials;
    std::unique_ptr<Alarm> m_wait;
    Ended m_end; ///< filled as the run goes
    QList<int> m_numbers; ///< of the attempts on record, which stand in this order
    std::optional<chat::ProviderError> m_lastError;
    std::optional<chat::ProviderError> m_break; ///< the first failure after content: never masked by a later one
    chat::Usage m_lostUsage; ///< what a provider counted before it failed
    WallTime m_startedWall = {};
    SteadyTime m_startedAt{0};
    bool m_hasContent = false; ///< the current attempt has begun to answer, whether that is delivered or held
    bool m_attemptDelivered = false; ///< the caller has seen part of the current attempt's answer
    bool m_cancelled = false;
    State m_state = State::Planning;
};

} // namespace sb::engine
