#pragma once

#include <QByteArray>

namespace sb::engine {

/// The media type of a file by what it begins with: pictures, PDF, sound, video, and text in UTF-8. What a server says
/// about it is not asked.
/// @return empty for what is not known
[[nodiscard]] QByteArray contentType(const QByteArray &bytes);

} // namespace sb::engine
