#include "ui/dashboard/date_range.h"

#include <QCoreApplication>
#include <QDate>

namespace sb::ui {

DateRange rangeOf(RangeKind kind, qint64 today)
{
    switch (kind) {
    case RangeKind::Day:
        return {today, today};
    case RangeKind::Week:
        return {today - 6, today};
    case RangeKind::Days30:
        return {today - 29, today};
    case RangeKind::Days90:
        return {today - 89, today};
    case RangeKind::Month: {
        const QDate date = QDate::fromJulianDay(today);
        return {QDate(date.year(), date.month(), 1).toJulianDay(), today};
    }
    case RangeKind::All:
        return {};
    }
    return {};
}

DateRange before(const DateRange &range)
{
    if (range == DateRange{})
        return {};
    const qint64 length = range.last - range.first + 1;
    return {range.first - length, range.first - 1};
}

QString describe(const DateRange &range, const QLocale &locale)
{
    if (range == DateRange{})
        return QCoreApplication::translate("sb::ui::DateRange", "everything on record");
    const auto text = [&](qint64 day) {
        return locale.toString(QDate::fromJulianDay(day),
                               QCoreApplication::translate("sb::ui::DateRange", "d MMMM yyyy", "a whole date"));
    };
    if (range.first == range.last)
        return text(range.last);
    const QDate first = QDate::fromJulianDay(range.first);
    const QDate last = QDate::fromJulianDay(range.last);
    if (first.year() == last.year() && first.month() == last.month())
        //: A range of days within a month: the first day, then the whole date of the last.
        return QCoreApplication::translate("sb::ui::DateRange", "%1 to %2", "within a month")
            .arg(locale.toString(first, QCoreApplication::translate("sb::ui::DateRange", "d", "day of the month")),
                 text(range.last));
    //: A range of dates.
    return QCoreApplication::translate("sb::ui::DateRange", "%1 to %2").arg(text(range.first), text(range.last));
}

} // namespace sb::ui
