#pragma once

#include <QStringView>

namespace sb::ui {

/// How far a growing Markdown text will not be read otherwise by what may still come: the offset after the last
/// top-level block that is closed. A block is closed by a blank line outside a fence, once the next block has visibly
/// begun and is no continuation of a list. A heading or thematic break closes itself at its line's end, when the next
/// line has begun.
/// @param from an offset that this function returned before, or 0
[[nodiscard]] qsizetype closedPrefix(QStringView markdown, qsizetype from = 0);

} // namespace sb::ui
