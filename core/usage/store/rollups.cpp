#include "core/usage/store/rollups.h"

#include "core/usage/store/connection.h"

#include <sqlite3.h>

#include <array>

namespace sb::usage {

namespace {

QByteArrayView blobOf(sqlite3_value *value)
{
    const auto *bytes = static_cast<const char *>(sqlite3_value_blob(value));
    return QByteArrayView(bytes, sqlite3_value_bytes(value));
}

void mergeSketches(sqlite3_context *context, int, sqlite3_value **values)
{
    const QByteArray merged = Sketch::merged(blobOf(values[0]), blobOf(values[1]));
    sqlite3_result_blob64(context, merged.constData(), sqlite3_uint64(merged.size()), SQLITE_TRANSIENT);
}

} // namespace

Rollups::Rollups(Connection &connection)
    : m_upsert(connection,
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
               " latency = sketch_merge(roll.latency, excluded.latency),"
               " first_content = sketch_merge(roll.first_content, excluded.first_content)")
{
    const int code = sqlite3_create_function_v2(connection.handle(), "sketch_merge", 2,
                                                SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr,
                                                mergeSketches, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        connection.noteError(code);
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
