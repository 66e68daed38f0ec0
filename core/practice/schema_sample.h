#pragma once

#include "core/base/json.h"
#include "core/practice/prompt_reading.h"

namespace sb::practice {

/// A value that fits a JSON schema, as far as it is simple: types, properties, required, items, enum, const, default,
/// anyOf, oneOf, allOf, $ref within the schema, lengths and bounds, the usual formats; not pattern, not, if. Strings
/// and numbers are taken from the prompt. Recursion ends where members are optional.
[[nodiscard]] Json sampleOf(const Json &schema, const PromptReading &reading);

} // namespace sb::practice
