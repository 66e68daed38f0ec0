#pragma once

#include "core/budget/budget.h"
#include "core/usage/records.h"
#include "core/usage/store/statement.h"

namespace sb::usage {

/// What the limits say to a bound.
struct Admission
{
    budget::Verdict verdict = budget::Verdict::Fits;
    std::optional<budget::Limit> refusedBy = {};
    NanoDollars refusedLeft = {}; ///< what was left under it
    std::optional<NanoDollars> remaining = {}; ///< under the strictest limit, after this bound when it was admitted
    QList<budget::Warning> warnings = {}; ///< where nothing refused it
};

/// Bounds of open and lost requests, and the sums that limits look at. All of it inside the open (IMMEDIATE)
/// transaction, so that nobody reserves between the look and the reservation.
class Reservations
{
public:
    explicit Reservations(Connection &connection);

    /// Only real money is limited: anything fits in another ledger.
    [[nodiscard]] Admission admit(const budget::Limits &limits, Ledger ledger, qint64 day,
                                  std::optional<NanoDollars> bound);
    /// One more bound of a request; nullopt: unpriced, it is only held open.
    void add(const RecordKey &key, qint64 day, std::optional<NanoDollars> bound, qint64 owner);
    /// What a request holds is this amount and no more; it is still open. nullopt: unpriced.
    void hold(const RecordKey &key, qint64 day, std::optional<NanoDollars> amount, qint64 owner);
    /// Gives the bounds of a request back and counts what it cost instead.
    void settle(const RecordKey &key, qint64 day, NanoDollars amount);
    /// What a request cost that was never held open.
    void count(const RecordKey &key, qint64 day, NanoDollars amount) { change(key, day, amount, {}); }
    /// What a request cost, and the bounds that it holds, count for another day.
    void move(const RecordKey &key, qint64 from, qint64 to, NanoDollars settled);
    /// Requests that a process holds open, in order.
    [[nodiscard]] QList<RecordKey> heldBy(qint64 owner);
    /// They are nobody's any more, with their bounds still counted.
    void disown(qint64 owner);
    /// By day: the last day that holds anything, and a month before it.
    [[nodiscard]] QMap<qint64, budget::Spent> lately(Ledger ledger);
    [[nodiscard]] budget::Spent spent(Ledger ledger, const budget::DayRange &days);
    /// Those that hold real money.
    [[nodiscard]] QList<budget::LostRequest> lost(const budget::DayRange &days);

    /// A sentence that names the limit, what is left, and the lost requests that hold money of the period.
    [[nodiscard]] QString refusalText(const Admission &admission, qint64 day, std::optional<NanoDollars> bound);

private:
    [[nodiscard]] NanoDollars release(const RecordKey &key); ///< @return what it held
    void change(const RecordKey &key, qint64 day, NanoDollars settled, NanoDollars reserved);

    Statement m_sums;
    Statement m_lately;
    Statement m_change;
    Statement m_add;
    Statement m_remove;
    Statement m_heldBy;
    Statement m_boundOf;
    Statement m_disown;
    Statement m_lost;
};

} // namespace sb::usage
