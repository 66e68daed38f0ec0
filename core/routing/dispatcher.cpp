#include "core/routing/dispatcher.h"

#include <algorithm>
#include <array>

using namespace std::chrono_literals;

namespace sb::routing {

namespace {

/// What a failure shows to be useless to try again.
enum class Lesson
{
    None,
    Endpoint,
    Provider,
    Window,
    ModelAndWindow
};

/// One row of the error table: whether it is tried again here, which flag of the step lets it move on, and what is then
/// ruled out.
struct Row
{
    FailureClass kind = FailureClass::Transient;
    bool retries = false;
    bool MoveOn::*allowed = nullptr; ///< null: never moves on
    MoveReason next = MoveReason::NextOverloaded;
    MoveReason stop = MoveReason::StopChainSays; ///< when it may not move on
    Lesson lesson = Lesson::None;
    QString NextSteps::*named = nullptr; ///< the step that the chain may name for it
};

constexpr std::array Table{
    Row{FailureClass::Transient, true, &MoveOn::overloaded, MoveReason::NextOverloaded},
    Row{FailureClass::Reset, true, &MoveOn::overloaded, MoveReason::NextReset},
    Row{FailureClass::RateLimit, true, &MoveOn::rateLimit, MoveReason::NextRateLimited, MoveReason::StopChainSays,
        Lesson::Endpoint, &NextSteps::rateLimit},
    Row{FailureClass::Silence, false, &MoveOn::silence, MoveReason::NextSilent, MoveReason::StopChainSays,
        Lesson::Endpoint},
    Row{FailureClass::Key, false, &MoveOn::badKey, MoveReason::NextKey, MoveReason::StopChainSays, Lesson::Provider},
    Row{FailureClass::NotFound, false, &MoveOn::notFound, MoveReason::NextNotFound, MoveReason::StopChainSays,
        Lesson::Endpoint},
    Row{FailureClass::TooLarge, false, &MoveOn::contextFull, MoveReason::NextTooLarge, MoveReason::StopChainSays,
        Lesson::Window, &NextSteps::contextFull},
    Row{FailureClass::Context, false, &MoveOn::contextFull, MoveReason::NextContext, MoveReason::StopChainSays,
        Lesson::ModelAndWindow, &NextSteps::contextFull},
    Row{FailureClass::Parameter, false, &MoveOn::unsupportedParameter, MoveReason::NextParameter,
        MoveReason::StopChainSays, Lesson::Endpoint},
    Row{FailureClass::NotFetched, false, &MoveOn::unsupportedParameter, MoveReason::NextNotFetched,
        MoveReason::StopChainSays, Lesson::Endpoint},
    Row{FailureClass::ContentPolicy, false, &MoveOn::contentPolicy, MoveReason::NextContentPolicy,
        MoveReason::StopContentPolicy, Lesson::Endpoint, &NextSteps::contentPolicy},
    Row{FailureClass::InvalidOutput, false, &MoveOn::invalidOutput, MoveReason::NextInvalidOutput,
        MoveReason::StopChainSays, Lesson::Endpoint, &NextSteps::invalidOutput},
    Row{FailureClass::RequestAtFault, false, nullptr, {}, MoveReason::StopRequestAtFault},
    Row{FailureClass::Cancelled, false, nullptr, {}, MoveReason::StopCancelled},
};

constexpr const Row &rowOf(FailureClass kind)
{
    return Table[std::size_t(kind)];
}

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < Table.size(); ++i) {
        if (Table[i].kind != FailureClass(i))
            return false;
    }
    return Table.size() == std::size_t(FailureClass::Cancelled) + 1;
}
static_assert(isInOrder(), "rowOf() finds a row by its position");

constexpr auto FirstBackoff = 500ms;
constexpr auto LongestBackoff = 5s;

/// min(500 ms · 2^n, 5 s) × 0.8…1.2: spread, so that clients that failed together do not come back together.
milliseconds backoff(int retry, Random &random)
{
    // Four doublings already exceed the longest one; a larger shift could overflow.
    const milliseconds plain = std::min<milliseconds>(FirstBackoff * (1 << std::min(retry, 4)), LongestBackoff);
    return milliseconds(qint64(double(plain.count()) * (0.8 + 0.4 * random.unit())));
}

