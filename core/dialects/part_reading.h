#pragma once

#include "core/base/result.h"
#include "core/chat/message.h"

namespace sb::dialects {

/// The link or data: URL of a picture, also of one that came as a file; empty for a part that is none.
[[nodiscard]] QByteArray pictureUrl(const chat::Part &part);

/// What a file says whose bytes are plain text, Markdown, JSON and the like; nullopt for any other part.
[[nodiscard]] std::optional<QString> fileText(const chat::Part &part);

/// InvalidInput for a part that a service has no place for. @param expected marked for translation in the context
/// "sb::dialects"
[[nodiscard]] tl::unexpected<Error> refusedPart(const QString &path, const char *expected);

} // namespace sb::dialects
