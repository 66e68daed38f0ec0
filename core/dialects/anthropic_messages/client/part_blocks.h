#pragma once

#include "core/chat/message.h"
#include "core/dialects/notices.h"

namespace sb::dialects::anthropic {

/// The content block of one part; null for a text that says nothing, which the API refuses.
/// @param path of the part, such as "messages[0].content[1]"
/// Errors: InvalidInput for what the API cannot take: sound, unknown parts, files and pictures of other kinds.
[[nodiscard]] Result<Json> blockOf(const chat::Part &part, const QString &path, Notices &notices);

/// Whether a part names a file at the provider, which needs a beta header.
[[nodiscard]] bool namesFile(const chat::Part &part);

} // namespace sb::dialects::anthropic
