#include "core/engine/trial.h"

#include "core/engine/attempt_error.h"
#include "core/engine/bound_reasoning.h"
#include "core/engine/endpoint_notices.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace sb::engine {

using routing::FailureClass;
using std::chrono::milliseconds;

namespace {

/// From the end of the upload, so that a slow line here is not held against an endpoint there.
std::optional<milliseconds> untilFirstContent(const AttemptOutcome &outcome)
{
    if (outcome.firstContent < milliseconds{0} || outcome.connect < milliseconds{0})
        return {};
    return outcome.firstContent - outcome.connect;
}

routing::AnswerSpeed speedOf(const AttemptOutcome &outcome, const chat::Request &request)
{
    return {
        .promptTokens = outcome.usage.prompt.value_or(routing::likelyInputTokens(request)),
        .firstContent = untilFirstContent(outcome),
        .tokensPerSecond = outcome.firstContent < milliseconds{0}
            ? std::nullopt
            : routing::tokensPerSecond(outcome.usage.completion.value_or(0), outcome.duration - outcome.firstContent)};
}

std::optional<routing::RateLeft> rateLeft(const dialects::LimitLeft &said)
{
    if (!said.remaining || !said.resetsIn)
        return {};
    return routing::RateLeft{.limit = said.limit, .remaining = *said.remaining, .resetsIn = *said.resetsIn};
}

} // namespace

