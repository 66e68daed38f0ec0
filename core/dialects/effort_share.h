#pragma once

#include "core/chat/request.h"

namespace sb::dialects {

/// What part of an answer's limit an effort may think with where a provider takes a number of tokens, in percent.
/// Source: https://openrouter.ai/docs/use-cases/reasoning-tokens
[[nodiscard]] qint64 percentOf(chat::ReasoningEffort effort);

} // namespace sb::dialects
