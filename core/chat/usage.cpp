#include "core/chat/usage.h"

#include <algorithm>
#include <limits>

namespace sb::chat {

namespace {

/// Hands out the parts of a total and notes when they are more than it.
class Remainder
{
public:
    /// A total that was not reported is whatever its parts add up to.
    explicit Remainder(std::optional<qint64> total)
        : m_known(total.has_value())
        , m_left(std::max<qint64>(0, total.value_or(std::numeric_limits<qint64>::max())))
        , m_consistent(total.value_or(0) >= 0)
    {
    }

    qint64 take(std::optional<qint64> part)
    {
        const qint64 wanted = part.value_or(0);
        const qint64 taken = std::clamp<qint64>(wanted, 0, m_left);
        m_consistent = m_consistent && taken == wanted;
        m_left -= taken;
        return taken;
    }
    [[nodiscard]] qint64 rest() const { return m_known ? m_left : 0; }
    [[nodiscard]] bool isConsistent() const { return m_consistent; }

private:
    bool m_known;
    qint64 m_left;
    bool m_consistent;
};

} // namespace

TokenClasses &TokenClasses::operator+=(const TokenClasses &other)
{
    freshInput += other.freshInput;
    cacheRead += other.cacheRead;
    cacheWrite5m += other.cacheWrite5m;
    cacheWrite1h += other.cacheWrite1h;
    visibleOutput += other.visibleOutput;
    reasoning += other.reasoning;
    return *this;
}

TokenClasses TokenClasses::operator-() const
{
    return {.freshInput = -freshInput,
            .cacheRead = -cacheRead,
            .cacheWrite5m = -cacheWrite5m,
            .cacheWrite1h = -cacheWrite1h,
            .visibleOutput = -visibleOutput,
            .reasoning = -reasoning};
}

TokenClasses tokenClasses(const Usage &usage, bool *consistent)
{
    TokenClasses classes;
    Remainder prompt(usage.prompt);
    classes.cacheRead = prompt.take(usage.cacheRead);
    classes.cacheWrite5m = prompt.take(usage.cacheWrite5m);
    classes.cacheWrite1h = prompt.take(usage.cacheWrite1h);
    classes.freshInput = prompt.rest();

    Remainder completion(usage.completion);
    classes.reasoning = completion.take(usage.reasoning);
    classes.visibleOutput = completion.rest();

    if (consistent)
        *consistent = prompt.isConsistent() && completion.isConsistent();
    return classes;
}

} // namespace sb::chat
