#include "core/engine/token_count_call.h"

#include "core/dialects/token_count.h"
#include "core/engine/attempt_error.h"
#include "core/engine/billing.h"
#include "core/engine/bound_reasoning.h"
#include "core/engine/preparation.h"

#include <algorithm>
#include <utility>

namespace sb::engine {

using routing::FailureClass;
using routing::Move;

TokenCountCall::TokenCountCall(const RunParts &parts, const RunSpec &spec, std::shared_ptr<const Snapshot> snapshot,
                               quint64 seed, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_spec(spec)
    , m_snapshot(std::move(snapshot))
    , m_random(seed)
    , m_wait(parts.clock.alarm([this] { ask(); }))
{
}

TokenCountCall::~TokenCountCall() = default;

void TokenCountCall::start()
{
    m_count.refusal = plan();
    if (m_count.refusal)
        return conclude();
    const routing::Candidate first = m_count.plan.candidates.constFirst();
    keepThoseWhoCount();
    if (m_count.plan.candidates.isEmpty()) {
        m_count.endpointId = first.endpointId;
        return estimate();
    }
    m_dispatcher.emplace(m_count.plan, m_chain);
    follow(m_dispatcher->start());
}

/// As for a run, without what an answer would cost.
std::optional<Error> TokenCountCall::plan()
{
    auto input = prepare(m_spec, m_snapshot->world,
                         outlook(m_parts.books, m_snapshot->world, m_spec.request, {.hard = false}, m_parts.standing,
                                 m_parts.clock, m_random));
    if (!input)
        return input.error();
    m_chain = input->chain;
    input->weights = routing::bestOnly(input->weights); // a count shows nothing about an endpoint
    input->maxCost.reset(); // of an answer
    input->request.maxCost.reset();
    m_count.plan = routing::plan(*input, m_parts.clock.wall(), m_random);
    return m_count.plan.candidates.isEmpty() ? std::optional(noCandidate(m_count.plan)) : std::nullopt;
}

void TokenCountCall::keepThoseWhoCount()
{
    m_count.plan.candidates.removeIf([this](const routing::Candidate &each) {
        return !dialects::tokenCountApi(*m_snapshot->world.catalog.provider(each.providerId));
    });
}

/// Of what is read as tokens; names and marks around it come on top.
void TokenCountCall::estimate()
{
    qint64 bytes = 0;
    for (const chat::Message &message : std::as_const(m_spec.request.messages))
        bytes += message.text().toUtf8().size();
    m_count.tokens = (bytes + BytesPerToken - 1) / BytesPerToken;
    m_count.estimated = true;
    conclude();
}

void TokenCountCall::follow(const Move &move)
{
    if (move.kind == Move::Kind::End)
        return conclude();
    m_move = move;
    m_wait->set(std::max(move.delay, std::chrono::milliseconds{0}));
}

/// False where each has reached a limit that the user set for it.
bool TokenCountCall::chooseKey()
{
    m_keyId.clear();
    const QList<routing::KeyRule> rules = keyRules(m_snapshot->world, provider());
    if (rules.isEmpty())
        return true;
    const SteadyTime now = m_parts.clock.sinceBoot();
    const routing::KeyChoice choice =
        m_parts.books.keys.choose(provider().id, rules, m_triedKeys.value(provider().id), now);
    if (!choice.keyId) {
        m_count.error = keysUsedUp(provider(), choice.freeIn);
        return false;
    }
    m_keyId = *choice.keyId;
    m_parts.books.keys.used(provider().id, m_keyId, now);
    return true;
}

/// One that may go to this address.
QByteArray TokenCountCall::key() const
{
    const QList<secrets::Key> keys = m_snapshot->world.keys.keys(provider().id, provider().baseUrl);
    const auto chosen = std::ranges::find(keys, m_keyId, &secrets::Key::id);
    return chosen == keys.end() ? QByteArray() : chosen->value;
}

void TokenCountCall::ask()
{
    const World &world = m_snapshot->world;
    const catalog::Endpoint endpoint = *world.catalog.endpoint(candidate().endpointId);
    m_count.endpointId = endpoint.id;
    if (!chooseKey())
        return follow(m_dispatcher->afterFailure({.error = *m_count.error}, m_random));
    m_attempt =
        std::make_unique<Attempt>(m_parts.http, m_parts.tokens, m_parts.clock, m_snapshot->redactor,
                                  AttemptInput{.request = forEndpoint(m_spec.request, endpoint, world.catalog).request,
                                               .counts = true,
                                               .provider = provider(),
                                               .endpoint = endpoint,
                                               .clocks = m_chain.steps.at(candidate().step).clocks,
                                               .key = key()});
    connect(m_attempt.get(), &Attempt::ended, this, &TokenCountCall::take);
    // What a count leaves out does not count.
    (void)m_attempt->start();
}

void TokenCountCall::take(const AttemptOutcome &outcome)
{
    m_attempt->disconnect(this);
    m_attempt.release()->deleteLater(); // we are inside its signal
    m_count.error = outcome.error;
    m_count.tokens = outcome.whole.counted;
    if (!outcome.error)
        return conclude();
    routing::AttemptFailure failure{.error = *outcome.error, .silent = outcome.silent};
    const FailureClass kind = classify(failure);
    if (kind == FailureClass::Key || kind == FailureClass::RateLimit)
        m_triedKeys[provider().id].insert(m_keyId);
    failure.otherKey = m_parts.books.keys.hasOther(provider().id, keyRules(m_snapshot->world, provider()),
                                                   m_triedKeys.value(provider().id), m_parts.clock.sinceBoot());
    follow(m_dispatcher->afterFailure(failure, m_random));
}

void TokenCountCall::conclude()
{
    QTimer::singleShot(0, this, [this] { emit done(m_count); });
}

const routing::Candidate &TokenCountCall::candidate() const
{
    return m_count.plan.candidates.at(m_move.candidate);
}

const catalog::Provider &TokenCountCall::provider() const
{
    return *m_snapshot->world.catalog.provider(candidate().providerId);
}

} // namespace sb::engine
