#include "core/routing/rate_book.h"

#include <algorithm>

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace sb::routing {

namespace {

// What others use of the same key meanwhile comes out of this part of the limit.
constexpr qint64 MarginShare = 50;
constexpr SteadyTime FirstGuess = 5s;
constexpr SteadyTime LongestGuess = 60s;

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

RateTicket RateBook::started(const QString &endpointId, qint64 tokens, SteadyTime now)
{
    RateTicket &sent = m_entries[endpointId].sent;
    ++sent.requests;
    sent.tokens += tokens;
    sent.at = now;
    return sent;
}

void RateBook::notSent(const QString &endpointId, qint64 tokens)
{
    RateTicket &sent = m_entries[endpointId].sent;
    --sent.requests;
    sent.tokens -= tokens;
}

void RateBook::told(const QString &endpointId, const RateTicket &ticket, const std::optional<RateLeft> &requests,
                    const std::optional<RateLeft> &tokens, SteadyTime at)
{
    Entry &entry = m_entries[endpointId];
    if ((!requests && !tokens) || ticket.at < entry.told.at)
        return;
    const auto asLimit = [at](const RateLeft &left) {
        return Limit{.limit = left.limit.value_or(0), .remaining = left.remaining, .resetsAt = at + left.resetsIn};
    };
    entry.told = ticket;
    if (requests)
        entry.requests = asLimit(*requests);
    if (tokens)
        entry.tokens = asLimit(*tokens);
}

void RateBook::answered(const QString &endpointId, const RateTicket &ticket)
{
    Entry &entry = m_entries[endpointId];
    if (ticket.at > entry.crowdedAt)
        entry.crowdedFor = {};
}

void RateBook::refused(const QString &endpointId, const RateTicket &ticket, std::optional<milliseconds> retryAfter,
                       SteadyTime now)
{
    Entry &entry = m_entries[endpointId];
    if (retryAfter) {
        entry.refusedUntil = now + *retryAfter;
        return;
    }
    // Of those that were on their way together, one tells as much as all.
    if (entry.crowdedFor > 0s && ticket.at <= entry.crowdedAt)
        return;
    entry.crowdedFor = entry.crowdedFor > 0s ? std::min(entry.crowdedFor * 2, LongestGuess) : FirstGuess;
    entry.crowdedAt = now;
}

QHash<QString, milliseconds> RateBook::full(qint64 tokens, SteadyTime now) const
{
    QHash<QString, milliseconds> full;
    for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
        milliseconds wait{0};
        if (it->refusedUntil && now < *it->refusedUntil)
            wait = std::chrono::ceil<milliseconds>(*it->refusedUntil - now);
        const qint64 requestsSince = std::max<qint64>(0, it->sent.requests - it->told.requests);
        const qint64 tokensSince = std::max<qint64>(0, it->sent.tokens - it->told.tokens);
        if (it->requests)
            wait = std::max(wait, it->requests->freeIn(requestsSince + 1, now));
        if (it->tokens)
            wait = std::max(wait, it->tokens->freeIn(tokensSince + tokens, now));
        if (wait > 0ms)
            full.insert(it.key(), wait);
    }
    return full;
}

QSet<QString> RateBook::crowded(SteadyTime now) const
{
    QSet<QString> crowded;
    for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
        if (it->crowdedFor > 0s && now < it->crowdedAt + it->crowdedFor)
            crowded.insert(it.key());
    }
    return crowded;
}

} // namespace sb::routing
