#pragma once

#include "core/chat/event.h"
#include "core/chat/request.h"

namespace sb::dialects::anthropic {

/// A whole message as we serve it.
[[nodiscard]] Json wholeJson(const chat::Request &request, const chat::Answer &answer);
/// `usage`; what was not counted is null, which is not zero.
[[nodiscard]] Json usageJson(const chat::Usage &usage);
/// `{"type": "error", "error": {...}}`, with the common word as OpenRouter's metadata.error_type.
/// Source: https://platform.claude.com/docs/en/api/errors
[[nodiscard]] Json errorJson(const chat::ProviderError &error);
/// `stop_reason`: the answer's own word where it is one of this format, else the one that means the same.
[[nodiscard]] Json stopReasonJson(chat::FinishReason reason, const QString &raw);
/// A message without content: what a whole one and message_start have in common.
[[nodiscard]] Json messageHead(const QString &id, const QString &model);

} // namespace sb::dialects::anthropic
