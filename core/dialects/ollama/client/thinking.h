#pragma once

#include "core/catalog/endpoint.h"
#include "core/chat/request.h"
#include "core/dialects/notices.h"

namespace sb::dialects::ollama {

/// `think`: a level, true or false; null: not sent, and the model does as it likes.
/// @param maxTokens that are sent, if any; a budget is a share of them
/// Source: https://docs.ollama.com/capabilities/thinking
[[nodiscard]] Json thinkOf(const chat::Reasoning &reasoning, const catalog::Endpoint &endpoint,
                           std::optional<qint64> maxTokens, Notices &notices);

} // namespace sb::dialects::ollama
