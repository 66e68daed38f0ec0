#pragma once

#include "core/chat/request.h"

namespace sb::dialects {

/// What part of an answer's limit an effort may think with where a provider takes a number of tokens, in percent.
/// Source: https://openrouter.ai/docs/use-cases/reasoning-tokens
[[nodiscard]] qint64 percentOf(chat::ReasoningEffort effort);

/// The effort that a budget of reasoning tokens stands for, where a provider takes efforts only.
/// Source: https://ai.google.dev/gemini-api/docs/openai#thinking (low 1,024, medium 8,192, high 24,576)
[[nodiscard]] chat::ReasoningEffort effortForBudget(qint64 tokens);

} // namespace sb::dialects
