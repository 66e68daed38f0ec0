#pragma once

#include "core/routing/classifier/model.h"

#include "tests/tools/labelled_prompts.h"

#include <vector>

namespace sb::tools {

struct Sample
{
    routing::FeatureVector features = {};
    routing::TaskClass taskClass = routing::TaskClass::Chat;
};

/// What each feature should say before any prompt was seen: set by hand from the meaning of the classes.
[[nodiscard]] routing::Model priorModel();

/// How strongly a weight is held at its prior: above 0. Of 2, 4 and 8 this one has the least log loss in
/// cross-validation.
inline constexpr double DefaultPull = 8.0;

/// The weights of the least log loss over the samples and copies of them that lack some of their words, plus pull / 2 ×
/// the squared distance from the prior. Deterministic: full gradients, a fixed number of steps.
[[nodiscard]] routing::Model fit(const std::vector<Sample> &samples, double pull);

[[nodiscard]] double accuracyOf(const routing::Model &model, const std::vector<Sample> &samples);

struct CrossValidation
{
    double accuracy = 0; ///< of prompts that the fit had not seen, in [0, 1]
    double forgetful = 0; ///< the same with copies of the prompts that lack some of their words
    double logLoss = 0; ///< of those at the temperature, in nats a prompt
    double temperature = 1; ///< by which the scores of those are best calibrated
    Confusion confusion{}; ///< of the first round
    std::vector<int> missed = {}; ///< for each sample, in how many of the five rounds
};

/// Five rounds of ten folds, shuffled by a fixed seed.
[[nodiscard]] CrossValidation crossValidate(const std::vector<Sample> &samples, double pull);

} // namespace sb::tools
