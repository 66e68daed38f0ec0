#include "tests/simulation/workload.h"

#include "tests/simulation/chance.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sb::simulation {

namespace {

constexpr double SecondsPerHour = 3600;

/// Of the traffic of the busiest hour.
double busyness(double hour)
{
    const double wave = std::cos((hour - day::BusiestHour) / 24 * 2 * std::numbers::pi);
    return day::NightShare + (1 - day::NightShare) * (1 + wave) / 2;
}

/// Since the beginning of the span; more often when the day is busy.
double beginning(const Span &span, Random &random)
{
    for (;;) {
        const double hours = random.unit() * span.hours;
        if (random.unit() < busyness(span.beginsAtHour + hours))
            return hours * SecondsPerHour;
    }
}

double firstPrompt(Random &random)
{
    const double text = draw(traffic::FirstPrompt, random);
    if (random.unit() >= traffic::WithDocument)
        return text;
    const double document = traffic::ShortestDocument * std::pow(1 - random.unit(), -1 / traffic::DocumentTail);
    return text + std::min(document, traffic::LongestDocument);
}

qint64 tokens(double count)
{
    return std::max<qint64>(1, qint64(std::llround(count)));
}

} // namespace

Span wholeDay()
{
    return {.requests = day::Requests, .hours = day::Hours, .beginsAtHour = day::BeginsAtHour};
}

Span partOfDay(int requests, double beginsAtHour)
{
    return {.requests = requests, .hours = day::Hours * double(requests) / day::Requests, .beginsAtHour = beginsAtHour};
}

std::vector<Turn> makeWorkload(const Span &span, quint64 seed)
{
    SeededRandom random(mixed(seed, 1));
    std::vector<Turn> turns;
    turns.reserve(size_t(span.requests));
    const auto isFull = [&] { return int(turns.size()) == span.requests; };
    for (int conversation = 0; !isFull(); ++conversation) {
        double prompt = firstPrompt(random);
        double pause = beginning(span, random);
        const bool single = random.unit() < traffic::Single;
        for (bool first = true, more = true; more && !isFull(); first = false) {
            const double answer = std::min(draw(traffic::Answer, random), traffic::LongestAnswer);
            more = !single && (first || random.unit() < traffic::OneMoreTurn);
            turns.push_back({.conversation = conversation,
                             .pause = seconds(pause),
                             .promptTokens = tokens(prompt),
                             .answerTokens = tokens(answer),
                             .first = first,
                             .last = !more});
            pause = draw(traffic::Pause, random);
            prompt += answer + draw(traffic::NextPrompt, random);
        }
    }
    turns.back().last = true;
    return turns;
}

double hourOf(const Span &span, SteadyTime time)
{
    return std::fmod(span.beginsAtHour + double(time.count()) / 1e9 / SecondsPerHour, 24);
}

SteadyTime seconds(double count)
{
    return SteadyTime(qint64(count * 1e9));
}

} // namespace sb::simulation
