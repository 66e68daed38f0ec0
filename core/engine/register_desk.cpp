#include "core/engine/register_desk.h"

#include <utility>

namespace sb::engine {

RegisterDesk::RegisterDesk(usage::Register &usage, QObject *parent)
    : QObject(parent)
    , m_usage(usage)
{
    // Queued even if the register should answer on this thread: an outcome must not come before its ticket is noted.
    connect(&m_usage, &usage::Register::opened, this, &RegisterDesk::takeOpened, Qt::QueuedConnection);
    connect(&m_usage, &usage::Register::settled, this, &RegisterDesk::takeSettled, Qt::QueuedConnection);
}

void RegisterDesk::open(const usage::OpenRecord &record, QObject *asker, OnOpened then)
{
    m_opening.insert(m_usage.open(record), {.asker = asker, .then = std::move(then)});
}

void RegisterDesk::reserve(const usage::FurtherAttempt &attempt, QObject *asker, OnOpened then)
{
    m_opening.insert(m_usage.reserve(attempt), {.asker = asker, .then = std::move(then)});
}

void RegisterDesk::settle(const usage::Settlement &settlement, QObject *asker, OnSettled then)
{
    m_settling.insert(m_usage.settle(settlement), {.asker = asker, .then = std::move(then)});
}

void RegisterDesk::takeOpened(usage::Ticket ticket, const usage::OpenOutcome &outcome)
{
    const bool mine = m_opening.contains(ticket);
    const Waiting<OnOpened> waiting = m_opening.take(ticket);
    if (waiting.asker)
        waiting.then(outcome);
    if (mine)
        emit answered();
}

void RegisterDesk::takeSettled(usage::Ticket ticket, const Result<usage::RecordKey> &outcome)
{
    const bool mine = m_settling.contains(ticket);
    const Waiting<OnSettled> waiting = m_settling.take(ticket);
    if (waiting.asker)
        waiting.then(outcome);
    if (mine)
        emit answered();
}

} // namespace sb::engine
