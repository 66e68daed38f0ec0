#pragma once

#include "core/base/clock.h"

#include <QHash>
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

/// What is left of the limits of endpoints, as their answers said, less what was sent since and what still runs: so
/// that traffic moves before a 429 comes. A value with time handed in, since boot. A reset gives everything back at
/// once, although most providers fill up gradually: then the next answer says more.
class RateBook
{
public:
    /// @param tokens that the request will likely take, both ways
    void started(const QString &endpointId, qint64 tokens);
    /// @param tokens the same number. @param sent whether it reached the provider at all
    void ended(const QString &endpointId, qint64 tokens, bool sent);
    /// The headers of an answer; an answer counts what ran before it came.
    void told(const QString &endpointId, std::optional<RateLeft> requests, std::optional<RateLeft> tokens,
              SteadyTime now);
    /// A 429 that says when the next request may come.
    void refused(const QString &endpointId, std::chrono::milliseconds retryAfter, SteadyTime now);

    /// Endpoint id → until it has room for a request of so many tokens; those that have room are not in it.
    [[nodiscard]] QHash<QString, std::chrono::milliseconds> full(qint64 tokens, SteadyTime now) const;

private:
    struct Limit
    {
        qint64 limit = 0; ///< 0: not said
        qint64 remaining = 0;
        SteadyTime resetsAt{0};

        /// Until so many more fit; 0: now.
        [[nodiscard]] std::chrono::milliseconds freeIn(qint64 wanted, SteadyTime now) const;
    };
    struct Entry
    {
        std::optional<Limit> requests = {};
        std::optional<Limit> tokens = {};
        qint64 running = 0;
        qint64 runningTokens = 0;
    };
    QHash<QString, Entry> m_entries;
};

} // namespace sb::routing
