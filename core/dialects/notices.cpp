#include "core/dialects/notices.h"

#include <QCoreApplication>

#include <algorithm>

namespace sb::dialects {

void Notices::add(Notice::Kind kind, const QString &path, const char *sentence)
{
    const bool known =
        std::any_of(m_all.begin(), m_all.end(), [&](const Notice &notice) { return notice.path == path; });
    if (!known)
        m_all.append({.kind = kind, .path = path, .message = QCoreApplication::translate("sb::dialects", sentence)});
}

} // namespace sb::dialects
