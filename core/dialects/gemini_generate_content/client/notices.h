#pragma once

#include "core/dialects/dialect.h"

#include <QCoreApplication>

namespace sb::dialects::gemini {

/// What an encoder could not carry over one to one, gathered from its parts.
class Notices
{
public:
    /// @param message a literal marked with QT_TRANSLATE_NOOP("sb::dialects", …)
    void add(Notice::Kind kind, const QString &path, const char *message)
    {
        m_all.append({.kind = kind, .path = path, .message = QCoreApplication::translate("sb::dialects", message)});
    }
    [[nodiscard]] const QList<Notice> &all() const { return m_all; }

private:
    QList<Notice> m_all;
};

} // namespace sb::dialects::gemini