Move end(MoveReason reason)
{
    return {.kind = Move::Kind::End, .reason = reason};
}

} // namespace

bool Dispatcher::RuledOut::covers(const Candidate &candidate) const
{
    // A window that is not known may be large enough: the provider says so quickly and for nothing.
    return endpoints.contains(candidate.endpointId) || providers.contains(candidate.providerId)
        || models.contains(candidate.modelId) || (candidate.contextTokens && *candidate.contextTokens <= window);
}

Dispatcher::Dispatcher(Plan plan, Chain chain)
    : m_plan(std::move(plan))
    , m_chain(std::move(chain))
{
}

Move Dispatcher::start()
{
    m_ruledOut = {};
    m_current = -1;
    return m_plan.candidates.isEmpty() ? end(MoveReason::StopNoCandidate) : goOn(MoveReason::FirstTry);
}

Move Dispatcher::afterFailure(const AttemptFailure &failure, Random &random)
{
    Q_ASSERT(m_current >= 0);
    const FailureClass kind = classify(failure);
    const Row &row = rowOf(kind);
    const QString named = row.named ? currentStep().next.*row.named : QString();
    const bool mayMoveOn = !named.isEmpty() || (row.allowed && currentStep().moveOn.*row.allowed);

    // Before all else: no kind of failure makes it safe to run them once more. An answer that did not pass a check came
    // whole, and the step says itself what then.
    if (failure.toolsInFlight && !m_chain.allowRepeatingTools && kind != FailureClass::Cancelled
        && kind != FailureClass::InvalidOutput)
        return end(MoveReason::StopInFlight);
    if (failure.contentDelivered && kind != FailureClass::Cancelled && kind != FailureClass::ContentPolicy)
        return resumeElsewhere();
    if (kind == FailureClass::Reset && !m_chain.allowPayingTwice)
        return end(MoveReason::StopPayingTwice);
    // It grows no longer than the list of keys: what was tried is not offered again.
    if (failure.otherKey && (kind == FailureClass::Key || kind == FailureClass::RateLimit))
        return again(MoveReason::RetryOtherKey, 0ms);
    if (const auto move = tryAgain(kind, failure.error, random))
        return *move;
    if (!mayMoveOn)
        return end(row.stop);
    if (failure.contentDelivered)
        return resumeElsewhere();
    ruleOut(kind);
    return goOn(row.next, named);
}

Move Dispatcher::afterRefusedReservation()
{
    // Nothing is ruled out: the same endpoint may fit under a later step with a smaller output limit.
    return goOn(MoveReason::NextBudget, currentStep().next.budget);
}

Move Dispatcher::hedge() const
{
    for (qsizetype i = m_current + 1; i < m_plan.candidates.size(); ++i) {
        const Candidate &other = m_plan.candidates.at(i);
        // One that is full or may have to load first is no quicker.
        if (other.endpointId != current().endpointId && other.wait.count() == 0 && !other.mayLoad
            && !m_ruledOut.covers(other))
            return {.kind = Move::Kind::Try, .reason = MoveReason::Hedge, .candidate = i};
    }
    return end(MoveReason::StopNoCandidate);
}

void Dispatcher::hedgeFailed(qsizetype candidate)
{
    m_ruledOut.endpoints.insert(m_plan.candidates.at(candidate).endpointId);
}

void Dispatcher::wentOnAt(qsizetype candidate)
{
    m_current = candidate;
    m_retries = 0;
    m_extraUsed = false;
    m_clamp.reset();
}

