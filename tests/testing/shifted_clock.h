#pragma once

#include "core/base/clock.h"

#include <atomic>

namespace sb::testing {

/// The machine's clocks, with jumps of the calendar and sleep on demand. Thread-safe, since clocks are read everywhere.
class ShiftedClock final : public Clock
{
public:
    [[nodiscard]] WallTime wall() const override { return m_system.wall() + std::chrono::milliseconds{m_jumped}; }
    [[nodiscard]] SteadyTime steady() const override { return m_system.steady(); }
    [[nodiscard]] SteadyTime sinceBoot() const override
    {
        return m_system.sinceBoot() + std::chrono::milliseconds{m_slept};
    }

    void jumpWall(std::chrono::milliseconds by) { m_jumped += by.count(); }
    void sleep(std::chrono::milliseconds by)
    {
        m_jumped += by.count();
        m_slept += by.count();
    }

private:
    SystemClock m_system;
    std::atomic<qint64> m_jumped{0};
    std::atomic<qint64> m_slept{0};
};

} // namespace sb::testing
