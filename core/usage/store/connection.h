#pragma once

#include "core/base/result.h"

#include <memory>

struct sqlite3;

namespace sb::usage {

/// One SQLite connection, to be used on the thread that opened it. Opened through Qt Sql; statements use its C handle.
/// It remembers the first error: from then on every statement does nothing, until clearError(). So a transaction is
/// written straight down and checked once, at its end.
class Connection
{
public:
    enum class Mode
    {
        Write,
        Read
    };

    /// Opens without looking into the file: SQLite opens garbage without a word. See probe().
    /// Errors: NotPermitted, Unavailable.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const QString &path, Mode mode);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    [[nodiscard]] sqlite3 *handle() const { return m_handle; }

    bool run(const char *sql); ///< statements without values or rows; false after an error
    /// The first column of the first row; 0 when there is none, and after an error.
    [[nodiscard]] qint64 integer(const char *sql);

    [[nodiscard]] bool failed() const { return m_errorCode != 0; }
    [[nodiscard]] int errorCode() const { return m_errorCode; } ///< primary result code of SQLite; 0: none
    [[nodiscard]] Error error() const; ///< what to tell about it
    void noteError(int code);
    void clearError();

private:
    Connection(QString name, QString file, sqlite3 *handle);

    QString m_name;
    QString m_file; ///< its name, for messages
    sqlite3 *m_handle;
    int m_errorCode = 0;
    QString m_errorText = {};
};

} // namespace sb::usage
