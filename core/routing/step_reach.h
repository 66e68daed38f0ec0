#pragma once

#include "core/catalog/catalog.h"
#include "core/routing/step.h"

#include <QSet>

namespace sb::routing {

/// How much of a catalog a step asks, whatever the request.
struct StepReach
{
    qsizetype endpoints = 0; ///< that the step names, or that fit its models and its filter
    qsizetype models = 0; ///< of these
    qsizetype usable = 0; ///< endpoints of these whose provider can be asked, and that the step's preferences allow
    friend bool operator==(const StepReach &, const StepReach &) = default;
};

/// By the rules of plan(), without what only a request decides (its size, tools and budget). Pure.
/// @param usableProviders ids of those that are switched on and have a key, or need none
[[nodiscard]] StepReach reachOf(const Step &step, const catalog::Catalog &catalog,
                                const QSet<QString> &usableProviders);

} // namespace sb::routing
