// The part of Run that lets a second try run beside a slow first one.
#include "core/engine/run.h"

#include "core/engine/billing.h"
#include "core/engine/bound_reasoning.h"

#include <QCoreApplication>

#include <utility>

namespace sb::engine {

using routing::Move;

/// Only while nothing was delivered, and where nothing has to be fetched first: it is to be quick.
void Run::startRival()
{
    if (m_state != State::Attempting || m_rival || m_cancelled || m_hasContent)
        return;
    const Move move = m_dispatcher->hedge();
    if (move.kind == Move::Kind::End)
        return;
    const routing::Candidate &candidate = m_end.plan.candidates.at(move.candidate);
    const auto &hedge = m_trial->input().wish.step.hedge;
    const bool tooDear = hedge && hedge->maxCost && !(candidate.bound && *candidate.bound <= *hedge->maxCost);
    const QList<Link> links = linksFor(candidate);
    if (tooDear || !m_materials.has(links) || m_materials.error(links))
        return;
    m_rival = trialFor(move, ++m_started);
    if (m_rival->takeKey())
        return dropRival();
    connect(m_rival.get(), &Trial::granted, this, &Run::takeRivalsRoom);
    connect(m_rival.get(), &Trial::refused, this, &Run::dropRival);
    connect(m_rival.get(), &Trial::failed, this, &Run::dropRival);
    connect(m_rival.get(), &Trial::warned, this, &Run::warned);
    std::optional<NanoDollars> held = heldBy(m_end.record.attempts);
    if (const auto running = m_trial->candidate().bound) // the first one holds all that was reserved for it
        held = saturatingAdd(held.value_or(NanoDollars{}), *running);
    m_rival->join(*m_end.key, held);
}

void Run::takeRivalsRoom()
{
    connect(m_rival.get(), &Trial::decoded, this,
            [this](const chat::Event &event) { holdUntilContent(*m_rival, event); });
    connect(m_rival.get(), &Trial::ended, this, &Run::takeRivalsEnd);
    begin(*m_rival);
}

/// Deleted later: we may be inside one of its signals.
void Run::dropRival()
{
    m_held.clear();
    m_rivalsHeld.clear();
    if (!m_rival)
        return;
    m_rival->giveKeyBack();
    m_rival->disconnect(this);
    m_rival.release()->deleteLater();
}

/// An error never wins: the first one is waited for as before. One that is whole without content is an answer.
void Run::takeRivalsEnd(const AttemptOutcome &outcome)
{
    if (!outcome.error) {
        win(*m_rival);
        return takeOutcome(outcome);
    }
    note(*m_rival, outcome);
    m_dispatcher->hedgeFailed(m_rival->input().move.candidate);
    Move back = m_move;
    back.reason = routing::MoveReason::Hedge;
    report(*m_rival, outcome, back);
    const QList<chat::Event> held = std::exchange(m_held, {});
    dropRival();
    for (const chat::Event &event : held)
        pass(m_delivery->take(bound(event, candidate().endpointId)));
}

void Run::holdUntilContent(Trial &from, const chat::Event &event)
{
    (&from == m_trial.get() ? m_held : m_rivalsHeld).append(event);
    if (!isContent(event))
        return;
    m_hasContent = true;
    win(from);
}

/// The other one is given up, and costs what it costs. What the winner said so far is delivered.
void Run::win(Trial &winner)
{
    const bool rivalWins = &winner == m_rival.get();
    Trial &loser = rivalWins ? *m_trial : *m_rival;
    const QList<chat::Event> said = std::exchange(rivalWins ? m_rivalsHeld : m_held, {});
    if (auto outcome = loser.cancel()) {
        outcome->error->message = QCoreApplication::translate(
            "sb::engine", "Given up: another one that ran beside it began to answer first.");
        m_parts.books.health.outpaced(loser.candidate().endpointId, routing::likelyInputTokens(m_spec.request),
                                      loser.elapsed(), healthTime(m_parts.clock));
        note(loser, *outcome);
        report(loser, *outcome, winner.input().move);
    }
    if (rivalWins) {
        m_move = winner.input().move;
        m_dispatcher->wentOnAt(m_move.candidate);
        std::swap(m_trial, m_rival);
        m_delivery->restart();
        m_trial->disconnect(this);
        awaitAnswer();
    }
    dropRival();
    for (const chat::Event &event : said)
        pass(m_delivery->take(bound(event, candidate().endpointId)));
}

/// The first one failed before either had content: what is left is the second.
void Run::surrender(const AttemptOutcome &outcome)
{
    note(*m_trial, outcome);
    const Move next = m_rival->input().move;
    report(*m_trial, outcome, next);
    m_lastError = outcome.error;
    m_lostUsage = outcome.usage;
    m_move = next;
    m_dispatcher->wentOnAt(next.candidate);
    m_delivery->restart();
    const QList<chat::Event> said = std::exchange(m_rivalsHeld, {});
    std::swap(m_trial, m_rival);
    dropRival();
    m_trial->disconnect(this);
    if (m_trial->isRunning()) {
        awaitAnswer();
        for (const chat::Event &event : said)
            pass(m_delivery->take(bound(event, candidate().endpointId)));
        return;
    }
    m_state = State::Reserving;
    awaitRoom();
}

} // namespace sb::engine
