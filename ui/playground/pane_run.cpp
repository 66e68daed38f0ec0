#include "ui/playground/pane_run.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace sb::ui {

PaneRun::PaneRun(engine::Engine &engine, const Clock &clock, const profile::PaneState &state, int key, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_clock(clock)
    , m_key(key)
    , m_state(state)
{
    m_progress = progressOf(m_state.turns.size() - 1);
}

PaneRun::~PaneRun() = default;

profile::PaneState PaneRun::snapshot() const
{
    profile::PaneState kept = m_state;
    if (isRunning() && !kept.turns.isEmpty())
        kept.turns.last().answer = m_partial.toMessage();
    return kept;
}

profile::PaneState PaneRun::stoppedSnapshot() const
{
    profile::PaneState stopped = snapshot();
    if (isRunning() && !stopped.turns.isEmpty()) {
        stopped.turns.last().end = routing::toWireName(routing::EndState::Cancelled);
        stopped.turns.last().error = tr("Stopped.");
    }
    return stopped;
}

void PaneRun::setState(const profile::PaneState &state)
{
    const bool ran = isRunning();
    m_run.reset();
    const QList<profile::Turn> &before = m_state.turns;
    const auto differ = std::mismatch(before.cbegin(), before.cend(), state.turns.cbegin(), state.turns.cend()).first;
    const auto same = differ - before.cbegin();
    const auto from = int(ran ? qMin(same, before.size() - 1) : same); // more of the last one may be on screen
    m_state = state;
    m_progress = progressOf(m_state.turns.size() - 1);
    emit historyReplaced(from);
    if (ran)
        emit runningChanged();
    emit stateChanged();
    emit targetChanged();
}

QList<profile::Turn> PaneRun::exchangeTurns(const QList<profile::Turn> &turns)
{
    profile::PaneState state = stoppedSnapshot();
    QList<profile::Turn> before = std::exchange(state.turns, turns);
    setState(state);
    return before;
}

void PaneRun::setTarget(const QString &target)
{
    m_state.target = target;
    emit stateChanged();
    emit targetChanged();
    emit edited();
}

void PaneRun::setParameters(const Json &parameters)
{
    m_state.parameters = parameters;
    emit stateChanged();
    emit edited();
}

void PaneRun::setUnsentResults(const Json &results)
{
    if (results == m_state.unsentResults)
        return;
    m_state.unsentResults = results;
    emit stateChanged();
    emit edited();
}

RunProgress PaneRun::progressOf(qsizetype turn) const
{
    if (isRunning() && turn == m_state.turns.size() - 1)
        return m_progress;
    RunProgress stored;
    if (turn >= 0 && turn < m_state.turns.size())
        stored.showStored(m_state.turns[turn]);
    return stored;
}

void PaneRun::ask(const profile::Conversation &shared, const profile::Turn &question)
{
    askAgain(shared, m_state.turns.size(), question);
}

void PaneRun::askAgain(const profile::Conversation &shared, qsizetype turn, const profile::Turn &question)
{
    m_run.reset();
    const bool forgets = turn < m_state.turns.size();
    m_state.turns.resize(qMin(turn, m_state.turns.size()));
    if (forgets)
        emit historyReplaced(int(turn));
    if (!question.results.isEmpty())
        m_state.unsentResults = {};
    m_state.turns.append({.user = question.user, .results = question.results, .prompt = question.prompt});
    start(shared);
}

void PaneRun::start(const profile::Conversation &shared)
{
    m_progress.start(m_clock.steady());
    m_partial = {};
    const auto request = profile::requestFor(shared, m_state, m_state.turns.size() - 1);
    if (!request) {
        emit turnBegan();
        engine::Ended refused;
        refused.refusal = request.error();
        finish(refused);
        return;
    }
    m_run = std::make_unique<engine::RunHandle>(
        m_engine,
        engine::RunSpec{.request = *request, .client = PlaygroundClient, .session = shared.id, .trustsLinks = true});
    connect(m_run.get(), &engine::RunHandle::attemptStarted, this, [this](const engine::AttemptStarted &attempt) {
        m_progress.apply(attempt);
        m_state.turns.last().notices.clear(); // those of an attempt that failed are of no use
        for (const auto &notice : attempt.notices)
            m_state.turns.last().notices.append(notice.message);
        const QStringList calls = profile::callsWithoutResult(m_state, m_state.turns.size() - 1);
        if (!calls.isEmpty())
            //: %1 are names of tools, by commas.
            m_state.turns.last().notices.append(
                tr("The model is told that these calls got no result: %1.").arg(calls.join(u", "_s)));
        if (!attempt.keyName.isEmpty())
            m_state.turns.last().notices.append(tr("Asked with the key “%1”.").arg(attempt.keyName));
        emit progressChanged();
    });
    connect(m_run.get(), &engine::RunHandle::attemptFailed, this, [this](const engine::AttemptFailed &attempt) {
        m_progress.apply(attempt);
        emit progressChanged();
    });
    connect(m_run.get(), &engine::RunHandle::restarted, this, [this] {
        m_partial = {};
        emit restarted();
    });
    connect(m_run.get(), &engine::RunHandle::content, this, &PaneRun::take);
    connect(m_run.get(), &engine::RunHandle::ended, this, &PaneRun::finish);
    emit turnBegan();
    emit progressChanged();
    emit stateChanged();
    emit runningChanged();
}

void PaneRun::take(const chat::Event &event)
{
    m_progress.apply(event, m_clock.steady());
    m_partial.apply(event);
    emit contentCame(event);
}

void PaneRun::finish(const engine::Ended &ended)
{
    const bool ran = isRunning();
    if (m_run)
        m_run.release()->deleteLater(); // this is a slot of it
    m_progress.apply(ended);
    profile::Turn &turn = m_state.turns.last();
    m_progress.store(turn);
    if (!ended.answer.text.isEmpty() || !ended.answer.toolCalls.isEmpty() || !ended.answer.refusal.isEmpty())
        turn.answer = ended.answer.toMessage();
    turn.recordSeq = ended.key ? ended.key->seq : 0;
    turn.error = failureSentence(ended);
    emit turnEnded();
    emit progressChanged();
    emit stateChanged();
    if (ran)
        emit runningChanged();
}

void PaneRun::stop()
{
    if (m_run)
        m_run->cancel();
}

QString failureSentence(const engine::Ended &ended)
{
    const QString problem = ended.answer.error ? ended.answer.error->message : QString();
    if (ended.refusal && ended.recorded && !problem.isEmpty()) // what failed first, and why nothing came after it
        return PaneRun::tr("No answer. %1 Nothing further was tried: %2").arg(problem, ended.refusal->message);
    if (ended.refusal)
        return ended.refusal->message;
    switch (ended.end) {
    case routing::EndState::Complete:
        return {};
    case routing::EndState::Length:
        return PaneRun::tr("The answer reached its limit of tokens.");
    case routing::EndState::Filtered:
        return PaneRun::tr("The provider's content filter ended the answer.");
    case routing::EndState::Cut:
        return PaneRun::tr("The connection broke before the end of the answer.");
    case routing::EndState::Stalled:
        return PaneRun::tr("The provider fell silent before the end of the answer.");
    case routing::EndState::Cancelled:
        return PaneRun::tr("Stopped.");
    case routing::EndState::Lost:
    case routing::EndState::Failed:
        break;
    }
    return problem.isEmpty() ? PaneRun::tr("No answer.") : PaneRun::tr("No answer. %1").arg(problem);
}

} // namespace sb::ui
