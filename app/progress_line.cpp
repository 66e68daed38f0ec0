#include "app/progress_line.h"

#include <QCoreApplication>
#include <QLocale>

#include <unistd.h>

#include <cstdio>

namespace sb::app {

namespace {

struct ProgressLineText
{
    Q_DECLARE_TR_FUNCTIONS(sb::app)
};

/// To the begin of the line, and what stands there is erased.
constexpr const char *Erase = "\r\x1b[K";

} // namespace

ProgressLine::ProgressLine()
    : m_screen(isatty(STDERR_FILENO) == 1)
{
}

void ProgressLine::show(qint64 done, qint64 all)
{
    if (!m_screen || all <= 0)
        return;
    const QLocale locale;
    write(QString::fromLatin1(Erase)
          + ProgressLineText::tr("%1 % of %2 requests").arg(locale.toString(done * 100 / all), locale.toString(all)));
    m_shown = true;
}

void ProgressLine::clear()
{
    if (std::exchange(m_shown, false))
        write(QString::fromLatin1(Erase));
}

void ProgressLine::write(const QString &text)
{
    std::fputs(text.toUtf8().constData(), stderr);
    std::fflush(stderr);
}

} // namespace sb::app
