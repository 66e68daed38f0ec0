#pragma once

#include "core/base/json_fields.h"
#include "core/routing/chain.h"

#include <array>

namespace sb::routing {

// The members of the objects of a chain file: one line each, for parser, writer and validation.

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
    ClockMember{"cold_load_ms", &StepClocks::coldLoad},
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
    MoveOnMember{"invalid_output", &MoveOn::invalidOutput},
};

struct NextMember
{
    const char *key = "";
    QString NextSteps::*member = nullptr;
};
inline constexpr std::array NextMembers{
    NextMember{"context_full", &NextSteps::contextFull},     NextMember{"content_policy", &NextSteps::contentPolicy},
    NextMember{"rate_limit", &NextSteps::rateLimit},         NextMember{"budget", &NextSteps::budget},
    NextMember{"invalid_output", &NextSteps::invalidOutput},
};

struct FilterFlag
{
    const char *key = "";
    bool EndpointFilter::*member = nullptr;
};
inline constexpr std::array FilterFlags{
    FilterFlag{"tools", &EndpointFilter::tools},         FilterFlag{"json_schema", &EndpointFilter::jsonSchema},
    FilterFlag{"reasoning", &EndpointFilter::reasoning}, FilterFlag{"images", &EndpointFilter::images},
    FilterFlag{"files", &EndpointFilter::files},         FilterFlag{"audio", &EndpointFilter::audio},
    FilterFlag{"local", &EndpointFilter::local},         FilterFlag{"open_weights", &EndpointFilter::openWeights},
    FilterFlag{"free", &EndpointFilter::free},
};

inline constexpr std::array<NamedValue<AfterFirstContent>, 4> AfterFirstContentNames{{
    {"continue", AfterFirstContent::Continue},
    {"splice", AfterFirstContent::Splice},
    {"hold", AfterFirstContent::Hold},
    {"error", AfterFirstContent::Error},
}};

/// The halves of parseChain() and toJson(const Chain &) that are about one step.
[[nodiscard]] Step readStep(JsonFields &fields);
[[nodiscard]] Json stepJson(const Step &step);
void addRest(Json &json, const Json &rest); ///< the members of another object, behind its own

} // namespace sb::routing
