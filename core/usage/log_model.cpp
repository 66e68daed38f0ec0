#include "core/usage/log_model.h"

#include <algorithm>
#include <limits>

namespace sb::usage {

namespace {

constexpr int PageSize = 128; // and of a block
constexpr int MostBlocks = 400;
constexpr qsizetype MostWanted = 4; // of a scroll bar that is dragged, only the last places matter
constexpr qint64 MostRows = std::numeric_limits<int>::max() / 64; // a view measures its rows in pixels

qint64 blockOf(qint64 seq)
{
    return seq / PageSize;
}

} // namespace

LogModel::LogModel(Queries &queries, QObject *parent)
    : QAbstractTableModel(parent)
    , m_queries(queries)
    , m_blocks(MostBlocks)
{
    connect(&m_queries, &Queries::answered, this, &LogModel::take);
}

void LogModel::setFilter(const Filter &filter)
{
    beginResetModel();
    m_filter = filter;
    m_rows.clear();
    m_blocks.clear();
    m_stale.clear();
    m_wanted.clear();
    m_newest = 0;
    m_total = 0;
    m_more = false;
    if (m_blockTicket.isValid())
        m_queries.cancel(m_blockTicket);
    m_blockTicket = {};
    m_asked = -1; // else that block would never be asked for again
    endResetModel();
    reload();
}

void LogModel::reload()
{
    const bool fetchesMore = m_ticket.isValid() && !m_renews;
    if (m_ticket.isValid())
        m_queries.cancel(m_ticket);
    m_renews = true;
    // All rows that are shown, and those of a page that was on its way.
    const qsizetype shown = isDense() ? 0 : m_rows.size() + (fetchesMore ? PageSize : 0);
    ask(0, int(std::max<qsizetype>(PageSize, shown)));
}

void LogModel::ask(qint64 beforeSeq, int count)
{
    m_ticket = m_queries.ask(LogQuery{.filter = m_filter, .beforeSeq = beforeSeq, .count = count});
}

RecordKey LogModel::keyAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    return isDense() ? RecordKey{.ledger = m_filter.ledger, .seq = m_newest - row} : m_rows.at(row).key;
}

int LogModel::find(const RecordKey &key) const
{
    if (isDense()) {
        const qint64 row = m_newest - key.seq;
        return key.ledger == m_filter.ledger && row >= 0 && row < rowCount() ? int(row) : -1;
    }
    const auto it = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const LogRow &row) { return row.key == key; });
    return it == m_rows.cend() ? -1 : int(it - m_rows.cbegin());
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return isDense() ? int(std::min(m_total, MostRows)) : int(m_rows.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != RowRole)
        return {};
    if (!isDense())
        return QVariant::fromValue(m_rows.at(index.row()));
    const LogRow *row = denseRow(index.row());
    return row ? QVariant::fromValue(*row) : QVariant();
}

const LogRow *LogModel::denseRow(int row) const
{
    const qint64 seq = m_newest - row;
    const Block *block = m_blocks.object(blockOf(seq));
    if (!block || m_stale.contains(blockOf(seq)))
        want(blockOf(seq));
    if (!block)
        return nullptr;
    const LogRow &found = block->at(seq % PageSize);
    return found.key.seq != 0 ? &found : nullptr;
}

void LogModel::want(qint64 block) const
{
    if (block == m_asked)
        return;
    m_wanted.removeAll(block);
    m_wanted.prepend(block);
    if (m_wanted.size() > MostWanted)
        m_wanted.removeLast();
    askNextBlock();
}

void LogModel::askNextBlock() const
{
    if (m_blockTicket.isValid() || m_wanted.isEmpty())
        return;
    m_asked = m_wanted.takeFirst();
    m_blockTicket =
        m_queries.ask(LogQuery{.filter = m_filter, .beforeSeq = (m_asked + 1) * PageSize, .count = PageSize});
}

bool LogModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !isDense() && m_more && !m_ticket.isValid();
}

void LogModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_renews = false;
    ask(m_rows.constLast().key.seq, PageSize);
}

void LogModel::take(Ticket ticket, const Result<QueryAnswer> &answer)
{
    const bool isBlock = ticket == m_blockTicket;
    if (!isBlock && ticket != m_ticket)
        return;
    (isBlock ? m_blockTicket : m_ticket) = {};
    if (!answer) {
        m_asked = isBlock ? -1 : m_asked;
        emit failed(answer.error());
        return;
    }
    const LogPage &page = std::get<LogPage>(*answer);
    if (isBlock) {
        takeBlock(page);
        return;
    }
    m_zone = page.zone;
    if (isDense()) {
        takeNewest(page);
    } else if (m_renews) {
        m_total = page.total;
        renew(page);
    } else {
        m_more = false; // who hears of the rows may ask for more: not for the same ones again
        addRows(m_rows.size(), page.rows);
        m_more = page.more;
    }
    emit pageTaken();
}

