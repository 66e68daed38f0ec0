#pragma once

#include "core/base/result.h"
#include "core/chat/message.h"

namespace sb::dialects::gemini {

/// `contents` as messages; a function response is a message of its own.
/// Errors: InvalidInput with the path, such as "contents[1].role: expected “user” or “model”".
[[nodiscard]] Result<QList<chat::Message>> readContents(const Json &contents);

/// One content as a message of that role, such as the system instruction.
[[nodiscard]] chat::Message readInstruction(const Json &content);

} // namespace sb::dialects::gemini
