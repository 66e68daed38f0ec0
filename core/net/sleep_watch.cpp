#include "core/net/sleep_watch.h"

#include <utility>

namespace sb::net {

namespace {

constexpr std::chrono::seconds ShortestSleep{2};

} // namespace

SleepWatch::SleepWatch(const Clock &clock, std::chrono::milliseconds interval, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_interval(interval)
    , m_alarm(clock.alarm([this] { lookAgain(); }))
    , m_ahead(ahead())
{
}

void SleepWatch::setWatching(bool watching)
{
    if (watching == m_alarm->left().has_value())
        return;
    if (!watching) {
        m_alarm->stop();
        return;
    }
    const std::chrono::nanoseconds before = std::exchange(m_ahead, ahead());
    m_alarm->set(m_interval);
    if (m_ahead - before > ShortestSleep)
        emit sleptUnwatched();
}

void SleepWatch::lookAgain()
{
    m_alarm->set(m_interval); // first: who is told may have no more to wait for
    look();
}

void SleepWatch::look()
{
    const std::chrono::nanoseconds now = ahead();
    const auto slept = std::chrono::duration_cast<std::chrono::milliseconds>(now - m_ahead);
    m_ahead = now;
    if (slept > ShortestSleep)
        emit woke(slept);
}

std::chrono::nanoseconds SleepWatch::ahead() const
{
    return m_clock.sinceBoot() - m_clock.steady();
}

} // namespace sb::net
