#pragma once

#include "core/base/json.h"

namespace sb::dialects::bedrock {

/// The `format` of our entries in reasoning_details.
inline constexpr const char *ReasoningFormat = "amazon-bedrock-converse-v1";

/// The content block of an entry of reasoning_details; null when it cannot be sent back here. Anthropic's signed text
/// can: its signatures are good on every platform. Its encrypted blocks are not spelled alike, so they cannot.
/// Source: https://platform.claude.com/docs/en/build-with-claude/extended-thinking
[[nodiscard]] Json reasoningBlock(const Json &detail);

} // namespace sb::dialects::bedrock
