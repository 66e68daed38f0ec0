#pragma once

#include "core/usage/store/statement.h"

#include <QHash>

namespace sb::usage {

/// NameWriter of models, providers, clients, sessions, error types …: stored once, referred to by number.
class NameWriter
{
public:
    explicit NameWriter(Connection &connection);

    [[nodiscard]] qint64 idOf(const QString &text); ///< inside the open transaction; stored when new; 0 after an error
    [[nodiscard]] qint64 idOf(const QByteArray &ascii) { return idOf(QString::fromLatin1(ascii)); }
    void forget(); ///< after a rollback: what was new is not there

private:
    static constexpr qsizetype MaxKnown = 20'000; ///< sessions come and go

    Statement m_find;
    Statement m_insert;
    QHash<QString, qint64> m_ids;
};

} // namespace sb::usage
