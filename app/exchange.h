#pragma once

#include "app/command_line.h"
#include "app/core_services.h"
#include "app/terminal.h"

namespace sb::app {

/// `signalbox import`: what another router's file says becomes chains and a policy of the profile. Prints what was
/// written and, on standard error, what means something else here or was not carried over. Nothing is written where a
/// name is taken and that was not allowed, and nothing in a dry run.
/// @return the exit code
[[nodiscard]] int importFile(const LoadedProfile &loaded, const ImportOptions &options, Terminal &terminal);

/// `signalbox export`: a chain, or a policy with its chains, as another router's file, on standard output or into a
/// file that does not exist yet. @return the exit code
[[nodiscard]] int exportFile(const LoadedProfile &loaded, const ExportOptions &options, Terminal &terminal);

} // namespace sb::app
