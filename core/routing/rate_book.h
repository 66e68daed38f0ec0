#pragma once

#include "core/base/clock.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <optional>

namespace sb::routing {

/// What an answer says is left of one rate limit.
struct RateLeft
{
    std::optional<qint64> limit = {};
    qint64 remaining = 0;
    std::chrono::milliseconds resetsIn{0}; ///< from the answer on
    friend bool operator==(const RateLeft &, const RateLeft &) = default;
};

/// How much an endpoint had been sent when an attempt began, itself included.
struct RateTicket
{
    qint64 requests = 0;
    qint64 tokens = 0;
    SteadyTime at{0};
};

/// What is left of the limits of endpoints, as their answers said, less what was sent since: so that traffic moves
/// before a 429 comes. A value with time handed in, since boot. A reset gives everything back at once, although most
/// providers fill up gradually: then the next answer says more.
class RateBook
{
public:
    /// @param tokens that the request will likely take, both ways
    [[nodiscard]] RateTicket started(const QString &endpointId, qint64 tokens, SteadyTime now);
    void notSent(const QString &endpointId, qint64 tokens); ///< it began and did not reach the provider
    /// The headers of an answer. They count what began before it; of two answers the one that was asked for later tells
    /// more, whichever ends first.
    /// @param at when the headers came, which may be long before the end of the answer
    void told(const QString &endpointId, const RateTicket &ticket, const std::optional<RateLeft> &requests,
              const std::optional<RateLeft> &tokens, SteadyTime at);
    void answered(const QString &endpointId, const RateTicket &ticket); ///< it was not refused
    /// A 429. @param retryAfter when the next request may come; nullopt: it does not say
    void refused(const QString &endpointId, const RateTicket &ticket,
                 std::optional<std::chrono::milliseconds> retryAfter, SteadyTime now);

    /// Endpoint id → until it has room for a request of so many tokens; those that have room are not in it.
    [[nodiscard]] QHash<QString, std::chrono::milliseconds> full(qint64 tokens, SteadyTime now) const;
    /// Those that refused a request a moment ago without saying for how long: for 5 s, doubling to 60 s while they do
    /// so again. A guess, which may put them behind others and is no reason to leave them out or to wait.
    [[nodiscard]] QSet<QString> crowded(SteadyTime now) const;

private:
    struct Limit
    {
        qint64 limit = 0; ///< 0: not said
        qint64 remaining = 0; ///< when the ticket was given
        SteadyTime resetsAt{0};

        /// Until so many more fit; 0: now.
        [[nodiscard]] std::chrono::milliseconds freeIn(qint64 wanted, SteadyTime now) const;
    };
    struct Entry
    {
        std::optional<Limit> requests = {};
        std::optional<Limit> tokens = {};
        std::optional<SteadyTime> refusedUntil = {};
        RateTicket sent = {}; ///< so far
        RateTicket told = {}; ///< that of the answer that said what is left
        SteadyTime crowdedFor{0}; ///< the last guess; 0: none was needed
        SteadyTime crowdedAt{0}; ///< when it was made
    };
    QHash<QString, Entry> m_entries;
};

} // namespace sb::routing
