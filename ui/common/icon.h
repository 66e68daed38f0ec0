#pragma once

#include <QIcon>

namespace sb::ui {

/// An icon of the house that takes its color from the palette when it is painted, so that it follows the theme.
/// @param name file name in resources/look/icons without ".svg"
[[nodiscard]] QIcon icon(const QString &name);

} // namespace sb::ui
