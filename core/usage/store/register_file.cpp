#include "core/usage/store/register_file.h"

#include "core/usage/store/migration.h"
#include "core/usage/store/private_file.h"
#include "core/usage/store/sketch.h"
#include "core/usage/store/statement.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLockFile>
#include <QStorageInfo>

using namespace Qt::StringLiterals;

namespace sb::usage {

namespace {

constexpr qint64 ApplicationId = 0x53426f78;
constexpr int MaxSideRegisters = 20;
constexpr qint64 LeastSpace = 4096; // bytes, for the lock alone

struct RegisterFileText
{
    Q_DECLARE_TR_FUNCTIONS(sb::usage::Register)
};

Result<void> outcome(const Connection &connection)
{
    if (connection.failed())
        return tl::unexpected(connection.error());
    return {};
}

/// open() succeeds on garbage, and a file cut off at its end has a whole header: so the number of tables is asked for
/// and, of a register, the ends of its main tables.
Result<void> probe(Connection &connection)
{
    (void)connection.integer("PRAGMA schema_version");
    const qint64 tables = connection.integer("SELECT count(*) FROM sqlite_schema");
    const qint64 id = connection.integer("PRAGMA application_id");
    if (const Result<void> read = outcome(connection); !read)
        return read;
    if (tables > 0 && id != ApplicationId)
        return failure(Error::Kind::Damaged, RegisterFileText::tr("This is a database of another program."));
    if (tables > 0) {
        for (const char *sql :
             {"SELECT count(*) FROM meta", "SELECT seq FROM request ORDER BY ledger DESC, seq DESC LIMIT 1",
              "SELECT seq FROM attempt ORDER BY ledger DESC, seq DESC LIMIT 1", "SELECT max(id) FROM name",
              "SELECT max(day) FROM spent WHERE ledger = 0"})
            (void)connection.integer(sql);
        if (connection.integer("SELECT count(*) FROM meta WHERE key = 'damaged'") > 0)
            return failure(Error::Kind::Damaged, RegisterFileText::tr("A page of the file is damaged."));
    }
    return outcome(connection);
}

/// A file shorter than its header says has lost its end; the missing pages may still be in a write-ahead log.
bool isCutOff(Connection &connection, const QString &path)
{
    const qint64 size = connection.integer("PRAGMA page_count") * connection.integer("PRAGMA page_size");
    return QFileInfo(path).size() < size && QFileInfo(path + u"-wal"_s).size() == 0;
}

Result<std::unique_ptr<Connection>> openHealthy(const QString &path, const QTimeZone &zone)
{
    makePrivateFile(path);
    Result<std::unique_ptr<Connection>> opened = Connection::open(path, Connection::Mode::Write);
    if (!opened)
        return opened;
    Connection &connection = **opened;
    if (const Result<void> readable = probe(connection); !readable)
        return tl::unexpected(readable.error());
    if (isCutOff(connection, path))
        return failure(Error::Kind::Damaged, RegisterFileText::tr("The end of the file is missing."));
    connection.run("PRAGMA journal_mode = WAL");
    if (const Result<void> migrated = migrate(connection, path, registerMigrations()); !migrated)
        return tl::unexpected(migrated.error());
    Statement seed(connection, "INSERT INTO meta(key, value) VALUES(?1, ?2) ON CONFLICT DO NOTHING");
    seed.run(u"zone"_s, QString::fromLatin1(zone.id()));
    seed.run(u"sketch_accuracy"_s, QString::number(Sketch::Accuracy));
    if (const Result<void> seeded = outcome(connection); !seeded)
        return tl::unexpected(seeded.error());
    return opened;
}

QString sidePath(const QString &path, int number)
{
    const QFileInfo file(path);
    return u"%1/%2.side-%3.%4"_s.arg(file.path(), file.completeBaseName()).arg(number).arg(file.suffix());
}

QString adviceFor(const QString &path, const QString &side)
{
    return RegisterFileText::tr(
               "The register %1 is damaged and was left as it is. New requests are recorded in %2, and limits count "
               "only "
               "those. To have the old records back, end Signalbox and put a backup in the place of the damaged file.")
        .arg(QFileInfo(path).fileName(), QFileInfo(side).fileName());
}

Result<OpenedRegister> finish(std::unique_ptr<Connection> connection, const QString &path)
{
    OpenedRegister opened{.path = path, .zone = zoneOf(*connection)};
    opened.connection = std::move(connection);
    return opened;
}

} // namespace

Result<OpenedRegister> openRegister(const QString &path, const QTimeZone &zone, const QStringList &passOver)
{
    QLockFile lock(path + u".opening"_s);
    lock.setStaleLockTime(0); // a migration may take long; a holder that died is noticed by its pid
    constexpr int PatienceMs = 30'000;
    if (!lock.tryLock(PatienceMs)) {
        if (lock.error() == QLockFile::LockFailedError)
            return failure(Error::Kind::Unavailable,
                           RegisterFileText::tr("Another Signalbox is still preparing the register. Try again."));
        const QStorageInfo disk(QFileInfo(path).path());
        if (disk.isValid() && disk.bytesAvailable() < LeastSpace)
            return failure(
                Error::Kind::NoSpace,
                RegisterFileText::tr("The disk of the register %1 is full. Free some space, then start again.")
                    .arg(path));
        return failure(
            Error::Kind::NotPermitted,
            RegisterFileText::tr("The folder of the register %1 cannot be written. Check its rights and its disk.")
                .arg(path));
    }
    Error problem;
    if (!passOver.contains(path)) {
        Result<std::unique_ptr<Connection>> main = openHealthy(path, zone);
        if (main)
            return finish(std::move(*main), path);
        if (main.error().kind != Error::Kind::Damaged)
            return tl::unexpected(main.error());
        problem = main.error();
    }

    for (int number = 1; number <= MaxSideRegisters; ++number) {
        const QString side = sidePath(path, number);
        if (passOver.contains(side))
            continue;
        Result<std::unique_ptr<Connection>> opened = openHealthy(side, zone);
        if (!opened && opened.error().kind == Error::Kind::Damaged)
            continue;
        if (!opened)
            return tl::unexpected(opened.error());
        Result<OpenedRegister> found = finish(std::move(*opened), side);
        found->damaged = true;
        found->advice = adviceFor(path, side);
        return found;
    }
    return tl::unexpected(problem);
}

void markDamaged(Connection &connection)
{
    connection.clearError();
    connection.run("INSERT INTO meta(key, value) VALUES('damaged', '1') ON CONFLICT DO NOTHING");
    connection.clearError(); // the next start comes upon the damage again, then
    // A log that is left behind would be played into the backup that is put in the file's place.
    connection.run("PRAGMA busy_timeout = 1000; PRAGMA wal_checkpoint(TRUNCATE)");
    connection.clearError();
}

QTimeZone zoneOf(Connection &connection)
{
    Statement statement(connection, "SELECT value FROM meta WHERE key = 'zone'");
    const QString id = statement.next() ? statement.text(0) : QString();
    const QTimeZone zone(id.toLatin1());
    return zone.isValid() ? zone : QTimeZone::utc();
}

} // namespace sb::usage
