#include "core/routing/breaker.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace sb::routing {

namespace {

constexpr SteadyTime BucketLength = 30s;
constexpr int TripAfter = 5;
constexpr int LeastRequests = 20;
constexpr SteadyTime FirstCoolDown = 5s;
constexpr SteadyTime LongestCoolDown = 60s;

} // namespace

void Breaker::started(SteadyTime now)
{
    if (isOpen() && now >= m_openUntil)
        m_probeUntil = now + LongestCoolDown;
}

void Breaker::succeeded(SteadyTime now)
{
    if (isOpen())
        *this = {}; // what was counted before belongs to the outage
    m_failuresInARow = 0;
    ++bucketAt(now).requests;
}

void Breaker::failed(SteadyTime now)
{
    Bucket &bucket = bucketAt(now);
    ++bucket.requests;
    ++bucket.failures;
    ++m_failuresInARow;
    // Attempts that began before it opened still end after: they tell nothing new.
    if (isOpen() ? now >= m_openUntil : isTripped(now))
        open(now);
}

void Breaker::undecided()
{
    m_probeUntil = {};
}

std::chrono::milliseconds Breaker::coolingDown(SteadyTime now) const
{
    const SteadyTime until = std::max(m_openUntil, m_probeUntil);
    return now < until ? std::chrono::ceil<std::chrono::milliseconds>(until - now) : 0ms;
}

BreakerView Breaker::view(SteadyTime now) const
{
    if (!isOpen())
        return {};
    if (now >= m_openUntil)
        return {.state = BreakerView::State::HalfOpen};
    return {.state = BreakerView::State::CoolingDown, .left = coolingDown(now)};
}

bool Breaker::isTripped(SteadyTime now) const
{
    const qint64 oldest = now / BucketLength - qint64(m_buckets.size()) + 1;
    int requests = 0;
    int failures = 0;
    for (const Bucket &bucket : m_buckets) {
        if (bucket.number < oldest)
            continue;
        requests += bucket.requests;
        failures += bucket.failures;
    }
    return m_failuresInARow >= TripAfter || (requests >= LeastRequests && failures * 2 > requests);
}

Breaker::Bucket &Breaker::bucketAt(SteadyTime now)
{
    const qint64 number = now / BucketLength;
    Bucket &bucket = m_buckets[std::size_t(number) % m_buckets.size()];
    if (bucket.number != number)
        bucket = {.number = number};
    return bucket;
}

void Breaker::open(SteadyTime now)
{
    m_coolDown = isOpen() ? std::min(m_coolDown * 2, LongestCoolDown) : FirstCoolDown;
    m_openUntil = now + m_coolDown;
    m_probeUntil = {};
}

} // namespace sb::routing
