#include "ui/chains/replay/replay_table.h"

#include "ui/common/label.h"
#include "ui/common/table.h"

namespace sb::ui {

namespace {

QString firstLine(const ReplayRow &row, int column)
{
    switch (column) {
    case ReplayTable::Title:
        return row.title;
    case ReplayTable::Recorded:
        return row.recorded;
    case ReplayTable::Replayed:
        return row.replayed;
    case ReplayTable::Difference:
        return row.difference;
    case ReplayTable::Trust:
        return gradeText(row.grade);
    default:
        return {};
    }
}

QString secondLine(const ReplayRow &row, int column)
{
    return column == ReplayTable::Title ? row.about : column == ReplayTable::Replayed ? row.replayedAbout : QString();
}

} // namespace

ReplayTable::ReplayTable(const QStringList &titles, QObject *parent)
    : QAbstractTableModel(parent)
    , m_titles(titles)
{
    Q_ASSERT(titles.size() == ColumnCount);
}

void ReplayTable::present(const QList<ReplayRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void ReplayTable::setTitles(const QStringList &titles)
{
    m_titles = titles;
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int ReplayTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ReplayTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ReplayTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ReplayRow &row = m_rows.at(index.row());
    const int column = index.column();
    const QString second = secondLine(row, column);
    switch (role) {
    case Qt::DisplayRole:
        return firstLine(row, column);
    case Qt::ToolTipRole: // the whole of what may be cut
        return second.isEmpty() ? firstLine(row, column) : second;
    case Qt::AccessibleTextRole:
        return second.isEmpty() ? firstLine(row, column) : QStringLiteral("%1, %2").arg(firstLine(row, column), second);
    case SecondLineRole:
        return second;
    case NumberRole:
        return column == Recorded || column == Replayed || column == Difference;
    case StrongRole:
        return column == Title || column == Replayed;
    case ToneRole:
        return int(column == Trust || column == Recorded ? Label::Tone::Text2 : Label::Tone::Text);
    case SignalRole:
        return column == Trust ? QVariant(int(gradeSignal(row.grade))) : QVariant();
    default:
        return {};
    }
}

QVariant ReplayTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return m_titles.at(section);
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Title || section == Trust ? Qt::AlignLeft : Qt::AlignRight));
    return {};
}

} // namespace sb::ui
