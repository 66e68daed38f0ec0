#include "core/routing/rate_book.h"

#include <algorithm>

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace sb::routing {

namespace {

// What others use of the same key meanwhile comes out of this part of the limit.
constexpr qint64 MarginShare = 50;

} // namespace

milliseconds RateBook::Limit::freeIn(qint64 wanted, SteadyTime now) const
{
    const qint64 margin = limit > 0 ? limit / MarginShare : 0;
    if (now >= resetsAt || remaining - margin >= wanted)
        return 0ms;
    // A request that is larger than the whole limit will not fit later either: the provider is to say so.
    if (limit > 0 && wanted > limit - margin && remaining >= limit - margin)
        return 0ms;
    return std::chrono::ceil<milliseconds>(resetsAt - now);
}

void RateBook::started(const QString &endpointId, qint64 tokens)
{
    Entry &entry = m_entries[endpointId];
    ++entry.running;
    entry.runningTokens += tokens;
}

void RateBook::ended(const QString &endpointId, qint64 tokens, bool sent)
{
    Entry &entry = m_entries[endpointId];
    entry.running = std::max<qint64>(0, entry.running - 1);
    entry.runningTokens = std::max<qint64>(0, entry.runningTokens - tokens);
    if (!sent)
        return;
    // Until the next answer says more, what went out is gone.
    if (entry.requests)
        --entry.requests->remaining;
    if (entry.tokens)
        entry.tokens->remaining -= tokens;
}

void RateBook::told(const QString &endpointId, std::optional<RateLeft> requests, std::optional<RateLeft> tokens,
                    SteadyTime now)
{
    Entry &entry = m_entries[endpointId];
    const auto asLimit = [now](const RateLeft &left) {
        return Limit{.limit = left.limit.value_or(0), .remaining = left.remaining, .resetsAt = now + left.resetsIn};
    };
    if (requests)
        entry.requests = asLimit(*requests);
    if (tokens)
        entry.tokens = asLimit(*tokens);
}

void RateBook::refused(const QString &endpointId, milliseconds retryAfter, SteadyTime now)
{
    m_entries[endpointId].requests = Limit{.resetsAt = now + retryAfter};
}

QHash<QString, milliseconds> RateBook::full(qint64 tokens, SteadyTime now) const
{
    QHash<QString, milliseconds> full;
    for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
        milliseconds wait{0};
        if (it->requests)
            wait = it->requests->freeIn(it->running + 1, now);
        if (it->tokens)
            wait = std::max(wait, it->tokens->freeIn(it->runningTokens + tokens, now));
        if (wait > 0ms)
            full.insert(it.key(), wait);
    }
    return full;
}

} // namespace sb::routing
