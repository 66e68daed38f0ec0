#pragma once

#include <QHash>
#include <QProcess>
#include <QTimeZone>

namespace sb::usage {

/// A kill_writer process and what it has announced so far.
class WriterProcess
{
public:
    /// @param zone that it changes the register to; an invalid one: it does not
    explicit WriterProcess(const QString &registerPath, const QTimeZone &zone = {});

    /// Reads on until the writer is inside a transaction, at least the n-th of its life, of which nothing is
    /// acknowledged yet. False when it ended or stayed silent.
    [[nodiscard]] bool waitForBegin(int n);
    /// Reads on until so many requests were settled.
    [[nodiscard]] bool waitForSettled(qsizetype count);
    /// SIGKILL, then reads what was still in the pipe.
    void kill();

    /// Whether the last thing announced was the begin of a transaction.
    [[nodiscard]] bool isInsideTransaction() const { return m_lastWasBegin; }
    [[nodiscard]] const QList<qint64> &opened() const { return m_opened; } ///< acknowledged seqs
    [[nodiscard]] const QList<qint64> &settled() const { return m_settled; }

private:
    [[nodiscard]] bool read();
    void take(const QByteArray &line);

    QProcess m_process;
    int m_begins = 0;
    bool m_lastWasBegin = false;
    QList<qint64> m_opened;
    QList<qint64> m_settled;
};

/// What kill_writer reserves for, and pays in the end for, a request.
inline constexpr qint64 WriterBound = 1'000'000;
[[nodiscard]] constexpr qint64 writerCost(qint64 seq)
{
    return seq * 7 + 1;
}

} // namespace sb::usage
