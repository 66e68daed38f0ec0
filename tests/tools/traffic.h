#pragma once

#include "tests/tools/traffic_world.h"

#include "core/base/random.h"
#include "core/usage/records.h"

namespace sb::usage {

/// What a person and some programs might have sent in a year and a half, made up from a seed: 12 providers, 60 models
/// of which few are popular, more by day than by night, a tenth with a fallback, an eighth in the practice ledger. A
/// policy chooses the chain of most, plan() decides about each, and some answers are voted on.
class Traffic
{
public:
    struct Options
    {
        quint64 seed = 1;
        qint64 requests = 10'000; ///< spread over the days
        int days = 548;
        WallTime end{std::chrono::milliseconds{1'751'320'800'000}}; ///< 2025-06-30 22:00 UTC: midnight in Berlin
        bool bodies = false;
    };
    struct Request
    {
        OpenRecord opened = {};
        Settlement settled = {}; ///< without a key
        std::optional<Vote::Kind> vote = {};
    };

    explicit Traffic(const Options &options);
    [[nodiscard]] Request next(); ///< in the order of time

private:
    /// What somebody wants.
    struct Wish
    {
        QString client = {};
        QByteArray taskClass = {};
        bool practice = false;
        qint64 promptTokens = 0;
        routing::RequestOutline outline = {};
    };

    [[nodiscard]] WallTime nextTime();
    [[nodiscard]] int popular(int count);
    [[nodiscard]] qint64 around(double median, double spread);
    [[nodiscard]] bool happens(double share) { return m_random.unit() < share; }
    [[nodiscard]] Wish wish();
    [[nodiscard]] routing::Plan planFor(const Wish &wish, WallTime at, Request &request);
    [[nodiscard]] AttemptRecord attempt(const routing::Candidate &candidate, const Wish &wish, WallTime at);
    void sendAlong(const routing::Plan &plan, const Wish &wish, WallTime at, Settlement &settled);
    void addBodies(Request &request);

    Options m_options;
    TrafficWorld m_world = trafficWorld();
    routing::PlanInput m_input = {};
    SeededRandom m_random;
    qint64 m_made = 0;
    QList<Json> m_conversation = {};
};

} // namespace sb::usage
