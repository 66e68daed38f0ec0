#pragma once

#include "core/base/clock.h"
#include "core/engine/run_events.h"
#include "core/profile/conversation.h"
#include "ui/playground/metrics_strip.h"
#include "ui/playground/route_strip.h"

namespace sb::ui {

/// What a pane knows about the run that it shows: built from the run's events, or from a stored turn. A value; time is
/// handed in.
class RunProgress
{
public:
    void start(SteadyTime now);
    void apply(const engine::AttemptStarted &attempt);
    void apply(const engine::AttemptFailed &attempt);
    void apply(const chat::Event &event, SteadyTime now);
    void apply(const engine::Ended &ended);
    void showStored(const profile::Turn &turn);

    [[nodiscard]] QList<RouteStop> stops(const catalog::Catalog &catalog) const;
    [[nodiscard]] Metrics metrics(SteadyTime now, const catalog::Catalog &catalog) const;
    /// Fills the measured members of a turn from the end of its run.
    void store(profile::Turn &turn) const;

private:
    struct Try
    {
        QString endpointId = {};
        QString providerId = {};
        QString modelId = {};
        int tries = 0;
        QString error = {};
        std::chrono::milliseconds lost{0};
        RouteStop::State state = RouteStop::State::Trying;
    };

    [[nodiscard]] QString servedBy(const catalog::Catalog &catalog) const; ///< there is a try

    QList<Try> m_tries;
    qsizetype m_candidates = 0;
    SteadyTime m_startedAt{0};
    SteadyTime m_firstContentAt{-1};
    qint64 m_characters = 0;
    bool m_running = false;
    std::optional<routing::EndState> m_end;
    std::optional<std::chrono::milliseconds> m_firstContent;
    std::chrono::milliseconds m_latency{0};
    std::optional<qint64> m_inputTokens;
    std::optional<qint64> m_outputTokens;
    usage::Cost m_cost;
    bool m_costKnown = false;
    bool m_practice = false;
};

} // namespace sb::ui
