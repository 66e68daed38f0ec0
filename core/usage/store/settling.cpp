// The half of RecordWriter that closes rows.
#include "core/usage/store/record_writer.h"

#include "core/usage/store/connection.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::usage {

namespace {

struct SettlingText
{
    Q_DECLARE_TR_FUNCTIONS(sb::usage::Register)
};

/// Negative means "not reached" and is stored as NULL.
std::optional<qint64> reached(std::chrono::milliseconds duration)
{
    return duration.count() < 0 ? std::nullopt : std::optional<qint64>(duration.count());
}

void addCost(Sums &sums, const Cost &cost)
{
    const NanoDollars amount = cost.amount.value_or(NanoDollars{});
    switch (cost.kind) {
    case CostKind::Billed:
        sums.billed = saturatingAdd(sums.billed, amount);
        break;
    case CostKind::Computed:
        sums.computed = saturatingAdd(sums.computed, amount);
        break;
    case CostKind::Estimated:
        sums.estimated = saturatingAdd(sums.estimated, amount);
        break;
    case CostKind::Unpriced:
        break;
    }
}

bool fellBack(const Settlement &settlement)
{
    return !settlement.servedEndpoint.isEmpty() && !settlement.attempts.isEmpty()
        && settlement.attempts.first().endpointId != settlement.servedEndpoint;
}

} // namespace

bool isFailure(routing::EndState end)
{
    return end != routing::EndState::Complete && end != routing::EndState::Length;
}

Sums costSums(const Settlement &settlement)
{
    Sums sums;
    for (const AttemptRecord &attempt : settlement.attempts)
        addCost(sums, attempt.cost);
    if (settlement.cost.amount && sums.total() != *settlement.cost.amount) {
        sums = {};
        addCost(sums, settlement.cost);
    }
    sums.unpriced = settlement.cost.kind == CostKind::Unpriced ? 1 : 0;
    return sums;
}

Result<RecordKey> RecordWriter::settle(const Settlement &settlement, bool recordBody)
{
    const RecordKey key = settlement.key;
    const std::optional<Row> opened = row(key);
    if (!opened)
        return failure(Error::Kind::NotFound,
                       SettlingText::tr("There is no request #%1 in the register.").arg(key.seq));
    if (!opened->open) {
        return failure(Error::Kind::Conflict,
                       SettlingText::tr("Request #%1 is closed already and is not changed again.").arg(key.seq));
    }
    m_reservations.settle(key, opened->day, close(settlement, *opened, recordBody).sums.total());
    m_rollups.note(key);
    return key;
}

RecordKey RecordWriter::append(const OpenRecord &record, const Settlement &settlement, bool recordBody)
{
    const RecordKey key{.ledger = record.ledger, .seq = nextSeq(record.ledger)};
    const Row row{.startedAt = toMilliseconds(record.startedAt),
                  .day = m_days.of(record.startedAt),
                  .client = m_names.idOf(record.client),
                  .chain = m_names.idOf(record.chain),
                  .model = m_names.idOf(record.modelId)};
    insertRequest(key, record, row.day);
    if (recordBody)
        m_bodies.store(key, BodyWriter::Part::Request, record.request);
    Settlement closed = settlement;
    closed.key = key;
    const RollupFacts facts = close(closed, row, recordBody);
    m_reservations.count(key, row.day, facts.sums.total());
    m_rollups.add(facts);
    return key;
}

RollupFacts RecordWriter::close(const Settlement &settlement, const Row &row, bool recordBody)
{
    const RecordKey key = settlement.key;
    RollupFacts facts{.ledger = key.ledger,
                      .day = row.day,
                      .model = m_names.idOf(settlement.modelId),
                      .provider = m_names.idOf(settlement.providerId),
                      .chain = row.chain,
                      .client = row.client,
                      .end = m_names.idOf(routing::toWireName(settlement.end)),
                      .sums = costSums(settlement)};
    facts.sums.requests = 1;
    facts.sums.failed = isFailure(settlement.end) ? 1 : 0;
    facts.sums.fellBack = fellBack(settlement) ? 1 : 0;
    facts.sums.tokens = settlement.tokens;
    if (!isFailure(settlement.end)) {
        facts.latency = settlement.latency;
        if (settlement.firstContent.count() >= 0)
            facts.firstContent = settlement.firstContent;
    }

    closeRow(settlement, facts, row);
    insertAttempts(settlement, row);
    m_bodies.storeDecision(key, settlement.decision);
    if (recordBody)
        m_bodies.store(key, BodyWriter::Part::Answer, settlement.answer);
    return facts;
}

