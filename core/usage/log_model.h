#pragma once

#include "core/usage/queries.h"

#include <QAbstractTableModel>

namespace sb::usage {

/// The log, newest first, fetched page by page as it is scrolled. Values and roles only; words, colors and signals are
/// a matter of ui/.
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
    }; ///< LogRow, the whole value

    explicit LogModel(Queries &queries, QObject *parent = nullptr);

    void setFilter(const Filter &filter); ///< forgets all rows and fetches the first page
    void reload(); ///< the same filter again; rows stay until the answer comes
    [[nodiscard]] const Filter &filter() const { return m_filter; }
    [[nodiscard]] const LogRow &row(int index) const { return m_rows.at(index); }
    [[nodiscard]] int find(const RecordKey &key) const; ///< -1: not fetched
    [[nodiscard]] qint64 total() const { return m_total; } ///< that match, see LogPage::total
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
    void ask(qint64 beforeSeq);
    void take(Ticket ticket, const Result<QueryAnswer> &answer);

    Queries &m_queries;
    Filter m_filter;
    QList<LogRow> m_rows;
    qint64 m_total = 0;
    Ticket m_ticket;
    bool m_replaces = false; ///< the answer that is awaited is a first page
    bool m_more = false;
};

} // namespace sb::usage

Q_DECLARE_METATYPE(sb::usage::LogRow)
