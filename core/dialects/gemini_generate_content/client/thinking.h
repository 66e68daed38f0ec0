#pragma once

#include "core/catalog/endpoint.h"
#include "core/chat/request.h"
#include "core/dialects/notices.h"

namespace sb::dialects::gemini {

/// `thinkingConfig`: a level for models that refuse a budget (Gemini 3), else a budget (Gemini 2.5). An effort becomes
/// a share of the answer's limit, as OpenRouter documents it: minimal 10 %, low 20 %, medium 50 %, high 80 %, above 95
/// %.
/// @param maxTokens the limit of the answer, where there is one
/// @return null when nothing is to be said
/// Source: https://ai.google.dev/gemini-api/docs/thinking,
/// https://openrouter.ai/docs/use-cases/reasoning-tokens
[[nodiscard]] Json thinkingConfig(const chat::Reasoning &reasoning, const catalog::Endpoint &endpoint,
                                  std::optional<qint64> maxTokens, Notices &notices);

} // namespace sb::dialects::gemini
