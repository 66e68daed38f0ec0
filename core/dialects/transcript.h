#pragma once

#include "core/chat/message.h"

namespace sb::dialects {

/// One turn of a conversation that becomes one text, for services that take a prompt: "User: Hi", "Assistant: …" with
/// what was called, "Tool: …". For the model, so in English. Turns have a blank line between them.
/// @param text what the message says
[[nodiscard]] QString transcriptTurn(const chat::Message &message, const QString &text);

/// What asks for the next turn, behind all of them.
inline constexpr QLatin1StringView TranscriptEnd("Assistant:");

} // namespace sb::dialects
