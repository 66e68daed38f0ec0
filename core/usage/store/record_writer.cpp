#include "core/usage/store/record_writer.h"

#include "core/usage/store/connection.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::usage {

namespace {

Error noSuchOpenRow(const RecordKey &key, bool exists)
{
    const QString text = exists
        ? QCoreApplication::translate("sb::usage::Register", "Request #%1 is closed already and is not changed again.")
        : QCoreApplication::translate("sb::usage::Register", "There is no request #%1 in the register.");
    return {.kind = exists ? Error::Kind::Conflict : Error::Kind::NotFound, .message = text.arg(key.seq)};
}

OpenOutcome refused(const Admission &admission, const QString &text)
{
    return {.kind = OpenOutcome::Kind::RefusedBudget,
            .error = {.kind = Error::Kind::NotPermitted, .message = text},
            .remaining = admission.refusedLeft};
}

OpenOutcome accepted(const RecordKey &key, const Admission &admission)
{
    return {.kind = OpenOutcome::Kind::Opened,
            .key = key,
            .remaining = admission.remaining,
            .warnings = admission.warnings};
}

} // namespace

RecordWriter::RecordWriter(Connection &connection, const QTimeZone &zone)
    : m_connection(connection)
    , m_zone(zone)
    , m_days(zone)
    , m_names(connection)
    , m_bodies(connection)
    , m_reservations(connection)
    , m_rollups(connection)
    , m_renumbering(connection, m_rollups, m_reservations)
    , m_nextSeq(connection, "SELECT seq + 1 FROM request WHERE ledger = ?1 ORDER BY seq DESC LIMIT 1")
    , m_row(connection,
            "SELECT started_at, day, client, chain, end, provider, model FROM request"
            " WHERE ledger = ?1 AND seq = ?2")
    , m_insertRequest(connection,
                      "INSERT INTO request(ledger, seq, started_at, day, client, session, requested, chain,"
                      " chain_version, first_provider, first_model, bound, provider, model)"
                      " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?10, ?11)")
    , m_insertAttempt(
          connection,
          "INSERT INTO attempt(ledger, seq, n, provider, model, endpoint, step, started_after,"
          " waited_before, connect, first_content, duration, http_status, succeeded, error, error_message,"
          " move_reason, fresh_input, cache_read, cache_write_5m, cache_write_1h, visible_output, reasoning,"
          " tokens_estimated, cost_kind, cost, bound, price_source, key)"
          " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,"
          " ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29)")
    , m_close(
          connection,
          "UPDATE request SET end = ?3, failed = ?4, fell_back = ?5, endpoint = ?6, provider = ?7,"
          " latency = ?8, first_content = ?9, tries = ?10, fresh_input = ?11, cache_read = ?12, cache_write_5m = ?13,"
          " cache_write_1h = ?14, visible_output = ?15, reasoning = ?16, cost_kind = ?17, billed = ?18,"
          " computed = ?19, estimated = ?20 WHERE ledger = ?1 AND seq = ?2")
    , m_changeModel(connection, "UPDATE request SET model = ?3 WHERE ledger = ?1 AND seq = ?2")
    , m_lose(connection, "UPDATE request SET end = ?3, failed = 1 WHERE ledger = ?1 AND seq = ?2")
    , m_settleLost(connection,
                   "INSERT INTO lost_settlement(ledger, seq, amount, at) VALUES(?1, ?2, ?3, ?4)"
                   " ON CONFLICT DO NOTHING RETURNING seq")
    , m_vote(connection,
             "INSERT INTO vote(ledger, seq, against_ledger, against_seq, kind, at)"
             " VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
    , m_keyUses(connection,
                "SELECT p.text, k.text, r.started_at + a.started_after FROM request r"
                " CROSS JOIN attempt a USING(ledger, seq) JOIN name p ON p.id = a.provider JOIN name k ON k.id = a.key"
                " WHERE r.ledger = 0 AND r.seq >= (SELECT min(first_seq) FROM spent WHERE ledger = 0 AND day >= ?1)"
                " AND r.started_at + a.started_after >= ?2 AND r.started_at + a.started_after < ?3"
                " ORDER BY r.seq, a.n")
    // The last requests of each ledger by their key: no index by time is needed, and the work is bounded.
    , m_pastAttempts(
          connection,
          "SELECT e.text, p.text, r.started_at + a.started_after + a.duration,"
          " a.fresh_input + a.cache_read + a.cache_write_5m + a.cache_write_1h, a.visible_output + a.reasoning,"
          " a.connect, a.first_content, a.duration, a.http_status, x.text"
          " FROM request r CROSS JOIN attempt a USING(ledger, seq) JOIN name e ON e.id = a.endpoint"
          " JOIN name p ON p.id = a.provider LEFT JOIN name x ON x.id = a.error"
          " WHERE r.ledger = ?1 AND r.seq > (SELECT max(seq) FROM request WHERE ledger = ?1) - ?3"
          " AND r.started_at >= ?2 AND (a.succeeded OR a.error IS NOT NULL) ORDER BY r.seq, a.n")
{
}

OpenOutcome RecordWriter::open(const OpenRecord &record, const budget::Limits &limits, bool recordBody)
{
    const qint64 day = m_days.of(record.startedAt);
    const Admission admission = m_reservations.admit(limits, record.ledger, day, record.bound);
    if (admission.refusedBy)
        return refused(admission, m_reservations.refusalText(admission, day, record.bound));

    return accepted(insertOpen(record, day, recordBody), admission);
}

RecordKey RecordWriter::reopen(const OpenRecord &record, bool recordBody)
{
    return insertOpen(record, m_days.of(record.startedAt), recordBody);
}

RecordKey RecordWriter::insertOpen(const OpenRecord &record, qint64 day, bool recordBody)
{
    const RecordKey key{.ledger = record.ledger, .seq = nextSeq(record.ledger)};
    insertRequest(key, record, day);
    m_reservations.add(key, day, record.bound, m_owner);
    if (recordBody)
        m_bodies.store(key, BodyWriter::Part::Request, record.request);
    return key;
}

OpenOutcome RecordWriter::reserve(const FurtherAttempt &attempt, const budget::Limits &limits)
{
    const RecordKey key = attempt.key;
    const std::optional<Row> opened = row(key);
    if (!opened || !opened->open)
        return {.kind = OpenOutcome::Kind::Failed, .key = key, .error = noSuchOpenRow(key, opened.has_value())};
    m_reservations.hold(key, opened->day, attempt.held, m_owner);
    const Admission admission = m_reservations.admit(limits, key.ledger, opened->day, attempt.bound);
    if (admission.refusedBy)
        return refused(admission, m_reservations.refusalText(admission, opened->day, attempt.bound));
    if (attempt.bound)
        m_reservations.add(key, opened->day, attempt.bound, m_owner);
    return accepted(key, admission);
}

Result<RecordKey> RecordWriter::vote(const Vote &vote)
{
    for (const RecordKey &key : {vote.key, vote.against.value_or(vote.key)}) {
        if (!row(key))
            return tl::unexpected(noSuchOpenRow(key, false));
    }
    std::optional<qint64> againstLedger;
    std::optional<qint64> againstSeq;
    if (vote.against) {
        againstLedger = qint64(vote.against->ledger);
        againstSeq = vote.against->seq;
    }
    m_vote.run(int(vote.key.ledger), vote.key.seq, againstLedger, againstSeq, int(vote.kind), vote.at);
    return vote.key;
}

budget::Standing RecordWriter::standing()
{
    budget::Standing standing{.zone = m_zone, .days = m_reservations.lately(Ledger::Real)};
    if (!standing.days.isEmpty())
        standing.lost = m_reservations.lost({.first = standing.days.firstKey(), .last = standing.days.lastKey()});
    return standing;
}

QList<KeyUse> RecordWriter::keyUses(WallTime from, WallTime until)
{
    QList<KeyUse> uses;
    m_keyUses.bind(m_days.of(from) - 1, from, until); // a day before: they may be numbered in another zone still
    while (m_keyUses.next())
        uses.append({.providerId = m_keyUses.text(0),
                     .keyId = m_keyUses.text(1),
                     .at = fromMilliseconds(m_keyUses.integer(2))});
    return uses;
}

QList<PastAttempt> RecordWriter::pastAttempts(WallTime from)
{
    constexpr qint64 MostRequests = 2'000;
    const auto time = [this](int column) -> std::optional<std::chrono::milliseconds> {
        const auto value = m_pastAttempts.maybeInteger(column);
        return value ? std::optional(std::chrono::milliseconds(*value)) : std::nullopt;
    };
    QList<PastAttempt> attempts;
    for (const Ledger ledger : {Ledger::Real, Ledger::Practice}) {
        m_pastAttempts.bind(int(ledger), from, MostRequests);
        while (m_pastAttempts.next())
            attempts.append({.endpointId = m_pastAttempts.text(0),
                             .providerId = m_pastAttempts.text(1),
                             .endedAt = fromMilliseconds(m_pastAttempts.integer(2)),
                             .promptTokens = m_pastAttempts.integer(3),
                             .outputTokens = m_pastAttempts.integer(4),
                             .connect = time(5),
                             .firstContent = time(6),
                             .duration = std::chrono::milliseconds(m_pastAttempts.integer(7)),
                             .httpStatus = int(m_pastAttempts.integer(8)),
                             .error = chat::errorTypeFromWireName(m_pastAttempts.text(9).toUtf8())});
    }
    return attempts;
}

void RecordWriter::flush()
{
    m_rollups.flush();
}

void RecordWriter::committed()
{
    m_zone = m_days.zone();
}

void RecordWriter::forget()
{
    m_days = LocalDays(m_zone);
    m_names.forget();
    m_bodies.forget();
    m_rollups.forget();
}

std::optional<RecordWriter::Row> RecordWriter::row(const RecordKey &key)
{
    m_row.bind(int(key.ledger), key.seq);
    if (!m_row.next())
        return std::nullopt;
    const Row found{.startedAt = m_row.integer(0),
                    .day = m_row.integer(1),
                    .open = !m_row.maybeInteger(4).has_value(),
                    .client = m_row.integer(2),
                    .chain = m_row.integer(3),
                    .end = m_row.integer(4),
                    .provider = m_row.integer(5),
                    .model = m_row.integer(6)};
    m_row.reset();
    return found;
}

qint64 RecordWriter::nextSeq(Ledger ledger)
{
    return m_nextSeq.find(int(ledger)).value_or(1);
}

void RecordWriter::insertRequest(const RecordKey &key, const OpenRecord &record, qint64 day)
{
    m_insertRequest.run(int(key.ledger), key.seq, record.startedAt, day, m_names.idOf(record.client),
                        m_names.idOf(record.session), m_names.idOf(record.requestedModel), m_names.idOf(record.chain),
                        record.chainVersion, m_names.idOf(record.providerId), m_names.idOf(record.modelId),
                        record.bound);
}

} // namespace sb::usage
