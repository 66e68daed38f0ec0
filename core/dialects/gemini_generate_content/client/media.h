#pragma once

#include "core/base/result.h"
#include "core/chat/message.h"
#include "core/dialects/notices.h"

namespace sb::dialects::gemini {

/// One part of a message as a part of a content: bytes as `inlineData`, links and ids as `fileData`, Gemini's own parts
/// as they are. @param path of the part, for notices and errors
/// Errors: InvalidInput for what Gemini has no part for.
/// Source: https://ai.google.dev/api/caching#Part, https://ai.google.dev/gemini-api/docs/file-input-methods
[[nodiscard]] Result<Json> partJson(const chat::Part &part, const QString &path, Notices &notices);

/// Whether a link can be sent as it is: files of the Files API, Cloud Storage, and videos of YouTube. What else is
/// there must be sent as bytes.
[[nodiscard]] bool takesLink(const QByteArray &url);

} // namespace sb::dialects::gemini
