#include "core/usage/read/filter.h"
#include "core/usage/read/reader.h"
#include "core/usage/read/row_reading.h"
#include "core/usage/store/register_file.h"

#include <algorithm>

namespace sb::usage {

namespace {

constexpr qint64 MaxCounted = 10'000;

constexpr const char *LogColumns =
    "SELECT r.seq, r.started_at, r.end, r.requested, r.chain, r.model, r.provider, r.client, r.tries,"
    " r.first_content, r.latency, r.fresh_input, r.cache_read, r.cache_write_5m, r.cache_write_1h,"
    " r.visible_output, r.reasoning, r.cost_kind, r.billed + r.computed + r.estimated, s.amount,"
    " CASE WHEN r.failed = 1 OR r.end IS NULL THEN"
    "  (SELECT sum(bound) FROM reservation v WHERE v.ledger = r.ledger AND v.seq = r.seq) END"
    " FROM request r LEFT JOIN lost_settlement s USING(ledger, seq) WHERE ";

LogRow rowAt(const Statement &row, Ledger ledger, NameReader &names)
{
    const QString chain = names.text(row.integer(4));
    const std::optional<qint64> end = row.maybeInteger(2);
    return {.key = {.ledger = ledger, .seq = row.integer(0)},
            .startedAt = fromMilliseconds(row.integer(1)),
            .end = end ? endStateOf(names.text(*end)) : routing::EndState::Failed,
            .open = !end,
            .requested = chain.isEmpty() ? names.text(row.integer(3)) : chain,
            .servedModel = names.text(row.integer(5)),
            .servedProvider = names.text(row.integer(6)),
            .client = names.text(row.integer(7)),
            .tries = int(row.integer(8)),
            .firstContent = durationAt(row, 9),
            .latency = durationAt(row, 10),
            .tokens = tokensAt(row, 11),
            .cost = costOf(CostKind(row.integer(17)), row.maybeMoney(18), row.maybeMoney(19)),
            .bound = row.maybeMoney(20)};
}

} // namespace

Result<QueryAnswer> Reader::read(const LogQuery &query, WallTime)
{
    LogPage page;
    page.zone = QString::fromLatin1(zoneOf(m_connection).id());
    if (query.beforeSeq <= 0 || !m_counted || m_counted->filter != query.filter)
        m_counted = {.filter = query.filter, .rows = countRows(query.filter)};
    page.total = m_counted->rows;
    if (page.total == 0)
        return page; // to find nothing, all of the days would be read
    const SqlCondition condition = requestCondition(query.filter, m_connection, m_names, query.beforeSeq);
    Statement rows(m_connection,
                   LogColumns + condition.text + " ORDER BY r.seq DESC LIMIT "
                       + QByteArray::number(std::max(query.count, 0) + 1));
    condition.bindTo(rows);
    while (rows.next()) {
        if (page.rows.size() == query.count) {
            page.more = true;
            break;
        }
        page.rows.append(rowAt(rows, query.filter.ledger, m_names));
    }
    return page;
}

qint64 Reader::countRows(const Filter &filter)
{
    if (filter == Filter{.ledger = filter.ledger}) {
        // Two statements: min and max in one would read the whole table.
        Statement newest(m_connection, "SELECT seq FROM request WHERE ledger = ?1 ORDER BY seq DESC LIMIT 1");
        Statement oldest(m_connection, "SELECT seq FROM request WHERE ledger = ?1 ORDER BY seq LIMIT 1");
        const std::optional<qint64> last = newest.find(int(filter.ledger));
        return last ? *last - oldest.find(int(filter.ledger)).value_or(1) + 1 : 0;
    }
    const SqlCondition condition = requestCondition(filter, m_connection, m_names);
    if (const std::optional<RollupDimension> dimension = rollupFor(filter)) {
        const SqlCondition rolled = rollupCondition(filter, *dimension, m_names);
        // In one statement, so that a request which ends meanwhile counts once.
        Statement rows(m_connection,
                       "SELECT requests FROM roll WHERE " + rolled.text
                           + " UNION ALL SELECT 1 FROM request r WHERE r.end IS NULL AND " + condition.text
                           + " AND r.seq IN (SELECT seq FROM reservation WHERE ledger = "
                           + QByteArray::number(int(filter.ledger)) + ')');
        rows.bind();
        qint64 found = 0;
        while (found < MaxCounted && rows.next())
            found += rows.integer(0);
        return std::min(found, MaxCounted);
    }
    Statement count(m_connection,
                    "SELECT count(*) FROM (SELECT 1 FROM request r WHERE " + condition.text + " LIMIT "
                        + QByteArray::number(MaxCounted) + ')');
    condition.bindTo(count);
    return count.next() ? count.integer(0) : 0;
}

} // namespace sb::usage
