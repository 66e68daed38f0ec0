#pragma once

#include "core/chat/message.h"

namespace sb::dialects {

/// What asks for JSON in words, where no mode does; for the model, so in English. @param schema may be null
[[nodiscard]] QString jsonInstruction(const Json &schema);

/// Whether any message speaks of JSON: where none does, JSON modes may write blanks without an end.
/// Sources: https://docs.cohere.com/reference/chat#request.body.response_format, https://docs.ollama.com/api/generate
[[nodiscard]] bool speaksOfJson(const QList<chat::Message> &messages);

} // namespace sb::dialects
