#pragma once

#include "core/base/json.h"
#include "core/catalog/endpoint.h"
#include "core/chat/usage.h"

namespace sb::dialects::responses {

/// The `usage` object in our terms: input counts what came from the cache and what was written to it, output counts
/// reasoning. Source: https://platform.openai.com/docs/api-reference/responses/object#responses-object-usage
[[nodiscard]] chat::Usage readUsage(const Json &usage, const catalog::Quirks &quirks);

} // namespace sb::dialects::responses
