#pragma once

#include "ui/common/target_list.h"

namespace sb::ui {

/// Every provider of the catalog, those that can be used before the others.
[[nodiscard]] QList<TargetChoice> providerChoices(const profile::Workspace &workspace);

} // namespace sb::ui
