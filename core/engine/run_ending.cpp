// The half of Run that takes the ends of attempts, and ends the request.
#include "core/engine/run.h"

#include "core/engine/embedding_call.h"

#include <QCoreApplication>

namespace sb::engine {

using routing::EndState;
using routing::Move;
using std::chrono::milliseconds;

namespace {

/// From the end of the upload, so that a slow line here is not held against an endpoint there.
std::optional<milliseconds> untilFirstContent(const AttemptOutcome &outcome)
{
    if (outcome.firstContent < milliseconds{0} || outcome.connect < milliseconds{0})
        return {};
    return outcome.firstContent - outcome.connect;
}

/// Very short answers say more about the network than about the model.
std::optional<double> tokensPerSecond(const AttemptOutcome &outcome)
{
    constexpr qint64 EnoughTokens = 20;
    const milliseconds writing = outcome.duration - outcome.firstContent;
    if (outcome.firstContent < milliseconds{0} || outcome.usage.completion.value_or(0) < EnoughTokens
        || writing < milliseconds{50})
        return {};
    return double(*outcome.usage.completion) * 1e3 / double(writing.count());
}

routing::AnswerSpeed speedOf(const AttemptOutcome &outcome, const chat::Request &request)
{
    return {.promptTokens = outcome.usage.prompt.value_or(routing::likelyInputTokens(request)),
            .firstContent = untilFirstContent(outcome),
            .tokensPerSecond = tokensPerSecond(outcome)};
}

std::optional<routing::RateLeft> rateLeft(const dialects::LimitLeft &said)
{
    if (!said.remaining || !said.resetsIn)
        return {};
    return routing::RateLeft{.limit = said.limit, .remaining = *said.remaining, .resetsIn = *said.resetsIn};
}

} // namespace

/// Another text cannot go on where the first one broke off; what is left to do is to say so.
void Run::giveUpSplice()
{
    AttemptOutcome outcome = m_attempt->cancel();
    outcome.error->message = QCoreApplication::translate(
        "sb::engine", "The answer was not used: it does not repeat the text that was already delivered.");
    if (!m_break) { // the provider itself began its answer anew
        outcome.error->type = chat::ErrorType::Cut;
        m_break = outcome.error;
    }
    note(outcome);
    dropAttempt();
    const Move stop{.reason = routing::MoveReason::StopAfterContent};
    reportFailure(outcome, stop);
    follow(stop);
}

void Run::takeOutcome(const AttemptOutcome &outcome)
{
    AttemptOutcome judged = outcome;
    judged.error = verdict(outcome);
    note(judged);
    dropAttempt();
    if (judged.error)
        return takeFailure(judged);
    m_break.reset();
    m_lastError.reset();
    pass(m_delivery->complete());
    m_end.vectors = outcome.whole.vectors;
    m_end.record.servedEndpoint = candidate().endpointId;
    conclude(endStateOf(*outcome.finish));
}

/// An answer that was filtered before it began counts as a refusal where the chain wants to move on after one.
std::optional<chat::ProviderError> Run::verdict(const AttemptOutcome &outcome) const
{
    const bool filtered = outcome.finish == chat::FinishReason::ContentFilter && outcome.contentBytes == 0;
    if (outcome.error || !filtered || !m_chain.steps.at(candidate().step).moveOn.contentPolicy)
        return outcome.error;
    return chat::ProviderError{
        .type = chat::ErrorType::ContentPolicyViolation,
        .httpStatus = outcome.httpStatus,
        .message = QCoreApplication::translate("sb::engine", "The provider filtered the answer before it began.")};
}

routing::AttemptFailure Run::failureOf(const AttemptOutcome &outcome) const
{
    return {.error = *outcome.error,
            .silent = outcome.silent,
            .contentDelivered = m_attemptDelivered,
            .toolsInFlight = outcome.sent && !outcome.refused && routing::asksServiceTools(m_spec.request),
            .otherKey = hasOtherKey(),
            .keysLeft = keysLeft()};
}

void Run::takeFailure(const AttemptOutcome &outcome)
{
    m_lastError = outcome.error;
    if (!m_break)
        m_lostUsage = outcome.usage;
    if (m_delivery->contentDelivered() && !m_break)
        m_break = outcome.error;
    const Move next = m_delivery->canRestart() ? m_dispatcher->afterFailure(failureOf(outcome), m_random)
                                               : Move{.reason = routing::MoveReason::StopAfterContent};
    reportFailure(outcome, next);
    follow(next);
}

void Run::reportFailure(const AttemptOutcome &outcome, const Move &next)
{
    emit happened(AttemptFailed{.number = int(m_end.record.attempts.size()),
                                .candidate = m_context.candidate,
                                .error = *outcome.error,
                                .next = next,
                                .took = outcome.duration,
                                .headroom = outcome.headroom});
}

/// Keeps what an attempt was, with its cost and what it shows about its endpoint.
void Run::note(const AttemptOutcome &outcome)
{
    const routing::Candidate &tried = m_context.candidate;
    const SteadyTime now = m_parts.clock.steady();
    const bool usedKey = outcome.sent && m_keyUsed;
    noteKey(outcome);
    if (outcome.error) {
        m_parts.books.health.failed(tried.endpointId, tried.providerId, failureOf(outcome), now);
    } else {
        m_parts.books.health.succeeded(tried.endpointId, speedOf(outcome, m_wish.request), now);
        m_parts.books.caches.answered(m_spec.request, tried.endpointId, outcome.usage, m_parts.clock.sinceBoot());
    }
    noteRates(outcome);
    m_end.record.attempts.append(attemptRecord(m_context, outcome));
    if (usedKey)
        m_end.record.attempts.last().keyId = m_keyId;
}

/// What is left of the rate limits, as the answer says, and what it took of them.
void Run::noteRates(const AttemptOutcome &outcome)
{
    const QString &endpointId = m_context.candidate.endpointId;
    const SteadyTime now = m_parts.clock.sinceBoot();
    routing::RateBook &rates = m_parts.books.rates;
    rates.ended(endpointId, m_expectedTokens, outcome.sent);
    const World &world = m_snapshot->world;
    if (keyRules(world, *world.catalog.provider(m_context.candidate.providerId)).size() > 1)
        return; // another key may have room: those are the key book's matter
    const dialects::Headroom &left = outcome.headroom;
    if (outcome.answered)
        rates.told(endpointId, rateLeft(left.requests), rateLeft(left.tokens.remaining ? left.tokens : left.inputTokens),
                   now);
    if (outcome.error && outcome.error->retryAfter && outcome.error->type == chat::ErrorType::RateLimitExceeded)
        rates.refused(endpointId, *outcome.error->retryAfter, now);
}

/// Before what follows from it is decided: whether another key is left depends on it.
void Run::noteKey(const AttemptOutcome &outcome)
{
    using routing::FailureClass;
    const QString &providerId = m_context.candidate.providerId;
    const SteadyTime now = m_parts.clock.sinceBoot();
    if (!outcome.sent)
        giveKeyBack();
    m_keyUsed.reset();
    if (outcome.answered)
        m_end.headroom = outcome.headroom;
    const auto kind = outcome.error
        ? std::optional(classify(routing::AttemptFailure{.error = *outcome.error, .silent = outcome.silent}))
        : std::nullopt;
    if (kind == FailureClass::Key || kind == FailureClass::RateLimit)
        m_triedKeys[providerId].insert(m_keyId);
    if (!isKeyStillThere())
        return;
    if (!kind) {
        m_parts.books.keys.succeeded(providerId, m_keyId);
        m_parts.books.health.keyChanged(providerId);
    } else if (kind == FailureClass::Key || kind == FailureClass::RateLimit) {
        m_parts.books.keys.failed(providerId, m_keyId, *outcome.error, *kind, now);
    }
    const auto wait = dialects::exhaustedFor(outcome.headroom);
    if (wait && kind != FailureClass::Key)
        m_parts.books.keys.exhausted(providerId, m_keyId, now + *wait);
}

/// Deleted later: we may be inside one of its signals.
void Run::dropAttempt()
{
    m_attempt->disconnect(this);
    m_attempt.release()->deleteLater();
}

void Run::conclude(EndState end)
{
    m_state = State::Settling;
    m_end.end = end;
    m_end.answer = m_delivery->answer();
    if (end != EndState::Cancelled)
        m_end.answer.error = m_break ? m_break : m_lastError;
    // Counts come last, or with the error itself, and are then not delivered any more.
    if (m_end.answer.error && m_end.answer.usage == chat::Usage{})
        m_end.answer.usage = m_lostUsage;
    usage::Settlement &record = m_end.record;
    record.key = *m_end.key;
    record.end = end;
    record.providerId = candidate().providerId;
    record.modelId = candidate().modelId;
    record.latency = elapsed();
    record.decision = toJson(m_end.plan);
    record.answer =
        m_spec.embedding ? vectorsBody(m_end.answer, m_end.vectors) : answerBody(m_end.answer, m_delivery->seams());
    addUp(record);
    m_parts.desk.settle(record, this, [this](const Result<usage::RecordKey> &outcome) {
        m_end.recorded = outcome.has_value();
        if (outcome) // another one, when the register had to move meanwhile
            m_end.key = m_end.record.key = *outcome;
        this->end(outcome ? m_end.refusal : std::optional<Error>(outcome.error()));
    });
}

void Run::end(const std::optional<Error> &problem)
{
    m_state = State::Ended;
    m_end.refusal = problem;
    emit happened(m_end);
}

} // namespace sb::engine
