#pragma once

#include "core/base/random.h"
#include "core/engine/attempt.h"
#include "core/engine/booking.h"
#include "core/engine/books.h"
#include "core/engine/delivery.h"
#include "core/engine/materials.h"
#include "core/engine/run_events.h"
#include "core/engine/trace.h"
#include "core/engine/world.h"

#include <QObject>

#include <memory>

namespace sb::engine {

struct Snapshot;

/// What runs share; all of it outlives them, on the network thread.
struct RunParts
{
    net::Network &http;
    TokenDesk &tokens;
    RegisterDesk &desk;
    const Clock &clock;
    Books &books; ///< told of every attempt
    const std::shared_ptr<const Snapshot> &newest; ///< what a run that starts now would see
    const budget::Standing &standing; ///< what is spent, as far as is known here
};

/// One request along the line: plan, fetch what the dialect needs as bytes, reserve and open, attempt by attempt as the
/// dispatcher says, settle. Sends nothing to a provider before the register has acknowledged the row, and ends only
/// after the register has acknowledged the record.
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
    void refuse(const std::optional<Error> &why);
    void follow(const routing::Move &move);
    void materialize();
    void takeMaterials();
    void passOver(const chat::ProviderError &error, const routing::Move &next);
    void book();
    [[nodiscard]] bool chooseKey();
    void giveKeyBack();
    [[nodiscard]] bool hasOtherKey() const;
    [[nodiscard]] bool isKeyStillThere() const;
    [[nodiscard]] routing::KeysLeft keysLeft() const;
    [[nodiscard]] QString keyName() const;
    [[nodiscard]] bool isBooking() const { return m_state == State::Opening || m_state == State::Reserving; }
    void takeTerms(const routing::Terms &terms);
    void takeRefusal(const Error &why);
    void takeNoRecord(const Error &why);
    void beginAttempt();
    void setContext();
    [[nodiscard]] QList<Link> links() const;
    void takeEvent(const chat::Event &event);
    void pass(const Delivery::Step &step);
    void takeOutcome(const AttemptOutcome &outcome);
    void takeFailure(const AttemptOutcome &outcome);
    void giveUpSplice();
    void reportFailure(const AttemptOutcome &outcome, const routing::Move &next);
    [[nodiscard]] routing::AttemptFailure failureOf(const AttemptOutcome &outcome) const;
    void note(const AttemptOutcome &outcome);
    void noteKey(const AttemptOutcome &outcome);
    void noteRates(const AttemptOutcome &outcome);
    void dropAttempt();
    [[nodiscard]] std::optional<chat::ProviderError> verdict(const AttemptOutcome &outcome) const;
    [[nodiscard]] const routing::Candidate &candidate() const;
    [[nodiscard]] Wish wish() const;
    [[nodiscard]] routing::StepClocks clocks() const;
    [[nodiscard]] chat::Request request() const;
    [[nodiscard]] AttemptInput attemptInput() const;
    [[nodiscard]] std::chrono::milliseconds elapsed() const;
    void conclude(routing::EndState end);
    void end(const std::optional<Error> &problem);

    RunParts m_parts;
    RunSpec m_spec;
    std::shared_ptr<const Snapshot> m_snapshot;
    SeededRandom m_random;
    routing::Chain m_chain;
    std::optional<routing::Dispatcher> m_dispatcher;
    routing::Move m_move;
    std::optional<Delivery> m_delivery;
    Booking m_booking;
    Wish m_wish; ///< of the current attempt, with the terms that were granted
    std::unique_ptr<Attempt> m_attempt;
    QList<dialects::Notice> m_ownNotices; ///< about the current attempt, beside its dialect's
    QString m_keyId; ///< of the key that goes along, or would
    std::optional<SteadyTime> m_keyUsed; ///< when it was counted as used; nullopt: it was not, or was sent
    qint64 m_expectedTokens = 0; ///< that the current attempt likely takes of a rate limit
    QHash<QString, QSet<QString>> m_triedKeys; ///< that failed in this request, by provider
    AttemptContext m_context;
    Materials m_materials;
    std::unique_ptr<Alarm> m_wait;
    Ended m_end; ///< filled as the run goes
    std::optional<chat::ProviderError> m_lastError;
    std::optional<chat::ProviderError> m_break; ///< the first failure after content: never masked by a later one
    chat::Usage m_lostUsage; ///< what a provider counted before it failed
    WallTime m_startedWall = {};
    SteadyTime m_startedAt{0};
    bool m_attemptDelivered = false; ///< the caller has seen part of the current attempt's answer
    bool m_cancelled = false;
    State m_state = State::Planning;
};

} // namespace sb::engine
