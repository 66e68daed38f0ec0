#pragma once

#include "core/base/json_fields.h"
#include "core/routing/policy/policy.h"
#include "core/routing/wire_names.h"

#include <array>

namespace sb::routing {

// The members of a condition, one line each, for parser, writer, words and match.

struct ConditionFlag
{
    const char *key = "";
    std::optional<bool> Condition::*member = nullptr;
    Unmet unmet = Unmet::Tools;
};
inline constexpr std::array ConditionFlags{
    ConditionFlag{"tools", &Condition::tools, Unmet::Tools},
    ConditionFlag{"images", &Condition::images, Unmet::Images},
    ConditionFlag{"files", &Condition::files, Unmet::Files},
    ConditionFlag{"audio", &Condition::audio, Unmet::Audio},
};

struct ConditionList
{
    const char *key = "";
    QStringList Condition::*member = nullptr;
    Unmet unmet = Unmet::Model;
};
inline constexpr std::array ConditionLists{
    ConditionList{"tasks", &Condition::taskClasses, Unmet::TaskClass},
    ConditionList{"models", &Condition::models, Unmet::Model},
    ConditionList{"tags", &Condition::tags, Unmet::Tags},
    ConditionList{"clients", &Condition::clients, Unmet::Client},
    ConditionList{"sessions", &Condition::sessions, Unmet::Session},
};

inline constexpr std::array<WireName<OutputForm>, 3> OutputFormNames{{
    {OutputForm::Text, "text"},
    {OutputForm::JsonObject, "json_object"},
    {OutputForm::JsonSchema, "json_schema"},
}};
static_assert(isComplete(OutputFormNames, OutputForm::JsonSchema));

inline constexpr std::array<WireName<Weekday>, 7> WeekdayNames{{
    {Weekday::Monday, "mon"},
    {Weekday::Tuesday, "tue"},
    {Weekday::Wednesday, "wed"},
    {Weekday::Thursday, "thu"},
    {Weekday::Friday, "fri"},
    {Weekday::Saturday, "sat"},
    {Weekday::Sunday, "sun"},
}};
static_assert(isComplete(WeekdayNames, Weekday::Sunday));

/// "07:30"; 1440 is "24:00".
[[nodiscard]] QString minuteText(int minute);

/// The halves of parsePolicy() and toJson(const Policy &) that are about one condition.
[[nodiscard]] Condition readCondition(JsonFields &fields);
[[nodiscard]] Json conditionJson(const Condition &condition);
[[nodiscard]] Rule readRule(JsonFields &fields);
[[nodiscard]] Json weightsJson(const Weights &weights, const Json &rest);

/// What one member of a condition asks, as in phrases(); empty where it is not set.
[[nodiscard]] QString phrase(const Condition &condition, Unmet member);

} // namespace sb::routing
