#pragma once

#include "core/catalog/endpoint.h"
#include "core/chat/request.h"
#include "core/dialects/notices.h"

namespace sb::dialects::responses {

/// `reasoning`: an effort, and a summary where what is thought shall be seen. Null: not sent, and the model does as it
/// likes. Source: https://platform.openai.com/docs/guides/reasoning
[[nodiscard]] Json reasoningOf(const chat::Reasoning &reasoning, const catalog::Endpoint &endpoint, Notices &notices);

} // namespace sb::dialects::responses
