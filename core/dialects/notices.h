#pragma once

#include "core/dialects/dialect.h"

namespace sb::dialects {

/// What could not be carried over one to one, in the order in which it was found; each path once.
class Notices
{
public:
    /// @param sentence marked for translation in the context "sb::dialects"
    void add(Notice::Kind kind, const QString &path, const char *sentence);
    void dropped(const QString &path, const char *sentence) { add(Notice::Kind::Dropped, path, sentence); }
    void translated(const QString &path, const char *sentence) { add(Notice::Kind::Translated, path, sentence); }
    void clamped(const QString &path, const char *sentence) { add(Notice::Kind::Clamped, path, sentence); }
    [[nodiscard]] const QList<Notice> &all() const { return m_all; }

private:
    QList<Notice> m_all;
};

} // namespace sb::dialects
