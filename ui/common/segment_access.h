#pragma once

namespace sb::ui {

/// Makes assistive programs see a SegmentedControl as a group of radio buttons. More than once does no harm.
void installSegmentAccess();

} // namespace sb::ui
