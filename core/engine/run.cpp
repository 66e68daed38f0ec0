#include "core/engine/run.h"

#include "core/engine/attempt_error.h"
#include "core/engine/continuation.h"
#include "core/engine/preparation.h"

#include <QCoreApplication>

#include <utility>

namespace sb::engine {

using routing::EndState;
using routing::Move;
using std::chrono::duration_cast;
using std::chrono::milliseconds;

namespace {

/// From the end of the upload, so that a slow line here is not held against an endpoint there.
std::optional<milliseconds> untilFirstContent(const AttemptOutcome &outcome)
{
    if (outcome.firstContent < milliseconds{0} || outcome.connect < milliseconds{0})
        return {};
    return outcome.firstContent - outcome.connect;
}

/// "auto" is priced as the standard tier, since the provider falls back to it.
QString serviceTier(const chat::Request &request)
{
    const QString tier = request.extra["service_tier"].toText();
    return tier == QLatin1String("auto") ? QString() : tier;
}

} // namespace

Run::Run(const RunParts &parts, const RunSpec &spec, std::shared_ptr<const Snapshot> snapshot, quint64 seed,
         QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_spec(spec)
    , m_snapshot(std::move(snapshot))
    , m_random(seed)
    , m_materials(parts.http, spec.trustsLinks)
{
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &Run::materialize);
    connect(&m_materials, &Materials::ready, this, &Run::takeMaterials);
}

void Run::start()
{
    m_startedWall = m_parts.clock.wall();
    m_startedAt = m_parts.clock.steady();
    const Result<routing::PlanInput> input =
        prepare(m_spec, m_snapshot->world, m_parts.health.view(m_startedAt),
                budgetView(m_snapshot->world.limits, m_parts.standing, m_startedWall));
    if (!input)
        return refuse(input.error());
    m_chain = input->chain;
    m_end.plan = routing::plan(*input, m_startedWall, m_random);
    if (m_end.plan.candidates.isEmpty())
        return refuse(noCandidate(m_end.plan));
    m_delivery.emplace(m_chain.afterFirstContent);
    m_dispatcher.emplace(m_end.plan, m_chain);
    follow(m_dispatcher->start());
}

void Run::refuse(const std::optional<Error> &why)
{
    m_end.end = m_cancelled ? EndState::Cancelled : EndState::Failed;
    m_end.record.end = m_end.end;
    end(why);
}

/// Carries out what the dispatcher says, or ends the request.
void Run::follow(const Move &move)
{
    if (m_cancelled)
        return m_end.key ? conclude(EndState::Cancelled) : refuse({});
    if (move.kind == Move::Kind::End) {
        if (!m_end.key)
            return refuse(m_end.refusal.value_or(noCandidate(m_end.plan)));
        const chat::ProviderError last = m_break ? *m_break : m_lastError.value_or(chat::ProviderError{});
        return conclude(endStateOf(last));
    }
    m_move = move;
    if (move.delay <= milliseconds{0})
        return materialize();
    m_state = State::Waiting;
    m_wait.start(move.delay);
}

/// Fetches what this candidate's dialect cannot take as a link.
void Run::materialize()
{
    const QList<Link> needed = links();
    if (m_materials.has(needed))
        return takeMaterials();
    m_state = State::Materializing;
    m_materials.fetch(needed);
}

/// What cannot be fetched is a failure of this candidate, at which nothing was sent and nothing is owed.
void Run::takeMaterials()
{
    const auto error = m_materials.error(links());
    if (!error)
        return admit();
    setContext();
    emit happened(AttemptStarted{
        .number = int(m_end.record.attempts.size()) + 1, .candidate = candidate(), .moveReason = m_context.moveReason});
    const AttemptOutcome outcome{.error = redacted(*error, m_snapshot->redactor), .startedAt = m_parts.clock.wall()};
    m_end.record.attempts.append(attemptRecord(m_context, outcome));
    m_lastError = outcome.error;
    if (!m_end.key) // what is said when no other candidate is left
        m_end.refusal = Error{.kind = Error::Kind::Unavailable, .message = outcome.error->message};
    const Move next = m_dispatcher->afterFailure({.error = *outcome.error, .notFetched = true}, m_random);
    reportFailure(outcome, next);
    follow(next);
}

QList<Link> Run::links() const
{
    const catalog::Provider *provider = m_snapshot->world.catalog.provider(candidate().providerId);
    return linksToFetch(m_spec.request, *dialects::clientDialect(provider->dialect), *provider);
}

/// Nothing is sent before the register has room for it.
void Run::admit()
{
    const auto then = [this](const usage::OpenOutcome &outcome) { takeOpened(outcome); };
    if (m_end.key) {
        m_state = State::Reserving;
        m_parts.desk.reserve(*m_end.key, bound(), this, then);
    } else {
        m_state = State::Opening;
        m_parts.desk.open(openRecord(), this, then);
    }
}

void Run::takeOpened(const usage::OpenOutcome &outcome)
{
    if (m_state != State::Opening && m_state != State::Reserving)
        return;
    const bool opened = outcome.kind == usage::OpenOutcome::Kind::Opened;
    if (opened && !m_end.key)
        m_end.key = outcome.key;
    if (m_cancelled)
        return m_end.key ? conclude(EndState::Cancelled) : refuse(outcome.error);
    if (opened)
        return beginAttempt();
    m_end.refusal = outcome.error;
    if (outcome.kind == usage::OpenOutcome::Kind::RefusedBudget)
        return follow(m_dispatcher->afterRefusedReservation());
    follow(Move{});
}

void Run::beginAttempt()
{
    m_state = State::Attempting;
    m_end.refusal.reset();
    const std::optional<chat::Request> goesOn = onward();
    setContext();
    m_context.moveReason = toWireName(goesOn ? routing::MoveReason::Continue : m_move.reason);
    m_context.candidate.bound = bound();
    m_attempt = std::make_unique<Attempt>(m_parts.http, m_parts.clock, m_snapshot->redactor, attemptInput(goesOn));
    connect(m_attempt.get(), &Attempt::decoded, this, &Run::takeEvent);
    connect(m_attempt.get(), &Attempt::ended, this, &Run::takeOutcome);

    m_attemptDelivered = false;
    if (goesOn)
        m_delivery->goOn();
    else
        m_delivery->restart();
    m_parts.health.started(candidate().endpointId, m_parts.clock.steady());
    const QList<dialects::Notice> notices = m_attempt->start();
    emit happened(AttemptStarted{.number = int(m_end.record.attempts.size()) + 1,
                                 .candidate = candidate(),
                                 .moveReason = m_context.moveReason,
                                 .notices = notices});
}

AttemptInput Run::attemptInput(const std::optional<chat::Request> &onward) const
{
    const World &world = m_snapshot->world;
    const catalog::Endpoint *endpoint = world.catalog.endpoint(candidate().endpointId);
    const catalog::Provider *provider = world.catalog.provider(candidate().providerId);
    Q_ASSERT(endpoint && provider); // the plan was made from this very catalog
    const std::optional<secrets::Key> key = world.keys.key(provider->id, provider->baseUrl);
    const std::optional<qint64> maxTokens = m_move.maxTokens ? m_move.maxTokens : candidate().maxTokens;
    return {.request = withBytes(onward ? *onward : m_spec.request, links(), m_materials.fetched()),
            .provider = *provider,
            .endpoint = *endpoint,
            .clocks = m_chain.steps.at(candidate().step).clocks,
            .maxTokens = onward ? lowered(maxTokens, m_delivery->answer().text) : maxTokens,
            .key = key ? key->value : QByteArray()};
}

/// The request that goes on from what the caller has, where the chain says so and this candidate can.
std::optional<chat::Request> Run::onward() const
{
    if (m_chain.afterFirstContent != routing::AfterFirstContent::Continue || !m_delivery->contentDelivered())
        return {};
    return continuation(m_spec.request, m_delivery->answer(),
                        *m_snapshot->world.catalog.endpoint(candidate().endpointId));
}

/// The delivered text is input of an attempt that goes on from it, beside the prompt that the plan has counted.
std::optional<NanoDollars> Run::bound() const
{
    const catalog::Endpoint *endpoint = m_snapshot->world.catalog.endpoint(candidate().endpointId);
    if (!candidate().bound || !endpoint->price || !onward())
        return candidate().bound;
    const auto more = upperBound(*endpoint->price, m_delivery->answer().text.toUtf8().size(), 0);
    return more ? saturatingAdd(*candidate().bound, *more) : candidate().bound;
}

void Run::setContext()
{
    m_context = {.candidate = candidate(),
                 .endpoint = *m_snapshot->world.catalog.endpoint(candidate().endpointId),
                 .moveReason = toWireName(m_move.reason),
                 .waitedBefore = m_move.delay,
                 .inputTokensBound = m_end.plan.inputTokensBound,
                 .serviceTier = serviceTier(m_spec.request)};
}

void Run::takeEvent(const chat::Event &event)
{
    pass(m_delivery->take(event));
}

void Run::pass(const Delivery::Step &step)
{
    if (step.mismatch)
        return giveUpSplice();
    if (step.replaces)
        emit happened(Restarted{});
    for (const chat::Event &each : step.events)
        emit happened(Content{.event = each});
    if (!step.events.isEmpty()) {
        m_attemptDelivered = true;
        m_end.record.servedEndpoint = candidate().endpointId;
        if (m_end.record.firstContent < milliseconds{0})
            m_end.record.firstContent = elapsed();
    }
}

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
    return {.error = *outcome.error, .silent = outcome.silent, .contentDelivered = m_attemptDelivered};
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
                                .took = outcome.duration});
}

