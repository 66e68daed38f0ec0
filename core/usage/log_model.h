#pragma once

#include "core/usage/queries.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QSet>

namespace sb::usage {

/// The log, newest first. Without a filter a row is known by its place: seq is dense in each ledger, so any scroll
/// position is one block away, and a row that is still fetched has no value yet. With a filter rows come page by page
/// as they are scrolled to. Values and roles only; words, colors and signals are a matter of ui/.
class LogModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Time,
        End,
        Asked,
        ServedBy,
        Client,
        Tries,
        FirstContent,
        Tokens,
        Cost,
        ColumnCount
    };
    enum Role
    {
        RowRole = Qt::UserRole + 1
    }; ///< LogRow, the whole value; invalid while it is fetched

    explicit LogModel(Queries &queries, QObject *parent = nullptr);

    void setFilter(const Filter &filter); ///< forgets all rows and fetches the first page
    void reload(); ///< the same filter again: rows stay, new ones are inserted above, changed ones change
    [[nodiscard]] const Filter &filter() const { return m_filter; }
    [[nodiscard]] RecordKey keyAt(int row) const; ///< seq 0: no such row
    [[nodiscard]] int find(const RecordKey &key) const; ///< -1: not in the list, or not fetched
    [[nodiscard]] qint64 total() const { return m_total; } ///< that match, see LogPage::total
    [[nodiscard]] const QString &zone() const { return m_zone; } ///< see LogPage::zone; empty before the first answer
    [[nodiscard]] bool isLoading() const { return m_ticket.isValid(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void pageTaken();
    void failed(const sb::Error &error);

private:
    using Block = QList<LogRow>; ///< by seq within the block; seq 0 where the register has no such row

    [[nodiscard]] bool isDense() const { return m_filter == Filter{.ledger = m_filter.ledger}; }
    void ask(qint64 beforeSeq, int count);
    void take(Ticket ticket, const Result<QueryAnswer> &answer);
    void renew(const LogPage &page);
    void addRows(qsizetype at, const QList<LogRow> &rows);
    void dropRows(qsizetype at, qsizetype count);
    void takeNewest(const LogPage &page);
    void takeBlock(const LogPage &page);
    void keepInBlocks(const QList<LogRow> &rows);
    [[nodiscard]] const LogRow *denseRow(int row) const;
    void want(qint64 block) const;
    void askNextBlock() const;

    Queries &m_queries;
    Filter m_filter;
    qint64 m_total = 0;
    QString m_zone;
    Ticket m_ticket; ///< of a first or further page

    // Filtered: the rows so far.
    QList<LogRow> m_rows;
    bool m_renews = false; ///< the answer that is awaited is a first page, not a further one
    bool m_more = false;

    // Dense: blocks of rows by seq. What is looked at is asked for by data(), which is const.
    qint64 m_newest = 0; ///< seq of the first row
    mutable QCache<qint64, Block> m_blocks;
    mutable QSet<qint64> m_stale; ///< blocks whose rows may have changed: shown, and asked for again
    mutable QList<qint64> m_wanted; ///< the last one first
    mutable Ticket m_blockTicket;
    mutable qint64 m_asked = -1;
};

} // namespace sb::usage

Q_DECLARE_METATYPE(sb::usage::LogRow)
