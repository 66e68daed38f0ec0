#include "core/usage/store/rollups.h"

#include <array>

namespace sb::usage {

Rollups::Rollups(Connection &connection)
    : m_sketches(connection,
                 "SELECT latency, first_content FROM roll WHERE ledger = ?1 AND dimension = ?2"
                 " AND day = ?3 AND model = ?4 AND value = ?5")
    , m_upsert(connection,
               "INSERT INTO roll(ledger, dimension, day, model, value, requests, failed, fell_back, unpriced,"
               " fresh_input, cache_read, cache_write_5m, cache_write_1h, visible_output, reasoning,"
               " billed, computed, estimated, latency, first_content)"
               " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)"
               " ON CONFLICT(ledger, dimension, day, model, value) DO UPDATE SET"
               " requests = roll.requests + excluded.requests, failed = roll.failed + excluded.failed,"
               " fell_back = roll.fell_back + excluded.fell_back, unpriced = roll.unpriced + excluded.unpriced,"
               " fresh_input = roll.fresh_input + excluded.fresh_input,"
               " cache_read = roll.cache_read + excluded.cache_read,"
               " cache_write_5m = roll.cache_write_5m + excluded.cache_write_5m,"
               " cache_write_1h = roll.cache_write_1h + excluded.cache_write_1h,"
               " visible_output = roll.visible_output + excluded.visible_output,"
               " reasoning = roll.reasoning + excluded.reasoning, billed = roll.billed + excluded.billed,"
               " computed = roll.computed + excluded.computed, estimated = roll.estimated + excluded.estimated,"
               " latency = excluded.latency, first_content = excluded.first_content")
{
}

void Rollups::add(const RollupFacts &facts)
{
    const std::array<std::pair<RollupDimension, qint64>, 5> values{{{RollupDimension::All, 0},
                                                                    {RollupDimension::Provider, facts.provider},
                                                                    {RollupDimension::Chain, facts.chain},
                                                                    {RollupDimension::Client, facts.client},
                                                                    {RollupDimension::End, facts.end}}};
    for (const auto &[dimension, value] : values) {
        Delta &delta = m_pending[{
            .ledger = facts.ledger, .dimension = dimension, .day = facts.day, .model = facts.model, .value = value}];
        delta.sums += facts.sums;
        if (facts.latency)
            delta.latency.add(*facts.latency);
        if (facts.firstContent)
            delta.firstContent.add(*facts.firstContent);
    }
}

void Rollups::flush()
{
    for (auto &[key, delta] : m_pending)
        write(key, delta);
    m_pending.clear();
}

void Rollups::forget()
{
    m_pending.clear();
}

void Rollups::write(const Key &key, Delta &delta)
{
    const int ledger = int(key.ledger);
    const int dimension = int(key.dimension);
    m_sketches.bind(ledger, dimension, key.day, key.model, key.value);
    if (m_sketches.next()) {
        delta.latency.merge(m_sketches.blobView(0));
        delta.firstContent.merge(m_sketches.blobView(1));
        m_sketches.reset();
    }
    const Sums &sums = delta.sums;
    const chat::TokenClasses &tokens = sums.tokens;
    m_upsert.run(ledger, dimension, key.day, key.model, key.value, sums.requests, sums.failed, sums.fellBack,
                 sums.unpriced, tokens.freshInput, tokens.cacheRead, tokens.cacheWrite5m, tokens.cacheWrite1h,
                 tokens.visibleOutput, tokens.reasoning, sums.billed, sums.computed, sums.estimated,
                 delta.latency.encoded(), delta.firstContent.encoded());
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
