#pragma once

#include "core/chat/request.h"

namespace sb::dialects::anthropic {

/// Reads the body of POST /v1/messages as a normalized request. Members that only this format has stay in `extra`.
/// Errors: InvalidInput whose message starts with the path in this format, such as "messages[0].content[1].text".
[[nodiscard]] Result<chat::Request> readRequest(const Json &json);

} // namespace sb::dialects::anthropic
