#include "core/routing/measured.h"

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;

namespace sb::routing {

namespace {

constexpr SteadyTime Recent = 5min;
constexpr std::size_t EnoughRecent = 10;
constexpr SteadyTime LongWindow = 24h;
constexpr SteadyTime HalfLife = 6h;

/// The first value with at least that share before or at it: nothing is made up between two values.
double quantileOf(const std::vector<double> &sorted, double share)
{
    const auto place = std::size_t(std::ceil(share * double(sorted.size())));
    return sorted[std::clamp<std::size_t>(place, 1, sorted.size()) - 1];
}

} // namespace

double at(const Quantiles &quantiles, int percentile)
{
    const std::array<std::pair<int, double>, 4> known{
        {{50, quantiles.p50}, {75, quantiles.p75}, {90, quantiles.p90}, {99, quantiles.p99}}};
    if (percentile <= known.front().first)
        return known.front().second;
    for (std::size_t i = 1; i < known.size(); ++i) {
        const auto &[from, low] = known[i - 1];
        const auto &[to, high] = known[i];
        if (percentile <= to)
            return low + (high - low) * double(percentile - from) / double(to - from);
    }
    return known.back().second;
}

void SampleWindow::add(double value, SteadyTime now)
{
    if (m_samples.size() < Most) {
        m_samples.push_back({value, now});
        return;
    }
    m_samples[m_next] = {value, now};
    m_next = (m_next + 1) % Most;
}

std::optional<Quantiles> SampleWindow::quantiles(SteadyTime now) const
{
    std::vector<double> values;
    values.reserve(m_samples.size());
    const auto takeSince = [&](SteadyTime oldest) {
        values.clear();
        for (const Sample &sample : m_samples) {
            if (sample.at >= oldest)
                values.push_back(sample.value);
        }
    };
    takeSince(now - Recent);
    if (values.size() < EnoughRecent)
        takeSince(now - LongWindow);
    if (values.empty())
        return {};
    if (m_better == Better::Lower)
        std::ranges::sort(values);
    else
        std::ranges::sort(values, std::greater{});
    return Quantiles{.p50 = quantileOf(values, 0.5),
                     .p75 = quantileOf(values, 0.75),
                     .p90 = quantileOf(values, 0.9),
                     .p99 = quantileOf(values, 0.99),
                     .samples = int(values.size())};
}

void FadingCount::add(SteadyTime now, double weight)
{
    m_value = value(now) + weight;
    m_at = std::max(now, m_at);
}

double FadingCount::value(SteadyTime now) const
{
    const double halvings = std::max(0.0, double((now - m_at).count()) / double(HalfLife.count()));
    return m_value * std::exp2(-halvings);
}

std::size_t promptSize(qint64 tokens)
{
    return std::size_t(std::ranges::upper_bound(PromptSizeSteps, tokens) - PromptSizeSteps.begin());
}

} // namespace sb::routing
