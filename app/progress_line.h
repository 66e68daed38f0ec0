#pragma once

#include <QString>

namespace sb::app {

/// How far something has come, in one line of standard error that is written over; nothing where that is no terminal.
class ProgressLine
{
public:
    ProgressLine();

    void show(qint64 done, qint64 all);
    void clear(); ///< before anything else is printed

private:
    void write(const QString &text);

    bool m_screen = false;
    bool m_shown = false;
};

} // namespace sb::app
