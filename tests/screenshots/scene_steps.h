#pragma once

#include "app/window/window_app.h"

namespace sb::pictures {

// What scenes are made of: steps through the window as a person takes them, and what they wait for.

using Step = std::function<void(ui::MainWindow &window)>;
using Sight = std::function<bool(ui::MainWindow &window)>;

[[nodiscard]] Step show(const QString &section);
[[nodiscard]] Step inOrder(const QList<Step> &steps);
/// A table of this section has rows.
[[nodiscard]] Sight hasRows(const QString &section);
/// Chooses in the control of a page that has so many items.
void chooseView(QWidget *page, qsizetype count, int index);
/// Presses the button of this name, where it is seen.
void press(QWidget *page, const QString &objectName);

} // namespace sb::pictures
