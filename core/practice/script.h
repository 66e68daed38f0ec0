#pragma once

#include "core/chat/event.h"
#include "core/chat/request.h"

#include <QList>

namespace sb::practice {

/// What a simulated model says to one request, in steps of one token; when and whether it gets through is for the
/// knobs.
struct Script
{
    chat::Started started = {};
    QList<chat::Event> tokens = {}; ///< ReasoningDelta, then TextDelta or ToolCallDelta
    chat::Finished finished = {};
    chat::UsageReport usage = {};
};

/// The same request and voice give the same script. Honors tools, response_format, max_tokens and stop; goes on from
/// the assistant's text where that comes last.
[[nodiscard]] Script writeScript(const chat::Request &request, quint64 voice);

/// Tokens of all that is sent, by the practice rule; 256 for a part that is no text.
[[nodiscard]] qint64 countInput(const chat::Request &request);

} // namespace sb::practice
