#pragma once

#include "core/chat/message.h"
#include "core/chat/object_reader.h"

namespace sb::dialects::anthropic {

/// One turn as normalized messages: each tool result is one of its own, in the order of the turn.
[[nodiscard]] QList<chat::Message> readTurn(const Json &json, const QString &path, chat::Complaint &complaint);

/// `system`: a string or a list of text blocks.
[[nodiscard]] chat::Message readSystem(const Json &json, const QString &path, chat::Complaint &complaint);

} // namespace sb::dialects::anthropic
