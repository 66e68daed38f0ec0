#pragma once

#include "core/routing/classifier/features.h"

namespace sb::routing {

/// What one unit of a feature adds to the score of each class, in the order of TaskClass; the six add up to 0, so that
/// a score says how much more is for a class than for the average one.
using ClassWeights = std::array<double, TaskClassCount>;

/// An additive model: the score of a class is its bias plus the sum of weight × value over the features, so that what
/// is given as evidence is the decision itself and no explanation after the fact.
struct Model
{
    ClassWeights bias{};
    std::array<ClassWeights, FeatureCount> weights{};
    double temperature = 1; ///< divides the scores before they become probabilities; above 1: less sure
};

/// The model that was fitted on tuning.jsonl; weights.h has its figures.
[[nodiscard]] const Model &fittedModel();

[[nodiscard]] ClassWeights scoresOf(const Model &model, const FeatureVector &features);

/// @param temperature above 0. @return probabilities that add up to 1
[[nodiscard]] ClassWeights probabilitiesOf(const ClassWeights &scores, double temperature);

} // namespace sb::routing
