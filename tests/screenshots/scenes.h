#pragma once

#include "app/window/window_app.h"

namespace sb::pictures {

/// One picture: what is done with the window before it is taken, and what must be there.
struct Scene
{
    QString name = {}; ///< of the file: "chains"
    bool fresh = false; ///< in a profile that nobody has used yet
    std::function<void(ui::MainWindow &window)> prepare = {};
    std::function<bool(ui::MainWindow &window)> isThere = {}; ///< empty: nothing is waited for
    std::function<void(ui::MainWindow &window)> leave = {}; ///< before the next one; may be empty
};

/// Every panel, in the order of the rail; sections that do not exist are left out.
[[nodiscard]] QList<Scene> scenes();

} // namespace sb::pictures
