#pragma once

#include "core/budget/budget.h"

#include <QDateTime>

namespace sb::usage {

/// budget::dayOf() that remembers the day it last looked up: almost every request falls on the same one.
class LocalDays
{
public:
    explicit LocalDays(const QTimeZone &zone)
        : m_zone(zone)
    {
    }
    [[nodiscard]] qint64 of(WallTime time)
    {
        if (time < m_start || time >= m_end) {
            m_day = budget::dayOf(time, m_zone);
            const QDate date = QDate::fromJulianDay(m_day);
            m_start = fromMilliseconds(date.startOfDay(m_zone).toMSecsSinceEpoch());
            m_end = fromMilliseconds(date.addDays(1).startOfDay(m_zone).toMSecsSinceEpoch());
        }
        return m_day;
    }
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }

private:
    QTimeZone m_zone;
    qint64 m_day = 0;
    WallTime m_start = {};
    WallTime m_end = {}; ///< empty range at first
};

} // namespace sb::usage
