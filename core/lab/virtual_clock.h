#pragma once

#include "core/base/clock.h"

#include <map>
#include <utility>

namespace sb::lab {

/// Time that stands still until somebody asks for the next alarm, and then is at the time of that one. Alarms of one
/// time ring in the order in which they were set. Belongs to one thread and outlives its alarms.
class VirtualClock final : public Clock
{
public:
    explicit VirtualClock(WallTime start)
        : m_time(start)
    {
    }

    [[nodiscard]] WallTime wall() const override { return m_time.wall(); }
    [[nodiscard]] SteadyTime steady() const override { return m_time.steady(); }
    [[nodiscard]] SteadyTime sinceBoot() const override { return m_time.sinceBoot(); }
    [[nodiscard]] std::unique_ptr<Alarm> alarm(std::function<void()> ring) const override;

    /// Goes on to the next alarm and rings it. @return false when none is set
    bool ringNext();
    void sleep(std::chrono::milliseconds by) { m_time.sleep(by); } ///< alarms sleep, too
    void jumpWall(std::chrono::milliseconds by) { m_time.jumpWall(by); }
    void skipTo(WallTime later); ///< while no alarm is set: another day begins

private:
    class QueuedAlarm;
    using Place = std::pair<SteadyTime, quint64>; ///< when, and as the how-manieth it was set

    ManualClock m_time;
    // Of a clock that is const to those who wait by it.
    mutable std::map<Place, QueuedAlarm *> m_queue;
    mutable quint64 m_set = 0;
};

} // namespace sb::lab
