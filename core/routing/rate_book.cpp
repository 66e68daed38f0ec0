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
constexpr SteadyTime UsualWindow = 60s; // until the next answer says otherwise
constexpr qsizetype MostUnsent = 256;

} // namespace

milliseconds RateBook::Limit::freeIn(qint64 since, qint64 wanted, SteadyTime now) const
{
    const qint64 margin = limit > 0 ? limit / MarginShare : 0;
    if (now >= resetsAt || remaining - margin >= since + wanted)
        return 0ms;
    // A request that is larger than the whole limit will not fit later either: the provider is to say so.
    if (limit > 0 && wanted > limit - margin && since <= 0 && remaining >= limit - margin)
        return 0ms;
    return std::chrono::ceil<milliseconds>(resetsAt - now);
}

milliseconds RateBook::Entry::wait(qint64 wanted, SteadyTime now) const
{
    milliseconds wait{0};
    if (refusedUntil && now < *refusedUntil)
        wait = std::chrono::ceil<milliseconds>(*refusedUntil - now);
    if (requests) {
        const auto after = std::ranges::count_if(
            unsent, [this](const Unsent &each) { return each.ticket.requests > requests->counted; });
        wait = std::max(wait, requests->freeIn(sent.requests - requests->counted - after, 1, now));
    }
    if (tokens) {
        qint64 since = sent.tokens - tokens->counted;
        for (const Unsent &each : unsent)
            since -= each.ticket.tokens > tokens->counted ? each.tokens : 0;
        wait = std::max(wait, tokens->freeIn(since, wanted, now));
    }
    return wait;
}

RateBook::Entry &RateBook::at(const RatePlace &place)
{
    Entry &entry = m_entries[place.endpointId][place.keyId];
    entry.providerId = place.providerId;
    return entry;
}

const RateBook::Entry *RateBook::find(const RatePlace &place) const
{
    const auto endpoint = m_entries.constFind(place.endpointId);
    if (endpoint == m_entries.constEnd())
        return nullptr;
    const auto entry = endpoint->constFind(place.keyId);
    return entry == endpoint->constEnd() ? nullptr : &*entry;
}

/// Behind a reset the whole limit is there again, and no more than that: of those that wait for it, not all may go.
void RateBook::renew(std::optional<Limit> &limit, qint64 sent, SteadyTime now)
{
    if (limit && limit->limit > 0 && now >= limit->resetsAt)
        limit = Limit{.limit = limit->limit,
                      .remaining = limit->limit,
                      .resetsAt = now + UsualWindow,
                      .counted = sent,
                      .toldBy = now};
}

RateTicket RateBook::started(const RatePlace &place, qint64 tokens, SteadyTime now)
{
    Entry &entry = at(place);
    renew(entry.requests, entry.sent.requests, now);
    renew(entry.tokens, entry.sent.tokens, now);
    ++entry.sent.requests;
    entry.sent.tokens += tokens;
    entry.sent.at = now;
    entry.use.add(now, 1, tokens);
    m_keyUse[{place.providerId, place.keyId}].add(now, 1, tokens);
    return entry.sent;
}

void RateBook::notSent(const RatePlace &place, const RateTicket &ticket, qint64 tokens)
{
    Entry &entry = at(place);
    entry.unsent.append({.ticket = ticket, .tokens = tokens});
    if (entry.unsent.size() > MostUnsent)
        entry.unsent.removeFirst();
    entry.use.correct(ticket.at, -1, -tokens);
    m_keyUse[{place.providerId, place.keyId}].correct(ticket.at, -1, -tokens);
}

void RateBook::took(const RatePlace &place, const RateTicket &ticket, qint64 expected, qint64 tokens)
{
    at(place).use.correct(ticket.at, 0, tokens - expected);
    m_keyUse[{place.providerId, place.keyId}].correct(ticket.at, 0, tokens - expected);
}

void RateBook::told(const RatePlace &place, const RateTicket &ticket, const std::optional<RateLeft> &requests,
                    const std::optional<RateLeft> &tokens, SteadyTime at)
{
    Entry &entry = this->at(place);
    take(entry.requests, requests, ticket.requests, ticket.at, at);
    take(entry.tokens, tokens, ticket.tokens, ticket.at, at);
    const auto isCounted = [&entry](const Unsent &each) {
        return (!entry.requests || each.ticket.requests <= entry.requests->counted)
            && (!entry.tokens || each.ticket.tokens <= entry.tokens->counted);
    };
    if (requests || tokens)
        entry.unsent.removeIf(isCounted);
}

void RateBook::take(std::optional<Limit> &limit, const std::optional<RateLeft> &left, qint64 counted,
                    SteadyTime askedAt, SteadyTime now)
{
    if (!left)
        return;
    if (limit && askedAt < limit->toldBy) {
        if (now < limit->resetsAt)
            limit->remaining = std::min(limit->remaining, left->remaining);
        return;
    }
    limit = Limit{.limit = left->limit.value_or(0),
                  .remaining = left->remaining,
                  .resetsAt = now + left->resetsIn,
                  .counted = counted,
                  .toldBy = askedAt};
}

void RateBook::keyChanged(const QString &providerId)
{
    for (auto &keys : m_entries) {
        for (Entry &entry : keys) {
            if (entry.providerId == providerId)
                entry = Entry{.providerId = providerId, .sent = entry.sent, .use = entry.use};
        }
    }
}

