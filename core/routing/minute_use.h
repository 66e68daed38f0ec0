#pragma once

#include "core/base/clock.h"
#include "core/catalog/statements.h"

#include <array>

namespace sb::routing {

/// Requests and tokens of the last 60 seconds, by the second. A value with time handed in.
class MinuteUse
{
public:
    void add(SteadyTime at, qint64 requests, qint64 tokens);
    /// Corrects what was added then; does nothing once that second is more than a minute ago.
    void correct(SteadyTime then, qint64 requests, qint64 tokens);
    /// Until one more request of so many tokens keeps within stated limits; 0: now. What is larger than a limit by
    /// itself is for the provider to refuse, and waits for an empty minute.
    [[nodiscard]] std::chrono::milliseconds freeIn(const catalog::RateLimits &limits, qint64 tokens,
                                                   SteadyTime now) const;

private:
    static constexpr qint64 Seconds = 61; ///< a second counts until its end is a minute ago
    struct Second
    {
        qint64 at = -1; ///< since boot; what is in it is of that second only
        qint64 requests = 0;
        qint64 tokens = 0;
    };
    [[nodiscard]] static qint64 secondOf(SteadyTime time);
    [[nodiscard]] Second &slot(qint64 second) { return m_seconds[std::size_t(second % Seconds)]; }

    std::array<Second, Seconds> m_seconds = {};
};

} // namespace sb::routing
