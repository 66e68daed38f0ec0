#include "core/usage/store/statement.h"

#include "core/usage/store/connection.h"

#include <sqlite3.h>

namespace sb::usage {

Statement::Statement(Connection &connection, const char *sql)
    : Statement(connection, QByteArray::fromRawData(sql, qsizetype(qstrlen(sql))))
{
}

Statement::Statement(Connection &connection, QByteArray sql)
    : m_connection(connection)
    , m_sql(std::move(sql))
{
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

bool Statement::begin()
{
    if (m_connection.failed())
        return false;
    if (m_statement) {
        sqlite3_reset(m_statement);
        return true;
    }
    const int code = sqlite3_prepare_v3(m_connection.handle(), m_sql.constData(), int(m_sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
    if (code != SQLITE_OK)
        m_connection.noteError(code);
    return code == SQLITE_OK;
}

bool Statement::next()
{
    if (m_connection.failed() || (!m_statement && !begin()))
        return false;
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        m_connection.noteError(code);
    sqlite3_reset(m_statement);
    return false;
}

bool Statement::finish()
{
    while (next()) { }
    return !m_connection.failed();
}

std::optional<qint64> Statement::firstInteger()
{
    if (!next())
        return std::nullopt;
    const std::optional<qint64> value = maybeInteger(0);
    reset();
    return value;
}

void Statement::reset()
{
    if (m_statement)
        sqlite3_reset(m_statement);
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::optional<qint64> Statement::maybeInteger(int column) const
{
    if (sqlite3_column_type(m_statement, column) == SQLITE_NULL)
        return std::nullopt;
    return integer(column);
}

std::optional<NanoDollars> Statement::maybeMoney(int column) const
{
    const std::optional<qint64> value = maybeInteger(column);
    return value ? std::optional(NanoDollars{*value}) : std::nullopt;
}

QString Statement::text(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::blob(int column) const
{
    return blobView(column).toByteArray();
}

QByteArrayView Statement::blobView(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return QByteArrayView(bytes, sqlite3_column_bytes(m_statement, column));
}

void Statement::bindValue(int index, qint64 value)
{
    sqlite3_bind_int64(m_statement, index, value);
}

void Statement::bindValue(int index, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    sqlite3_bind_text64(m_statement, index, utf8.constData(), sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT,
                        SQLITE_UTF8);
}

void Statement::bindValue(int index, const QByteArray &value)
{
    sqlite3_bind_blob64(m_statement, index, value.constData(), sqlite3_uint64(value.size()), SQLITE_TRANSIENT);
}

void Statement::bindValue(int index, std::nullptr_t)
{
    sqlite3_bind_null(m_statement, index);
}

} // namespace sb::usage
