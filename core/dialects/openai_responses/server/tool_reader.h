#pragma once

#include "core/chat/object_reader.h"
#include "core/chat/request.h"

namespace sb::dialects::responses {

/// `tools` and `tool_choice`, in the form of chat completions where those have one; others as they are.
[[nodiscard]] QList<chat::Tool> readTools(const Json &list, const QString &path, chat::Complaint &complaint);
[[nodiscard]] chat::ToolChoice readToolChoice(const Json &json, const QString &path, chat::Complaint &complaint);

} // namespace sb::dialects::responses
