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
    bool warn = false;
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
    void add(const RecordKey &key, qint64 day, NanoDollars bound);
    /// Gives the bounds of a request back. @return what they were together; nullopt when there was none
    std::optional<NanoDollars> release(const RecordKey &key, qint64 day);
    void addSettled(Ledger ledger, qint64 day, NanoDollars amount);
    [[nodiscard]] budget::Spent spent(Ledger ledger, const budget::DayRange &days);

    /// A sentence that names the limit, what is left, and the lost requests that hold money of the period.
    [[nodiscard]] QString refusalText(const Admission &admission, qint64 day, std::optional<NanoDollars> bound);

private:
    void change(Ledger ledger, qint64 day, NanoDollars settled, NanoDollars reserved);

    Statement m_sums;
    Statement m_change;
    Statement m_add;
    Statement m_total;
    Statement m_remove;
    Statement m_lost;
};

} // namespace sb::usage
