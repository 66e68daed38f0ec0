#pragma once

#include "core/engine/attempt.h"
#include "core/engine/booking.h"
#include "core/engine/materials.h"
#include "core/engine/run_parts.h"
#include "core/engine/trace.h"

#include <QObject>

#include <memory>

namespace sb::engine {

/// What a run wants to be tried.
struct TrialInput
{
    int number = 1; ///< of the attempts of its request
    routing::Move move = {};
    Wish wish = {};
    AttemptContext context = {}; ///< the terms that were granted are filled in
    std::optional<chat::EmbeddingRequest> embedding = {};
    QList<Link> links = {}; ///< that the dialect needs as bytes
    QHash<QByteArray, FetchedLink> fetched = {};
    QSet<QString> triedKeys = {}; ///< of the provider, that failed in this request
};

/// One try of one candidate: the key that goes along, the room in the budget, the exchange. What it shows it tells the
/// books. Knows nothing of other tries. Its calls come in this order: takeKey(), open() or join(), and after granted()
/// begin().
class Trial final : public QObject
{
    Q_OBJECT
public:
    Trial(const RunParts &parts, std::shared_ptr<const Snapshot> snapshot, TrialInput input, QObject *parent = nullptr);
    ~Trial() override; ///< a key that was counted and not sent is given back

    /// The first of the provider's keys that is usable and has room at the endpoint; counted as used here, with what
    /// the request will likely take, so that requests which come together do not pass a limit together. @return why
    /// there is none
    [[nodiscard]] std::optional<chat::ProviderError> takeKey();
    void open(const usage::OpenRecord &record); ///< room for a request that has no row yet
    /// Room for one more attempt of a request.
    /// @param held what its other attempts hold, see heldBy() in billing.h
    void join(const usage::RecordKey &key, std::optional<NanoDollars> held);
    /// Sends it. @return what is to be known about it beforehand
    [[nodiscard]] QList<dialects::Notice> begin();
    /// Closes the connection; no signal comes any more. nullopt: it was not begun.
    [[nodiscard]] std::optional<AttemptOutcome> cancel();
    void askNoMore() { m_booking.cancel(); } ///< an answer of the register still comes
    void giveKeyBack(); ///< one that was counted and not sent

    /// Keeps what it was, with its cost, and tells the books; once, with its end.
    [[nodiscard]] usage::AttemptRecord note(const AttemptOutcome &outcome);
    /// The same of one at which nothing was sent.
    [[nodiscard]] usage::AttemptRecord noteUnsent(const chat::ProviderError &error) const;
    /// For the dispatcher; after note().
    /// @param delivered whether the caller has seen part of its answer
    [[nodiscard]] routing::AttemptFailure failure(const AttemptOutcome &outcome, bool delivered) const;

    [[nodiscard]] const TrialInput &input() const { return m_input; }
    [[nodiscard]] const routing::Candidate &candidate() const { return m_input.context.candidate; }
    [[nodiscard]] const std::optional<usage::RecordKey> &key() const { return m_booking.key(); } ///< of the row
    [[nodiscard]] bool isRunning() const { return m_attempt != nullptr; }
    [[nodiscard]] QString keyName() const; ///< of the provider's key; empty where it has one only
    [[nodiscard]] std::chrono::milliseconds elapsed() const; ///< since begin()

signals:
    void granted();
    void refused(const sb::Error &why); ///< by a limit
    void failed(const sb::Error &why); ///< nothing can be written
    void warned(const sb::budget::Warning &warning); ///< before granted()
    void decoded(const sb::chat::Event &event);
    void ended(const sb::engine::AttemptOutcome &outcome); ///< exactly once, last

private:
    void take(const routing::Terms &terms);
    void takeEnd(const AttemptOutcome &outcome);
    [[nodiscard]] AttemptInput attemptInput() const;
    [[nodiscard]] routing::StepClocks clocks() const;
    [[nodiscard]] const catalog::Provider &provider() const;
    [[nodiscard]] bool isKeyStillThere() const;
    void noteKey(const AttemptOutcome &outcome);
    void noteHealth(const AttemptOutcome &outcome);
    void takeHeadroom(const dialects::Headroom &left);
    void noteRates(const AttemptOutcome &outcome);
    [[nodiscard]] routing::RatePlace placeOf(const QString &keyId) const;
    [[nodiscard]] routing::KeyWaits keyWaits(const QList<routing::KeyRule> &rules, SteadyTime now) const;

    RunParts m_parts;
    std::shared_ptr<const Snapshot> m_snapshot;
    TrialInput m_input;
    Booking m_booking;
    std::unique_ptr<Attempt> m_attempt;
    QString m_keyId; ///< of the key that goes along, or would
    std::optional<SteadyTime> m_keyUsed; ///< when it was counted as used; nullopt: it was not, or was sent
    qint64 m_expectedTokens = 0; ///< that it likely takes of a rate limit
    std::optional<routing::RateTicket> m_rateTicket; ///< nullopt: it took no room, or was noted
    SteadyTime m_begunAt{0};
};

} // namespace sb::engine
