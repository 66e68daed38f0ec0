#pragma once

#include <QByteArray>

namespace sb::engine {

/// The media type of a file by what it begins with: pictures, PDF, sound, video, and text in UTF-8. What a server says
/// about it is not asked.
/// @return empty for what is not known
[[nodiscard]] QByteArray contentType(const QByteArray &bytes);

/// Whether a picture or PDF has its end. A body that comes in chunks and is cut by a reset is told to us as complete by
/// Qt, so the file itself is asked. True for types without a mark of their end.
[[nodiscard]] bool hasItsEnd(const QByteArray &mimeType, const QByteArray &bytes);

} // namespace sb::engine
