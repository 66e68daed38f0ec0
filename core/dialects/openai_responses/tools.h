#pragma once

#include "core/chat/request.h"
#include "core/dialects/notices.h"

namespace sb::dialects::responses {

/// `tools`: functions and custom tools, one level flatter than in chat completions; others as they are. Null: none.
/// Source: https://platform.openai.com/docs/guides/function-calling
[[nodiscard]] Json toolsOf(const QList<chat::Tool> &tools);

[[nodiscard]] Json toolChoiceOf(const chat::ToolChoice &choice);

} // namespace sb::dialects::responses
