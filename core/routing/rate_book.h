#pragma once

#include "core/catalog/catalog.h"
#include "core/routing/key_rule.h"
#include "core/routing/minute_use.h"

#include <QSet>

namespace sb::routing {

/// What an answer says is left of one rate limit.
struct RateLeft
{
    std::optional<qint64> limit = {};
    qint64 remaining = 0;
    std::chrono::milliseconds resetsIn{0}; ///< from the answer on
    friend bool operator==(const RateLeft &, const RateLeft &) = default;
};

/// Where a rate limit holds: an endpoint, asked with one key of its provider.
struct RatePlace
{
    QString endpointId = {};
    QString providerId = {};
    QString keyId = {}; ///< empty: the key without an id, or none
};

/// How much had been sent to a place when an attempt began, itself included.
struct RateTicket
{
    qint64 requests = 0;
    qint64 tokens = 0;
    SteadyTime at{0};
};

/// One of the loaded keys of a provider, and for how long its own limits (KeyBook) do not let it go.
struct KeyRoom
{
    KeyRule rule = {};
    std::chrono::milliseconds wait{0};
};
/// By provider; one that is not in it has one key, or needs none.
using KeyRooms = QHash<QString, QList<KeyRoom>>;

/// What all places leave room for.
struct RateView
{
    QHash<QString, std::chrono::milliseconds> full = {}; ///< endpoint id → until the first of its keys has room
    /// Provider id → until the first of its keys has room at endpoints that were not asked yet.
    QHash<QString, std::chrono::milliseconds> fullProviders = {};
};

/// The limits of one key that are stated: those of its provider's file, and the tokens of its own rule.
[[nodiscard]] catalog::RateLimits statedLimits(const catalog::Provider &provider, const KeyRule &rule);

/// What is left of rate limits: of those that answers tell, less what was sent since, and of those that are stated for
/// a provider, a key or an endpoint, less what was sent in the last minute, with what is on its way at all endpoints of
/// the key. So traffic moves before a 429 comes. A value with time handed in, since boot. A reset gives the whole limit
/// back at once, although most providers fill up gradually: then the next answer says more.
class RateBook
{
public:
    /// @param tokens that the request will likely take, both ways
    [[nodiscard]] RateTicket started(const RatePlace &place, qint64 tokens, SteadyTime now);
    /// It began and did not reach the provider.
    void notSent(const RatePlace &place, const RateTicket &ticket, qint64 tokens);
    /// What it took instead of what was expected, for the limits that are stated: those that answers tell say it
    /// themselves.
    void took(const RatePlace &place, const RateTicket &ticket, qint64 expected, qint64 tokens);
    /// The headers of an answer, when they come. They count what began before it; of two answers the one that was asked
    /// for later tells more, whichever comes first. The other one may have overtaken it on the way to the provider: it
    /// may say that less is left, and never that more is.
    void told(const RatePlace &place, const RateTicket &ticket, const std::optional<RateLeft> &requests,
              const std::optional<RateLeft> &tokens, SteadyTime at);
    void answered(const RatePlace &place, const RateTicket &ticket); ///< it was not refused
    /// A 429. @param retryAfter when the next request may come; nullopt or 0: it does not say
    void refused(const RatePlace &place, const RateTicket &ticket, std::optional<std::chrono::milliseconds> retryAfter,
                 SteadyTime now);

    /// Another key in the place of one, or one that was taken: what was told about it is void.
    void keyChanged(const QString &providerId);

    /// Until limits that are stated let a request of so many tokens go; 0: now. They are kept whatever the provider
    /// would allow.
    /// @param ofKey see statedLimits()
    [[nodiscard]] std::chrono::milliseconds statedWait(const RatePlace &place, const catalog::RateLimits &ofKey,
                                                       const catalog::RateLimits &ofEndpoint, qint64 tokens,
                                                       SteadyTime now) const;
    /// Until the place has room by what its answers said; 0: now.
    [[nodiscard]] std::chrono::milliseconds toldWait(const RatePlace &place, qint64 tokens, SteadyTime now) const;

    [[nodiscard]] RateView view(const catalog::Catalog &catalog, const KeyRooms &keys, qint64 tokens,
                                SteadyTime now) const;
    [[nodiscard]] QSet<QString> providers() const; ///< that were asked
    /// Endpoint id → until it has room for a request of so many tokens, by what its answers said with any key.
    [[nodiscard]] QHash<QString, std::chrono::milliseconds> full(qint64 tokens, SteadyTime now) const;
    /// Those that refused a request a moment ago, with all keys that they were asked with, without saying for how long:
    /// for 5 s, doubling to 60 s while they do so again. A guess, which may put them behind others and is no reason to
    /// leave them out or to wait.
    [[nodiscard]] QSet<QString> crowded(SteadyTime now) const;

private:
    struct Limit
    {
        qint64 limit = 0; ///< 0: not said
        qint64 remaining = 0; ///< when so much was counted
        SteadyTime resetsAt{0};
        qint64 counted = 0; ///< of what was sent so far, in the limit's unit
        SteadyTime toldBy{0}; ///< when the answer that said so was asked for

        /// Until so many fit beside what was sent since; 0: now.
        [[nodiscard]] std::chrono::milliseconds freeIn(qint64 since, qint64 wanted, SteadyTime now) const;
    };
    struct Unsent
    {
        RateTicket ticket = {};
        qint64 tokens = 0;
    };
    struct Entry
    {
        QString providerId = {};
        std::optional<Limit> requests = {};
        std::optional<Limit> tokens = {};
        std::optional<SteadyTime> refusedUntil = {};
        RateTicket sent = {}; ///< so far, with what did not reach the provider: tickets are numbers of this count
        QList<Unsent> unsent = {}; ///< of those that no answer has counted yet
        SteadyTime crowdedFor{0}; ///< the last guess; 0: none was needed
        SteadyTime crowdedAt{0}; ///< when it was made
        MinuteUse use = {};

        [[nodiscard]] std::chrono::milliseconds wait(qint64 tokens, SteadyTime now) const;
    };
    using Name = std::pair<QString, QString>; ///< provider and key

    [[nodiscard]] Entry &at(const RatePlace &place);
    [[nodiscard]] const Entry *find(const RatePlace &place) const;
    static void take(std::optional<Limit> &limit, const std::optional<RateLeft> &left, qint64 counted,
                     SteadyTime askedAt, SteadyTime now);
    static void renew(std::optional<Limit> &limit, qint64 sent, SteadyTime now);

    QHash<QString, QHash<QString, Entry>> m_entries; ///< endpoint id → key id →
    QHash<Name, MinuteUse> m_keyUse; ///< at all endpoints of the provider
};

} // namespace sb::routing
