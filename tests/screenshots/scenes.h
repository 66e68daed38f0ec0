#pragma once

#include "tests/screenshots/scene_steps.h"

namespace sb::pictures {

/// One picture: what is done with the window before it is taken, and what must be there.
struct Scene
{
    QString name = {}; ///< of the file: "chains"
    bool fresh = false; ///< in a profile that nobody has used yet
    Step prepare = {};
    Sight isThere = {}; ///< empty: nothing is waited for
    Step leave = {}; ///< before the next one; may be empty
    std::chrono::milliseconds before{0}; ///< how long ago it began, on the window's clock, when the first comes
    std::chrono::milliseconds since{0}; ///< and how long it has gone on when the picture is taken
};

/// Every panel, in the order of the rail.
[[nodiscard]] QList<Scene> scenes();

} // namespace sb::pictures
