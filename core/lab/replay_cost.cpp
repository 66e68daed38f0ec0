#include "core/lab/replay_cost.h"

#include <algorithm>
#include <cmath>

namespace sb::lab {

namespace {

constexpr qint64 UtcHourMs = 3'600'000;
constexpr qint64 UtcDayMs = 24 * UtcHourMs;

catalog::Consumption consumptionOf(const usage::RecordedRequest &request, const chat::TokenClasses &tokens,
                                   const routing::RequestOutline &outline)
{
    const qint64 day = request.startedAt / UtcDayMs;
    return {.tokens = tokens,
            .hourUtc = int(request.startedAt % UtcDayMs / UtcHourMs),
            .dayOfWeekUtc = int((day + 3) % 7) + 1, // 1970-01-01 was a Thursday
            .serviceTier = outline.serviceTier};
}

/// Prices of a catalog are of text, and what a provider searches for is not on record.
bool isPricedByTokens(const catalog::Endpoint &endpoint, const routing::RequestOutline &outline)
{
    const bool isOwn =
        endpoint.priceOrigin == catalog::PriceOrigin::Override || endpoint.priceOrigin == catalog::PriceOrigin::OwnFile;
    return !outline.serviceTools && (!outline.audio || isOwn);
}

} // namespace

Priced priceOnRecord(const usage::RecordedRequest &request)
{
    if (!request.cost.amount)
        return {};
    const bool isEstimated = request.cost.kind == usage::CostKind::Estimated;
    return {.amount = *request.cost.amount, .grade = isEstimated ? Grade::Estimated : Grade::Exact};
}

const usage::RecordedAttempt *answerOf(const usage::RecordedRequest &request)
{
    const auto last = [&request](auto fits) -> const usage::RecordedAttempt * {
        const auto found = std::find_if(request.attempts.rbegin(), request.attempts.rend(), fits);
        return found == request.attempts.rend() ? nullptr : &*found;
    };
    if (const auto *answered = last([](const usage::RecordedAttempt &attempt) { return attempt.succeeded; }))
        return answered;
    return last([](const usage::RecordedAttempt &attempt) { return attempt.tokens.output() > 0; });
}

Priced priceAt(const EndpointTable::Entry &entry, const usage::RecordedRequest &request,
               const usage::RecordedAttempt *answer, const QString &model, const routing::RequestOutline &outline)
{
    if (!entry.endpoint)
        return {};
    if (entry.endpoint->free)
        return {.grade = Grade::Exact};
    if (!entry.endpoint->price || !answer || !isPricedByTokens(*entry.endpoint, outline))
        return {};
    const auto cost = catalog::cost(*entry.endpoint->price, consumptionOf(request, answer->tokens, outline));
    if (!cost)
        return {};
    const bool isExact = entry.model == model && answer->succeeded && !answer->tokensEstimated;
    return {.amount = *cost, .grade = isExact ? Grade::Exact : Grade::Estimated};
}

void CostSum::add(const Priced &priced, double share)
{
    if (priced.grade == Grade::Unsupported) {
        m_unsupportedRequests += share;
    } else if (priced.grade == Grade::Exact && share >= 1) {
        m_exact = saturatingAdd(m_exact, priced.amount);
        m_exactRequests += 1;
    } else {
        m_estimated += double(priced.amount.value) * share;
        m_estimatedRequests += share;
    }
}

CostSum &CostSum::operator+=(const CostSum &other)
{
    m_exact = saturatingAdd(m_exact, other.m_exact);
    m_estimated += other.m_estimated;
    m_exactRequests += other.m_exactRequests;
    m_estimatedRequests += other.m_estimatedRequests;
    m_unsupportedRequests += other.m_unsupportedRequests;
    return *this;
}

ReplayCost CostSum::total() const
{
    return {.exact = m_exact,
            .estimated = {qint64(std::llround(m_estimated))},
            .exactRequests = m_exactRequests,
            .estimatedRequests = m_estimatedRequests,
            .unsupportedRequests = m_unsupportedRequests};
}

} // namespace sb::lab
