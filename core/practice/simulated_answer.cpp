#include "core/practice/simulated_answer.h"

#include <algorithm>

namespace sb::practice {

using namespace std::chrono_literals;

namespace {

/// Behind by more than this, for instance after a sleep, the lost time is not made up for.
constexpr SteadyTime MostLag = 1s;

bool isReached(const std::optional<int> &tokens, qsizetype sent)
{
    return tokens && sent >= *tokens;
}

/// Between two tokens; 0 for a rate of 0 or less, which means at once.
SteadyTime interval(double tokensPerSecond)
{
    return tokensPerSecond > 0 ? SteadyTime(qint64(1e9 / std::max(tokensPerSecond, 1e-3))) : 0ns;
}

} // namespace

SimulatedAnswer::SimulatedAnswer(listen::Exchange *exchange, std::unique_ptr<AnswerOutput> output, Script script,
                                 const Clock &clock, const Knobs &knobs)
    : m_exchange(exchange)
    , m_output(std::move(output))
    , m_script(std::move(script))
    , m_clock(clock)
    , m_knobs(knobs)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &SimulatedAnswer::step);
    connect(exchange, &listen::Exchange::closed, this, &SimulatedAnswer::end);
}

void SimulatedAnswer::start()
{
    m_startedAt = m_clock.steady();
    wait();
}

void SimulatedAnswer::setKnobs(const Knobs &knobs)
{
    const SteadyTime before = interval(m_knobs.tokensPerSecond);
    m_knobs = knobs;
    if (m_hasEnded)
        return;
    m_due += interval(knobs.tokensPerSecond) - before; // a wait of minutes must not outlast the change
    if (std::exchange(m_isStalled, false))
        m_due = m_clock.steady();
    wait();
}

void SimulatedAnswer::step()
{
    const SteadyTime now = m_clock.steady();
    m_due = m_begun ? std::max(m_due, now - MostLag) : now;
    if (!std::exchange(m_begun, true))
        m_output->begin(m_script.started);
    // At least one, whatever the clock says: the timer has decided. More where it came late.
    do {
        if (takeFault())
            return;
        if (m_sent == m_script.tokens.size()) {
            m_output->end({m_script.finished, m_script.usage});
            return end();
        }
        m_output->add(m_script.tokens.at(m_sent++));
        m_due += interval(m_knobs.tokensPerSecond);
    } while (m_due <= m_clock.steady());
    wait();
}

bool SimulatedAnswer::takeFault()
{
    if (isReached(m_knobs.malformedAfterTokens, m_sent) && !std::exchange(m_wasMalformed, true))
        m_output->addMalformed();
    if (isReached(m_knobs.cutAfterTokens, m_sent)) {
        m_output->breakOff();
        if (m_exchange)
            m_exchange->abort();
        end();
        return true;
    }
    if (isReached(m_knobs.stallAfterTokens, m_sent)) {
        m_isStalled = true;
        return true;
    }
    return false;
}

void SimulatedAnswer::wait()
{
    const SteadyTime due = m_begun ? m_due : m_startedAt + m_knobs.firstToken;
    const SteadyTime longest = m_begun ? interval(m_knobs.tokensPerSecond) : SteadyTime(m_knobs.firstToken);
    // Bounded, since a clock that stands still would let the waits add up.
    const SteadyTime left = std::clamp(due - m_clock.steady(), SteadyTime(0), std::max(longest, SteadyTime(0)));
    m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(left));
}

void SimulatedAnswer::end()
{
    m_timer.stop();
    if (!std::exchange(m_hasEnded, true))
        emit ended();
}

} // namespace sb::practice
