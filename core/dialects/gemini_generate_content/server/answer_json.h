#pragma once

#include "core/base/json.h"
#include "core/chat/event.h"
#include "core/chat/request.h"

namespace sb::dialects::gemini {

/// The JSON of answers as we serve them.
[[nodiscard]] Json wholeJson(const chat::Request &request, const chat::Answer &answer);
/// One object with these parts of candidate 0. @param finish a word, or empty while the model goes on
[[nodiscard]] Json answerJson(const QString &id, const QString &model, const Json::Array &parts,
                              const QByteArray &finish, const std::optional<chat::Usage> &usage);
/// null when nothing was counted
[[nodiscard]] Json usageJson(const chat::Usage &usage);
/// `{"error": {code, message, status, details}}`: the common word as the reason of an ErrorInfo, the wait as RetryInfo.
/// @param status of HTTP; 0 inside a stream, where the code is chosen by the error's type
/// Source: https://google.aip.dev/193
[[nodiscard]] Json errorJson(int status, const chat::ProviderError &error);

[[nodiscard]] Json textPart(const QString &text, bool isThought = false);
[[nodiscard]] Json callPart(const chat::ToolCall &call);
/// The part for a block of reasoning_details of this format; null for one of another.
[[nodiscard]] Json signaturePart(const Json &block);

} // namespace sb::dialects::gemini
