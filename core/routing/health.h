#pragma once

#include "core/routing/breaker.h"
#include "core/routing/failure.h"
#include "core/routing/plan.h"

namespace sb::routing {

/// What attempts have shown about endpoints and keys, from which plan() gets its snapshot. A value with time handed in;
/// the engine reports every attempt to it. Lives as long as the process.
class HealthBook
{
public:
    void started(const QString &endpointId, SteadyTime now);
    /// @param firstContent from the end of the upload; nullopt when it was not measured
    void succeeded(const QString &endpointId, std::optional<milliseconds> firstContent, SteadyTime now);
    void failed(const QString &endpointId, const QString &providerId, const AttemptFailure &failure, SteadyTime now);

    void keyChanged(const QString &providerId); ///< another key, or one that was taken
    /// Outside of an attempt: in a test of the key.
    void keyRefused(const QString &providerId, KeysLeft left, SteadyTime now);
    void catalogRefreshed(); ///< models that were missing may be there now

    [[nodiscard]] HealthView view(SteadyTime now) const;
    [[nodiscard]] QSet<QString> rejectedKeys(SteadyTime now) const; ///< provider ids, as in view()

private:
    struct Entry
    {
        Breaker breaker = {};
        bool missing = false;
        std::optional<milliseconds> firstContent = {};
    };

    void reject(const QString &providerId, bool wrongKey, KeysLeft left, SteadyTime now);

    QHash<QString, Entry> m_endpoints;
    QHash<QString, SteadyTime> m_rejectedUntil; ///< by provider
};

} // namespace sb::routing
