#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/result.h"
#include "core/routing/held_by_lost.h"

#include <QDate>
#include <QMap>
#include <QMetaType>
#include <QTimeZone>

#include <optional>

namespace sb::budget {

enum class Period
{
    Day,
    Month
};
[[nodiscard]] QByteArray toWireName(Period period);

/// One limit of spending; several may hold at once, the strictest wins.
struct Limit
{
    Period period = Period::Day;
    NanoDollars amount = {};
    bool hard = true; ///< refuses; a soft one only warns
    int warnPercent = 80;
    friend bool operator==(const Limit &, const Limit &) = default;
};

/// "the daily limit of $1.00", translated, for the middle of a sentence.
[[nodiscard]] QString describe(const Limit &limit);

/// The overall limits of a profile; later: per provider, model, chain, tag, client.
struct Limits
{
    std::optional<Limit> daily = {};
    std::optional<Limit> monthly = {};
    std::optional<NanoDollars> perRequest = {}; ///< what any one request may cost at most, with all its attempts
    friend bool operator==(const Limits &, const Limits &) = default;
};

/// Local day numbers [first, last] of the period that holds `day`. A day number is QDate::toJulianDay().
struct DayRange
{
    qint64 first = 0;
    qint64 last = 0;
    friend bool operator==(const DayRange &, const DayRange &) = default;
};
[[nodiscard]] DayRange rangeOf(Period period, qint64 day);
/// The local day of an instant in the profile's zone.
[[nodiscard]] qint64 dayOf(WallTime time, const QTimeZone &zone);

/// What a period already holds: settled cost, and bounds of open and lost requests.
struct Spent
{
    NanoDollars settled = {};
    NanoDollars reserved = {};
    friend bool operator==(const Spent &, const Spent &) = default;
};

/// A request whose end nobody saw, and what is reserved for it until somebody settles it.
struct LostRequest
{
    qint64 seq = 0; ///< its number in the register
    qint64 day = 0;
    NanoDollars held = {};
    friend bool operator==(const LostRequest &, const LostRequest &) = default;
};
/// What those of these days hold together, and who holds the most.
[[nodiscard]] routing::HeldByLost heldByLost(const QList<LostRequest> &lost, const DayRange &days);

/// What was spent lately, as the register knows it: of real money, by local day, at least over one month.
struct Standing
{
    QTimeZone zone = QTimeZone::utc(); ///< of the days
    QMap<qint64, Spent> days = {}; ///< days without an entry hold nothing
    QList<LostRequest> lost = {}; ///< those of these days
    friend bool operator==(const Standing &, const Standing &) = default;
};

enum class Verdict
{
    Fits,
    WarnSoft,
    Refuse,
    RefuseUnpriced
};

/// Whether a bound fits. A hard limit refuses what does not fit and what has no bound; an overrun by a provider that
/// billed above its bound therefore refuses all that may cost something until the next period. A bound of 0 always
/// fits: free local models are never blocked.
[[nodiscard]] Verdict admit(const Limit &limit, const Spent &spent, std::optional<NanoDollars> bound);
/// What is left under a limit, never negative.
[[nodiscard]] NanoDollars remaining(const Limit &limit, const Spent &spent);
/// What hard limits leave.
struct Left
{
    NanoDollars amount = {};
    routing::HeldByLost lost = {}; ///< of that limit
    friend bool operator==(const Left &, const Left &) = default;
};
/// What is left under the strictest hard limit at that time; nullopt where no hard limit holds. The register's own sums
/// decide in the end: others may have spent since.
[[nodiscard]] std::optional<Left> leftUnderHardLimits(const Limits &limits, const Standing &standing, WallTime now);
/// Whether the settled cost has reached the warning share.
[[nodiscard]] bool pastWarning(const Limit &limit, const Spent &spent);

/// What should be said about a limit before it refuses, or because it does not refuse.
struct Warning
{
    Limit limit = {};
    DayRange days = {}; ///< of its period
    bool passed = false; ///< a soft limit is spent; else: its warning share is
    NanoDollars settled = {};
    friend bool operator==(const Warning &, const Warning &) = default;
};
/// What there is to say about a limit that holds for these days. Of what is settled only: a bound is mostly given back.
[[nodiscard]] std::optional<Warning> warningFor(const Limit &limit, const DayRange &days, const Spent &spent);
/// Whether a warning says something that the last one about a limit of its period did not: each crossing once.
[[nodiscard]] bool isNews(const Warning &warning, const std::optional<Warning> &last);
/// One translated sentence.
[[nodiscard]] QString describe(const Warning &warning);

} // namespace sb::budget

Q_DECLARE_METATYPE(sb::budget::Standing)
Q_DECLARE_METATYPE(sb::budget::Warning)