/// Keeps what an attempt was, with its cost and what it shows about its endpoint.
void Run::note(const AttemptOutcome &outcome)
{
    const routing::Candidate &tried = m_context.candidate;
    const SteadyTime now = m_parts.clock.steady();
    if (outcome.error)
        m_parts.health.failed(tried.endpointId, tried.providerId, failureOf(outcome), now);
    else
        m_parts.health.succeeded(tried.endpointId, tried.providerId, untilFirstContent(outcome), now);
    m_end.record.attempts.append(attemptRecord(m_context, outcome));
}

/// Deleted later: we may be inside one of its signals.
void Run::dropAttempt()
{
    m_attempt->disconnect(this);
    m_attempt.release()->deleteLater();
}

void Run::cancel()
{
    m_cancelled = true;
    switch (m_state) {
    case State::Waiting:
    case State::Materializing:
        m_wait.stop();
        m_materials.cancel();
        return m_end.key ? conclude(EndState::Cancelled) : refuse({});
    case State::Reserving:
        return conclude(EndState::Cancelled);
    case State::Attempting:
        if (!m_attempt) // between two attempts: follow() sees it
            break;
        note(m_attempt->cancel());
        dropAttempt();
        return conclude(EndState::Cancelled);
    case State::Planning:
    case State::Opening: // the row must be known before it can be settled
    case State::Settling:
    case State::Ended:
        break;
    }
}

usage::OpenRecord Run::openRecord() const
{
    return {.ledger = m_end.plan.practice ? usage::Ledger::Practice : usage::Ledger::Real,
            .startedAt = m_startedWall,
            .client = m_spec.client,
            .session = m_spec.session.isEmpty() ? m_spec.request.sessionId : m_spec.session,
            .requestedModel = m_spec.request.model,
            .chain = m_chain.name,
            .chainVersion = m_chain.name.isEmpty() ? 0 : m_chain.version,
            .providerId = candidate().providerId,
            .modelId = candidate().modelId,
            .bound = candidate().bound,
            .request = toJson(m_spec.request)};
}

const routing::Candidate &Run::candidate() const
{
    return m_end.plan.candidates.at(m_move.candidate);
}

milliseconds Run::elapsed() const
{
    return duration_cast<milliseconds>(m_parts.clock.steady() - m_startedAt);
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
    record.answer = answerBody(m_end.answer, m_delivery->seams());
    addUp(record);
    m_parts.desk.settle(record, this, [this](const Result<usage::RecordKey> &outcome) {
        m_end.recorded = outcome.has_value();
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
