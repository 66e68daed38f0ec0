#include "core/usage/store/owner.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace sb::usage {

namespace {

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::optional<qint64> startTimeOf(qint64 pid)
{
    return startTimeFromStat(readAll(u"/proc/%1/stat"_s.arg(pid)));
}

QString bootId()
{
    return QString::fromLatin1(readAll(u"/proc/sys/kernel/random/boot_id"_s).trimmed());
}

} // namespace

Owner thisProcess()
{
    const qint64 pid = QCoreApplication::applicationPid();
    return {.pid = pid, .startTime = startTimeOf(pid).value_or(0), .boot = bootId()};
}

bool isAlive(const Owner &owner)
{
    return owner.boot == bootId() && startTimeOf(owner.pid) == owner.startTime;
}

std::optional<qint64> startTimeFromStat(const QByteArray &stat)
{
    // "PID (command) STATE …": the command may hold blanks and parentheses, so the last ')' counts.
    const qsizetype end = stat.lastIndexOf(')');
    if (end < 0)
        return std::nullopt;
    const QList<QByteArray> fields = stat.mid(end + 1).simplified().split(' ');
    constexpr qsizetype StateField = 0;
    constexpr qsizetype StartTimeField = 19; // 22 of the whole line, which counts from 1
    if (fields.size() <= StartTimeField || fields.at(StateField) == "Z" || fields.at(StateField) == "X")
        return std::nullopt;
    bool ok = false;
    const qint64 ticks = fields.at(StartTimeField).toLongLong(&ok);
    return ok ? std::optional(ticks) : std::nullopt;
}

} // namespace sb::usage
