#pragma once

#include "core/chat/request.h"
#include "core/dialects/notices.h"

namespace sb::dialects::responses {

/// `text`: what the answer's text must be, and how much of it. Null: nothing is demanded.
/// Source: https://platform.openai.com/docs/guides/structured-outputs
[[nodiscard]] Json textOf(const chat::Request &request, Notices &notices);

} // namespace sb::dialects::responses