/// The same filter again: what is shown stays where it is, so that nobody loses the row that is read.
void LogModel::renew(const LogPage &page)
{
    const qint64 lowest = page.more ? page.rows.constLast().key.seq : 0;
    if (!m_rows.isEmpty() && m_rows.constFirst().key.seq < lowest)
        dropRows(0, m_rows.size()); // so many came that some of them are neither in the page nor here
    qsizetype at = 0;
    const auto skip = [&](qint64 above) {
        qsizetype end = at;
        while (end < m_rows.size() && m_rows.at(end).key.seq > above)
            ++end;
        dropRows(at, end - at); // they do not match any more
    };
    for (qsizetype i = 0; i < page.rows.size();) {
        const LogRow &row = page.rows.at(i);
        skip(row.key.seq);
        if (at < m_rows.size() && m_rows.at(at).key == row.key) {
            if (m_rows.at(at) != row) {
                m_rows[at] = row;
                emit dataChanged(index(int(at), 0), index(int(at), ColumnCount - 1));
            }
            ++at;
            ++i;
            continue;
        }
        const qint64 known = at < m_rows.size() ? m_rows.at(at).key.seq : 0;
        QList<LogRow> added;
        while (i < page.rows.size() && page.rows.at(i).key.seq > known)
            added.append(page.rows.at(i++));
        addRows(at, added);
        at += added.size();
    }
    if (!page.more)
        skip(0);
    if (at == m_rows.size())
        m_more = page.more; // else rows follow that the page did not reach, and they know
}

void LogModel::addRows(qsizetype at, const QList<LogRow> &rows)
{
    if (rows.isEmpty())
        return;
    beginInsertRows({}, int(at), int(at + rows.size()) - 1);
    m_rows = m_rows.first(at) + rows + m_rows.sliced(at);
    endInsertRows();
}

void LogModel::dropRows(qsizetype at, qsizetype count)
{
    if (count == 0)
        return;
    beginRemoveRows({}, int(at), int(at + count) - 1);
    m_rows.remove(at, count);
    endRemoveRows();
}

void LogModel::takeNewest(const LogPage &page)
{
    const qint64 newest = page.rows.isEmpty() ? 0 : page.rows.constFirst().key.seq;
    const int before = rowCount();
    const qint64 added = newest - m_newest;
    for (const qint64 block : m_blocks.keys())
        m_stale.insert(block); // a request that ran when its block was read may have ended
    // Only at the upper end: what was removed at the lower one is a new data set.
    const bool grows = before > 0 && added >= 0 && page.total == m_total + added && page.total <= MostRows;
    if (!grows) {
        beginResetModel();
        m_blocks.clear();
    } else if (added > 0) {
        beginInsertRows({}, 0, int(added) - 1);
    }
    m_newest = newest;
    m_total = page.total;
    keepInBlocks(page.rows);
    if (!grows)
        endResetModel();
    else if (added > 0)
        endInsertRows();
    if (grows && rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void LogModel::takeBlock(const LogPage &page)
{
    const qint64 block = std::exchange(m_asked, -1);
    QList<LogRow> rows = page.rows;
    rows.removeIf([block](const LogRow &row) { return blockOf(row.key.seq) != block; });
    m_blocks.insert(block, new Block(PageSize)); // the cache owns it; also where nothing was found
    m_stale.remove(block);
    keepInBlocks(rows);
    const int last = rowCount() - 1;
    const int first = int(std::clamp<qint64>(m_newest - (block + 1) * PageSize + 1, 0, std::max(last, 0)));
    const int end = int(std::clamp<qint64>(m_newest - block * PageSize, 0, std::max(last, 0)));
    if (last >= 0)
        emit dataChanged(index(first, 0), index(end, ColumnCount - 1));
    askNextBlock();
}

void LogModel::keepInBlocks(const QList<LogRow> &rows)
{
    for (const LogRow &row : rows) {
        const qint64 number = blockOf(row.key.seq);
        Block *block = m_blocks.object(number);
        if (!block) {
            // A page seldom ends with a block: the rest of it is still to be asked for.
            block = new Block(PageSize);
            m_blocks.insert(number, block);
            m_stale.insert(number);
        }
        (*block)[row.key.seq % PageSize] = row;
    }
}

} // namespace sb::usage
