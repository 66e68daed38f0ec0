#include "tests/tools/classifier_fit.h"

#include "core/routing/classifier/word_groups.h"

#include <algorithm>
#include <cmath>
#include <random>

using namespace sb::routing;

namespace sb::tools {

namespace {

constexpr int Steps = 600;
constexpr double BiasPull = 0.1; ///< the bias is held weakly: how common a class is, the prompts say
constexpr int Rounds = 5;
constexpr std::size_t Folds = 10;
constexpr unsigned Seed = 20'261;
constexpr int Copies = 6; ///< of each prompt, beside itself
constexpr double Forgotten = 0.4; ///< share of the words that a copy is without

/// The prompts, and copies of each that lack some of its words. The word lists were written with the tuning prompts in
/// mind and know them better than any other prompts; a copy is like a prompt that they know less well.
std::vector<Sample> withCopies(const std::vector<Sample> &samples)
{
    std::vector<Sample> all;
    std::mt19937 random(Seed);
    for (const Sample &sample : samples) {
        all.push_back(sample);
        for (int copy = 0; copy < Copies; ++copy) {
            all.push_back(sample);
            for (std::size_t f = 0; f < WordGroupCount; ++f) {
                if (double(random()) < Forgotten * double(std::mt19937::max()))
                    all.back().features.values[f] = 0;
            }
        }
    }
    return all;
}

std::size_t bestOf(const ClassWeights &scores)
{
    return std::size_t(std::ranges::max_element(scores) - scores.begin());
}

/// Gradient of the loss at `model`; the copies of a prompt together count as much as one prompt.
Model gradientAt(const Model &model, const Model &prior, const std::vector<Sample> &samples, double pull)
{
    Model gradient;
    for (const Sample &sample : samples) {
        ClassWeights error = probabilitiesOf(scoresOf(model, sample.features), 1);
        error[std::size_t(sample.taskClass)] -= 1;
        for (std::size_t c = 0; c < TaskClassCount; ++c)
            gradient.bias[c] += (error[c] /= Copies + 1);
        for (std::size_t f = 0; f < FeatureCount; ++f) {
            const double value = sample.features.values[f];
            if (value == 0)
                continue;
            for (std::size_t c = 0; c < TaskClassCount; ++c)
                gradient.weights[f][c] += error[c] * value;
        }
    }
    for (std::size_t c = 0; c < TaskClassCount; ++c) {
        gradient.bias[c] += BiasPull * (model.bias[c] - prior.bias[c]);
        for (std::size_t f = 0; f < FeatureCount; ++f)
            gradient.weights[f][c] += pull * (model.weights[f][c] - prior.weights[f][c]);
    }
    return gradient;
}

void center(ClassWeights &weights)
{
    double mean = 0;
    for (const double weight : weights)
        mean += weight / double(TaskClassCount);
    for (double &weight : weights)
        weight -= mean;
}

/// A weight as it is written down, so that what is measured is what is shipped.
void roundWeights(ClassWeights &weights)
{
    for (double &weight : weights)
        weight = std::round(weight * 100) / 100;
}

} // namespace

Model fit(const std::vector<Sample> &prompts, double pull)
{
    const std::vector<Sample> samples = withCopies(prompts);
    const Model prior = priorModel();
    Model model = prior;
    Model previous = prior;
    // Nesterov's accelerated gradient; the step is one over a bound of the curvature.
    double curvature = pull + BiasPull;
    for (const Sample &sample : samples) {
        double square = 1;
        for (const double value : sample.features.values)
            square += value * value;
        curvature += square / 2 / (Copies + 1);
    }
    const double step = 1 / curvature;
    for (int i = 0; i < Steps; ++i) {
        const double momentum = double(i) / double(i + 3);
        Model ahead = model;
        for (std::size_t c = 0; c < TaskClassCount; ++c) {
            ahead.bias[c] += momentum * (model.bias[c] - previous.bias[c]);
            for (std::size_t f = 0; f < FeatureCount; ++f)
                ahead.weights[f][c] += momentum * (model.weights[f][c] - previous.weights[f][c]);
        }
        const Model gradient = gradientAt(ahead, prior, samples, pull);
        previous = model;
        for (std::size_t c = 0; c < TaskClassCount; ++c) {
            model.bias[c] = ahead.bias[c] - step * gradient.bias[c];
            for (std::size_t f = 0; f < FeatureCount; ++f)
                model.weights[f][c] = ahead.weights[f][c] - step * gradient.weights[f][c];
        }
    }
    center(model.bias);
    roundWeights(model.bias);
    for (ClassWeights &weights : model.weights) {
        center(weights);
        roundWeights(weights);
    }
    return model;
}

double accuracyOf(const Model &model, const std::vector<Sample> &samples)
{
    const auto right = std::ranges::count_if(samples, [&model](const Sample &sample) {
        return bestOf(scoresOf(model, sample.features)) == std::size_t(sample.taskClass);
    });
    return samples.empty() ? 0 : double(right) / double(samples.size());
}

CrossValidation crossValidate(const std::vector<Sample> &samples, double pull)
{
    CrossValidation result{.missed = std::vector<int>(samples.size())};
    std::vector<std::pair<ClassWeights, std::size_t>> unseen; // scores and label
    std::mt19937 random(Seed);
    std::vector<std::size_t> order(samples.size());
    for (int round = 0; round < Rounds; ++round) {
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        for (std::size_t i = order.size(); i > 1; --i)
            std::swap(order[i - 1], order[random() % i]);
        for (std::size_t fold = 0; fold < Folds; ++fold) {
            std::vector<Sample> seen;
            for (std::size_t i = 0; i < order.size(); ++i) {
                if (i % Folds != fold)
                    seen.push_back(samples[order[i]]);
            }
            const Model model = fit(seen, pull);
            std::vector<Sample> left;
            for (std::size_t i = fold; i < order.size(); i += Folds) {
                const Sample &sample = samples[order[i]];
                left.push_back(sample);
                const std::size_t said = bestOf(scoresOf(model, sample.features));
                const bool isRight = said == std::size_t(sample.taskClass);
                result.accuracy += isRight ? 1 : 0;
                result.missed[order[i]] += isRight ? 0 : 1;
                if (round == 0)
                    ++result.confusion[std::size_t(sample.taskClass)][said];
            }
            for (const Sample &sample : withCopies(left)) {
                unseen.emplace_back(scoresOf(model, sample.features), std::size_t(sample.taskClass));
                result.forgetful += bestOf(unseen.back().first) == unseen.back().second ? 1 : 0;
            }
        }
    }
    const auto lossAt = [&unseen](double temperature) {
        double loss = 0;
        for (const auto &[scores, label] : unseen)
            loss -= std::log(std::max(probabilitiesOf(scores, temperature)[label], 1e-12));
        return loss / double(unseen.size());
    };
    result.accuracy /= double(samples.size() * Rounds);
    result.forgetful /= double(unseen.size());
    result.logLoss = lossAt(1);
    for (double temperature = 0.3; temperature < 3; temperature += 0.01) {
        const double loss = lossAt(temperature);
        if (loss >= result.logLoss)
            continue;
        result.logLoss = loss;
        result.temperature = temperature;
    }
    return result;
}

} // namespace sb::tools
