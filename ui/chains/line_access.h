#pragma once

namespace sb::ui {

/// Makes assistive programs see a LineView's stations as its children, in the order of the list. More than once does
/// no harm.
void installLineAccess();

} // namespace sb::ui
