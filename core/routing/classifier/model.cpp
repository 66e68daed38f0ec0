#include "core/routing/classifier/model.h"

#include "core/routing/classifier/weights.h"

#include <algorithm>
#include <cmath>

namespace sb::routing {

const Model &fittedModel()
{
    return FittedModel;
}

ClassWeights scoresOf(const Model &model, const FeatureVector &features)
{
    ClassWeights scores = model.bias;
    for (std::size_t f = 0; f < FeatureCount; ++f) {
        if (features.values[f] == 0)
            continue;
        for (std::size_t c = 0; c < TaskClassCount; ++c)
            scores[c] += model.weights[f][c] * features.values[f];
    }
    return scores;
}

ClassWeights probabilitiesOf(const ClassWeights &scores, double temperature)
{
    const double best = *std::ranges::max_element(scores);
    ClassWeights probabilities{};
    double sum = 0;
    for (std::size_t c = 0; c < TaskClassCount; ++c) {
        probabilities[c] = std::exp((scores[c] - best) / temperature);
        sum += probabilities[c];
    }
    for (double &probability : probabilities)
        probability /= sum;
    return probabilities;
}

} // namespace sb::routing
