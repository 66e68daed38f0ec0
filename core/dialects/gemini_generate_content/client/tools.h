#pragma once

#include "core/chat/request.h"
#include "core/dialects/notices.h"

namespace sb::dialects::gemini {

/// `tools`: functions as one list of declarations, then Gemini's own tools ({"googleSearch": {}}) as they are.
/// @return null when there are none
/// Source: https://ai.google.dev/api/caching#Tool
[[nodiscard]] Json toolsJson(const QList<chat::Tool> &tools, Notices &notices);

/// `toolConfig`. What the request brings in Gemini's own form (`toolConfig` among its extras) is added.
/// Source: https://ai.google.dev/gemini-api/docs/function-calling#function_calling_modes
[[nodiscard]] Json toolConfig(const chat::Request &request, Notices &notices);

/// Whether any function is declared: a mode for calling them is refused otherwise.
[[nodiscard]] bool hasFunctions(const QList<chat::Tool> &tools);

} // namespace sb::dialects::gemini
