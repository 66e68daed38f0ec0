#pragma once

#include "core/base/json.h"

namespace sb::dialects::openai {

/// The choice of an answer or a chunk that is followed: index 0, or the first one where the provider does not number
/// them. Null: there is none.
[[nodiscard]] const Json &firstChoice(const Json &answer);

} // namespace sb::dialects::openai
