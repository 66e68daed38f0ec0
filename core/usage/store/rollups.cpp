#include "core/usage/store/rollups.h"

#include <array>

namespace sb::usage {

namespace {

/// A row of FactColumns.
RollupFacts factsAt(const Statement &row)
{
    RollupFacts facts{.ledger = Ledger(row.integer(0)),
                      .day = row.integer(1),
                      .model = row.integer(2),
                      .provider = row.integer(3),
                      .chain = row.integer(4),
                      .client = row.integer(5),
                      .end = row.integer(6),
                      .sums = sumsAt(row, 9)};
    if (facts.sums.failed == 0) {
        facts.latency = std::chrono::milliseconds{row.integer(7)};
        if (const std::optional<qint64> first = row.maybeInteger(8))
            facts.firstContent = std::chrono::milliseconds{*first};
    }
    return facts;
}

/// The columns that factsAt() reads, of `request r` with its `lost_settlement s`.
constexpr const char *FactColumns =
    "SELECT r.ledger, r.day, r.model, r.provider, r.chain, r.client, r.end, r.latency, r.first_content,"
    " 1, r.failed, r.fell_back, r.cost_kind = 3 AND s.amount IS NULL, r.fresh_input, r.cache_read,"
    " r.cache_write_5m, r.cache_write_1h, r.visible_output, r.reasoning, r.billed, r.computed,"
    " r.estimated + ifnull(s.amount, 0) FROM ";

} // namespace

Rollups::Rollups(Connection &connection)
    : m_upsert(connection,
               "INSERT INTO roll_sum(ledger, dimension, day, model, value, requests, failed, fell_back, unpriced,"
               " fresh_input, cache_read, cache_write_5m, cache_write_1h, visible_output, reasoning,"
               " billed, computed, estimated, latency, first_content)"
               " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)"
               " ON CONFLICT(ledger, dimension, day, model, value) DO UPDATE SET"
               " requests = roll_sum.requests + excluded.requests, failed = roll_sum.failed + excluded.failed,"
               " fell_back = roll_sum.fell_back + excluded.fell_back, unpriced = roll_sum.unpriced + excluded.unpriced,"
               " fresh_input = roll_sum.fresh_input + excluded.fresh_input,"
               " cache_read = roll_sum.cache_read + excluded.cache_read,"
               " cache_write_5m = roll_sum.cache_write_5m + excluded.cache_write_5m,"
               " cache_write_1h = roll_sum.cache_write_1h + excluded.cache_write_1h,"
               " visible_output = roll_sum.visible_output + excluded.visible_output,"
               " reasoning = roll_sum.reasoning + excluded.reasoning, billed = roll_sum.billed + excluded.billed,"
               " computed = roll_sum.computed + excluded.computed, estimated = roll_sum.estimated + excluded.estimated,"
               " latency = sketch_merge(roll_sum.latency, excluded.latency),"
               " first_content = sketch_merge(roll_sum.first_content, excluded.first_content)")
    , m_note(connection, "INSERT INTO unrolled(ledger, seq) VALUES(?1, ?2) ON CONFLICT DO NOTHING")
    , m_notedRows(connection,
                  FactColumns
                      + QByteArray("unrolled u CROSS JOIN request r USING(ledger, seq)"
                                   " LEFT JOIN lost_settlement s USING(ledger, seq)"))
    , m_clear(connection, "DELETE FROM unrolled")
    , m_allRows(connection,
                FactColumns
                    + QByteArray("request r LEFT JOIN lost_settlement s USING(ledger, seq) WHERE r.end IS NOT NULL"))
    , m_countedRow(connection,
                   FactColumns
                       + QByteArray("request r LEFT JOIN lost_settlement s USING(ledger, seq)"
                                    " WHERE r.ledger = ?1 AND r.seq = ?2 AND r.end IS NOT NULL AND NOT EXISTS"
                                    " (SELECT 1 FROM unrolled u WHERE u.ledger = r.ledger AND u.seq = r.seq)"))
    , m_removeEmpty(connection,
                    "DELETE FROM roll_sum WHERE ledger = ?1 AND dimension = ?2 AND day = ?3 AND model = ?4"
                    " AND value = ?5 AND requests = 0")
{
}

void Rollups::add(const RollupFacts &facts)
{
    count(facts, 1);
}

void Rollups::move(const RecordKey &key, qint64 day)
{
    m_countedRow.bind(int(key.ledger), key.seq);
    if (!m_countedRow.next())
        return;
    RollupFacts facts = factsAt(m_countedRow);
    m_countedRow.reset();
    count(facts, -1);
    facts.day = day;
    count(facts, 1);
}

void Rollups::count(const RollupFacts &facts, qint64 times)
{
    const Sums sums = times < 0 ? -facts.sums : facts.sums;
    const std::array<std::pair<RollupDimension, qint64>, 5> values{{{RollupDimension::All, 0},
                                                                    {RollupDimension::Provider, facts.provider},
                                                                    {RollupDimension::Chain, facts.chain},
                                                                    {RollupDimension::Client, facts.client},
                                                                    {RollupDimension::End, facts.end}}};
    for (const auto &[dimension, value] : values) {
        Delta &delta = m_pending[{
            .ledger = facts.ledger, .dimension = dimension, .day = facts.day, .model = facts.model, .value = value}];
        delta.sums += sums;
        if (facts.latency)
            delta.latency.add(*facts.latency, times);
        if (facts.firstContent)
            delta.firstContent.add(*facts.firstContent, times);
    }
}

void Rollups::note(const RecordKey &key)
{
    m_note.run(int(key.ledger), key.seq);
    ++m_noted;
}

void Rollups::rollUp()
{
    m_notedRows.bind();
    addRows(m_notedRows);
    m_clear.run();
    m_noted = 0;
}

void Rollups::rebuild()
{
    m_clear.run();
    m_noted = 0;
    m_allRows.bind();
    addRows(m_allRows);
}

void Rollups::addRows(Statement &rows)
{
    constexpr int GroupSize = 50'000;
    for (int done = 1; rows.next(); ++done) {
        add(factsAt(rows));
        if (done % GroupSize == 0)
            writePending();
    }
}

void Rollups::flush()
{
    if (m_noted >= MaxNoted)
        rollUp();
    writePending();
}

void Rollups::writePending()
{
    for (const auto &[key, delta] : m_pending)
        write(key, delta);
    m_pending.clear();
}

void Rollups::forget()
{
    m_pending.clear();
}

void Rollups::write(const Key &key, const Delta &delta)
{
    const Sums &sums = delta.sums;
    const chat::TokenClasses &tokens = sums.tokens;
    m_upsert.run(int(key.ledger), int(key.dimension), key.day, key.model, key.value, sums.requests, sums.failed,
                 sums.fellBack, sums.unpriced, tokens.freshInput, tokens.cacheRead, tokens.cacheWrite5m,
                 tokens.cacheWrite1h, tokens.visibleOutput, tokens.reasoning, sums.billed, sums.computed,
                 sums.estimated, delta.latency.encoded(), delta.firstContent.encoded());
    if (sums.requests < 0)
        m_removeEmpty.run(int(key.ledger), int(key.dimension), key.day, key.model, key.value);
}

chat::TokenClasses tokensAt(const Statement &row, int firstColumn)
{
    int column = firstColumn;
    return {.freshInput = row.integer(column++),
            .cacheRead = row.integer(column++),
            .cacheWrite5m = row.integer(column++),
            .cacheWrite1h = row.integer(column++),
            .visibleOutput = row.integer(column++),
            .reasoning = row.integer(column++)};
}

Sums sumsAt(const Statement &row, int firstColumn)
{
    return {.requests = row.integer(firstColumn),
            .failed = row.integer(firstColumn + 1),
            .fellBack = row.integer(firstColumn + 2),
            .unpriced = row.integer(firstColumn + 3),
            .tokens = tokensAt(row, firstColumn + 4),
            .billed = {row.integer(firstColumn + 10)},
            .computed = {row.integer(firstColumn + 11)},
            .estimated = {row.integer(firstColumn + 12)}};
}

} // namespace sb::usage
