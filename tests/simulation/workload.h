#pragma once

#include "core/base/clock.h"

#include <vector>

namespace sb::simulation {

/// How much of a day is simulated.
struct Span
{
    int requests = 0;
    double hours = 0;
    double beginsAtHour = 0; ///< of the day
};
[[nodiscard]] Span wholeDay();
/// A part of it with the traffic of the whole one.
[[nodiscard]] Span partOfDay(int requests, double beginsAtHour);

/// One turn of a conversation.
struct Turn
{
    int conversation = 0;
    SteadyTime pause{0}; ///< after the end of the turn before it; of the first one: since the beginning of the span
    qint64 promptTokens = 0; ///< with all that was said before
    qint64 answerTokens = 0;
    bool first = false;
    bool last = false; ///< of its conversation
};

/// The requests of a span, those of a conversation one after the other. The same whatever rule serves them.
[[nodiscard]] std::vector<Turn> makeWorkload(const Span &span, quint64 seed);

/// Hours of the day, 0 to 24, of a time since the beginning of the span.
[[nodiscard]] double hourOf(const Span &span, SteadyTime time);
[[nodiscard]] SteadyTime seconds(double count);

} // namespace sb::simulation
