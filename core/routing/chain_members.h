#pragma once

#include "core/base/json_fields.h"
#include "core/routing/chain.h"

#include <array>

namespace sb::routing {

/// The members of "clocks" and "move_on" in a chain file: one line each, for parser, writer and validation.
struct ClockMember
{
    const char *key = "";
    milliseconds StepClocks::*member = nullptr;
};
inline constexpr std::array ClockMembers{
    ClockMember{"connect_ms", &StepClocks::connect},
    ClockMember{"upload_ms", &StepClocks::upload},
    ClockMember{"first_byte_ms", &StepClocks::firstByte},
    ClockMember{"first_content_ms", &StepClocks::firstContent},
    ClockMember{"first_content_reasoning_ms", &StepClocks::firstContentReasoning},
    ClockMember{"idle_ms", &StepClocks::idle},
    ClockMember{"total_ms", &StepClocks::total},
};

struct MoveOnMember
{
    const char *key = "";
    bool MoveOn::*member = nullptr;
};
inline constexpr std::array MoveOnMembers{
    MoveOnMember{"overloaded", &MoveOn::overloaded},
    MoveOnMember{"rate_limit", &MoveOn::rateLimit},
    MoveOnMember{"silence", &MoveOn::silence},
    MoveOnMember{"context_full", &MoveOn::contextFull},
    MoveOnMember{"bad_key", &MoveOn::badKey},
    MoveOnMember{"not_found", &MoveOn::notFound},
    MoveOnMember{"unsupported_parameter", &MoveOn::unsupportedParameter},
    MoveOnMember{"content_policy", &MoveOn::contentPolicy},
};

inline constexpr std::array<NamedValue<AfterFirstContent>, 4> AfterFirstContentNames{{
    {"continue", AfterFirstContent::Continue},
    {"splice", AfterFirstContent::Splice},
    {"hold", AfterFirstContent::Hold},
    {"error", AfterFirstContent::Error},
}};

} // namespace sb::routing
