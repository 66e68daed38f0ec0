#pragma once

#include "core/catalog/catalog.h"

#include <QByteArray>

#include <vector>

namespace sb::simulation {

/// What one class of tasks costs, in dollars.
struct TaskCost
{
    int requests = 0;
    double strong = 0; ///< all by the strong model
    double routed = 0; ///< by the chain that the policy has for the class
    double again = 0; ///< all by the strong model once more, for those that a lower tier answered first
};

/// The mix of task_mix.h, each request once by a model for everything and once by the policy: match() finds the chain
/// of its class, plan() the endpoint, and the price of that endpoint the cost. Says nothing about quality.
/// @param forEverything a model of the catalog
/// @return one a class
[[nodiscard]] std::vector<TaskCost> compareTaskRouting(const catalog::Catalog &shipped, const char *forEverything,
                                                       quint64 seed);

/// 1 less the part that remains. @param again share of the answers of lower tiers that the strong one gives once more
[[nodiscard]] double saving(const std::vector<TaskCost> &costs, double again = 0);

/// Tables in Markdown: by class against the strongest model, then by model for everything.
[[nodiscard]] QByteArray taskTables(const catalog::Catalog &shipped, quint64 seed);

} // namespace sb::simulation
