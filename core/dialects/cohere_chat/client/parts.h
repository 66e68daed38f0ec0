#pragma once

#include "core/chat/message.h"
#include "core/dialects/notices.h"

namespace sb::dialects::cohere {

/// A text block, or null for a part that is no text. @param path of the part
[[nodiscard]] Json textBlock(const chat::Part &part, const QString &path, Notices &notices);

/// A picture's block; null for a part that is none.
[[nodiscard]] Json pictureBlock(const chat::Part &part, const QString &path, Notices &notices);

/// The `data` of a document, of a file that is text; null for a part that is none.
[[nodiscard]] Json documentData(const chat::Part &part);

} // namespace sb::dialects::cohere
