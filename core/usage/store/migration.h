#pragma once

#include "core/base/result.h"

#include <span>
#include <vector>

namespace sb::usage {

class Connection;

/// One step of the schema: to be appended to, never changed once released.
struct Migration
{
    int version = 0; ///< what user_version is after it; 1, 2, …
    std::vector<const char *> statements = {};
};

/// All steps of the register.
[[nodiscard]] std::span<const Migration> registerMigrations();

/// Brings a database to the newest version. Each step and its number are one transaction. Before the first step on a
/// database that has data, it is copied to "<path>.before-v<newest>.bak".
/// Errors: Conflict for a database of a newer program; else those of SQLite.
[[nodiscard]] Result<void> migrate(Connection &connection, const QString &path, std::span<const Migration> steps);

} // namespace sb::usage
