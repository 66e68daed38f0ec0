#include "core/usage/store/reservations.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::usage {

namespace {

struct ReservationsText
{
    Q_DECLARE_TR_FUNCTIONS(sb::usage::Register)
};

QString dollars(NanoDollars amount)
{
    return u"$"_s + toDecimal(amount);
}

} // namespace

Reservations::Reservations(Connection &connection)
    : m_sums(connection, "SELECT sum(settled), sum(reserved) FROM spent WHERE ledger = ?1 AND day BETWEEN ?2 AND ?3")
    , m_lately(connection,
               "SELECT day, settled, reserved FROM spent WHERE ledger = ?1"
               " AND day > (SELECT max(day) FROM spent WHERE ledger = ?1) - 32")
    , m_change(connection,
               "INSERT INTO spent(ledger, day, settled, reserved, first_seq, last_seq) VALUES(?1, ?2, ?3, ?4, ?5, ?5)"
               " ON CONFLICT(ledger, day) DO UPDATE SET settled = spent.settled + excluded.settled,"
               " reserved = spent.reserved + excluded.reserved, first_seq = min(spent.first_seq, excluded.first_seq),"
               " last_seq = max(spent.last_seq, excluded.last_seq)")
    , m_add(connection,
            "INSERT INTO reservation(ledger, seq, n, bound, owner)"
            " VALUES(?1, ?2, (SELECT 1 + count(*) FROM reservation WHERE ledger = ?1 AND seq = ?2), ?3, ?4)")
    , m_remove(connection, "DELETE FROM reservation WHERE ledger = ?1 AND seq = ?2 RETURNING bound")
    , m_heldBy(connection, "SELECT DISTINCT ledger, seq FROM reservation WHERE owner = ?1 ORDER BY ledger, seq")
    , m_boundOf(connection, "SELECT sum(bound) FROM reservation WHERE ledger = ?1 AND seq = ?2")
    , m_disown(connection, "UPDATE reservation SET owner = NULL WHERE owner = ?1")
    , m_lost(connection,
             "SELECT r.seq, r.day, sum(v.bound) FROM reservation v JOIN request r USING(ledger, seq)"
             " WHERE v.ledger = 0 AND v.owner IS NULL AND v.bound IS NOT NULL AND r.day BETWEEN ?1 AND ?2"
             " GROUP BY r.seq")
{
}

Admission Reservations::admit(const budget::Limits &limits, Ledger ledger, qint64 day, std::optional<NanoDollars> bound)
{
    Admission admission;
    if (ledger != Ledger::Real)
        return admission;
    for (const std::optional<budget::Limit> &limit : {limits.daily, limits.monthly}) {
        if (!limit)
            continue;
        const budget::DayRange days = budget::rangeOf(limit->period, day);
        const budget::Spent sums = spent(ledger, days);
        const NanoDollars left = budget::remaining(*limit, sums);
        const budget::Verdict verdict = budget::admit(*limit, sums, bound);
        const bool refused = verdict == budget::Verdict::Refuse || verdict == budget::Verdict::RefuseUnpriced;
        if (refused && (!admission.refusedBy || left < admission.refusedLeft)) {
            admission.verdict = verdict;
            admission.refusedBy = limit;
            admission.refusedLeft = left;
        }
        if (const auto warning = budget::warningFor(*limit, days, sums))
            admission.warnings.append(*warning);
        admission.remaining = std::min(admission.remaining.value_or(left), left);
    }
    if (!admission.refusedBy && admission.remaining && bound)
        admission.remaining = NanoDollars{std::max<qint64>(0, admission.remaining->value - bound->value)};
    return admission;
}

void Reservations::add(const RecordKey &key, qint64 day, std::optional<NanoDollars> bound, qint64 owner)
{
    m_add.run(int(key.ledger), key.seq, bound, owner);
    change(key, day, {}, bound.value_or(NanoDollars{}));
}

void Reservations::hold(const RecordKey &key, qint64 day, std::optional<NanoDollars> amount, qint64 owner)
{
    change(key, day, {}, {-release(key).value});
    add(key, day, amount, owner);
}

void Reservations::settle(const RecordKey &key, qint64 day, NanoDollars amount)
{
    change(key, day, amount, {-release(key).value});
}

void Reservations::move(const RecordKey &key, qint64 from, qint64 to, NanoDollars settled)
{
    const NanoDollars held{m_boundOf.find(int(key.ledger), key.seq).value_or(0)};
    change(key, from, {-settled.value}, {-held.value});
    change(key, to, settled, held);
}

NanoDollars Reservations::release(const RecordKey &key)
{
    NanoDollars held;
    m_remove.bind(int(key.ledger), key.seq);
    while (m_remove.next())
        held = saturatingAdd(held, {m_remove.integer(0)});
    return held;
}

QList<RecordKey> Reservations::heldBy(qint64 owner)
{
    QList<RecordKey> keys;
    m_heldBy.bind(owner);
    while (m_heldBy.next())
        keys.append({.ledger = Ledger(m_heldBy.integer(0)), .seq = m_heldBy.integer(1)});
    return keys;
}

void Reservations::disown(qint64 owner)
{
    m_disown.run(owner);
}

budget::Spent Reservations::spent(Ledger ledger, const budget::DayRange &days)
{
    budget::Spent sums;
    m_sums.bind(int(ledger), days.first, days.last);
    if (m_sums.next())
        sums = {.settled = {m_sums.integer(0)}, .reserved = {m_sums.integer(1)}};
    m_sums.reset();
    return sums;
}

QMap<qint64, budget::Spent> Reservations::lately(Ledger ledger)
{
    QMap<qint64, budget::Spent> days;
    m_lately.bind(int(ledger));
    while (m_lately.next())
        days.insert(m_lately.integer(0), {.settled = {m_lately.integer(1)}, .reserved = {m_lately.integer(2)}});
    m_lately.reset();
    return days;
}

QList<budget::LostRequest> Reservations::lost(const budget::DayRange &days)
{
    QList<budget::LostRequest> lost;
    m_lost.bind(days.first, days.last);
    while (m_lost.next())
        lost.append({.seq = m_lost.integer(0), .day = m_lost.integer(1), .held = {m_lost.integer(2)}});
    m_lost.reset();
    return lost;
}

void Reservations::change(const RecordKey &key, qint64 day, NanoDollars settled, NanoDollars reserved)
{
    m_change.run(int(key.ledger), day, settled, reserved, key.seq);
}

QString Reservations::refusalText(const Admission &admission, qint64 day, std::optional<NanoDollars> bound)
{
    if (!admission.refusedBy)
        return {};
    const QString limit = describe(*admission.refusedBy);
    if (!bound) {
        return ReservationsText::tr(
                   "The price of this endpoint is not known, so %1 lets nothing through to it. Set a price in Models, "
                   "or "
                   "allow the endpoint.")
            .arg(limit);
    }
    const QString text = ReservationsText::tr("This may cost up to %1, but %2 has only %3 left.")
                             .arg(dollars(*bound), limit, dollars(admission.refusedLeft));
    const budget::DayRange days = budget::rangeOf(admission.refusedBy->period, day);
    return (text + u' ' + describe(budget::heldByLost(lost(days), days))).trimmed();
}

} // namespace sb::usage
