#pragma once

#include "core/chat/request.h"
#include "core/dialects/notices.h"

namespace sb::dialects::anthropic {

/// `tools`; null when there are none. The service's own tools (web_search_20250305 and its like) go as they are.
[[nodiscard]] Json toolsOf(const chat::Request &request, Notices &notices);

/// `tool_choice`, with disable_parallel_tool_use; null where the API's default says the same.
/// @param hasTools whether `tools` is sent at all: a choice without tools is refused
[[nodiscard]] Json toolChoiceOf(const chat::Request &request, bool hasTools, Notices &notices);

/// Whether a call is demanded, which thinking does not go with.
[[nodiscard]] bool forcesCall(const Json &toolChoice);

} // namespace sb::dialects::anthropic
