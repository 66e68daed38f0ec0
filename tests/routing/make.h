#pragma once

#include "core/base/random.h"
#include "core/routing/dispatcher.h"

namespace sb::routing::testing {

/// A source of chance at one end of its range.
class FixedRandom final : public Random
{
public:
    explicit FixedRandom(quint64 value)
        : m_value(value)
    {
    }
    quint64 next() override { return m_value; }

private:
    quint64 m_value;
};

inline AttemptFailure failureOf(chat::ErrorType type, int status = 0)
{
    return {.error = {.type = type, .httpStatus = status}};
}

} // namespace sb::routing::testing
