#include "app/terminal.h"

#include "app/ask_lines.h"

#include <unistd.h>

namespace sb::app {

Terminal::Terminal()
    : m_screen(isatty(STDOUT_FILENO) == 1)
{
}

bool Terminal::open()
{
    return m_out.open(STDOUT_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered)
        && m_err.open(STDERR_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered);
}

bool Terminal::print(const QString &text)
{
    const QByteArray bytes = (m_screen ? forTerminal(text) : text).toUtf8();
    m_printed = m_printed || !bytes.isEmpty();
    m_unread = m_unread || m_out.write(bytes) != bytes.size();
    return !m_unread;
}

void Terminal::endLine()
{
    if (m_printed)
        m_out.write("\n");
}

void Terminal::report(const QString &line)
{
    m_err.write(forTerminal(line).toUtf8() + '\n');
}

} // namespace sb::app
