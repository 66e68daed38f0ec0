#pragma once

#include <QtGlobal>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace sb {

using WallTime = std::chrono::time_point<std::chrono::system_clock, std::chrono::milliseconds>; ///< UTC
using SteadyTime = std::chrono::nanoseconds; ///< since an arbitrary start; never jumps, stands still in sleep

/// A wait by a clock. Set, it rings once, from the event loop, unless it is stopped, set anew or destroyed before.
/// Belongs to the thread on which it was made.
class Alarm
{
public:
    virtual ~Alarm() = default;
    virtual void set(std::chrono::milliseconds in) = 0; ///< 0: on the next turn of the event loop
    virtual void stop() = 0;
    [[nodiscard]] virtual std::optional<std::chrono::milliseconds> left() const = 0; ///< nullopt: not set
};

/// Where time comes from. Everything that decides by time or waits takes a reference to one, so that it can be
/// rehearsed.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual WallTime wall() const = 0; ///< what the calendar says; may jump
    [[nodiscard]] virtual SteadyTime steady() const = 0; ///< for durations
    [[nodiscard]] virtual SteadyTime sinceBoot() const = 0; ///< like steady(), but goes on during sleep
    /// One that waits by the machine's time, as QTimer does, unless the clock knows another.
    /// @param ring may destroy the alarm
    [[nodiscard]] virtual std::unique_ptr<Alarm> alarm(std::function<void()> ring) const;
};

/// The machine's clocks (CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_BOOTTIME).
class SystemClock final : public Clock
{
public:
    [[nodiscard]] WallTime wall() const override;
    [[nodiscard]] SteadyTime steady() const override;
    [[nodiscard]] SteadyTime sinceBoot() const override;
};

/// A clock that moves only when told to; for tests, rehearsals and replays. Its alarms do not follow it.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(WallTime start = WallTime{})
        : m_wall(start)
    {
    }
    [[nodiscard]] WallTime wall() const override { return m_wall; }
    [[nodiscard]] SteadyTime steady() const override { return m_steady; }
    [[nodiscard]] SteadyTime sinceBoot() const override { return m_steady + m_slept; }

    void advance(std::chrono::milliseconds by)
    {
        m_wall += by;
        m_steady += by;
    }
    void sleep(std::chrono::milliseconds by)
    {
        m_wall += by;
        m_slept += by;
    }
    void jumpWall(std::chrono::milliseconds by) { m_wall += by; }

private:
    WallTime m_wall;
    SteadyTime m_steady{0};
    SteadyTime m_slept{0};
};

[[nodiscard]] inline qint64 toMilliseconds(WallTime time)
{
    return time.time_since_epoch().count();
}
[[nodiscard]] inline WallTime fromMilliseconds(qint64 milliseconds)
{
    return WallTime{std::chrono::milliseconds{milliseconds}};
}

} // namespace sb
