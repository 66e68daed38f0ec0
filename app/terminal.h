#pragma once

#include <QFile>

namespace sb::app {

/// Standard output for what was asked for, standard error for what happened.
class Terminal
{
public:
    Terminal();

    [[nodiscard]] bool open(); ///< false: neither can be used
    /// A pipe gets what came; a terminal must not be commanded by it. @return false: nobody reads any more
    bool print(const QString &text);
    void endLine(); ///< of what was printed, if anything was
    void report(const QString &line);
    [[nodiscard]] bool isUnread() const { return m_unread; }

private:
    QFile m_out;
    QFile m_err;
    bool m_screen = false; ///< standard output is one
    bool m_printed = false; ///< anything, so that the last line needs its end
    bool m_unread = false; ///< standard output cannot be written any more
};

} // namespace sb::app
