#include "core/budget/budget.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace sb::budget {

namespace {

struct BudgetText
{
    Q_DECLARE_TR_FUNCTIONS(sb::budget)
};

QString dollars(NanoDollars amount)
{
    return u'$' + toDecimal(amount);
}

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

QString describe(const Limit &limit)
{
    const QString text = limit.period == Period::Day ? BudgetText::tr("the daily limit of %1")
                                                     : BudgetText::tr("the monthly limit of %1");
    return text.arg(dollars(limit.amount));
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

routing::HeldByLost heldByLost(const QList<LostRequest> &lost, const DayRange &days)
{
    QList<LostRequest> held;
    std::copy_if(lost.begin(), lost.end(), std::back_inserter(held), [&days](const LostRequest &each) {
        return each.day >= days.first && each.day <= days.last && each.held > NanoDollars{};
    });
    std::sort(held.begin(), held.end(), [](const LostRequest &a, const LostRequest &b) {
        return a.held != b.held ? a.held > b.held : a.seq < b.seq;
    });
    routing::HeldByLost sum{.more = held.size() > routing::MostNamedRequests};
    for (const LostRequest &each : std::as_const(held)) {
        sum.amount = saturatingAdd(sum.amount, each.held);
        if (sum.requests.size() < routing::MostNamedRequests)
            sum.requests.append(each.seq);
    }
    return sum;
}

std::optional<Left> leftUnderHardLimits(const Limits &limits, const Standing &standing, WallTime now)
{
    const qint64 today = dayOf(now, standing.zone);
    std::optional<Left> left;
    for (const std::optional<Limit> &limit : {limits.daily, limits.monthly}) {
        if (!limit || !limit->hard)
            continue;
        const DayRange days = rangeOf(limit->period, today);
        const Left under{.amount = remaining(*limit, spentIn(standing, days)), .lost = heldByLost(standing.lost, days)};
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

std::optional<Warning> warningFor(const Limit &limit, const DayRange &days, const Spent &spent)
{
    if (!pastWarning(limit, spent))
        return {};
    return Warning{
        .limit = limit, .days = days, .passed = !limit.hard && spent.settled >= limit.amount, .settled = spent.settled};
}

bool isNews(const Warning &warning, const std::optional<Warning> &last)
{
    const bool other = !last || last->limit != warning.limit || last->days != warning.days;
    return other || (warning.passed && !last->passed);
}

QString describe(const Warning &warning)
{
    //: %1: an amount of money; %2: “the daily limit of $1.00”
    const QString text = warning.passed
        ? BudgetText::tr("%1 is spent: %2 is reached. It only warns, and stops nothing.")
        : BudgetText::tr("%1 of %2 is spent.");
    return text.arg(dollars(warning.settled), describe(warning.limit));
}

} // namespace sb::budget
