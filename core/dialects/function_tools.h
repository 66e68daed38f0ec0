#pragma once

#include "core/chat/request.h"
#include "core/dialects/notices.h"

namespace sb::dialects {

/// What can be sent of a request's tools where a service takes functions only, and cannot be told which of them to
/// choose: where some or one by name are chosen, only those are sent.
struct FunctionTools
{
    QList<chat::Tool> functions = {};
    bool demanded = false; ///< a call must come
    bool forbidden = false; ///< none may come
    bool narrowed = false; ///< not all functions are in here; for the caller to notice
};
[[nodiscard]] FunctionTools functionTools(const chat::Request &request, Notices &notices);

/// Whether a choice demands a call, of any function or of some.
[[nodiscard]] bool demandsOne(const chat::ToolChoice &choice);

/// In OpenAI's form, with a schema also where a tool takes nothing, and without what only OpenAI has.
[[nodiscard]] Json functionTool(const chat::Tool &tool);

} // namespace sb::dialects
