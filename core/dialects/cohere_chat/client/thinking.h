#pragma once

#include "core/catalog/endpoint.h"
#include "core/chat/request.h"
#include "core/dialects/notices.h"

namespace sb::dialects::cohere {

/// `thinking`: a budget, the caller's or a share of the answer's limit by effort, or just on or off. Null: not sent,
/// and the model does as it likes. @param maxTokens that are sent, if any
/// Source: https://docs.cohere.com/docs/reasoning
[[nodiscard]] Json thinkingOf(const chat::Reasoning &reasoning, const catalog::Endpoint &endpoint,
                              std::optional<qint64> maxTokens, Notices &notices);

} // namespace sb::dialects::cohere
