#pragma once

#include <QByteArrayView>
#include <QSize>

#include <optional>

namespace sb::chat {

/// Width and height in pixels from the header of a PNG, JPEG, GIF or WebP file, without decoding it.
/// @return nullopt for another format or a header that is cut or lies (a side of 0 or above 65,535)
[[nodiscard]] std::optional<QSize> imageSize(QByteArrayView bytes);

} // namespace sb::chat
