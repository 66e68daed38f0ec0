#pragma once

#include "ui/shell/command_palette.h"

namespace sb::ui {

/// What a page offers right now, by name: its buttons that have a key, and the actions of its widgets. @param group the
/// caption above them
[[nodiscard]] QList<Command> commandsOf(const QWidget &page, const QString &group);

} // namespace sb::ui
