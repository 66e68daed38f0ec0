#pragma once

#include "core/lab/replay_report.h"

namespace sb::lab {

/// What votes on some answers say about a policy that would pick otherwise: inverse propensities, self-normalized.
///
/// Each vote counts as often more as its answer's endpoint would be picked than it was likely to be when it was picked.
/// So they stand for those answers that there would be, provided that whatever would be picked could have been picked.
/// Source: Horvitz & Thompson, "A Generalization of Sampling Without Replacement from a Finite Universe", JASA 47
/// (1952); the normalized form and its variance: Owen, "Monte Carlo theory, methods and examples" (2013), 9.2; the
/// effective sample: Kish, "Survey Sampling" (1965).
class WeightedVotes
{
public:
    /// @param reward 0 worse, 0.5 even, 1 better
    /// @param then probability with which its endpoint was picked, above 0
    /// @param now the one with which it would be picked
    /// @param overlap share of what would be picked for this request that could have been picked then
    void add(double reward, double then, double now, double overlap);

    [[nodiscard]] ReplayQuality result() const;

private:
    qint64 m_votes = 0;
    double m_overlap = 0;
    double m_weight = 0;
    double m_squares = 0; ///< of weights
    double m_reward = 0; ///< with weights
    double m_rewardSquares = 0; ///< squares of weights times rewards
    double m_rewardSquared = 0; ///< squares of weights times squares of rewards
};

/// The plain mean of votes, which is what the record says.
class PlainVotes
{
public:
    void add(double reward);
    [[nodiscard]] ReplayQuality result() const;
    [[nodiscard]] qint64 count() const { return m_count; }

private:
    qint64 m_count = 0;
    double m_sum = 0;
    double m_squares = 0;
};

[[nodiscard]] double rewardOf(usage::Vote::Kind kind);

} // namespace sb::lab
