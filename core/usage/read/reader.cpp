#include "core/usage/read/reader.h"

#include "core/usage/store/register_file.h"
#include "core/usage/store/reservations.h"
#include "core/usage/store/rollups.h"

namespace sb::usage {

Reader::Reader(Connection &connection)
    : m_connection(connection)
    , m_names(connection)
    , m_demands(connection)
{
}

Result<QueryAnswer> Reader::answer(const Query &query, WallTime now)
{
    m_connection.run("BEGIN"); // one snapshot for all statements of an answer
    Result<QueryAnswer> result = std::visit([this, now](const auto &asked) { return read(asked, now); }, query);
    if (m_connection.failed())
        result = tl::unexpected(m_connection.error());
    m_connection.clearError();
    m_connection.run("COMMIT");
    m_connection.clearError();
    return result;
}

Result<QueryAnswer> Reader::read(const SpentQuery &query, WallTime now)
{
    Reservations reservations(m_connection);
    const qint64 day = budget::dayOf(now, zoneOf(m_connection));
    return SpentNow{.today = reservations.spent(query.ledger, budget::rangeOf(budget::Period::Day, day)),
                    .month = reservations.spent(query.ledger, budget::rangeOf(budget::Period::Month, day))};
}

Result<QueryAnswer> Reader::read(const MonthByProviderQuery &query, WallTime now)
{
    MonthByProvider month;
    month.days = budget::rangeOf(budget::Period::Month, budget::dayOf(now, zoneOf(m_connection)));
    Statement rows(m_connection,
                   "SELECT value, requests, failed, fell_back, unpriced, " + QByteArray(TokenColumns) + ", "
                       + CostColumns + " FROM roll WHERE ledger = ?1 AND dimension = ?2 AND day BETWEEN ?3 AND ?4");
    rows.bind(int(query.ledger), int(RollupDimension::Provider), month.days.first, month.days.last);
    while (rows.next())
        month.sums[m_names.text(rows.integer(0))] += sumsAt(rows, 1);
    month.sums.remove(QString()); // requests that nobody served
    return month;
}

Result<QueryAnswer> Reader::read(const NamesQuery &query, WallTime)
{
    Statement models(m_connection, "SELECT DISTINCT model FROM roll WHERE ledger = ?1 AND dimension = ?2");
    Statement values(m_connection, "SELECT DISTINCT value FROM roll WHERE ledger = ?1 AND dimension = ?2");
    const auto read = [this, &query](Statement &statement, RollupDimension dimension) {
        QStringList names;
        statement.bind(int(query.ledger), int(dimension));
        while (statement.next()) {
            if (const QString name = m_names.text(statement.integer(0)); !name.isEmpty())
                names.append(name);
        }
        names.sort();
        return names;
    };
    return Names{.models = read(models, RollupDimension::All),
                 .providers = read(values, RollupDimension::Provider),
                 .chains = read(values, RollupDimension::Chain),
                 .clients = read(values, RollupDimension::Client)};
}

Result<QueryAnswer> Reader::read(const VotesQuery &query, WallTime)
{
    Statement last(m_connection,
                   "SELECT against_ledger, against_seq, kind, at FROM vote WHERE ledger = ?1 AND seq = ?2"
                   " ORDER BY id DESC LIMIT 1");
    Votes answer;
    for (const RecordKey &key : query.keys) {
        last.bind(int(key.ledger), key.seq);
        if (!last.next())
            continue;
        Vote vote{.key = key, .kind = Vote::Kind(last.integer(2)), .at = fromMilliseconds(last.integer(3))};
        if (const auto seq = last.maybeInteger(1))
            vote.against = RecordKey{.ledger = Ledger(last.integer(0)), .seq = *seq};
        answer.votes.append(vote);
        last.reset();
    }
    return answer;
}

} // namespace sb::usage
