#include "core/base/clock.h"

#include <ctime>

namespace sb {

namespace {

std::chrono::nanoseconds read(clockid_t id)
{
    timespec ts{};
    clock_gettime(id, &ts);
    return std::chrono::seconds{ts.tv_sec} + std::chrono::nanoseconds{ts.tv_nsec};
}

} // namespace

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
