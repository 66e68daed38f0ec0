#include "ui/chains/recorded_model.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::ui {

void RecordedModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void RecordedModel::add(const usage::LogPage &page, WallTime now)
{
    beginResetModel();
    m_rows += page.rows;
    std::ranges::stable_sort(m_rows, std::ranges::greater(), &usage::LogRow::startedAt);
    if (const QTimeZone zone(page.zone.toLatin1()); zone.isValid())
        m_zone = zone;
    m_now = now;
    endResetModel();
}

QString RecordedModel::title(int row) const
{
    const usage::LogRow &record = m_rows.at(row);
    return u"%1 %2"_s.arg(formatTime(record.startedAt, m_zone, m_now), record.requested);
}

int RecordedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RecordedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RecordedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const usage::LogRow &record = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Time)
            return formatTime(record.startedAt, m_zone, m_now);
        return index.column() == Requested ? record.requested : endStateText(record.end);
    case SecondLineRole:
        if (index.column() == Requested)
            return record.servedModel;
        return index.column() == Time && record.key.ledger == usage::Ledger::Practice ? tr("practice") : QString();
    case SignalRole:
        return index.column() == End ? QVariant(int(endStateSignal(record.end))) : QVariant();
    case StrongRole:
        return index.column() == Requested;
    default:
        return {};
    }
}

QVariant RecordedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Time ? tr("Time") : section == Requested ? tr("Request") : tr("End");
}

} // namespace sb::ui