void RecordWriter::closeRow(const Settlement &settlement, const RollupFacts &facts, const Row &row)
{
    const chat::TokenClasses &tokens = settlement.tokens;
    m_close.run(int(settlement.key.ledger), settlement.key.seq, facts.end, facts.sums.failed, facts.sums.fellBack,
                m_names.idOf(settlement.servedEndpoint), facts.provider, qint64(settlement.latency.count()),
                reached(settlement.firstContent), qint64(settlement.attempts.size()), tokens.freshInput,
                tokens.cacheRead, tokens.cacheWrite5m, tokens.cacheWrite1h, tokens.visibleOutput, tokens.reasoning,
                int(settlement.cost.kind), facts.sums.billed, facts.sums.computed, facts.sums.estimated);
    // Apart: a column that is set is taken out of its index and put in again, even with the value that it had.
    if (facts.model != row.model)
        m_changeModel.run(int(settlement.key.ledger), settlement.key.seq, facts.model);
}

void RecordWriter::insertAttempts(const Settlement &settlement, const Row &row)
{
    qint64 number = 0;
    for (const AttemptRecord &attempt : settlement.attempts) {
        const chat::TokenClasses &tokens = attempt.tokens;
        std::optional<qint64> error;
        if (attempt.error)
            error = m_names.idOf(chat::toWireName(*attempt.error));
        std::optional<QString> message;
        if (!attempt.errorMessage.isEmpty())
            message = attempt.errorMessage;
        std::optional<qint64> keyId;
        if (attempt.keyId)
            keyId = m_names.idOf(*attempt.keyId);
        m_insertAttempt.run(int(settlement.key.ledger), settlement.key.seq, ++number, m_names.idOf(attempt.providerId),
                            m_names.idOf(attempt.modelId), m_names.idOf(attempt.endpointId), attempt.step,
                            toMilliseconds(attempt.startedAt) - row.startedAt, qint64(attempt.waitedBefore.count()),
                            reached(attempt.connect), reached(attempt.firstContent), qint64(attempt.duration.count()),
                            attempt.httpStatus, attempt.succeeded, error, message, m_names.idOf(attempt.moveReason),
                            tokens.freshInput, tokens.cacheRead, tokens.cacheWrite5m, tokens.cacheWrite1h,
                            tokens.visibleOutput, tokens.reasoning, attempt.tokensEstimated, int(attempt.cost.kind),
                            attempt.cost.amount, attempt.bound, m_names.idOf(attempt.priceSource), keyId);
    }
}

Result<RecordKey> RecordWriter::settleLost(const LostSettlement &settlement, WallTime at)
{
    const RecordKey key = settlement.key;
    const std::optional<Row> found = row(key);
    if (!found)
        return failure(Error::Kind::NotFound,
                       SettlingText::tr("There is no request #%1 in the register.").arg(key.seq));
    if (found->open || found->end != m_names.idOf(routing::toWireName(routing::EndState::Lost)))
        return failure(Error::Kind::Conflict,
                       SettlingText::tr("Request #%1 is not lost: there is nothing to settle.").arg(key.seq));
    if (settlement.amount < NanoDollars{})
        return failure(Error::Kind::InvalidInput, SettlingText::tr("The amount must not be negative."));
    if (!m_settleLost.find(int(key.ledger), key.seq, settlement.amount, at)) {
        return failure(Error::Kind::Conflict, SettlingText::tr("Lost request #%1 was settled already.").arg(key.seq));
    }
    m_reservations.settle(key, found->day, settlement.amount);
    m_rollups.add({.ledger = key.ledger,
                   .day = found->day,
                   .model = found->model,
                   .provider = found->provider,
                   .chain = found->chain,
                   .client = found->client,
                   .end = found->end,
                   .sums = {.unpriced = -1, .estimated = settlement.amount}});
    return key;
}

void RecordWriter::loseRow(const RecordKey &key)
{
    const std::optional<Row> opened = row(key);
    if (!opened)
        return;
    const qint64 lost = m_names.idOf(routing::toWireName(routing::EndState::Lost));
    m_lose.run(int(key.ledger), key.seq, lost);
    m_rollups.add({.ledger = key.ledger,
                   .day = opened->day,
                   .model = opened->model,
                   .provider = opened->provider,
                   .chain = opened->chain,
                   .client = opened->client,
                   .end = lost,
                   .sums = {.requests = 1, .failed = 1, .unpriced = 1}});
}

} // namespace sb::usage
