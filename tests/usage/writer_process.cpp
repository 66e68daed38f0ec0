#include "tests/usage/writer_process.h"

#include <QCoreApplication>

#include <csignal>

using namespace Qt::StringLiterals;

namespace sb::usage {

WriterProcess::WriterProcess(const QString &registerPath, const QTimeZone &zone)
{
    QStringList arguments{registerPath};
    if (zone.isValid())
        arguments.append(QString::fromLatin1(zone.id()));
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationDirPath() + u"/kill_writer"_s, arguments, QIODevice::ReadOnly);
}

bool WriterProcess::waitForBegin(int n)
{
    while (m_begins < n || !m_lastWasBegin) {
        if (!read())
            return false;
    }
    return true;
}

bool WriterProcess::waitForSettled(qsizetype count)
{
    while (m_settled.size() < count) {
        if (!read())
            return false;
    }
    return true;
}

void WriterProcess::kill()
{
    ::kill(pid_t(m_process.processId()), SIGKILL);
    m_process.waitForFinished();
    while (m_process.canReadLine())
        take(m_process.readLine());
}

bool WriterProcess::read()
{
    if (!m_process.canReadLine() && !m_process.waitForReadyRead(10'000))
        return false;
    while (m_process.canReadLine())
        take(m_process.readLine());
    return true;
}

void WriterProcess::take(const QByteArray &line)
{
    const QList<QByteArray> words = line.trimmed().split(' ');
    m_lastWasBegin = words.at(0) == "begin";
    if (m_lastWasBegin)
        ++m_begins;
    else if (words.at(0) == "opened")
        m_opened.append(words.value(1).toLongLong());
    else if (words.at(0) == "settled")
        m_settled.append(words.value(1).toLongLong());
}

} // namespace sb::usage
