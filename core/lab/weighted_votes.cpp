#include "core/lab/weighted_votes.h"

#include <algorithm>
#include <cmath>

namespace sb::lab {

void WeightedVotes::add(double reward, double then, double now, double overlap)
{
    const double weight = now / then;
    ++m_votes;
    m_overlap += overlap;
    m_weight += weight;
    m_squares += weight * weight;
    m_reward += weight * reward;
    m_rewardSquares += weight * weight * reward;
    m_rewardSquared += weight * weight * reward * reward;
}

ReplayQuality WeightedVotes::result() const
{
    if (m_votes == 0)
        return {};
    ReplayQuality quality{.votes = m_votes,
                          .effectiveVotes = m_squares > 0 ? m_weight * m_weight / m_squares : 0,
                          .overlap = m_overlap / double(m_votes)};
    if (quality.overlap < LeastOverlap) {
        quality.missing = NoQuality::NoOverlap;
        return quality;
    }
    if (quality.effectiveVotes < LeastVotes) {
        quality.missing = NoQuality::TooFew;
        return quality;
    }
    const double mean = m_reward / m_weight;
    const double variance = m_rewardSquared - 2 * mean * m_rewardSquares + mean * mean * m_squares;
    quality.mean = mean;
    quality.standardError = std::sqrt(std::max(variance, 0.0)) / m_weight;
    quality.grade = Grade::Estimated;
    quality.missing = NoQuality::None;
    return quality;
}

void PlainVotes::add(double reward)
{
    ++m_count;
    m_sum += reward;
    m_squares += reward * reward;
}

ReplayQuality PlainVotes::result() const
{
    if (m_count == 0)
        return {};
    const double count = double(m_count);
    const double mean = m_sum / count;
    const double variance = std::max(m_squares / count - mean * mean, 0.0);
    return {.mean = mean,
            .standardError = std::sqrt(variance / count),
            .votes = m_count,
            .effectiveVotes = count,
            .overlap = 1,
            .grade = Grade::Exact,
            .missing = NoQuality::None};
}

double rewardOf(usage::Vote::Kind kind)
{
    switch (kind) {
    case usage::Vote::Kind::Better:
        return 1;
    case usage::Vote::Kind::Worse:
        return 0;
    case usage::Vote::Kind::Tie:
        break;
    }
    return 0.5;
}

} // namespace sb::lab
