#pragma once

namespace sb::ui {

/// Makes the rail a list and its items list items for assistive programs: as buttons that can be checked they would
/// read as check boxes.
void installRailAccess();

} // namespace sb::ui
