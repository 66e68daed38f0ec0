#include "core/usage/store/migration.h"

#include "core/usage/store/connection.h"
#include "core/usage/store/private_file.h"
#include "core/usage/store/statement.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace sb::usage {

namespace {

Result<void> endOrRollBack(Connection &connection)
{
    if (!connection.failed())
        return {};
    const Error error = connection.error();
    connection.clearError();
    connection.run("ROLLBACK"); // fails where SQLite rolled back itself
    connection.clearError();
    return tl::unexpected(error);
}

/// VACUUM INTO gives a consistent copy while others write. Made under another name, so that a backup is whole or
/// absent.
Result<void> backUp(Connection &connection, const QString &target)
{
    const QString partial = target + u".partial"_s;
    QFile::remove(partial);
    makePrivateFile(partial);
    Statement(connection, "VACUUM INTO ?1").run(partial);
    if (const Result<void> done = endOrRollBack(connection); !done)
        return done;
    QFile::remove(target);
    if (!QFile::rename(partial, target)) {
        return failure(Error::Kind::NotPermitted,
                       QCoreApplication::translate("sb::usage::Register",
                                                   "The backup %1 cannot be written; the register stays as it was.")
                           .arg(target));
    }
    return {};
}

Result<void> apply(Connection &connection, const Migration &step)
{
    connection.run("BEGIN IMMEDIATE");
    for (const char *statement : step.statements)
        connection.run(statement);
    connection.run(QByteArray("PRAGMA user_version = " + QByteArray::number(step.version)).constData());
    connection.run("COMMIT");
    return endOrRollBack(connection);
}

} // namespace

Result<void> migrate(Connection &connection, const QString &path, std::span<const Migration> steps)
{
    const qint64 found = connection.integer("PRAGMA user_version");
    if (const Result<void> read = endOrRollBack(connection); !read)
        return read;
    const int newest = steps.back().version;
    if (found > newest) {
        return failure(Error::Kind::Conflict,
                       QCoreApplication::translate("sb::usage::Register",
                                                   "The register %1 was written by a newer Signalbox (form %2, this "
                                                   "program knows up to %3). Update Signalbox, or use another profile.")
                           .arg(path)
                           .arg(found)
                           .arg(newest));
    }
    if (found > 0 && found < newest) {
        if (const Result<void> saved = backUp(connection, u"%1.before-v%2.bak"_s.arg(path).arg(newest)); !saved)
            return saved;
    }
    for (const Migration &step : steps) {
        if (step.version <= found)
            continue;
        if (const Result<void> applied = apply(connection, step); !applied)
            return applied;
    }
    return {};
}

} // namespace sb::usage
