#include "core/lab/spread.h"

#include <algorithm>
#include <cmath>

namespace sb::lab {

namespace {

constexpr double Width = 1.02;
constexpr double Least = 0.001;

int bucketOf(double value)
{
    static const double scale = 1 / std::log(Width);
    return int(std::floor(std::log(std::max(value, Least)) * scale));
}

double middleOf(int bucket)
{
    return std::pow(Width, bucket + 0.5);
}

} // namespace

void Spread::add(double value, double weight)
{
    if (weight > 0)
        addToBucket(bucketOf(value), weight);
}

void Spread::mix(const Spread &other, double weight)
{
    if (other.m_weight <= 0 || weight <= 0)
        return;
    const double scale = weight / other.m_weight;
    for (std::size_t i = 0; i < other.m_weights.size(); ++i) {
        if (other.m_weights[i] > 0)
            addToBucket(other.m_first + int(i), other.m_weights[i] * scale);
    }
}

void Spread::addToBucket(int bucket, double weight)
{
    if (m_weights.empty())
        m_first = bucket;
    if (bucket < m_first) {
        m_weights.insert(m_weights.begin(), std::size_t(m_first - bucket), 0);
        m_first = bucket;
    }
    const auto place = std::size_t(bucket - m_first);
    if (place >= m_weights.size())
        m_weights.resize(place + 1, 0);
    m_weights[place] += weight;
    m_weight += weight;
}

std::optional<double> Spread::quantile(double p) const
{
    if (m_weight <= 0)
        return {};
    double left = p * m_weight;
    for (std::size_t i = 0; i < m_weights.size(); ++i) {
        left -= m_weights[i];
        // What is left of rounding is not a weight.
        if (left <= m_weight * 1e-12)
            return middleOf(m_first + int(i));
    }
    return middleOf(m_first + int(m_weights.size()) - 1);
}

} // namespace sb::lab
