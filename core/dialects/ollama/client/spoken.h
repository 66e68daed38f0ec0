#pragma once

#include "core/base/result.h"
#include "core/chat/message.h"
#include "core/dialects/notices.h"

namespace sb::dialects::ollama {

/// What a message says, as the API has it: one text, and pictures beside it.
struct Spoken
{
    QString text = {}; ///< of all parts, files that are text among them
    Json images = {}; ///< base64 each; null when there are none
};

/// Errors: InvalidInput for a part that is neither text nor the bytes of a picture, with its path.
[[nodiscard]] Result<Spoken> spokenOf(const chat::Message &message, const QString &path, Notices &notices);

} // namespace sb::dialects::ollama
