#pragma once

namespace sb::app {

/// First of all: a core file would hold every key that is loaded.
void forbidCoreFiles();

} // namespace sb::app
