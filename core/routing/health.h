#pragma once

#include "core/routing/breaker.h"
#include "core/routing/failure.h"
#include "core/routing/measured.h"
#include "core/routing/plan.h"

namespace sb::routing {

/// What one answer has shown about its endpoint.
struct AnswerSpeed
{
    qint64 promptTokens = 0; ///< of the request, about
    std::optional<milliseconds> firstContent = {}; ///< from the end of the upload; nullopt: it was not measured
    std::optional<double> tokensPerSecond = {}; ///< of output, after the first content
};

/// nullopt: too short an answer, which says more about the network than about the model.
[[nodiscard]] std::optional<double> tokensPerSecond(qint64 tokens, milliseconds writing);

/// What attempts have shown about endpoints and keys, from which plan() gets its snapshot. A value with time handed in;
/// the engine reports every attempt to it. Lives as long as the process.
class HealthBook
{
public:
    void started(const QString &endpointId, SteadyTime now);
    void succeeded(const QString &endpointId, const AnswerSpeed &speed, SteadyTime now);
    /// Another one that was started beside it answered first, and it was given up: its time to first content would have
    /// been this or more. Without it, an endpoint that is always outpaced would never be seen to be slow.
    void outpaced(const QString &endpointId, qint64 promptTokens, milliseconds atLeast, SteadyTime now);
    void checked(const QString &endpointId, bool passed, SteadyTime now); ///< an answer, by the checks of its step
    void failed(const QString &endpointId, const QString &providerId, const AttemptFailure &failure, SteadyTime now);

    void keyChanged(const QString &providerId); ///< another key, or one that was taken
    /// Outside of an attempt: in a test of the key.
    void keyRefused(const QString &providerId, KeysLeft left, SteadyTime now);
    void catalogRefreshed(); ///< models that were missing may be there now

    /// @param promptTokens of the request, about: what was measured with prompts of that size is looked at
    [[nodiscard]] HealthView view(SteadyTime now, qint64 promptTokens = 0);
    [[nodiscard]] QSet<QString> rejectedKeys(SteadyTime now) const; ///< provider ids, as in view()
    [[nodiscard]] QSet<QString> known() const; ///< ids of endpoints about which something was reported

private:
    struct Entry
    {
        Breaker breaker = {};
        bool missing = false;
        std::array<SampleWindow, PromptSizes> firstToken = sizes(SampleWindow::Better::Lower);
        std::array<SampleWindow, PromptSizes> throughput = sizes(SampleWindow::Better::Higher);
        FadingCount attempts = {};
        FadingCount failures = {};
        LastAttempts last = {};
        FadingCount answers = {};
        FadingCount spoiled = {};
        std::optional<SteadyTime> askedAt = {}; ///< last; also while nothing has come back
        std::optional<SteadyTime> answeredAt = {}; ///< last
        SteadyTime measuredAt{0}; ///< when a view's figures were last made

        static std::array<SampleWindow, PromptSizes> sizes(SampleWindow::Better better);
    };

    void asked(const QString &endpointId, Entry &entry, SteadyTime now);
    void measure(const QString &endpointId, Entry &entry, SteadyTime now);
    [[nodiscard]] static Measured measured(const Entry &entry, std::size_t size, SteadyTime now);

    void reject(const QString &providerId, bool wrongKey, KeysLeft left, SteadyTime now);

    QHash<QString, Entry> m_endpoints;
    std::array<QHash<QString, Measured>, PromptSizes> m_measured; ///< what a view shows, kept so that it costs nothing
    QHash<QString, SteadyTime> m_rejectedUntil; ///< by provider
};

} // namespace sb::routing
