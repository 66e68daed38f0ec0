#pragma once

#include "core/base/json.h"
#include "core/catalog/endpoint.h"
#include "core/chat/usage.h"

namespace sb::dialects::openai {

/// The `usage` object of a chat completion in our terms: as OpenAI documents it, and under the names that others chose.
[[nodiscard]] chat::Usage readUsage(const Json &usage, const catalog::Quirks &quirks);

} // namespace sb::dialects::openai
