#pragma once

#include "core/base/clock.h"

#include <array>
#include <optional>
#include <vector>

namespace sb::routing {

/// How many of the values were at least so good: of times, p90 is what nine of ten stayed below; of a throughput, what
/// nine of ten were above.
struct Quantiles
{
    double p50 = 0;
    double p75 = 0;
    double p90 = 0;
    double p99 = 0;
    int samples = 0;
    friend bool operator==(const Quantiles &, const Quantiles &) = default;
};
[[nodiscard]] double at(const Quantiles &quantiles, int percentile); ///< of 50, 75, 90, 95 and 99; between them, linear

/// What was measured of one endpoint with prompts of about one size.
struct Measured
{
    std::optional<Quantiles> firstToken = {}; ///< seconds from the end of the upload
    std::optional<Quantiles> throughput = {}; ///< output tokens a second, from the first to the last
    bool asked = false; ///< within the last day, whatever came of it
    double attempts = 0; ///< of the last day, the older ones counting less; all sizes of prompts together
    double failures = 0;
    double lastAttempts = 0; ///< the same of the last dozen, however fast they came
    double lastFailures = 0;
    double answers = 0; ///< that were checked
    double spoiled = 0; ///< that did not pass a check of their step
    friend bool operator==(const Measured &, const Measured &) = default;
};

/// The last values of one kind, up to a day old. Where the last five minutes have enough of them, those decide alone.
class SampleWindow
{
public:
    enum class Better
    {
        Lower,
        Higher
    };
    explicit SampleWindow(Better better)
        : m_better(better)
    {
    }
    void add(double value, SteadyTime now);
    /// nullopt where there is nothing from the last day.
    [[nodiscard]] std::optional<Quantiles> quantiles(SteadyTime now) const;

private:
    struct Sample
    {
        double value = 0;
        SteadyTime at{0};
    };
    static constexpr std::size_t Most = 128;
    Better m_better;
    std::vector<Sample> m_samples; ///< a ring once it is full
    std::size_t m_next = 0;
};

/// A count that halves every six hours.
class FadingCount
{
public:
    void add(SteadyTime now, double weight = 1);
    [[nodiscard]] double value(SteadyTime now) const;

private:
    double m_value = 0;
    SteadyTime m_at{0};
};

/// A share of failures among the last attempts: each new attempt makes the earlier ones count less, by number and not
/// by time, so that an outage shows after some ten attempts at any traffic. What is not asked any more is forgotten
/// within half an hour.
class LastAttempts
{
public:
    void add(bool failed, SteadyTime now);
    [[nodiscard]] double attempts(SteadyTime now) const;
    [[nodiscard]] double failures(SteadyTime now) const;

private:
    [[nodiscard]] double left(SteadyTime now) const;

    double m_attempts = 0;
    double m_failures = 0;
    SteadyTime m_at{0};
};

/// Prompts of one size behave alike: time to first token grows with the prompt.
inline constexpr std::array<qint64, 3> PromptSizeSteps{2'000, 16'000, 64'000};
inline constexpr std::size_t PromptSizes = PromptSizeSteps.size() + 1;
[[nodiscard]] std::size_t promptSize(qint64 tokens); ///< below PromptSizes

} // namespace sb::routing
