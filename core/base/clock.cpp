#include "core/base/clock.h"

#include <QTimer>

#include <ctime>
#include <utility>

namespace sb {

namespace {

std::chrono::nanoseconds read(clockid_t id)
{
    timespec ts{};
    clock_gettime(id, &ts);
    return std::chrono::seconds{ts.tv_sec} + std::chrono::nanoseconds{ts.tv_nsec};
}

class TimerAlarm final : public Alarm
{
public:
    explicit TimerAlarm(std::function<void()> ring)
    {
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, std::move(ring));
    }
    void set(std::chrono::milliseconds in) override { m_timer.start(in); }
    void stop() override { m_timer.stop(); }
    [[nodiscard]] std::optional<std::chrono::milliseconds> left() const override
    {
        return m_timer.isActive() ? std::optional(m_timer.remainingTimeAsDuration()) : std::nullopt;
    }

private:
    QTimer m_timer;
};

} // namespace

std::unique_ptr<Alarm> Clock::alarm(std::function<void()> ring) const
{
    return std::make_unique<TimerAlarm>(std::move(ring));
}

WallTime SystemClock::wall() const
{
    return WallTime{std::chrono::duration_cast<std::chrono::milliseconds>(read(CLOCK_REALTIME))};
}

SteadyTime SystemClock::steady() const
{
    return read(CLOCK_MONOTONIC);
}

SteadyTime SystemClock::sinceBoot() const
{
    return read(CLOCK_BOOTTIME);
}

} // namespace sb
