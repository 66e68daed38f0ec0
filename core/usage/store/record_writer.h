#pragma once

#include "core/usage/register.h"
#include "core/usage/store/bodies.h"
#include "core/usage/store/local_days.h"
#include "core/usage/store/name_writer.h"
#include "core/usage/store/owner.h"
#include "core/usage/store/renumbering.h"
#include "core/usage/store/reservations.h"
#include "core/usage/store/rollups.h"

namespace sb::usage {

/// Everything that is ever written into the register, on the caller's thread and inside the caller's transaction:
///
///     connection.run("BEGIN IMMEDIATE"); writer.open(…); writer.settle(…); writer.flush(); connection.run("COMMIT");
///
/// What cannot be done is found out before anything of it is written, so that a refused call leaves the transaction
/// whole; errors of SQLite are the connection's, and after a rollback comes forget().
class RecordWriter
{
public:
    RecordWriter(Connection &connection, const QTimeZone &zone);

    /// Takes a row for this process; open requests are held by it. Errors of SQLite are the connection's.
    void registerOwner(const Owner &owner);
    /// Open rows of processes that are no more become lost, with their bounds still reserved. @return how many
    qint64 markLost();

    [[nodiscard]] OpenOutcome open(const OpenRecord &record, const budget::Limits &limits, bool recordBody);
    /// One that is open in another register, which cannot be used any more: no limit is asked, since it was sent.
    RecordKey reopen(const OpenRecord &record, bool recordBody);
    /// What the ended attempts hold no more is given back also when the next one is refused.
    [[nodiscard]] OpenOutcome reserve(const FurtherAttempt &attempt, const budget::Limits &limits);
    [[nodiscard]] Result<RecordKey> settle(const Settlement &settlement, bool recordBody);
    /// A request that is over already, with its own time: imported, or merged from another register. No limit is asked
    /// and nothing reserved.
    RecordKey append(const OpenRecord &record, const Settlement &settlement, bool recordBody);
    [[nodiscard]] Result<RecordKey> settleLost(const LostSettlement &settlement, WallTime at);
    [[nodiscard]] Result<RecordKey> vote(const Vote &vote);
    /// Requests are counted by days of this zone from now on; those before follow by renumber().
    void changeZone(const QTimeZone &zone);
    [[nodiscard]] bool isRenumbering() { return m_renumbering.isPending(); }
    bool renumber() { return m_renumbering.step(); } ///< one slice. @return false: nothing is left to be numbered
    /// Rollups and sums of spending from the rows themselves.
    void rebuildRollups();

    [[nodiscard]] bool wantsRollUp() const { return m_rollups.wantsRollUp(); }
    void rollUp() { m_rollups.rollUp(); } ///< what was settled one by one, see Rollups
    /// What was spent of real money.
    [[nodiscard]] budget::Standing standing();
    [[nodiscard]] QList<PastAttempt> pastAttempts(WallTime from); ///< in the order of their requests
    [[nodiscard]] QList<KeyUse> keyUses(WallTime from, WallTime until); ///< in the order of their requests
    void flush(); ///< before COMMIT
    void committed();
    void forget(); ///< after a rollback

private:
    /// What the open row says, as far as later steps need it.
    struct Row
    {
        qint64 startedAt = 0;
        qint64 day = 0;
        bool open = false;
        qint64 client = 0;
        qint64 chain = 0;
        qint64 end = 0; ///< 0 while open
        qint64 provider = 0;
        qint64 model = 0; ///< of the first candidate while open
    };
    [[nodiscard]] std::optional<Row> row(const RecordKey &key);
    [[nodiscard]] qint64 nextSeq(Ledger ledger);
    RecordKey insertOpen(const OpenRecord &record, qint64 day, bool recordBody);
    void insertRequest(const RecordKey &key, const OpenRecord &record, qint64 day);
    /// All that a settled request is written with but what it holds and its rollups.
    RollupFacts close(const Settlement &settlement, const Row &row, bool recordBody);
    void insertAttempts(const Settlement &settlement, const Row &row);
    void closeRow(const Settlement &settlement, const RollupFacts &facts, const Row &row);
    void loseRow(const RecordKey &key);

    Connection &m_connection;
    QTimeZone m_zone; ///< committed
    LocalDays m_days;
    NameWriter m_names;
    BodyWriter m_bodies;
    Reservations m_reservations;
    Rollups m_rollups;
    Renumbering m_renumbering;
    qint64 m_owner = 0;
    Statement m_nextSeq;
    Statement m_row;
    Statement m_insertRequest;
    Statement m_insertAttempt;
    Statement m_close;
    Statement m_changeModel;
    Statement m_lose;
    Statement m_settleLost;
    Statement m_vote;
    Statement m_keyUses;
    Statement m_pastAttempts;
};

/// The cost of a request by kind, from its attempts; from the request's own cost where the attempts do not add up to
/// it. An unpriced request may still have priced attempts: their money counts.
[[nodiscard]] Sums costSums(const Settlement &settlement);

/// Neither complete nor length.
[[nodiscard]] bool isFailure(routing::EndState end);

} // namespace sb::usage
