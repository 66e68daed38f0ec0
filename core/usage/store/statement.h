#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"

#include <QByteArray>
#include <QString>

#include <optional>

struct sqlite3_stmt;

namespace sb::usage {

class Connection;

/// A prepared statement of SQLite's C API: several times cheaper than QSqlQuery, and typed. Prepared at its first use,
/// finalized with this object, which ends before its connection. Errors are kept by the connection.
/// A statement that still has rows holds a snapshot and lets the write-ahead log grow: read to the end, or reset().
class Statement
{
public:
    Statement(Connection &connection, const char *sql); ///< sql: a literal
    Statement(Connection &connection, QByteArray sql);
    ~Statement();
    Q_DISABLE_COPY_MOVE(Statement)

    /// Binds ?1, ?2, … to: an integer, bool, QString, QByteArray (as blob), NanoDollars, WallTime, nullptr, or a
    /// std::optional of those.
    template <typename... Values>
    Statement &bind(const Values &...values)
    {
        int index = 0;
        if (begin())
            (bindValue(++index, values), ...);
        return *this;
    }

    /// The next row; false at the end (the statement is then ready for the next bind) and after an error.
    bool next();
    /// Binds, runs to the end, and drops rows. False after an error.
    template <typename... Values>
    bool run(const Values &...values)
    {
        bind(values...);
        return finish();
    }
    /// Binds and gives the first column of the first row.
    template <typename... Values>
    [[nodiscard]] std::optional<qint64> find(const Values &...values)
    {
        bind(values...);
        return firstInteger();
    }
    void reset();

    // Columns of the current row, from 0.
    [[nodiscard]] qint64 integer(int column) const; ///< 0 for NULL
    [[nodiscard]] std::optional<qint64> maybeInteger(int column) const;
    [[nodiscard]] std::optional<NanoDollars> maybeMoney(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] QByteArrayView blobView(int column) const; ///< valid until the next step

private:
    [[nodiscard]] bool begin();
    [[nodiscard]] bool finish();
    [[nodiscard]] std::optional<qint64> firstInteger();

    void bindValue(int index, qint64 value);
    void bindValue(int index, int value) { bindValue(index, qint64(value)); }
    void bindValue(int index, bool value) { bindValue(index, qint64(value)); }
    void bindValue(int index, NanoDollars value) { bindValue(index, value.value); }
    void bindValue(int index, WallTime value) { bindValue(index, toMilliseconds(value)); }
    void bindValue(int index, const QString &value);
    void bindValue(int index, const QByteArray &value);
    void bindValue(int index, std::nullptr_t);
    template <typename T>
    void bindValue(int index, const std::optional<T> &value)
    {
        if (value)
            bindValue(index, *value);
        else
            bindValue(index, nullptr);
    }

    Connection &m_connection;
    QByteArray m_sql;
    sqlite3_stmt *m_statement = nullptr;
};

} // namespace sb::usage
