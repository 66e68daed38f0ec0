#pragma once

#include "core/usage/queries.h"
#include "ui/dashboard/date_range.h"

#include <QList>
#include <QStringList>

namespace sb::ui {

enum class Measure
{
    Money,
    Tokens
};

/// One color of the stack: its values by slot, in dollars or tokens.
struct ChartSeries
{
    QString modelId = {}; ///< empty: all others
    QList<double> values = {};
    double total = 0;
    friend bool operator==(const ChartSeries &, const ChartSeries &) = default;
};

/// A stacked bar chart by slots of one day (or a week, above 120 days), the largest series first, "Other" last.
struct ChartData
{
    QList<ChartSeries> series = {};
    QList<qint64> slotDays = {}; ///< first day of each slot
    int daysPerSlot = 1;
    double highest = 0; ///< of all stacks
};

inline constexpr int MaxSeries = 6;

/// @param range {0, 0}: from the first day that has a row to the last
[[nodiscard]] ChartData chartData(const QList<usage::DayModelRow> &rows, DateRange range, Measure measure);
/// The sum of a measure per slot; for sparklines.
[[nodiscard]] QList<double> slotTotals(const ChartData &data);
/// A round number at or above `value` and the step of three or four ticks below it: 1, 2, 2.5 or 5 times a power of
/// ten.
struct AxisScale
{
    double top = 1;
    double step = 0.25;
};
[[nodiscard]] AxisScale niceScale(double value);

} // namespace sb::ui
