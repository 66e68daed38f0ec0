#pragma once

#include "tests/simulation/rules.h"

namespace sb::simulation {

/// How a request ended: exactly one of these.
enum class Ending
{
    Complete,
    BrokenOff, ///< after its first token
    Exhausted, ///< nobody left to ask, or as many attempts as are allowed
    GivenUp, ///< by the caller, who saw no token
};
inline constexpr int Endings = 4;

/// What one rule made of one span.
struct DayResult
{
    std::array<int, Endings> endings = {};
    int requests = 0;
    int attempts = 0;
    int rateLimited = 0; ///< attempts that met a 429
    double p50 = 0; ///< seconds to the first token of all requests; who got none waited for the caller's patience
    double p95 = 0;
    double dollars = 0; ///< of all attempts
    double hours = 0; ///< that callers waited, from the arrival of each request to its end
    double cachedShare = 0; ///< of all prompt tokens that were paid for
    friend bool operator==(const DayResult &, const DayResult &) = default;

    [[nodiscard]] double success() const { return double(endings[size_t(Ending::Complete)]) / requests; }
};

/// Runs all requests of a span by one rule, on a clock of its own: an event queue, with as many requests in flight as
/// the traffic brings.
[[nodiscard]] DayResult runDay(RuleId rule, const catalog::Catalog &shipped, const Span &span, quint64 seed);

} // namespace sb::simulation
