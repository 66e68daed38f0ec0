#pragma once

#include "core/chat/message.h"
#include "core/usage/records.h"

namespace sb::ui {

/// A record as JSON for reading and for bug reports, with the request and the answer where they are kept; amounts as
/// decimal strings, times in milliseconds.
[[nodiscard]] Json recordJson(const usage::RequestRecord &record, const usage::RecordKey &key);
/// What the user asked last, from the stored request; empty when bodies are not recorded.
[[nodiscard]] QString lastPrompt(const Json &request);
/// What was answered: the message as stored; nothing said where there is none.
[[nodiscard]] chat::Message answerOf(const Json &answer);
/// For reading: of images and sounds only the kind and the size. One line of millions of characters stops a text view.
[[nodiscard]] Json withoutData(const Json &json);

} // namespace sb::ui
