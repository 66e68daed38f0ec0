#pragma once

#include "core/base/result.h"
#include "core/chat/message.h"
#include "core/dialects/notices.h"

namespace sb::dialects::completions {

struct Prompt
{
    QString text = {};
    bool isTranscript = false; ///< several turns, of which the next is asked for
};

/// A conversation as one prompt. A single message of the user is sent as it is; else instructions come first, then the
/// user's message, or a transcript of the turns, and a notice says so.
/// Errors: InvalidInput for a part that is no text, with its path.
[[nodiscard]] Result<Prompt> promptOf(const QList<chat::Message> &messages, Notices &notices);

} // namespace sb::dialects::completions
