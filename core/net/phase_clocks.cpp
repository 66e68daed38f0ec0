#include "core/net/phase_clocks.h"

namespace sb::net {

using Phase = HttpEnd::Phase;

namespace {

void startUnlessOff(Alarm &alarm, std::chrono::milliseconds limit)
{
    if (limit.count() > 0)
        alarm.set(limit);
    else
        alarm.stop();
}

/// @return whether the alarm's limit passed during the sleep
bool shorten(Alarm &alarm, std::chrono::milliseconds slept, std::chrono::milliseconds grace)
{
    const auto left = alarm.left();
    if (!left)
        return false;
    const bool due = *left <= slept;
    alarm.set(std::min(*left, std::max(*left - slept, grace)));
    return due;
}

} // namespace

PhaseClocks::PhaseClocks(const Clock &clock, const HttpClocks &limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_way(clock.alarm([this] { expire(m_phase); }))
    , m_content(clock.alarm([this] { expire(m_contentArrived ? Phase::Idle : Phase::FirstContent); }))
    , m_total(clock.alarm([this] { expire(Phase::Total); }))
{
}

void PhaseClocks::handedOver()
{
    run(Phase::Connect, m_limits.connect);
    if (!m_stopped)
        startUnlessOff(*m_total, m_limits.total);
}

void PhaseClocks::socketStarted()
{
    if (m_phase == Phase::Connect)
        run(Phase::Connect, m_limits.connect);
}

void PhaseClocks::uploadProgressed()
{
    if (!m_headArrived)
        run(Phase::Upload, m_limits.upload);
}

void PhaseClocks::uploaded()
{
    if (!m_headArrived)
        run(Phase::FirstByte, m_limits.firstByte);
    runContent();
}

void PhaseClocks::headArrived()
{
    m_headArrived = true;
    m_way->stop();
    if (!m_contentDue)
        runContent();
}

void PhaseClocks::contentArrived()
{
    m_contentArrived = true;
    m_sleptThrough = false;
    runContent();
}

void PhaseClocks::hold(bool held)
{
    m_held = held;
    if (held)
        m_content->stop();
    else if (m_contentDue)
        runContent();
}

void PhaseClocks::woke(std::chrono::milliseconds slept, std::chrono::milliseconds grace)
{
    for (Alarm *alarm : {m_way.get(), m_content.get(), m_total.get()})
        m_sleptThrough |= shorten(*alarm, slept, grace);
}

void PhaseClocks::stop()
{
    m_stopped = true;
    m_way->stop();
    m_content->stop();
    m_total->stop();
}

void PhaseClocks::run(Phase phase, std::chrono::milliseconds limit)
{
    m_phase = phase;
    if (!m_stopped)
        startUnlessOff(*m_way, limit);
}

void PhaseClocks::runContent()
{
    m_contentDue = true;
    if (!m_stopped && !m_held)
        startUnlessOff(*m_content, m_contentArrived ? m_limits.idle : m_limits.firstContent);
}

void PhaseClocks::expire(Phase phase)
{
    stop();
    emit expired(phase);
}

} // namespace sb::net
