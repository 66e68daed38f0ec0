#include "core/routing/minute_use.h"

#include <algorithm>
#include <limits>

namespace sb::routing {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

qint64 MinuteUse::secondOf(SteadyTime time)
{
    return std::max<qint64>(0, std::chrono::floor<std::chrono::seconds>(time).count());
}

void MinuteUse::add(SteadyTime at, qint64 requests, qint64 tokens)
{
    const qint64 second = secondOf(at);
    Second &place = slot(second);
    if (place.at > second) // what is told late, of a minute that is over
        return;
    if (place.at < second)
        place = {.at = second};
    place.requests += requests;
    place.tokens += tokens;
}

void MinuteUse::correct(SteadyTime then, qint64 requests, qint64 tokens)
{
    Second &place = slot(secondOf(then));
    if (place.at != secondOf(then))
        return;
    place.requests = std::max<qint64>(0, place.requests + requests);
    place.tokens = std::max<qint64>(0, place.tokens + tokens);
}

milliseconds MinuteUse::freeIn(const catalog::RateLimits &limits, qint64 tokens, SteadyTime now) const
{
    const qint64 second = secondOf(now);
    qint64 requestsLeft = limits.requestsPerMinute.value_or(std::numeric_limits<qint64>::max()) - 1;
    qint64 tokensLeft = limits.tokensPerMinute.value_or(std::numeric_limits<qint64>::max()) - tokens;
    // From the latest on: the first second that does not fit any more has to be a minute ago.
    for (qint64 at = second; at > second - Seconds && at >= 0; --at) {
        const Second &place = m_seconds[std::size_t(at % Seconds)];
        if (place.at != at)
            continue;
        requestsLeft -= place.requests;
        tokensLeft -= place.tokens;
        if ((requestsLeft < 0 && place.requests > 0) || (tokensLeft < 0 && place.tokens > 0))
            return std::chrono::ceil<milliseconds>(std::chrono::seconds{at + Seconds} - now);
    }
    return 0ms;
}

} // namespace sb::routing
