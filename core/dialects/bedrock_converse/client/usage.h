#pragma once

#include "core/base/json.h"
#include "core/chat/usage.h"

namespace sb::dialects::bedrock {

/// A `usage` object of Converse, or of Nova, in our terms: inputTokens counts neither cache reads nor writes.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html,
/// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_TokenUsage.html
[[nodiscard]] chat::Usage readUsage(const Json &usage);

} // namespace sb::dialects::bedrock
