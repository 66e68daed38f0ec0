#pragma once

#include "core/routing/plan.h"
#include "core/routing/policy/policy.h"

namespace sb::usage {

/// Whom made-up traffic may ask, and how they are: 12 providers and 3 for practice, 60 models that three of them offer
/// each, four chains, and a policy that chooses among them.
struct TrafficWorld
{
    /// How an endpoint is, which nobody is told.
    struct Nature
    {
        double firstToken = 450; ///< ms, median
        double rate = 70; ///< tokens a second, median
        double failing = 0.05; ///< share of attempts
        double liked = 0.5; ///< share of votes on its answers that are "better"
    };

    catalog::Catalog catalog = {};
    QList<routing::Chain> chains = {};
    routing::Policy policy = {};
    routing::HealthView health = {}; ///< as an engine would have seen them, all the time
    QHash<QString, Nature> natures = {}; ///< by endpoint id
    QSet<QString> usableProviders = {};
};
[[nodiscard]] TrafficWorld trafficWorld();

inline constexpr int TrafficModels = 60;
inline constexpr int TrafficPracticeModels = 6;
[[nodiscard]] const QString &trafficModel(int model); ///< "author-3/model-21"
[[nodiscard]] const QString &trafficPracticeModel(int model);

/// A policy that somebody might think of next: what is simple goes where it is cheap, and long prompts go elsewhere.
[[nodiscard]] routing::Policy otherTrafficPolicy();

} // namespace sb::usage
