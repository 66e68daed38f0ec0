#pragma once

namespace sb {

/// Makes ":/look/theme.json" and ":/look/icons/NAME.svg" readable. A static library's resources are not there by
/// themselves; calling it twice does no harm.
void initLook();

} // namespace sb
