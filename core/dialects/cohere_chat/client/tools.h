#pragma once

#include "core/chat/request.h"
#include "core/dialects/notices.h"

namespace sb::dialects::cohere {

/// The members of a body about tools; null where nothing is to be said.
struct ToolMembers
{
    Json tools = {};
    Json choice = {}; ///< `tool_choice`: "REQUIRED" or "NONE"
    Json strict = {}; ///< `strict_tools`, for all of them or none
};

/// Only functions can be sent. Where some tools or one by name are demanded, only those are sent, and a call is
/// demanded of them. Source: https://docs.cohere.com/docs/tool-use-usage-patterns
[[nodiscard]] ToolMembers toolMembers(const chat::Request &request, Notices &notices);

} // namespace sb::dialects::cohere
