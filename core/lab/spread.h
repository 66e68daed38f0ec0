#pragma once

#include <QtGlobal>

#include <optional>
#include <vector>

namespace sb::lab {

/// How positive values are spread, with weights: logarithmic buckets of 2 %, so that a quantile is off by at most 1 %
/// of itself. What is below 0.001 counts as that.
class Spread
{
public:
    void add(double value, double weight = 1);
    /// Adds all of another one as if its weights came to `weight`. Nothing where it is empty.
    void mix(const Spread &other, double weight);

    [[nodiscard]] double weight() const { return m_weight; }
    /// The least value that so much of the weight does not exceed, p in [0, 1]; nullopt when empty.
    [[nodiscard]] std::optional<double> quantile(double p) const;

private:
    void addToBucket(int bucket, double weight);

    int m_first = 0; ///< bucket of m_weights[0]
    std::vector<double> m_weights = {};
    double m_weight = 0;
};

} // namespace sb::lab
