#pragma once

#include "core/chat/message.h"

#include <QList>

namespace sb::dialects {

/// Gives an id to every tool call that came without one (Gemini 2.5 sends none), and the same to its result: the
/// results behind an assistant are those of its calls, in order. What has an id keeps it.
void completeCallIds(QList<chat::Message> &messages);

} // namespace sb::dialects
