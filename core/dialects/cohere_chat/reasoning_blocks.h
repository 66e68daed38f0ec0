#pragma once

#include "core/base/json.h"

#include <QString>

// How reasoning is kept for the next turn, in entries of OpenRouter's reasoning_details.
namespace sb::dialects::cohere {

/// The `format` of our entries. Blocks of other formats mean nothing here.
inline constexpr const char *ReasoningFormat = "cohere-chat-v2";

/// Thinking, a content block of its own. @param index of that block
[[nodiscard]] Json thinkingDetail(const QString &text, qint64 index);
/// The plan before tool calls, which is no content block.
[[nodiscard]] Json planDetail(const QString &text);

[[nodiscard]] bool isThinking(const Json &detail);
[[nodiscard]] bool isPlan(const Json &detail);

} // namespace sb::dialects::cohere