std::optional<Move> Dispatcher::tryAgain(FailureClass kind, const chat::ProviderError &error, Random &random)
{
    if (kind == FailureClass::Key && error.affordableTokens)
        return tryClamped(*error.affordableTokens);
    if (!rowOf(kind).retries)
        return std::nullopt;
    if (!error.retryAfter)
        return tryAfterBackoff(0ms, random);

    const milliseconds wait = std::max<milliseconds>(*error.retryAfter, 0ms);
    if (wait > std::min(currentStep().patience, LongestPatience))
        return std::nullopt;
    // Only a rate limit says when it ends; an overloaded provider just asks not to be called earlier.
    return kind == FailureClass::RateLimit ? tryAfterHeader(wait) : tryAfterBackoff(wait, random);
}

std::optional<Move> Dispatcher::tryAfterHeader(milliseconds wait)
{
    if (std::exchange(m_extraUsed, true))
        return std::nullopt;
    return again(MoveReason::RetryAfterHeader, wait);
}

std::optional<Move> Dispatcher::tryClamped(qint64 affordableTokens)
{
    const auto limit = current().maxTokens;
    const bool helps = affordableTokens > 0 && (!limit || affordableTokens < *limit);
    if (!helps || std::exchange(m_extraUsed, true))
        return std::nullopt;
    m_clamp = affordableTokens;
    return again(MoveReason::RetryClamped, 0ms);
}

std::optional<Move> Dispatcher::tryAfterBackoff(milliseconds atLeast, Random &random)
{
    if (m_retries >= currentStep().retries)
        return std::nullopt;
    const milliseconds delay = std::max(atLeast, backoff(m_retries, random));
    ++m_retries;
    return again(MoveReason::RetryTransient, delay);
}

Move Dispatcher::again(MoveReason reason, milliseconds delay) const
{
    return {.kind = Move::Kind::Try, .reason = reason, .candidate = m_current, .delay = delay, .maxTokens = m_clamp};
}

Move Dispatcher::goOn(MoveReason reason, const QString &nextStep)
{
    const qsizetype from = indexOf(nextStep);
    m_retries = 0;
    m_extraUsed = false;
    m_clamp.reset();
    while (++m_current < m_plan.candidates.size()) {
        if (current().step >= from && !m_ruledOut.covers(current()))
            return {.kind = Move::Kind::Try, .reason = reason, .candidate = m_current, .delay = waitFor(current())};
    }
    m_current = m_plan.candidates.size() - 1; // so that current() stays valid
    return end(MoveReason::StopExhausted);
}

qsizetype Dispatcher::indexOf(const QString &stepId) const
{
    if (stepId.isEmpty() || m_current < 0)
        return -1;
    for (qsizetype i = current().step + 1; i < m_chain.steps.size(); ++i) {
        if (m_chain.steps.at(i).id == stepId)
            return i;
    }
    return -1;
}

/// A rate limit that has room again within the patience was planned with; for later candidates the time has passed in
/// part, and what is left of it is not known here: too long is harmless, a 429 is not.
milliseconds Dispatcher::waitFor(const Candidate &candidate) const
{
    return std::min({candidate.wait, m_chain.steps.at(candidate.step).patience, LongestPatience});
}

Move Dispatcher::resumeElsewhere()
{
    if (m_chain.afterFirstContent == AfterFirstContent::Error)
        return end(MoveReason::StopAfterContent);
    m_ruledOut.endpoints.insert(current().endpointId); // it broke off once; the caller has seen that
    const Move move = goOn(MoveReason::Resume);
    return move.kind == Move::Kind::Try ? move : end(MoveReason::StopAfterContent);
}

void Dispatcher::ruleOut(FailureClass kind)
{
    const Candidate &failed = current();
    const qint64 window = std::max(m_ruledOut.window, failed.contextTokens.value_or(0));
    switch (rowOf(kind).lesson) {
    case Lesson::None:
        break;
    case Lesson::Endpoint:
        m_ruledOut.endpoints.insert(failed.endpointId);
        break;
    case Lesson::Provider:
        m_ruledOut.providers.insert(failed.providerId);
        break;
    case Lesson::ModelAndWindow:
        m_ruledOut.models.insert(failed.modelId);
        [[fallthrough]];
    case Lesson::Window:
        m_ruledOut.endpoints.insert(failed.endpointId);
        m_ruledOut.window = window;
        break;
    }
}

} // namespace sb::routing
