#pragma once

struct sqlite3;

namespace sb::usage {

/// Gives a connection the functions that our SQL calls. @return a result code of SQLite
/// - sketch_of(milliseconds): the sketch of one duration; of NULL an empty one
/// - sketch_merge(sketch, sketch): both as one
int addSqlFunctions(sqlite3 *handle);

} // namespace sb::usage
