#include "ui/playground/conversation_model.h"

#include "ui/common/format.h"

#include <QSet>

namespace sb::ui {

ConversationModel::ConversationModel(const Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_clock(clock)
    , m_zone(QTimeZone::systemTimeZone())
{
}

void ConversationModel::replace(const QList<profile::ConversationSummary> &conversations)
{
    beginResetModel();
    m_rows = conversations;
    endResetModel();
}

void ConversationModel::present(const QList<profile::ConversationSummary> &conversations)
{
    QSet<QString> ids;
    for (const profile::ConversationSummary &summary : conversations)
        ids.insert(summary.id);
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (ids.contains(m_rows[row].id))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < int(conversations.size()); ++row) {
        const int before = rowOf(conversations[row].id, row);
        if (before < 0) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, conversations[row]);
            endInsertRows();
        } else if (before > row) {
            beginMoveRows({}, before, before, {}, row);
            m_rows.move(before, row);
            endMoveRows();
        }
        if (m_rows[row] != conversations[row]) {
            m_rows[row] = conversations[row];
            emit dataChanged(index(row), index(row));
        }
    }
}

void ConversationModel::setZone(const QTimeZone &zone)
{
    if (zone == m_zone)
        return;
    m_zone = zone;
    if (!m_rows.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1), {SecondRole});
}

int ConversationModel::rowOf(const QString &id, int from) const
{
    for (int row = from; row < int(m_rows.size()); ++row) {
        if (m_rows[row].id == id)
            return row;
    }
    return -1;
}

QModelIndex ConversationModel::indexOf(const QString &id) const
{
    const int row = rowOf(id);
    return row < 0 ? QModelIndex() : index(row);
}

int ConversationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString ConversationModel::secondLine(const profile::ConversationSummary &summary) const
{
    if (!summary.problem.isEmpty())
        return tr("This file cannot be used. Open it to see what to do.");
    return summary.snippet.isEmpty() ? formatWhen(summary.changedAt, m_zone, m_clock.wall()) : summary.snippet;
}

QVariant ConversationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const profile::ConversationSummary &summary = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        // Something was set up in it, but nothing typed or sent yet.
        return summary.title.isEmpty() ? tr("New conversation") : summary.title;
    case Qt::EditRole:
        return summary.title;
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return summary.problem;
    case IdRole:
        return summary.id;
    case SecondRole:
        return secondLine(summary);
    case DamagedRole:
        return !summary.problem.isEmpty();
    default:
        return {};
    }
}

bool ConversationModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    profile::ConversationSummary &summary = m_rows[index.row()];
    const QString title = value.toString().simplified();
    if (title.isEmpty() || title == summary.title)
        return false;
    summary.title = title;
    emit dataChanged(index, index);
    emit renamed(m_rows[index.row()].id, title);
    return true;
}

Qt::ItemFlags ConversationModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractListModel::flags(index);
    if (index.isValid() && m_rows[index.row()].problem.isEmpty())
        flags |= Qt::ItemIsEditable; // the name of a damaged one is the file's
    return flags;
}

} // namespace sb::ui
