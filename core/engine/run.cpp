#include "core/engine/run.h"

#include "core/engine/attempt_error.h"
#include "core/engine/billing.h"
#include "core/engine/bound_reasoning.h"
#include "core/engine/embedding_call.h"
#include "core/engine/endpoint_notices.h"
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
    , m_booking(parts.desk)
    , m_materials(parts.http, parts.clock, spec.trustsLinks)
    , m_wait(parts.clock.alarm([this] { materialize(); }))
{
    connect(&m_materials, &Materials::ready, this, &Run::takeMaterials);
    connect(&m_booking, &Booking::granted, this, &Run::takeTerms);
    connect(&m_booking, &Booking::refused, this, &Run::takeRefusal);
    connect(&m_booking, &Booking::failed, this, &Run::takeNoRecord);
    connect(&m_booking, &Booking::warned, this, &Run::warned);
}

void Run::start()
{
    m_startedWall = m_parts.clock.wall();
    m_startedAt = m_parts.clock.steady();
    const World &world = m_snapshot->world;
    const routing::BudgetView budget = budgetView(world.limits, m_parts.standing, m_startedWall);
    const auto input = prepare(m_spec, world, outlook(m_parts.books, m_spec.request, budget, m_parts.clock));
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
    m_wait->set(move.delay);
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

/// What cannot be fetched is a failure of this candidate.
void Run::takeMaterials()
{
    const auto error = m_materials.error(links());
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
    setContext();
    emit happened(AttemptStarted{
        .number = int(m_end.record.attempts.size()) + 1, .candidate = candidate(), .moveReason = m_context.moveReason});
    const AttemptOutcome outcome{.error = error, .startedAt = m_parts.clock.wall()};
    m_end.record.attempts.append(attemptRecord(m_context, outcome));
    reportFailure(outcome, next);
    follow(next);
}

QList<Link> Run::links() const
{
    const catalog::Provider *provider = m_snapshot->world.catalog.provider(candidate().providerId);
    return linksToFetch(m_spec.request, *dialects::clientDialect(provider->dialect), *provider);
}

/// The first of the provider's keys that is usable; counted as used here, so that requests which come together do not
/// pass a limit together. None left is a failure of the candidate.
bool Run::chooseKey()
{
    const catalog::Provider &provider = *m_snapshot->world.catalog.provider(candidate().providerId);
    const QList<routing::KeyRule> rules = keyRules(m_snapshot->world, provider);
    m_keyId.clear();
    if (rules.isEmpty())
        return true;
    const SteadyTime now = m_parts.clock.sinceBoot();
    const routing::KeyChoice choice = m_parts.books.keys.choose(provider.id, rules, m_triedKeys.value(provider.id), now);
    if (choice.keyId) {
        m_keyId = *choice.keyId;
        m_keyUsed = now;
        m_parts.books.keys.used(provider.id, m_keyId, now);
        return true;
    }
    m_lastError = keysUsedUp(provider, choice.freeIn);
    if (!m_end.key) // what is said when no other candidate is left
        m_end.refusal = Error{.kind = Error::Kind::Unavailable, .message = m_lastError->message};
    passOver(*m_lastError, m_dispatcher->afterFailure({.error = *m_lastError}, m_random));
    return false;
}

/// What was never sent does not count against the key's own limits.
void Run::giveKeyBack()
{
    if (const auto then = std::exchange(m_keyUsed, std::nullopt))
        m_parts.books.keys.unused(candidate().providerId, m_keyId, *then);
}

/// What an old key shows says nothing about the one that took its place meanwhile.
bool Run::isKeyStillThere() const
{
    const secrets::Key *mine = m_snapshot->world.keys.find(candidate().providerId, m_keyId);
    const secrets::Key *now = m_parts.newest->world.keys.find(candidate().providerId, m_keyId);
    return mine && now ? mine->value == now->value : !mine && !now;
}

bool Run::hasOtherKey() const
{
    const catalog::Provider &provider = *m_snapshot->world.catalog.provider(candidate().providerId);
    return m_parts.books.keys.hasOther(provider.id, keyRules(m_snapshot->world, provider), m_triedKeys.value(provider.id),
                                 m_parts.clock.sinceBoot());
}

routing::KeysLeft Run::keysLeft() const
{
    const catalog::Provider &provider = *m_snapshot->world.catalog.provider(candidate().providerId);
    return m_parts.books.keys.left(provider.id, keyRules(m_snapshot->world, provider), m_parts.clock.sinceBoot());
}

/// Empty where the provider has one key only.
QString Run::keyName() const
{
    const catalog::Provider &provider = *m_snapshot->world.catalog.provider(candidate().providerId);
    const QList<routing::KeyRule> rules = keyRules(m_snapshot->world, provider);
    if (rules.size() < 2)
        return {};
    const auto rule = std::ranges::find(rules, m_keyId, &routing::KeyRule::id);
    if (!rule->name.isEmpty())
        return rule->name;
    return QCoreApplication::translate("sb::engine", "key %1").arg(rule - rules.begin() + 1);
}

/// Nothing is sent before the register has room for it.
void Run::book()
{
    if (!chooseKey())
        return;
    m_wish = wish();
    if (m_end.key) {
        m_state = State::Reserving;
        m_booking.reserve(heldBy(m_end.record.attempts), m_wish);
    } else {
        m_state = State::Opening;
        usage::OpenRecord record = openRecord(m_spec, m_chain, m_end.plan.practice, candidate(), m_startedWall);
        if (m_spec.embedding)
            record.request = embeddingBody(*m_spec.embedding);
        m_booking.open(record, m_wish);
    }
}

void Run::takeTerms(const routing::Terms &terms)
{
    if (!isBooking())
        return;
    m_end.key = m_booking.key();
    m_wish.terms = terms;
    if (m_cancelled) {
        giveKeyBack();
        return conclude(EndState::Cancelled);
    }
    beginAttempt();
}

void Run::takeRefusal(const Error &why)
{
    if (!isBooking())
        return;
    giveKeyBack();
    if (m_cancelled)
        return follow({});
    m_end.refusal = why;
    passOver({.type = chat::ErrorType::OverBudget, .message = why.message}, m_dispatcher->afterRefusedReservation());
}

void Run::takeNoRecord(const Error &why)
{
    if (!isBooking())
        return;
    giveKeyBack();
    m_end.refusal = why;
    follow({});
}

void Run::beginAttempt()
{
    m_state = State::Attempting;
    m_end.refusal.reset();
    setContext();
    m_context.moveReason = toWireName(m_wish.goesOn ? routing::MoveReason::Continue : m_move.reason);
    m_context.candidate.bound = m_wish.terms.bound;
    m_context.candidate.maxTokens = m_wish.terms.maxTokens;
    const UnboundRequest unbound = forEndpoint(m_wish.request, m_wish.endpoint, m_snapshot->world.catalog);
    m_wish.request = unbound.request;
    m_ownNotices = unbound.notices + noticesAbout(m_wish.endpoint, m_parts.clock.wall());
    m_attempt =
        std::make_unique<Attempt>(m_parts.http, m_parts.tokens, m_parts.clock, m_snapshot->redactor, attemptInput());
    connect(m_attempt.get(), &Attempt::decoded, this, &Run::takeEvent);
    connect(m_attempt.get(), &Attempt::ended, this, &Run::takeOutcome);

    m_attemptDelivered = false;
    if (m_wish.goesOn)
        m_delivery->goOn();
    else
        m_delivery->restart();
    m_parts.books.health.started(candidate().endpointId, m_parts.clock.steady());
    m_expectedTokens = routing::likelyInputTokens(m_wish.request) + m_wish.terms.maxTokens.value_or(0);
    m_parts.books.rates.started(candidate().endpointId, m_expectedTokens);
    const QList<dialects::Notice> notices = m_ownNotices + m_attempt->start();
    emit happened(AttemptStarted{.number = int(m_end.record.attempts.size()) + 1,
                                 .candidate = m_context.candidate,
                                 .moveReason = m_context.moveReason,
                                 .notices = notices,
                                 .keyName = keyName()});
}

AttemptInput Run::attemptInput() const
{
    const World &world = m_snapshot->world;
    const catalog::Provider *provider = world.catalog.provider(candidate().providerId);
    Q_ASSERT(provider); // the plan was made from this very catalog
    const QList<secrets::Key> keys = world.keys.keys(provider->id, provider->baseUrl);
    const auto key = std::ranges::find(keys, m_keyId, &secrets::Key::id);
    return {.request = withBytes(m_wish.request, links(), m_materials.fetched()),
            .embedding = m_spec.embedding,
            .provider = *provider,
            .endpoint = m_wish.endpoint,
            .clocks = clocks(),
            .maxTokens = m_wish.terms.maxTokens,
            .key = key == keys.end() ? QByteArray() : key->value};
}

/// A local server that may have to load the model first is given the time for it.
routing::StepClocks Run::clocks() const
{
    routing::StepClocks clocks = m_wish.step.clocks;
    if (candidate().mayLoad) {
        clocks.firstByte = std::max(clocks.firstByte, clocks.coldLoad);
        clocks.firstContent = std::max(clocks.firstContent, clocks.coldLoad);
        clocks.firstContentReasoning = std::max(clocks.firstContentReasoning, clocks.coldLoad);
    }
    return clocks;
}

/// The request as the step changes it, and with what the model's variant asks for.
chat::Request Run::request() const
{
    const Json &overrides = m_chain.steps.at(candidate().step).overrides;
    chat::Request request = overrides.isNull()
        ? m_spec.request
        : routing::withOverrides(m_spec.request, overrides).value_or(m_spec.request);
    if (candidate().webSearch)
        request.extra.set("plugins", withWebSearch(request.extra["plugins"]));
    return request;
}

/// What this candidate is asked, which is to go on from what the caller has where the chain says so and it can.
Wish Run::wish() const
{
    const Wish wish{.request = request(),
                    .step = m_chain.steps.at(candidate().step),
                    .endpoint = *m_snapshot->world.catalog.endpoint(candidate().endpointId),
                    .terms = {.maxTokens = m_move.maxTokens ? m_move.maxTokens : candidate().maxTokens,
                              .bound = candidate().bound}};
    const bool mayGoOn =
        m_chain.afterFirstContent == routing::AfterFirstContent::Continue && m_delivery->contentDelivered();
    return mayGoOn ? goingOn(wish, m_delivery->answer()) : wish;
}

void Run::setContext()
{
    m_context = {.candidate = candidate(),
                 .endpoint = *m_snapshot->world.catalog.endpoint(candidate().endpointId),
                 .moveReason = toWireName(m_move.reason),
                 .waitedBefore = m_move.delay,
                 .inputTokensBound = m_end.plan.inputTokensBound,
                 .serviceTier = serviceTier(m_spec.request),
                 .cancelStopsBilling = m_snapshot->world.catalog.provider(candidate().providerId)->cancel.stopsBilling};
}

void Run::takeEvent(const chat::Event &event)
{
    pass(m_delivery->take(bound(event, candidate().endpointId)));
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

void Run::cancel()
{
    m_cancelled = true;
    m_booking.cancel();
    switch (m_state) {
    case State::Waiting:
    case State::Materializing:
        m_wait->stop();
        m_materials.cancel();
        return m_end.key ? conclude(EndState::Cancelled) : refuse({});
    case State::Reserving:
        giveKeyBack();
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

const routing::Candidate &Run::candidate() const
{
    return m_end.plan.candidates.at(m_move.candidate);
}

milliseconds Run::elapsed() const
{
    return std::chrono::duration_cast<milliseconds>(m_parts.clock.steady() - m_startedAt);
}

} // namespace sb::engine
