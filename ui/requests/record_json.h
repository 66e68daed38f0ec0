#pragma once

#include "core/usage/records.h"

namespace sb::ui {

/// A record as JSON for reading and for bug reports; amounts as decimal strings, times in milliseconds.
[[nodiscard]] Json recordJson(const usage::RequestRecord &record, const usage::RecordKey &key);
/// What the user asked last, from the stored request; empty when bodies are not recorded.
[[nodiscard]] QString lastPrompt(const Json &request);
/// The answer's text, from the stored answer.
[[nodiscard]] QString answerText(const Json &answer);

} // namespace sb::ui
