#include "ui/dashboard/chart_table.h"

#include "ui/common/label.h"
#include "ui/common/table.h"

#include <QDate>

#include <algorithm>

namespace sb::ui {

namespace {
constexpr int FirstSeries = 2; // after the day and the sum
} // namespace

void ChartTable::present(const ChartData &chart, Measure measure)
{
    if (chart == m_chart && measure == m_measure)
        return;
    const bool sameCells = chart.slotDays == m_chart.slotDays && chart.daysPerSlot == m_chart.daysPerSlot
        && std::ranges::equal(chart.series, m_chart.series, {}, &ChartSeries::modelId, &ChartSeries::modelId);
    if (!sameCells)
        beginResetModel();
    m_chart = chart;
    m_measure = measure;
    if (!sameCells)
        endResetModel();
    else if (!m_chart.slotDays.isEmpty()) // the row that is looked at stays
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

qsizetype ChartTable::slotAt(const QModelIndex &index) const
{
    return index.isValid() ? m_chart.slotDays.size() - 1 - index.row() : -1;
}

int ChartTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_chart.slotDays.size());
}

int ChartTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstSeries + int(m_chart.series.size());
}

QVariant ChartTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const qsizetype slot = slotAt(index);
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == 0)
            return QLocale().toString(QDate::fromJulianDay(m_chart.slotDays.at(slot)), QLocale::ShortFormat);
        if (index.column() == 1)
            return measureText(slotTotals(m_chart).at(slot), m_measure);
        return measureText(m_chart.series.at(index.column() - FirstSeries).values.at(slot), m_measure);
    case NumberRole:
        return index.column() > 0;
    case StrongRole:
        return index.column() == 1;
    case ToneRole:
        return int(index.column() < FirstSeries ? Label::Tone::Text : Label::Tone::Text2);
    default:
        return {};
    }
}

QVariant ChartTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == 0 ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return m_chart.daysPerSlot > 1 ? tr("Week from") : tr("Day");
    if (section == 1)
        return tr("Total");
    return seriesName(m_chart.series.at(section - FirstSeries));
}

} // namespace sb::ui