Trial::Trial(const RunParts &parts, std::shared_ptr<const Snapshot> snapshot, TrialInput input, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_snapshot(std::move(snapshot))
    , m_input(std::move(input))
    , m_booking(parts.desk)
{
    connect(&m_booking, &Booking::granted, this, &Trial::take);
    connect(&m_booking, &Booking::refused, this, &Trial::refused);
    connect(&m_booking, &Booking::failed, this, &Trial::failed);
    connect(&m_booking, &Booking::warned, this, &Trial::warned);
}

Trial::~Trial()
{
    giveKeyBack();
}

const catalog::Provider &Trial::provider() const
{
    return *m_snapshot->world.catalog.provider(candidate().providerId);
}

routing::RatePlace Trial::placeOf(const QString &keyId) const
{
    return {.endpointId = candidate().endpointId, .providerId = candidate().providerId, .keyId = keyId};
}

routing::KeyWaits Trial::keyWaits(const QList<routing::KeyRule> &rules, SteadyTime now) const
{
    const routing::RateBook &rates = m_parts.books.rates;
    routing::KeyWaits waits;
    for (const routing::KeyRule &rule : rules) {
        const milliseconds stated = rates.statedWait(placeOf(rule.id), statedLimits(provider(), rule),
                                                     m_input.wish.endpoint.rateLimits, m_expectedTokens, now);
        const milliseconds told = rates.toldWait(placeOf(rule.id), m_expectedTokens, now);
        if (stated > milliseconds{0} || told > milliseconds{0})
            waits.insert(rule.id, {.wait = std::max(stated, told), .stated = stated > milliseconds{0}});
    }
    return waits;
}

std::optional<chat::ProviderError> Trial::takeKey()
{
    const Wish &wish = m_input.wish;
    m_expectedTokens =
        routing::likelyInputTokens(wish.request) + wish.terms.maxTokens.value_or(wish.request.maxTokens.value_or(0));
    const SteadyTime now = m_parts.clock.sinceBoot();
    const QList<routing::KeyRule> rules = keyRules(m_snapshot->world, provider());
    if (rules.isEmpty()) { // it needs none, and may be limited all the same
        const auto wait = keyWaits({routing::KeyRule{}}, now).value(QString());
        if (wait.stated)
            return keysUsedUp(provider(), wait.wait);
    } else {
        const routing::KeyChoice choice =
            m_parts.books.keys.choose(provider().id, rules, m_input.triedKeys, now, keyWaits(rules, now));
        if (!choice.keyId)
            return keysUsedUp(provider(), choice.freeIn);
        m_keyId = *choice.keyId;
        m_keyUsed = now;
        m_parts.books.keys.used(provider().id, m_keyId, now);
    }
    m_rateTicket = m_parts.books.rates.started(placeOf(m_keyId), m_expectedTokens, now);
    return {};
}

/// What was never sent does not count against limits.
void Trial::giveKeyBack()
{
    if (const auto then = std::exchange(m_keyUsed, std::nullopt))
        m_parts.books.keys.unused(provider().id, m_keyId, *then);
    if (const auto ticket = std::exchange(m_rateTicket, std::nullopt))
        m_parts.books.rates.notSent(placeOf(m_keyId), *ticket, m_expectedTokens);
}

/// What an old key shows says nothing about the one that took its place meanwhile.
bool Trial::isKeyStillThere() const
{
    const secrets::Key *mine = m_snapshot->world.keys.find(candidate().providerId, m_keyId);
    const secrets::Key *now = m_parts.newest->world.keys.find(candidate().providerId, m_keyId);
    return mine && now ? mine->value == now->value : !mine && !now;
}

QString Trial::keyName() const
{
    const QList<routing::KeyRule> rules = keyRules(m_snapshot->world, provider());
    if (rules.size() < 2)
        return {};
    const auto rule = std::ranges::find(rules, m_keyId, &routing::KeyRule::id);
    if (!rule->name.isEmpty())
        return rule->name;
    return QCoreApplication::translate("sb::engine", "key %1").arg(rule - rules.begin() + 1);
}

void Trial::open(const usage::OpenRecord &record)
{
    m_booking.open(record, m_input.wish);
}

void Trial::join(const usage::RecordKey &key, std::optional<NanoDollars> held)
{
    m_booking.reserve(key, held, m_input.wish);
}

void Trial::take(const routing::Terms &terms)
{
    m_input.wish.terms = terms;
    m_input.context.candidate.bound = terms.bound;
    m_input.context.candidate.maxTokens = terms.maxTokens;
    emit granted();
}

QList<dialects::Notice> Trial::begin()
{
    Wish &wish = m_input.wish;
    const UnboundRequest unbound = forEndpoint(wish.request, wish.endpoint, m_snapshot->world.catalog);
    wish.request = unbound.request;
    m_attempt =
        std::make_unique<Attempt>(m_parts.http, m_parts.tokens, m_parts.clock, m_snapshot->redactor, attemptInput());
    connect(m_attempt.get(), &Attempt::headCame, this, &Trial::takeHeadroom);
    connect(m_attempt.get(), &Attempt::decoded, this, &Trial::decoded);
    connect(m_attempt.get(), &Attempt::ended, this, &Trial::takeEnd);
    m_begunAt = m_parts.clock.steady();
    m_parts.books.health.started(candidate().endpointId, healthTime(m_parts.clock));
    return unbound.notices + noticesAbout(wish.endpoint, m_parts.clock.wall()) + m_attempt->start();
}

AttemptInput Trial::attemptInput() const
{
    const Wish &wish = m_input.wish;
    const QList<secrets::Key> keys = m_snapshot->world.keys.keys(provider().id, provider().baseUrl);
    const auto key = std::ranges::find(keys, m_keyId, &secrets::Key::id);
    return {.request = withBytes(wish.request, m_input.links, m_input.fetched),
            .embedding = m_input.embedding,
            .provider = provider(),
            .endpoint = wish.endpoint,
            .clocks = clocks(),
            .maxTokens = wish.terms.maxTokens,
            .key = key == keys.end() ? QByteArray() : key->value};
}

/// A local server that may have to load the model first is given the time for it.
routing::StepClocks Trial::clocks() const
{
    routing::StepClocks clocks = m_input.wish.step.clocks;
    if (candidate().mayLoad) {
        clocks.firstByte = std::max(clocks.firstByte, clocks.coldLoad);
        clocks.firstContent = std::max(clocks.firstContent, clocks.coldLoad);
        clocks.firstContentReasoning = std::max(clocks.firstContentReasoning, clocks.coldLoad);
    }
    return clocks;
}

void Trial::takeEnd(const AttemptOutcome &outcome)
{
    m_attempt->disconnect(this);
    m_attempt.release()->deleteLater(); // we are inside one of its signals
    emit ended(outcome);
}

std::optional<AttemptOutcome> Trial::cancel()
{
    if (!m_attempt)
        return {};
    const AttemptOutcome outcome = m_attempt->cancel();
    m_attempt->disconnect(this);
    m_attempt.release()->deleteLater();
    return outcome;
}

milliseconds Trial::elapsed() const
{
    return std::chrono::duration_cast<milliseconds>(m_parts.clock.steady() - m_begunAt);
}

usage::AttemptRecord Trial::note(const AttemptOutcome &outcome)
{
    const bool usedKey = outcome.sent && m_keyUsed;
    noteKey(outcome); // first: whether another key is left depends on it
    noteHealth(outcome);
    noteRates(outcome);
    usage::AttemptRecord record = attemptRecord(m_input.context, outcome);
    if (usedKey)
        record.keyId = m_keyId;
    return record;
}

usage::AttemptRecord Trial::noteUnsent(const chat::ProviderError &error) const
{
    return attemptRecord(m_input.context, {.error = error, .startedAt = m_parts.clock.wall()});
}

routing::AttemptFailure Trial::failure(const AttemptOutcome &outcome, bool delivered) const
{
    const QList<routing::KeyRule> rules = keyRules(m_snapshot->world, provider());
    const SteadyTime now = m_parts.clock.sinceBoot();
    return {.error = *outcome.error,
            .silent = outcome.silent,
            .invalidOutput = outcome.accepted == false,
            .contentDelivered = delivered,
            .toolsInFlight = outcome.sent && (!outcome.refused || routing::mayHaveRun(*outcome.error))
                && routing::asksServiceTools(m_input.wish.request),
            .otherKey = m_parts.books.keys.hasOther(provider().id, rules, m_input.triedKeys, now),
            .keysLeft = m_parts.books.keys.left(provider().id, rules, now)};
}

void Trial::noteKey(const AttemptOutcome &outcome)
{
    const QString &providerId = candidate().providerId;
    const SteadyTime now = m_parts.clock.sinceBoot();
    if (!outcome.sent)
        giveKeyBack();
    m_keyUsed.reset();
    const auto kind = outcome.error ? std::optional(classify(failure(outcome, false))) : std::nullopt;
    if (kind == FailureClass::Key || kind == FailureClass::RateLimit)
        m_input.triedKeys.insert(m_keyId);
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

void Trial::noteHealth(const AttemptOutcome &outcome)
{
    const QString &endpointId = candidate().endpointId;
    const SteadyTime now = healthTime(m_parts.clock);
    if (outcome.accepted)
        m_parts.books.health.checked(endpointId, *outcome.accepted, now);
    if (outcome.error && outcome.accepted != false) {
        m_parts.books.health.failed(endpointId, candidate().providerId, failure(outcome, false), now);
        return;
    }
    const chat::Request &request = m_input.wish.request;
    m_parts.books.health.succeeded(endpointId, speedOf(outcome, request), now);
    if (provider().local)
        m_parts.books.loads.answered(provider().id, endpointId, m_parts.clock.sinceBoot());
    m_parts.books.caches.answered(request, endpointId, outcome.usage, m_parts.clock.sinceBoot());
}

/// Others need to know what is left now, and not when this answer has ended.
void Trial::takeHeadroom(const dialects::Headroom &left)
{
    if (m_rateTicket && isKeyStillThere())
        m_parts.books.rates.told(placeOf(m_keyId), *m_rateTicket, rateLeft(left.requests),
                                 rateLeft(left.tokens.remaining ? left.tokens : left.inputTokens),
                                 m_parts.clock.sinceBoot());
}

/// What it took of the rate limits, and whether it was let through.
void Trial::noteRates(const AttemptOutcome &outcome)
{
    const auto ticket = std::exchange(m_rateTicket, std::nullopt);
    if (!ticket)
        return;
    const routing::RatePlace place = placeOf(m_keyId);
    routing::RateBook &rates = m_parts.books.rates;
    if (outcome.refused)
        rates.took(place, *ticket, m_expectedTokens, 0);
    else if (outcome.usage.prompt)
        rates.took(place, *ticket, m_expectedTokens, *outcome.usage.prompt + outcome.usage.completion.value_or(0));
    if (!isKeyStillThere())
        return;
    if (!outcome.error)
        rates.answered(place, *ticket);
    else if (outcome.error->type == chat::ErrorType::RateLimitExceeded)
        rates.refused(place, *ticket, outcome.error->retryAfter, m_parts.clock.sinceBoot());
}

} // namespace sb::engine