void RateBook::answered(const RatePlace &place, const RateTicket &ticket)
{
    Entry &entry = at(place);
    if (ticket.at > entry.crowdedAt)
        entry.crowdedFor = {};
}

void RateBook::refused(const RatePlace &place, const RateTicket &ticket, std::optional<milliseconds> retryAfter,
                       SteadyTime now)
{
    Entry &entry = at(place);
    if (retryAfter && *retryAfter > 0ms) {
        entry.refusedUntil = std::max(entry.refusedUntil.value_or(SteadyTime{0}), now + *retryAfter);
        return;
    }
    // Of those that were on their way together, one tells as much as all.
    if (entry.crowdedFor > 0s && ticket.at <= entry.crowdedAt)
        return;
    const bool again = entry.crowdedFor > 0s && now < entry.crowdedAt + entry.crowdedFor + LongestGuess;
    entry.crowdedFor = again ? std::min(entry.crowdedFor * 2, LongestGuess) : FirstGuess;
    entry.crowdedAt = now;
}

milliseconds RateBook::statedWait(const RatePlace &place, const catalog::RateLimits &ofKey,
                                  const catalog::RateLimits &ofEndpoint, qint64 tokens, SteadyTime now) const
{
    milliseconds wait{0};
    const auto key = m_keyUse.constFind({place.providerId, place.keyId});
    if (ofKey != catalog::RateLimits{} && key != m_keyUse.constEnd())
        wait = key->freeIn(ofKey, tokens, now);
    const Entry *entry = find(place);
    if (ofEndpoint != catalog::RateLimits{} && entry)
        wait = std::max(wait, entry->use.freeIn(ofEndpoint, tokens, now));
    return wait;
}

milliseconds RateBook::toldWait(const RatePlace &place, qint64 tokens, SteadyTime now) const
{
    const Entry *entry = find(place);
    return entry ? entry->wait(tokens, now) : 0ms;
}

RateView RateBook::view(const catalog::Catalog &catalog, const KeyRooms &keys, qint64 tokens, SteadyTime now) const
{
    RateView view;
    static const QList<KeyRoom> one{KeyRoom{}};
    const auto roomsOf = [&keys](const QString &providerId) {
        const auto it = keys.constFind(providerId);
        return it == keys.constEnd() || it->isEmpty() ? one : *it;
    };
    const auto note = [](QHash<QString, milliseconds> &full, const QString &id, milliseconds wait) {
        if (wait > 0ms)
            full.insert(id, wait);
    };
    for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
        const catalog::Endpoint *endpoint = catalog.endpoint(it.key());
        if (!endpoint)
            continue;
        const catalog::Provider &provider = *catalog.provider(endpoint->providerId);
        milliseconds soonest = milliseconds::max();
        for (const KeyRoom &room : roomsOf(provider.id)) {
            const RatePlace place{.endpointId = endpoint->id, .providerId = provider.id, .keyId = room.rule.id};
            const milliseconds stated =
                statedWait(place, statedLimits(provider, room.rule), endpoint->rateLimits, tokens, now);
            soonest = std::min(soonest, std::max({room.wait, stated, toldWait(place, tokens, now)}));
        }
        note(view.full, endpoint->id, soonest);
    }
    const QSet<QString> known = providers() + QSet<QString>(keys.keyBegin(), keys.keyEnd());
    for (const QString &id : known) {
        const catalog::Provider *provider = catalog.provider(id);
        if (!provider)
            continue;
        milliseconds soonest = milliseconds::max();
        for (const KeyRoom &room : roomsOf(id)) {
            const RatePlace place{.providerId = id, .keyId = room.rule.id};
            soonest = std::min(
                soonest, std::max(room.wait, statedWait(place, statedLimits(*provider, room.rule), {}, tokens, now)));
        }
        note(view.fullProviders, id, soonest);
    }
    return view;
}

QSet<QString> RateBook::providers() const
{
    QSet<QString> asked;
    for (auto it = m_keyUse.begin(); it != m_keyUse.end(); ++it)
        asked.insert(it.key().first);
    return asked;
}

QHash<QString, milliseconds> RateBook::full(qint64 tokens, SteadyTime now) const
{
    QHash<QString, milliseconds> full;
    for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
        milliseconds soonest = milliseconds::max();
        for (const Entry &entry : *it)
            soonest = std::min(soonest, entry.wait(tokens, now));
        if (soonest > 0ms)
            full.insert(it.key(), soonest);
    }
    return full;
}

QSet<QString> RateBook::crowded(SteadyTime now) const
{
    const auto isCrowded = [now](const Entry &entry) {
        return entry.crowdedFor > 0s && now < entry.crowdedAt + entry.crowdedFor;
    };
    QSet<QString> crowded;
    for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
        if (std::all_of(it->cbegin(), it->cend(), isCrowded))
            crowded.insert(it.key());
    }
    return crowded;
}

catalog::RateLimits statedLimits(const catalog::Provider &provider, const KeyRule &rule)
{
    catalog::RateLimits limits = provider.rateLimits;
    if (rule.tokensPerMinute)
        limits.tokensPerMinute =
            std::min(*rule.tokensPerMinute, limits.tokensPerMinute.value_or(*rule.tokensPerMinute));
    return limits;
}

} // namespace sb::routing
