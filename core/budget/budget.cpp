#include "core/budget/budget.h"

#include <QDateTime>

#include <algorithm>
#include <cstdint>

namespace sb::budget {

namespace {

NanoDollars committed(const Spent &spent)
{
    return saturatingAdd(spent.settled, spent.reserved);
}

/// ceil(amount × percent / 100) for an amount ≥ 0 and a percentage from 0 to 100, without leaving 64 bits.
qint64 share(qint64 amount, int percent)
{
    const qint64 hundreds = amount / 100 * percent;
    const qint64 rest = amount % 100 * percent;
    return hundreds + (rest + 99) / 100;
}

Spent spentIn(const Standing &standing, const DayRange &days)
{
    Spent sum;
    for (auto it = standing.days.lowerBound(days.first); it != standing.days.end() && it.key() <= days.last; ++it) {
        sum.settled = saturatingAdd(sum.settled, it->settled);
        sum.reserved = saturatingAdd(sum.reserved, it->reserved);
        sum.lost = saturatingAdd(sum.lost, it->lost);
    }
    return sum;
}

} // namespace

QByteArray toWireName(Period period)
{
    switch (period) {
    case Period::Day:
        return QByteArrayLiteral("day");
    case Period::Month:
        return QByteArrayLiteral("month");
    }
    Q_UNREACHABLE();
}

DayRange rangeOf(Period period, qint64 day)
{
    if (period == Period::Day)
        return {.first = day, .last = day};
    const QDate date = QDate::fromJulianDay(day);
    const qint64 first = day - (date.day() - 1);
    return {.first = first, .last = first + date.daysInMonth() - 1};
}

qint64 dayOf(WallTime time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(time), zone).date().toJulianDay();
}

Verdict admit(const Limit &limit, const Spent &spent, std::optional<NanoDollars> bound)
{
    if (!bound && limit.hard)
        return Verdict::RefuseUnpriced;
    const NanoDollars asked = bound.value_or(NanoDollars{});
    // What costs nothing cannot make an overrun worse: free local models are never blocked.
    const bool free = bound && asked <= NanoDollars{};
    if (free || saturatingAdd(committed(spent), asked) <= limit.amount)
        return Verdict::Fits;
    return limit.hard ? Verdict::Refuse : Verdict::WarnSoft;
}

NanoDollars remaining(const Limit &limit, const Spent &spent)
{
    const NanoDollars taken = committed(spent);
    const NanoDollars left =
        saturatingAdd(limit.amount, NanoDollars{taken.value == INT64_MIN ? INT64_MAX : -taken.value});
    return std::max(left, NanoDollars{});
}

std::optional<Left> leftUnderHardLimits(const Limits &limits, const Standing &standing, WallTime now)
{
    const qint64 today = dayOf(now, standing.zone);
    std::optional<Left> left;
    for (const std::optional<Limit> &limit : {limits.daily, limits.monthly}) {
        if (!limit || !limit->hard)
            continue;
        const Spent spent = spentIn(standing, rangeOf(limit->period, today));
        const Left under{.amount = remaining(*limit, spent), .lost = spent.lost};
        if (!left || under.amount < left->amount)
            left = under;
    }
    return left;
}

bool pastWarning(const Limit &limit, const Spent &spent)
{
    const qint64 amount = std::max<qint64>(limit.amount.value, 0);
    return spent.settled.value >= share(amount, std::clamp(limit.warnPercent, 0, 100));
}

} // namespace sb::budget
