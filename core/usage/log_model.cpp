#include "core/usage/log_model.h"

#include <algorithm>

namespace sb::usage {

namespace {
constexpr int PageSize = 128;
} // namespace

LogModel::LogModel(Queries &queries, QObject *parent)
    : QAbstractTableModel(parent)
    , m_queries(queries)
{
    connect(&m_queries, &Queries::answered, this, &LogModel::take);
}

void LogModel::setFilter(const Filter &filter)
{
    m_filter = filter;
    beginResetModel();
    m_rows.clear();
    m_total = 0;
    m_more = false;
    endResetModel();
    reload();
}

void LogModel::reload()
{
    if (m_ticket.isValid())
        m_queries.cancel(m_ticket);
    m_replaces = true;
    ask(0);
}

void LogModel::ask(qint64 beforeSeq)
{
    m_ticket = m_queries.ask(LogQuery{.filter = m_filter, .beforeSeq = beforeSeq, .count = PageSize});
}

int LogModel::find(const RecordKey &key) const
{
    const auto it = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const LogRow &row) { return row.key == key; });
    return it == m_rows.cend() ? -1 : int(it - m_rows.cbegin());
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != RowRole)
        return {};
    return QVariant::fromValue(m_rows.at(index.row()));
}

bool LogModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && !m_ticket.isValid();
}

void LogModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_replaces = false;
    ask(m_rows.constLast().key.seq);
}

void LogModel::take(Ticket ticket, const Result<QueryAnswer> &answer)
{
    if (ticket != m_ticket)
        return;
    m_ticket = {};
    if (!answer) {
        emit failed(answer.error());
        return;
    }
    const LogPage &page = std::get<LogPage>(*answer);
    m_more = page.more;
    if (m_replaces) {
        beginResetModel();
        m_rows = page.rows;
        m_total = page.total;
        endResetModel();
    } else if (!page.rows.isEmpty()) {
        const int first = int(m_rows.size());
        beginInsertRows({}, first, first + int(page.rows.size()) - 1);
        m_rows += page.rows;
        endInsertRows();
    }
    emit pageTaken();
}

} // namespace sb::usage
