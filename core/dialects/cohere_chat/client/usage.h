#pragma once

#include "core/base/json.h"
#include "core/chat/usage.h"

namespace sb::dialects::cohere {

/// The `usage` object in our terms. `tokens` is what the model read and wrote, with Cohere's own prompt around ours;
/// `billed_units` is what is paid: less, and without a word about the cache.
/// Source: https://docs.cohere.com/reference/chat#response.body.usage
[[nodiscard]] chat::Usage readUsage(const Json &usage);

} // namespace sb::dialects::cohere
