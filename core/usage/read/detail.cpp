#include "core/usage/read/reader.h"
#include "core/usage/read/row_reading.h"
#include "core/usage/store/bodies.h"
#include "core/usage/store/rollups.h"

#include <QCoreApplication>

namespace sb::usage {

namespace {

OpenRecord openRecordAt(const Statement &row, Ledger ledger, NameReader &names)
{
    return {.ledger = ledger,
            .startedAt = fromMilliseconds(row.integer(0)),
            .client = names.text(row.integer(1)),
            .session = names.text(row.integer(2)),
            .requestedModel = names.text(row.integer(3)),
            .chain = names.text(row.integer(4)),
            .chainVersion = int(row.integer(5)),
            .providerId = names.text(row.integer(6)),
            .modelId = names.text(row.integer(7)),
            .bound = row.maybeMoney(8)};
}

Settlement settlementAt(const Statement &row, const RecordKey &key, NameReader &names)
{
    return {.key = key,
            .end = endStateOf(names.text(row.integer(9))),
            .servedEndpoint = names.text(row.integer(10)),
            .providerId = names.text(row.integer(11)),
            .modelId = names.text(row.integer(12)),
            .latency = durationAt(row, 13),
            .firstContent = durationAt(row, 14),
            .tokens = tokensAt(row, 15),
            .cost = costOf(CostKind(row.integer(21)), row.maybeMoney(22), row.maybeMoney(23))};
}

AttemptRecord attemptAt(const Statement &row, WallTime startedAt, NameReader &names)
{
    std::optional<chat::ErrorType> error;
    if (const std::optional<qint64> name = row.maybeInteger(11))
        error = chat::errorTypeFromWireName(names.text(*name).toLatin1()).value_or(chat::ErrorType::Unmapped);
    const std::optional<qint64> key = row.maybeInteger(25);
    return {.providerId = names.text(row.integer(0)),
            .modelId = names.text(row.integer(1)),
            .endpointId = names.text(row.integer(2)),
            .step = int(row.integer(3)),
            .startedAt = startedAt + std::chrono::milliseconds{row.integer(4)},
            .waitedBefore = durationAt(row, 5),
            .connect = durationAt(row, 6),
            .firstContent = durationAt(row, 7),
            .duration = durationAt(row, 8),
            .httpStatus = int(row.integer(9)),
            .succeeded = row.integer(10) != 0,
            .error = error,
            .errorMessage = row.text(12),
            .moveReason = names.text(row.integer(13)).toLatin1(),
            .tokens = tokensAt(row, 14),
            .tokensEstimated = row.integer(20) != 0,
            .cost = {.kind = CostKind(row.integer(21)), .amount = row.maybeMoney(22)},
            .bound = row.maybeMoney(23),
            .priceSource = names.text(row.integer(24)),
            .keyId = key ? std::optional(names.text(*key)) : std::nullopt};
}

} // namespace

Result<QueryAnswer> Reader::read(const DetailQuery &query, WallTime)
{
    const RecordKey key = query.key;
    Statement row(m_connection,
                  "SELECT r.started_at, r.client, r.session, r.requested, r.chain, r.chain_version, r.first_provider,"
                  " r.first_model, r.bound, r.end, r.endpoint, r.provider, r.model, r.latency, r.first_content,"
                  " r.fresh_input, r.cache_read, r.cache_write_5m, r.cache_write_1h, r.visible_output, r.reasoning,"
                  " r.cost_kind, r.billed + r.computed + r.estimated, s.amount"
                  " FROM request r LEFT JOIN lost_settlement s USING(ledger, seq) WHERE r.ledger = ?1 AND r.seq = ?2");
    row.bind(int(key.ledger), key.seq);
    if (!row.next()) {
        return failure(
            Error::Kind::NotFound,
            QCoreApplication::translate("sb::usage::Queries", "There is no request #%1 in the register.").arg(key.seq));
    }
    RequestRecord record{.opened = openRecordAt(row, key.ledger, m_names), .open = !row.maybeInteger(9).has_value()};
    record.settled = record.open ? Settlement{.key = key} : settlementAt(row, key, m_names);
    record.settled.attempts = attemptsOf(key, record.opened.startedAt);

    BodyReader bodies(m_connection);
    record.opened.request = bodies.body(key, BodyWriter::Part::Request);
    record.settled.answer = bodies.body(key, BodyWriter::Part::Answer);
    record.settled.decision = bodies.decision(key);
    return record;
}

QList<AttemptRecord> Reader::attemptsOf(const RecordKey &key, WallTime startedAt)
{
    Statement rows(
        m_connection,
        "SELECT provider, model, endpoint, step, started_after, waited_before, connect, first_content,"
        " duration, http_status, succeeded, error, error_message, move_reason, fresh_input, cache_read,"
        " cache_write_5m, cache_write_1h, visible_output, reasoning, tokens_estimated, cost_kind, cost, bound,"
        " price_source, key FROM attempt WHERE ledger = ?1 AND seq = ?2 ORDER BY n");
    QList<AttemptRecord> attempts;
    rows.bind(int(key.ledger), key.seq);
    while (rows.next())
        attempts.append(attemptAt(rows, startedAt, m_names));
    return attempts;
}

} // namespace sb::usage
