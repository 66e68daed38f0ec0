#pragma once

#include "core/base/clock.h"

#include <array>

namespace sb::routing {

/// How a breaker stands.
struct BreakerView
{
    enum class State
    {
        Closed,
        CoolingDown, ///< nobody is let through
        HalfOpen, ///< the next request, or one under way, shows whether it closes
    };
    State state = State::Closed;
    std::chrono::milliseconds left{0}; ///< of cooling down
    friend bool operator==(const BreakerView &, const BreakerView &) = default;
};

/// Keeps requests away from one endpoint that fails: opens after 5 failures in a row, or when more than half of 20 or
/// more requests of the last 5 minutes failed; then lets one probe through after 5 s, doubling to 60 s.
class Breaker
{
public:
    void started(SteadyTime now); ///< an attempt begins; where a probe is due, this is it
    void succeeded(SteadyTime now);
    void failed(SteadyTime now);
    void undecided(); ///< an attempt ended that says nothing about the endpoint: the next one may probe
    /// How long it is still to be left alone; 0 when it may be tried.
    [[nodiscard]] std::chrono::milliseconds coolingDown(SteadyTime now) const;
    [[nodiscard]] BreakerView view(SteadyTime now) const;

private:
    struct Bucket
    {
        qint64 number = -1; ///< of the half minute that it counts
        int requests = 0;
        int failures = 0;
    };

    [[nodiscard]] bool isOpen() const { return m_coolDown.count() > 0; }
    [[nodiscard]] bool isTripped(SteadyTime now) const;
    Bucket &bucketAt(SteadyTime now);
    void open(SteadyTime now);

    std::array<Bucket, 10> m_buckets = {};
    int m_failuresInARow = 0;
    SteadyTime m_coolDown{0}; ///< the last one; 0 while closed
    SteadyTime m_openUntil{0};
    SteadyTime m_probeUntil{0}; ///< a probe that never reports back does not block for longer
};

} // namespace sb::routing
