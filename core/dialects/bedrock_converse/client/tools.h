#pragma once

#include "core/chat/request.h"
#include "core/dialects/bedrock_models.h"
#include "core/dialects/notices.h"

namespace sb::dialects::bedrock {

/// `toolConfig`; null where there are no tools. Functions and the service's own tools ({"systemTool": {"name": …}}).
/// Where a conversation has calls, tools must be there even if none are given or none may be called.
/// @param called names of the tools that were called before
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolConfiguration.html
[[nodiscard]] Json toolConfig(const chat::Request &request, Family family, const QStringList &called, Notices &notices);

/// Whether a tool can be demanded by its name.
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolChoice.html
[[nodiscard]] bool takesToolByName(Family family);

/// Whether a call is demanded, which Claude's thinking does not go with.
[[nodiscard]] bool demandsCall(const Json &toolConfig);

} // namespace sb::dialects::bedrock
