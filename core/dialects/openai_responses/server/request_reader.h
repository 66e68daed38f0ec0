#pragma once

#include "core/chat/request.h"

namespace sb::dialects::responses {

/// A request for a response as a normalized one. Errors: InvalidInput whose message starts with the path.
[[nodiscard]] Result<chat::Request> readRequest(const Json &json);

} // namespace sb::dialects::responses
