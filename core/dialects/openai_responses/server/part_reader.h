#pragma once

#include "core/chat/message.h"
#include "core/chat/object_reader.h"

namespace sb::dialects::responses {

/// A string, or a list of parts, as a message's content; a refusal among the parts becomes the message's.
void readContent(const Json &content, const QString &path, chat::Message &message, chat::Complaint &complaint);

} // namespace sb::dialects::responses
