#pragma once

#include "core/base/result.h"
#include "core/chat/message.h"
#include "core/dialects/notices.h"

namespace sb::dialects::responses {

/// One part of a message, or of the result of a tool. The assistant's are texts only.
/// Errors: InvalidInput for a part that the API cannot take, with its path.
/// Source: https://platform.openai.com/docs/api-reference/responses/create#responses-create-input
[[nodiscard]] Result<Json> partJson(const chat::Part &part, chat::Role role, const QString &path, Notices &notices);

/// Whether a part is an item of its own instead, see isServiceItem().
[[nodiscard]] bool isItem(const chat::Part &part);

} // namespace sb::dialects::responses
