// The part of Run that takes what comes back from tries, and ends the request.
#include "core/engine/run.h"

#include "core/engine/bound_reasoning.h"
#include "core/engine/embedding_call.h"

#include <QCoreApplication>

#include <algorithm>

namespace sb::engine {

using routing::EndState;
using routing::Move;
using std::chrono::milliseconds;

void Run::takeEvent(const chat::Event &event)
{
    if (isRacing())
        return holdUntilContent(*m_trial, event);
    if (isContent(event)) {
        m_hasContent = true;
        m_hedge->stop();
    }
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

/// Another text cannot go on where the first one broke off; what is left to do is to say so.
void Run::giveUpSplice()
{
    AttemptOutcome outcome = *m_trial->cancel();
    outcome.error->message = QCoreApplication::translate(
        "sb::engine", "The answer was not used: it does not repeat the text that was already delivered.");
    if (!m_break) { // the provider itself began its answer anew
        outcome.error->type = chat::ErrorType::Cut;
        m_break = outcome.error;
    }
    note(*m_trial, outcome);
    const Move stop{.reason = routing::MoveReason::StopAfterContent};
    report(*m_trial, outcome, stop);
    dropTrial();
    follow(stop);
}

void Run::takeOutcome(const AttemptOutcome &outcome)
{
    m_hedge->stop();
    if (m_rival && outcome.error && !m_hasContent)
        return surrender(outcome);
    if (isRacing())
        win(*m_trial);
    AttemptOutcome judged = outcome;
    judged.error = verdict(outcome);
    if (!judged.error)
        check(judged);
    note(*m_trial, judged);
    if (judged.error)
        return takeFailure(judged, m_trial->failure(judged, m_attemptDelivered));
    dropTrial();
    m_break.reset();
    m_lastError.reset();
    pass(m_delivery->complete());
    m_end.vectors = outcome.whole.vectors;
    m_end.record.servedEndpoint = candidate().endpointId;
    conclude(endStateOf(*outcome.finish));
}

/// A whole answer by the checks of its step. What does not pass is a failed attempt; what can be mended while nothing
/// was delivered is.
void Run::check(AttemptOutcome &outcome)
{
    const QList<routing::AcceptanceCheck> &checks = m_chain.steps.at(candidate().step).accept;
    if (checks.isEmpty() || m_spec.embedding)
        return;
    const bool mends = !m_delivery->contentDelivered();
    const routing::Judgement judgement =
        routing::judge(checks, m_trial->input().wish.request, m_delivery->answer(),
                       mends ? routing::Mending::Allowed : routing::Mending::NotAllowed);
    m_end.checks = judgement.verdicts;
    m_verdicts.insert(m_trial->input().number, judgement.verdicts);
    outcome.accepted = judgement.accepted();
    if (const routing::CheckVerdict *failed = judgement.firstFailure())
        outcome.error = chat::ProviderError{
            .type = chat::ErrorType::ModelOutputError,
            .httpStatus = outcome.httpStatus,
            .message = QCoreApplication::translate("sb::engine", "The answer did not pass the check “%1”: %2")
                           .arg(QString::fromLatin1(failed->check), failed->detail)};
    else if (judgement.wasRepaired())
        m_delivery->mend(judgement);
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

void Run::takeFailure(const AttemptOutcome &outcome, const routing::AttemptFailure &failure)
{
    m_lastError = outcome.error;
    if (!m_break)
        m_lostUsage = outcome.usage;
    if (m_delivery->contentDelivered() && !m_break)
        m_break = outcome.error;
    // What the caller has as a whole cannot be taken back, however bad it is.
    const bool stands = failure.invalidOutput && failure.contentDelivered;
    const Move next = m_delivery->canRestart() && !stands ? m_dispatcher->afterFailure(failure, m_random)
                                                          : Move{.reason = routing::MoveReason::StopAfterContent};
    report(*m_trial, outcome, next);
    dropTrial();
    follow(next);
}

void Run::report(const Trial &trial, const AttemptOutcome &outcome, const Move &next)
{
    emit happened(AttemptFailed{.number = trial.input().number,
                                .candidate = trial.candidate(),
                                .error = *outcome.error,
                                .next = next,
                                .took = outcome.duration,
                                .headroom = outcome.headroom});
}

/// Keeps what a try was, with its cost; what it shows about its endpoint it has told the books.
void Run::note(Trial &trial, const AttemptOutcome &outcome)
{
    keep(trial.input().number, trial.note(outcome));
    m_triedKeys[trial.candidate().providerId] = trial.input().triedKeys;
    if (outcome.answered)
        m_end.headroom = outcome.headroom;
}

/// The record has attempts in the order in which they began, which two that race need not keep.
void Run::keep(int number, const usage::AttemptRecord &record)
{
    const auto place = std::ranges::upper_bound(m_numbers, number) - m_numbers.begin();
    m_numbers.insert(place, number);
    m_end.record.attempts.insert(place, record);
}

/// Deleted later: we may be inside one of its signals.
void Run::dropTrial()
{
    m_hedge->stop();
    dropRival();
    if (!m_trial)
        return;
    m_trial->giveKeyBack();
    m_trial->disconnect(this);
    m_trial.release()->deleteLater();
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
    record.decision = decision();
    record.answer = m_spec.embedding ? vectorsBody(m_end.answer, m_end.vectors)
                                     : answerBody(m_end.answer, m_delivery->seams(), m_end.checks);
    addUp(record);
    m_parts.desk.settle(record, this, [this](const Result<usage::RecordKey> &outcome) {
        m_end.recorded = outcome.has_value();
        if (outcome) // another one, when the register had to move meanwhile
            m_end.key = m_end.record.key = *outcome;
        this->end(outcome ? m_end.refusal : std::optional<Error>(outcome.error()));
    });
}

/// The plan, and what checks said of each attempt; attempts are counted as they stand on record.
Json Run::decision() const
{
    QList<AttemptChecks> checks;
    for (qsizetype place = 0; place < m_numbers.size(); ++place) {
        if (const auto verdicts = m_verdicts.value(m_numbers.at(place)); !verdicts.isEmpty())
            checks.append({.attempt = int(place) + 1, .verdicts = verdicts});
    }
    return decisionBody(m_end.plan, checks);
}

void Run::end(const std::optional<Error> &problem)
{
    m_state = State::Ended;
    m_end.refusal = problem;
    emit happened(m_end);
}

} // namespace sb::engine
