#pragma once

#include "core/base/json.h"
#include "core/chat/event.h"
#include "core/chat/request.h"

namespace sb::dialects::openai {

/// The JSON of answers as we serve them: OpenAI's members, with OpenRouter's `reasoning`, `reasoning_details` and
/// `cost`.
[[nodiscard]] Json wholeJson(const chat::Request &request, const chat::Answer &answer);
/// null when nothing was counted
[[nodiscard]] Json usageJson(const chat::Usage &usage);
/// `{"error": {...}}`, with the common word as OpenRouter's metadata.error_type.
[[nodiscard]] Json errorJson(const chat::ProviderError &error);
/// What is common to a whole answer and a chunk: id, object, created, model.
[[nodiscard]] Json answerHead(const QString &id, const QString &model, const char *object);
/// One entry of `tool_calls`; members that are empty are left out.
[[nodiscard]] Json toolCallJson(const chat::ToolCallDelta &call, bool first);
/// The member in which content that is no text travels, and whether it is a list; empty: not in this format.
struct OtherPlace
{
    QByteArray member = {};
    bool isList = false;
    bool atTop = false; ///< beside `choices`, not inside the message
};
[[nodiscard]] OtherPlace placeOf(const QByteArray &kind);

} // namespace sb::dialects::openai
