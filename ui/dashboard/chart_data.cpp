#include "ui/dashboard/chart_data.h"

#include "ui/common/format.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace sb::ui {

namespace {

constexpr qint64 WeeksAboveDays = 120;
constexpr int DaysPerWeek = 7;

double valueOf(const usage::Sums &sums, Measure measure)
{
    if (measure == Measure::Money)
        return double(sums.total().value) / 1e9; // pixels, not sums
    return double(sums.tokens.input() + sums.tokens.output());
}

DateRange extent(const QList<usage::DayModelRow> &rows)
{
    DateRange range;
    for (const usage::DayModelRow &row : rows) {
        range.first = range.first == 0 ? row.day : qMin(range.first, row.day);
        range.last = qMax(range.last, row.day);
    }
    return range;
}

} // namespace

namespace {

/// Fills in the slots of a range, or of what is on record.
DateRange addSlots(ChartData &data, const QList<usage::DayModelRow> &rows, DateRange range)
{
    if (range == DateRange{})
        range = extent(rows);
    if (range == DateRange{})
        return range;
    data.daysPerSlot = range.last - range.first + 1 > WeeksAboveDays ? DaysPerWeek : 1;
    for (qint64 day = range.first; day <= range.last; day += data.daysPerSlot)
        data.slotDays.append(day);
    return range;
}

} // namespace

ChartData chartData(const QList<usage::DayModelRow> &rows, DateRange range, Measure measure)
{
    ChartData data;
    range = addSlots(data, rows, range);
    if (data.slotDays.isEmpty())
        return data;

    QHash<QString, double> totals;
    for (const usage::DayModelRow &row : rows)
        totals[row.modelId] += valueOf(row.sums, measure);
    QStringList models = totals.keys();
    std::sort(models.begin(), models.end(), [&](const QString &a, const QString &b) {
        return totals[a] != totals[b] ? totals[a] > totals[b] : a < b;
    });

    QHash<QString, qsizetype> index;
    for (qsizetype i = 0; i < models.size(); ++i) {
        const qsizetype slot = qMin<qsizetype>(i, MaxSeries);
        index.insert(models[i], slot);
        if (slot == data.series.size())
            data.series.append(
                {.modelId = i < MaxSeries ? models[i] : QString(), .values = QList<double>(data.slotDays.size())});
        data.series[slot].total += totals[models[i]];
    }
    for (const usage::DayModelRow &row : rows) {
        const qint64 slot = (row.day - range.first) / data.daysPerSlot;
        if (row.day >= range.first && slot < data.slotDays.size())
            data.series[index[row.modelId]].values[slot] += valueOf(row.sums, measure);
    }
    for (const double total : slotTotals(data))
        data.highest = qMax(data.highest, total);
    return data;
}

QList<double> slotTotals(const ChartData &data)
{
    QList<double> totals(data.slotDays.size());
    for (const ChartSeries &series : data.series) {
        for (qsizetype i = 0; i < totals.size(); ++i)
            totals[i] += series.values[i];
    }
    return totals;
}

QList<usage::Sums> slotSums(const QList<usage::DayModelRow> &rows, DateRange range)
{
    ChartData data;
    range = addSlots(data, rows, range);
    QList<usage::Sums> sums(data.slotDays.size());
    for (const usage::DayModelRow &row : rows) {
        const qint64 slot = (row.day - range.first) / data.daysPerSlot;
        if (row.day >= range.first && slot < sums.size())
            sums[slot] += row.sums;
    }
    return sums;
}

ChartData withoutSeries(const ChartData &data, const QSet<QString> &hidden)
{
    ChartData shown = data;
    shown.series.removeIf([&hidden](const ChartSeries &series) { return hidden.contains(series.modelId); });
    shown.highest = 0;
    for (const double total : slotTotals(shown))
        shown.highest = qMax(shown.highest, total);
    return shown;
}

QStringList seriesIds(const ChartData &data)
{
    QStringList ids;
    for (const ChartSeries &series : data.series) {
        if (!series.modelId.isEmpty())
            ids.append(series.modelId);
    }
    return ids;
}

QString seriesName(const ChartSeries &series)
{
    return series.modelId.isEmpty() ? QCoreApplication::translate("sb::ui::ChartData", "Other") : series.modelId;
}

QString measureText(double value, Measure measure)
{
    return measure == Measure::Money ? formatMoney({qint64(std::llround(value * 1e9))}) : formatCount(qint64(value));
}

} // namespace sb::ui
