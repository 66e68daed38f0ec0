#pragma once

#include "core/base/json.h"
#include "core/chat/usage.h"

namespace sb::dialects::anthropic {

/// The `usage` object in our terms: input_tokens counts neither cache reads nor writes, output_tokens counts thinking.
/// Source: https://platform.claude.com/docs/en/build-with-claude/prompt-caching#tracking-cache-performance
[[nodiscard]] chat::Usage readUsage(const Json &usage);

} // namespace sb::dialects::anthropic
