#include "core/engine/run.h"

#include "core/engine/attempt_error.h"
#include "core/engine/billing.h"
#include "core/engine/embedding_call.h"
#include "core/engine/preparation.h"
#include "core/routing/overrides.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace sb::engine {

using routing::EndState;
using routing::Move;
using std::chrono::milliseconds;

namespace {

/// OpenRouter's plugin behind `:online`, unless the request has it with settings of its own.
Json withWebSearch(const Json &plugins)
{
    Json list = plugins.isArray() ? plugins : Json::array();
    if (std::ranges::none_of(list.items(), [](const Json &each) { return each["id"].toBytes() == "web"; })) {
        Json web;
        web.set("id", "web");
        list.append(web);
    }
    return list;
}

} // namespace

Run::Run(const RunParts &parts, const RunSpec &spec, std::shared_ptr<const Snapshot> snapshot, quint64 seed,
         QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_spec(spec)
    , m_snapshot(std::move(snapshot))
    , m_random(seed)
    , m_hedge(parts.clock.alarm([this] { startRival(); }))
    , m_materials(parts.http, parts.clock, spec.trustsLinks)
    , m_wait(parts.clock.alarm([this] { materialize(); }))
{
    connect(&m_materials, &Materials::ready, this, &Run::takeMaterials);
}

void Run::start()
{
    m_startedWall = m_parts.clock.wall();
    m_startedAt = m_parts.clock.steady();
    const World &world = m_snapshot->world;
    const routing::BudgetView budget = budgetView(world.limits, m_parts.standing, m_startedWall);
    const auto input =
        prepare(m_spec, world,
                outlook(m_parts.books, m_spec.request, budget, m_parts.standing, m_parts.clock, m_random));
    if (!input)
        return refuse(input.error());
    m_chain = input->chain;
    m_usual = input->usual;
    m_wishes = input->preferences;
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
    m_wait->set(move.delay);
}

/// Fetches what this candidate's dialect cannot take as a link.
void Run::materialize()
{
    const QList<Link> needed = linksFor(candidate());
    if (m_materials.has(needed))
        return takeMaterials();
    m_state = State::Materializing;
    m_materials.fetch(needed);
}

/// What cannot be fetched is a failure of this candidate.
void Run::takeMaterials()
{
    m_trial = trialFor(m_move, ++m_started);
    const auto error = m_materials.error(linksFor(candidate()));
    if (!error)
        return book();
    m_lastError = redacted(*error, m_snapshot->redactor);
    if (!m_end.key) // what is said when no other candidate is left
        m_end.refusal = Error{.kind = Error::Kind::Unavailable, .message = m_lastError->message};
    passOver(*m_lastError, m_dispatcher->afterFailure({.error = *m_lastError, .notFetched = true}, m_random));
}

/// A candidate at which nothing was sent and nothing is owed is in the trace all the same.
void Run::passOver(const chat::ProviderError &error, const Move &next)
{
    const Trial &trial = *m_trial;
    emit happened(AttemptStarted{.number = trial.input().number,
                                 .candidate = trial.candidate(),
                                 .moveReason = trial.input().context.moveReason});
    const usage::AttemptRecord record = trial.noteUnsent(error);
    keep(trial.input().number, record);
    report(trial, {.error = error, .startedAt = record.startedAt}, next);
    dropTrial();
    follow(next);
}

QList<Link> Run::linksFor(const routing::Candidate &candidate) const
{
    const catalog::Provider *provider = m_snapshot->world.catalog.provider(candidate.providerId);
    return linksToFetch(m_spec.request, *dialects::clientDialect(provider->dialect), *provider);
}

std::unique_ptr<Trial> Run::trialFor(const Move &move, int number)
{
    const routing::Candidate &candidate = m_end.plan.candidates.at(move.candidate);
    const Wish wish = wishFor(move);
    AttemptContext context = contextFor(move);
    if (wish.goesOn)
        context.moveReason = toWireName(routing::MoveReason::Continue);
    return std::make_unique<Trial>(m_parts, m_snapshot,
                                   TrialInput{.number = number,
                                              .move = move,
                                              .wish = wish,
                                              .context = context,
                                              .embedding = m_spec.embedding,
                                              .links = linksFor(candidate),
                                              .fetched = m_materials.fetched(),
                                              .triedKeys = m_triedKeys.value(candidate.providerId)});
}

/// Nothing is sent before the register has room for it. That every key is used up is a failure of the candidate.
void Run::book()
{
    if (const auto why = m_trial->takeKey()) {
        m_lastError = why;
        if (!m_end.key) // what is said when no other candidate is left
            m_end.refusal = Error{.kind = Error::Kind::Unavailable, .message = why->message};
        return passOver(*why, m_dispatcher->afterFailure({.error = *why}, m_random));
    }
    awaitRoom();
    if (m_end.key) {
        m_state = State::Reserving;
        m_trial->join(*m_end.key, heldBy(m_end.record.attempts));
    } else {
        m_state = State::Opening;
        usage::OpenRecord record = openRecord(m_spec, m_chain, m_end.plan.practice, candidate(), m_startedWall);
        if (m_spec.embedding)
            record.request = embeddingBody(*m_spec.embedding);
        m_trial->open(record);
    }
}

void Run::awaitRoom()
{
    connect(m_trial.get(), &Trial::granted, this, &Run::takeRoom);
    connect(m_trial.get(), &Trial::refused, this, &Run::takeRefusal);
    connect(m_trial.get(), &Trial::failed, this, &Run::takeNoRecord);
    connect(m_trial.get(), &Trial::warned, this, &Run::warned);
}

void Run::awaitAnswer()
{
    connect(m_trial.get(), &Trial::decoded, this, &Run::takeEvent);
    connect(m_trial.get(), &Trial::ended, this, &Run::takeOutcome);
}

void Run::takeRoom()
{
    if (!isBooking())
        return;
    m_end.key = m_trial->key();
    if (m_cancelled) {
        dropTrial();
        return conclude(EndState::Cancelled);
    }
    beginTrial();
}

void Run::takeRefusal(const Error &why)
{
    if (!isBooking())
        return;
    if (m_cancelled) {
        dropTrial();
        return follow({});
    }
    m_end.refusal = why;
    passOver({.type = chat::ErrorType::OverBudget, .message = why.message}, m_dispatcher->afterRefusedReservation());
}

void Run::takeNoRecord(const Error &why)
{
    if (!isBooking())
        return;
    m_end.refusal = why;
    dropTrial();
    follow({});
}

void Run::beginTrial()
{
    m_state = State::Attempting;
    m_end.refusal.reset();
    awaitAnswer();
    m_attemptDelivered = false;
    m_hasContent = false;
    if (m_trial->input().wish.goesOn)
        m_delivery->goOn();
    else
        m_delivery->restart();
    if (const auto after = m_trial->candidate().hedgeAfter; after && !m_delivery->contentDelivered())
        m_hedge->set(*after);
    begin(*m_trial);
}

void Run::begin(Trial &trial)
{
    const QList<dialects::Notice> notices = trial.begin();
    emit happened(AttemptStarted{.number = trial.input().number,
                                 .candidate = trial.candidate(),
                                 .moveReason = trial.input().context.moveReason,
                                 .notices = notices,
                                 .keyName = trial.keyName()});
}

/// The request as the step changes it, and with what the model's variant asks for.
chat::Request Run::requestFor(const routing::Candidate &candidate) const
{
    const Json &overrides = m_chain.steps.at(candidate.step).overrides;
    chat::Request request = overrides.isNull()
        ? m_spec.request
        : routing::withOverrides(m_spec.request, overrides).value_or(m_spec.request);
    if (m_snapshot->world.catalog.provider(candidate.providerId)->quirks.routerMembers) {
        // A router chooses, too: it is told what the policy and the step ask, not only what the request says.
        const routing::Preferences &step = m_chain.steps.at(candidate.step).preferences;
        const routing::Preferences all = together(m_usual, step, m_wishes);
        if (all != m_wishes)
            request.provider = toJson(all);
    }
    if (candidate.webSearch)
        request.extra.set("plugins", withWebSearch(request.extra["plugins"]));
    return request;
}

/// What a candidate is asked, which is to go on from what the caller has where the chain says so and it can.
Wish Run::wishFor(const Move &move) const
{
    const routing::Candidate &candidate = m_end.plan.candidates.at(move.candidate);
    const Wish wish{
        .request = requestFor(candidate),
        .step = m_chain.steps.at(candidate.step),
        .endpoint = *m_snapshot->world.catalog.endpoint(candidate.endpointId),
        .terms = {.maxTokens = move.maxTokens ? move.maxTokens : candidate.maxTokens, .bound = candidate.bound}};
    const bool mayGoOn =
        m_chain.afterFirstContent == routing::AfterFirstContent::Continue && m_delivery->contentDelivered();
    return mayGoOn ? goingOn(wish, m_delivery->answer()) : wish;
}

AttemptContext Run::contextFor(const Move &move) const
{
    const routing::Candidate &candidate = m_end.plan.candidates.at(move.candidate);
    return {.candidate = candidate,
            .endpoint = *m_snapshot->world.catalog.endpoint(candidate.endpointId),
            .moveReason = toWireName(move.reason),
            .waitedBefore = move.delay,
            .inputTokensBound = m_end.plan.inputTokensBound,
            .serviceTier = serviceTier(m_spec.request),
            .cancelStopsBilling = m_snapshot->world.catalog.provider(candidate.providerId)->cancel.stopsBilling};
}

void Run::cancel()
{
    m_cancelled = true;
    if (m_trial)
        m_trial->askNoMore();
    switch (m_state) {
    case State::Waiting:
    case State::Materializing:
        m_wait->stop();
        m_materials.cancel();
        return m_end.key ? conclude(EndState::Cancelled) : refuse({});
    case State::Reserving:
        dropTrial();
        return conclude(EndState::Cancelled);
    case State::Attempting:
        if (!m_trial) // between two attempts: follow() sees it
            break;
        for (Trial *trial : {m_trial.get(), m_rival.get()}) {
            if (const auto outcome = trial ? trial->cancel() : std::nullopt)
                note(*trial, *outcome);
        }
        dropTrial();
        return conclude(EndState::Cancelled);
    case State::Planning:
    case State::Opening: // the row must be known before it can be settled
    case State::Settling:
    case State::Ended:
        break;
    }
}

const routing::Candidate &Run::candidate() const
{
    return m_end.plan.candidates.at(m_move.candidate);
}

milliseconds Run::elapsed() const
{
    return std::chrono::duration_cast<milliseconds>(m_parts.clock.steady() - m_startedAt);
}

} // namespace sb::engine
