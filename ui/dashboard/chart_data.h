#pragma once

#include "core/usage/queries.h"
#include "ui/common/axis_scale.h"
#include "ui/dashboard/date_range.h"

#include <QList>
#include <QSet>
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
    friend bool operator==(const ChartData &, const ChartData &) = default;
};

inline constexpr int MaxSeries = 6;

/// @param range {0, 0}: from the first day that has a row to the last
[[nodiscard]] ChartData chartData(const QList<usage::DayModelRow> &rows, DateRange range, Measure measure);
/// The sum of a measure per slot.
[[nodiscard]] QList<double> slotTotals(const ChartData &data);
/// All sums per slot, over all models; for sparklines. Slots as in chartData().
[[nodiscard]] QList<usage::Sums> slotSums(const QList<usage::DayModelRow> &rows, DateRange range);
/// The chart without the series of these models; the others keep their order.
[[nodiscard]] ChartData withoutSeries(const ChartData &data, const QSet<QString> &hidden);
[[nodiscard]] QStringList seriesIds(const ChartData &data); ///< models, without "Other"
[[nodiscard]] QString seriesName(const ChartSeries &series); ///< the model, or "Other"
[[nodiscard]] QString measureText(double value, Measure measure); ///< dollars or tokens, as all panels write them

} // namespace sb::ui
