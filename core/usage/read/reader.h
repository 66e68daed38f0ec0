#pragma once

#include "core/usage/queries.h"
#include "core/usage/read/demand_reader.h"
#include "core/usage/read/name_reader.h"
#include "core/usage/store/connection.h"

namespace sb::usage {

/// Answers queries on the thread of its connection, each from one snapshot.
class Reader
{
public:
    explicit Reader(Connection &connection);

    /// @param now for "today" and "this month"
    /// Errors: NotFound for a record that is not there; Cancelled; those of SQLite.
    [[nodiscard]] Result<QueryAnswer> answer(const Query &query, WallTime now);

private:
    [[nodiscard]] Result<QueryAnswer> read(const OverviewQuery &query, WallTime now);
    [[nodiscard]] Result<QueryAnswer> read(const LogQuery &query, WallTime now);
    [[nodiscard]] Result<QueryAnswer> read(const DetailQuery &query, WallTime now);
    [[nodiscard]] Result<QueryAnswer> read(const SpentQuery &query, WallTime now);
    [[nodiscard]] Result<QueryAnswer> read(const MonthByProviderQuery &query, WallTime now);
    [[nodiscard]] Result<QueryAnswer> read(const NamesQuery &query, WallTime now);
    [[nodiscard]] Result<QueryAnswer> read(const VotesQuery &query, WallTime now);
    [[nodiscard]] Result<QueryAnswer> read(const RecentUseQuery &query, WallTime now);
    [[nodiscard]] Result<QueryAnswer> read(const ChainUseQuery &query, WallTime now);
    [[nodiscard]] qint64 countRows(const Filter &filter);
    [[nodiscard]] QList<AttemptRecord> attemptsOf(const RecordKey &key, WallTime startedAt);

    /// The number of rows under the filter that was last counted: pages of one list need no count each.
    struct Counted
    {
        Filter filter = {};
        qint64 rows = 0;
    };

    Connection &m_connection;
    NameReader m_names;
    DemandReader m_demands;
    std::optional<Counted> m_counted = {};
};

} // namespace sb::usage
