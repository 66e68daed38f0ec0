#pragma once

#include <array>
#include <chrono>

// Every assumption of the simulated day, and nowhere else; README.md says why. What the hosts charge, how large their
// windows are and who sends headers about rate limits is read from the shipped catalog.
namespace sb::simulation {

/// Between two ends. Drawn from it, each doubling is as likely as any other, unless it is said to be even.
struct Range
{
    double low = 0;
    double high = 0;
};

/// exp(N(log median, spread)).
struct LogNormal
{
    double median = 0;
    double spread = 0;
};

inline constexpr const char *Model = "moonshotai/kimi-k2.6";
inline constexpr int Hosts = 12; ///< the first ones of the catalog that have the model
/// They have it from others.
inline constexpr std::array PassOn{"huggingface", "openrouter", "requesty", "vercel"};

namespace day {
inline constexpr int Requests = 100'000;
inline constexpr double Hours = 24;
inline constexpr double BeginsAtHour = 0;
inline constexpr double BusiestHour = 14.5;
inline constexpr double NightShare = 0.25; ///< of the busiest hour's traffic, twelve hours from it
} // namespace day

namespace traffic {
inline constexpr double Single = 0.4; ///< conversations of one turn
inline constexpr double OneMoreTurn = 0.8; ///< chance of each further turn in the others: five more on average
inline constexpr LogNormal FirstPrompt{1'200, 1.1}; ///< tokens
inline constexpr double WithDocument = 0.06; ///< conversations that begin with one
inline constexpr double ShortestDocument = 6'000; ///< tokens, Pareto
inline constexpr double DocumentTail = 1.1; ///< exponent
inline constexpr double LongestDocument = 150'000;
inline constexpr LogNormal NextPrompt{120, 1.2}; ///< tokens that a turn adds
inline constexpr LogNormal Answer{320, 0.9}; ///< tokens
inline constexpr double LongestAnswer = 6'000;
inline constexpr LogNormal Pause{45, 1.0}; ///< seconds between an answer and the next turn
inline constexpr int BytesPerToken = 4;
} // namespace traffic

namespace host {
inline constexpr Range FirstToken{0.35, 1.8}; ///< seconds, median, for an empty prompt
inline constexpr double FirstTokenSpread = 0.45;
inline constexpr Range Throughput{35, 150}; ///< tokens a second, median
inline constexpr double ThroughputSpread = 0.25;
inline constexpr Range Prefill{4'000, 20'000}; ///< tokens of a prompt read a second; what is cached costs no time
inline constexpr double PriceTellsSpeed = 0.5; ///< 1: the dearest is the fastest; 0: price says nothing about it
inline constexpr Range SlowHourFactor{1.2, 3.0}; ///< of the time to first token at the host's busiest time
inline constexpr double SlowHourWidth = 2.5; ///< hours, standard deviation
inline constexpr double SlowHourThroughput = 0.6; ///< power of that factor by which throughput falls
inline constexpr Range CachedShare{0.5, 0.95}; ///< of the earlier prompt, even; hosts without a price for it have none
inline constexpr double CacheSeconds = 300;
} // namespace host

namespace faults {
inline constexpr Range ErrorShare{0.002, 0.01}; ///< at any time
inline constexpr Range CutShare{0.0005, 0.003}; ///< of answers that begin
inline constexpr LogNormal ErrorAfter{0.4, 0.6}; ///< seconds
inline constexpr double RefusedAfter = 0.08; ///< seconds: 503 of an outage, 429
inline constexpr double HardPerDay = 1.0; ///< outages a host: each request is refused with 503, running answers are cut
inline constexpr Range HardMinutes{2, 25};
inline constexpr double SoftPerDay = 1.0; ///< a share of requests fails
inline constexpr Range SoftMinutes{10, 60};
inline constexpr double SoftErrors = 0.3;
inline constexpr double SilentPerDay = 0.4; ///< headers come, and then nothing
inline constexpr Range SilentMinutes{3, 15};
} // namespace faults

namespace limits {
inline constexpr Range RequestsPerMinute{30, 140};
inline constexpr Range TokensPerMinute{250'000, 1'400'000}; ///< of prompts and answers
inline constexpr double WithRetryAfter = 0.5; ///< of the hosts say in a 429 when to come again
} // namespace limits

namespace caller {
using namespace std::chrono_literals;
inline constexpr int Attempts = 6; ///< that a request may take
inline constexpr std::chrono::seconds Patience = 75s; ///< until the first token, from the beginning
} // namespace caller

} // namespace sb::simulation
