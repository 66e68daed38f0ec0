#pragma once

#include "core/lab/replay.h"
#include "core/profile/workspace.h"
#include "core/usage/queries.h"

namespace sb::ui {

/// What a replay is of, with all that it needs of profile and register but its time. Errors: Unavailable while the
/// register is not open, and what keeps it from being opened.
[[nodiscard]] Result<lab::ReplaySpec> replayOf(const routing::Chain &chain, const usage::Queries &queries,
                                               const profile::Workspace &workspace);
[[nodiscard]] Result<lab::ReplaySpec> replayOf(const routing::Policy &policy, const usage::Queries &queries,
                                               const profile::Workspace &workspace);

} // namespace sb::ui
