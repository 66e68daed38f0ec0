#include "tests/simulation/host.h"

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;

namespace sb::simulation {

namespace {

constexpr SteadyTime Minute = 60s;

routing::AttemptFailure failureWith(chat::ErrorType type, int status)
{
    return {.error = {.type = type, .httpStatus = status}};
}

Fate failed(const routing::AttemptFailure &failure, double after)
{
    return {.took = seconds(after), .failure = failure};
}

NanoDollars priceOf(const catalog::Endpoint &endpoint, const Turn &turn, const Fate &fate)
{
    catalog::Consumption used;
    used.tokens = {.freshInput = turn.promptTokens - fate.cachedTokens,
                   .cacheRead = fate.cachedTokens,
                   .visibleOutput = fate.answerTokens};
    return catalog::cost(*endpoint.price, used).value_or(NanoDollars{});
}

} // namespace

Fate Host::serve(const Turn &turn, SteadyTime now, SteadyTime clock, Random &luck)
{
    using enum chat::ErrorType;
    const Habits::Window *outage = outageAt(now);
    const Outage kind = outage ? outage->kind : Outage::None;
    if (kind == Outage::Hard)
        return failed(failureWith(ProviderOverloaded, 503), faults::RefusedAfter);
    if (auto fate = refused(turn, now))
        return *fate;
    if (kind == Outage::Silent) {
        Fate fate = failed({.error = {.type = Timeout}, .silent = true}, 0);
        fate.took = clock;
        return fate;
    }
    const double errors = kind == Outage::Soft ? faults::SoftErrors : m_habits.errorShare;
    if (luck.unit() < errors)
        return failed(failureWith(Server, 500), draw(faults::ErrorAfter, luck));
    return answered(turn, now, clock, luck);
}

const Habits::Window *Host::outageAt(SteadyTime now) const
{
    const auto it = std::ranges::find_if(
        m_habits.outages, [now](const Habits::Window &window) { return now >= window.from && now < window.to; });
    return it == m_habits.outages.end() ? nullptr : &*it;
}

std::optional<SteadyTime> Host::nextHardOutage(SteadyTime after) const
{
    std::optional<SteadyTime> next;
    for (const Habits::Window &window : m_habits.outages) {
        if (window.kind == Outage::Hard && window.from >= after && (!next || window.from < *next))
            next = window.from;
    }
    return next;
}

/// By a limit of the host, or since the prompt does not fit.
std::optional<Fate> Host::refused(const Turn &turn, SteadyTime now)
{
    const qint64 window = m_endpoint.contextTokens.value_or(turn.promptTokens + turn.answerTokens);
    if (turn.promptTokens + turn.answerTokens > window)
        return failed(failureWith(chat::ErrorType::ContextLengthExceeded, 400), faults::RefusedAfter);
    if (takesFromLimits(turn, now))
        return std::nullopt;
    Fate fate = failed(failureWith(chat::ErrorType::RateLimitExceeded, 429), faults::RefusedAfter);
    if (m_habits.retryAfter)
        fate.failure->error.retryAfter = std::chrono::ceil<std::chrono::seconds>(m_minuteEnds - now);
    addHeaders(fate, now);
    // The engine reads it from headers that say that nothing is left.
    if (!m_habits.retryAfter && m_habits.limitHeaders && (m_requestsLeft == 0 || m_tokensLeft == 0))
        fate.failure->error.retryAfter = fate.requestsLeft->resetsIn;
    return fate;
}

bool Host::takesFromLimits(const Turn &turn, SteadyTime now)
{
    if (now >= m_minuteEnds) {
        m_minuteEnds = now + Minute;
        m_requestsLeft = m_habits.requestsPerMinute;
        m_tokensLeft = m_habits.tokensPerMinute;
    }
    const qint64 tokens = turn.promptTokens + turn.answerTokens;
    if (m_requestsLeft < 1 || m_tokensLeft < tokens)
        return false;
    --m_requestsLeft;
    m_tokensLeft -= tokens;
    return true;
}

Fate Host::answered(const Turn &turn, SteadyTime now, SteadyTime clock, Random &luck)
{
    Fate fate;
    addHeaders(fate, now);
    fate.cachedTokens = readFromCache(turn, now);
    const double slow = slowness(now);
    const double reading = double(turn.promptTokens - fate.cachedTokens) / m_habits.prefill;
    const double first = slow * (draw(LogNormal{m_habits.firstToken, host::FirstTokenSpread}, luck) + reading);
    const double rate =
        draw(LogNormal{m_habits.throughput, host::ThroughputSpread}, luck) / std::pow(slow, host::SlowHourThroughput);
    const SteadyTime begins = seconds(first);
    const SteadyTime ends = begins + seconds(double(turn.answerTokens) / rate);
    if (begins >= clock) {
        fate.took = clock;
        fate.failure = routing::AttemptFailure{.error = {.type = chat::ErrorType::Timeout}, .silent = true};
        return fate;
    }
    // Where it breaks off: by its own, or since the host goes down.
    SteadyTime breaksAt = SteadyTime::max();
    if (luck.unit() < m_habits.cutShare)
        breaksAt = seconds(double(ends.count()) / 1e9 * luck.unit());
    if (const auto down = nextHardOutage(now))
        breaksAt = std::min(breaksAt, *down - now);
    fate.took = std::min(ends, breaksAt);
    if (fate.took > begins)
        fate.firstContent = begins;
    if (breaksAt < ends) {
        using enum chat::ErrorType;
        fate.failure = failureWith(fate.firstContent ? Cut : ResetBeforeAnswer, fate.firstContent ? 200 : 0);
        fate.failure->contentDelivered = fate.firstContent.has_value();
    }
    if (fate.firstContent) {
        const double part = double((fate.took - begins).count()) / double((ends - begins).count());
        fate.answerTokens = qint64(double(turn.answerTokens) * part);
        fate.cost = priceOf(m_endpoint, turn, fate);
        if (m_habits.cachedShare > 0)
            m_cached[turn.conversation] = {.tokens = turn.promptTokens, .at = now + begins};
    }
    return fate;
}

qint64 Host::readFromCache(const Turn &turn, SteadyTime now)
{
    const auto it = m_cached.find(turn.conversation);
    if (it == m_cached.end() || now - it->second.at > seconds(host::CacheSeconds))
        return 0;
    return qint64(double(std::min(it->second.tokens, turn.promptTokens)) * m_habits.cachedShare);
}

void Host::addHeaders(Fate &fate, SteadyTime now) const
{
    if (!m_habits.limitHeaders)
        return;
    const auto resetsIn = std::chrono::ceil<milliseconds>(m_minuteEnds - now);
    fate.requestsLeft =
        routing::RateLeft{.limit = m_habits.requestsPerMinute, .remaining = m_requestsLeft, .resetsIn = resetsIn};
    fate.tokensLeft =
        routing::RateLeft{.limit = m_habits.tokensPerMinute, .remaining = m_tokensLeft, .resetsIn = resetsIn};
}

double Host::slowness(SteadyTime now) const
{
    double apart = std::abs(hourOf(m_span, now) - m_habits.slowHour);
    apart = std::min(apart, 24 - apart) / host::SlowHourWidth;
    return 1 + (m_habits.slowFactor - 1) * std::exp(-apart * apart / 2);
}

} // namespace sb::simulation
