#pragma once

#include "core/base/json.h"
#include "core/chat/event.h"
#include "core/chat/request.h"

namespace sb::dialects::responses {

/// What every response says about itself and its request; `status` is "in_progress", and there is no output yet.
[[nodiscard]] Json responseHead(const chat::Request &request, const QString &id, const QString &model);
/// Puts what an answer ended with into a response: its status, and why it is no more than that.
void setEnding(Json &response, chat::FinishReason reason);
void setFailure(Json &response, const chat::ProviderError &error);

[[nodiscard]] Json wholeJson(const chat::Request &request, const chat::Answer &answer);
/// null when nothing was counted
[[nodiscard]] Json usageJson(const chat::Usage &usage);

// Items of an answer, as they are when they are over. @param place in the answer, which gives them their ids
[[nodiscard]] Json messageItem(const Json &content, qint64 place);
[[nodiscard]] Json textPart(const QString &text, const Json::Array &annotations);
[[nodiscard]] Json refusalPart(const QString &text);
/// What was thought, with what of it goes back, where there is that; else as a summary.
[[nodiscard]] Json::Array reasoningItems(const QString &text, const Json &details, qint64 place);
[[nodiscard]] Json callItem(const chat::ToolCall &call, qint64 place);
/// Content that is neither text nor a call, where this format has an item for it; else null.
[[nodiscard]] Json serviceItem(const Json &raw, qint64 place);

} // namespace sb::dialects::responses
