#include "core/usage/store/sql_functions.h"

#include "core/usage/store/sketch.h"

#include <sqlite3.h>

namespace sb::usage {

namespace {

QByteArrayView blobOf(sqlite3_value *value)
{
    const auto *bytes = static_cast<const char *>(sqlite3_value_blob(value));
    return QByteArrayView(bytes, sqlite3_value_bytes(value));
}

void answer(sqlite3_context *context, const QByteArray &blob)
{
    sqlite3_result_blob64(context, blob.constData(), sqlite3_uint64(blob.size()), SQLITE_TRANSIENT);
}

void sketchOf(sqlite3_context *context, int, sqlite3_value **values)
{
    Sketch sketch;
    if (sqlite3_value_type(values[0]) != SQLITE_NULL)
        sketch.add(std::chrono::milliseconds{sqlite3_value_int64(values[0])});
    answer(context, sketch.encoded());
}

void mergeSketches(sqlite3_context *context, int, sqlite3_value **values)
{
    answer(context, Sketch::merged(blobOf(values[0]), blobOf(values[1])));
}

} // namespace

int addSqlFunctions(sqlite3 *handle)
{
    constexpr int Flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    const int code =
        sqlite3_create_function_v2(handle, "sketch_of", 1, Flags, nullptr, sketchOf, nullptr, nullptr, nullptr);
    return code != SQLITE_OK ? code
                             : sqlite3_create_function_v2(handle, "sketch_merge", 2, Flags, nullptr, mergeSketches,
                                                          nullptr, nullptr, nullptr);
}

} // namespace sb::usage
