#pragma once

#include <QLocale>
#include <QString>

namespace sb::ui {

/// What the dashboard shows, as local day numbers (QDate::toJulianDay), inclusive.
enum class RangeKind
{
    Day,
    Week,
    Days30,
    Days90,
    Month,
    All
};

struct DateRange
{
    qint64 first = 0; ///< 0 and 0: everything
    qint64 last = 0;
    friend bool operator==(const DateRange &, const DateRange &) = default;
};

/// @param today local day number in the profile's zone
[[nodiscard]] DateRange rangeOf(RangeKind kind, qint64 today);
/// The period of the same length before; for "all" there is none: 0 and 0.
[[nodiscard]] DateRange before(const DateRange &range);
/// "1 to 23 November 2026"
[[nodiscard]] QString describe(const DateRange &range, const QLocale &locale);

} // namespace sb::ui
