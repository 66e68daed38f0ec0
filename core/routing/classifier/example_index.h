#pragma once

#include "core/routing/classifier/class_rules.h"
#include "core/routing/classifier/classification.h"
#include "core/routing/classifier/model.h"

#include <unordered_map>
#include <vector>

namespace sb::routing {

// A request is like the examples of a class when it is worded like them and asks for the same kind of work:
//     similarity = (nearest + center) / 2 × kind × 0.5 ^ strange
// nearest: the largest cosine between its words and letter triples and quadruples and those of one example, by counts
// 1 + ln n; center: the cosine to the sum of all examples; kind: how much the task classes that the features say agree
// with those of the examples (Bhattacharyya); strange: wishes, such as a translation, that no example has.
// README.md says how well that does.
inline constexpr double DefaultThreshold = 0.16; ///< takes 1 % of prompts of other kinds
inline constexpr qsizetype MostCompared = 800; ///< UTF-16 units of a text, its beginning and a quarter of it its end
inline constexpr std::size_t MostIndexed = 1'000; ///< examples of all classes; of later ones none is compared

/// The words and letter groups of a text, hashed, with weights; of length 1.
using TextVector = std::vector<std::pair<quint32, float>>; ///< sorted by hash

[[nodiscard]] TextVector textVectorOf(const QString &text);

/// The examples of the user, ready to be asked.
class ExampleIndex
{
public:
    explicit ExampleIndex(const ClassRules &rules);

    /// The class whose examples the request is most like, if it is enough so; the weights of the evidence, one for each
    /// example that counted, add up to the similarity.
    [[nodiscard]] std::optional<Classification> nearest(const chat::Request &request,
                                                        const FeatureVector &features) const;

private:
    struct Example
    {
        std::size_t owner = 0; ///< in m_classes
        QString text = {};
    };
    struct Class
    {
        QString name = {};
        double threshold = DefaultThreshold;
        double centerLength = 1; ///< of the sum of its vectors
        ClassWeights kinds{}; ///< mean probabilities of the task classes
        std::array<bool, FeatureCount> wishes{}; ///< that some example has
        std::size_t count = 0;
    };
    [[nodiscard]] double kindOf(const Class &userClass, const FeatureVector &features) const;

    std::vector<Class> m_classes;
    std::vector<Example> m_examples;
    std::unordered_map<quint32, std::vector<std::pair<quint32, float>>> m_postings; ///< hash → (example, weight)
};

} // namespace sb::routing
