#include "core/usage/store/connection.h"

#include "core/usage/store/sql_functions.h"
#include "core/usage/store/statement.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QUuid>
#include <QVariant>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace sb::usage {

namespace {

struct ConnectionText
{
    Q_DECLARE_TR_FUNCTIONS(sb::usage::Register)
};

Error::Kind kindOf(int code)
{
    switch (code) {
    case SQLITE_FULL:
        return Error::Kind::NoSpace;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Error::Kind::Damaged;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return Error::Kind::NotPermitted;
    case SQLITE_INTERRUPT:
        return Error::Kind::Cancelled;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_IOERR:
    case SQLITE_NOMEM:
        return Error::Kind::Unavailable;
    default:
        return Error::Kind::Internal;
    }
}

QString sentence(Error::Kind kind, const QString &file)
{
    switch (kind) {
    case Error::Kind::NoSpace:
        return ConnectionText::tr(
            "The disk of the register is full. Free some space: what waits to be recorded is kept and tried again.");
    case Error::Kind::Damaged:
        return ConnectionText::tr("The register %1 is damaged. End Signalbox and put a backup in its place.").arg(file);
    case Error::Kind::NotPermitted:
        return ConnectionText::tr("The register cannot be written. Check the rights of its file and folder.");
    case Error::Kind::Cancelled:
        return ConnectionText::tr("The query was cancelled.");
    case Error::Kind::Unavailable:
        return ConnectionText::tr(
            "The register cannot be used right now. Check its disk, and whether another program holds it.");
    default:
        return ConnectionText::tr("The register refused a statement. This is a fault of Signalbox; please report it.");
    }
}

/// Small caches: a full scan must not fill the memory that an idle window may have (see README.md). A checkpoint every
/// 16 MB: requests write the same pages again and again, and each of them is copied once a checkpoint.
constexpr const char *WritePragmas =
    "PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8192;"
    "PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864;";
constexpr const char *ReadPragmas = "PRAGMA query_only = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8192;";

sqlite3 *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.data());
}

} // namespace

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Mode mode)
{
    const QString name = u"signalbox-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    sqlite3 *handle = nullptr;
    QString detail;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(path);
        database.setConnectOptions(mode == Mode::Read ? u"QSQLITE_BUSY_TIMEOUT=10000;QSQLITE_OPEN_READONLY"_s
                                                      : u"QSQLITE_BUSY_TIMEOUT=10000"_s);
        if (database.open())
            handle = handleOf(database);
        detail = database.lastError().text();
    }
    if (!handle) {
        QSqlDatabase::removeDatabase(name);
        return failure(Error::Kind::NotPermitted,
                       ConnectionText::tr("The register %1 cannot be opened. Check the rights of its file "
                                          "and folder.")
                           .arg(path),
                       detail);
    }
    std::unique_ptr<Connection> connection(new Connection(name, QFileInfo(path).fileName(), handle));
    connection->run(mode == Mode::Read ? ReadPragmas : WritePragmas);
    addSqlFunctions(handle);
    connection->clearError(); // none of these is needed to be right; a damaged file is found by whoever looks into it
    return connection;
}

Connection::Connection(QString name, QString file, sqlite3 *handle)
    : m_name(std::move(name))
    , m_file(std::move(file))
    , m_handle(handle)
{
}

Connection::~Connection()
{
    QSqlDatabase::removeDatabase(m_name);
}

bool Connection::run(const char *sql)
{
    if (failed())
        return false;
    const int code = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        noteError(code);
    return code == SQLITE_OK;
}

qint64 Connection::integer(const char *sql)
{
    Statement statement(*this, sql);
    return statement.next() ? statement.integer(0) : 0;
}

Error Connection::error() const
{
    const Error::Kind kind = kindOf(m_errorCode);
    return {.kind = kind,
            .message = sentence(kind, m_file),
            .detail = u"SQLite %1: %2"_s.arg(m_errorCode).arg(m_errorText)};
}

void Connection::noteError(int code)
{
    if (failed())
        return;
    m_errorCode = code & 0xff;
    m_errorText = QString::fromUtf8(sqlite3_errmsg(m_handle));
}

void Connection::clearError()
{
    m_errorCode = 0;
    m_errorText.clear();
}

} // namespace sb::usage
