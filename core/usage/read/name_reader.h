#pragma once

#include "core/usage/store/statement.h"

#include <QHash>

namespace sb::usage {

/// Names by number and numbers by name. A name never changes, so what was read once is kept.
class NameReader
{
public:
    explicit NameReader(Connection &connection)
        : m_text(connection, "SELECT text FROM name WHERE id = ?1")
        , m_id(connection, "SELECT id FROM name WHERE text = ?1")
    {
    }

    [[nodiscard]] QString text(qint64 id)
    {
        if (const auto known = m_texts.constFind(id); known != m_texts.cend())
            return *known;
        m_text.bind(id);
        const QString text = m_text.next() ? m_text.text(0) : QString();
        m_text.reset();
        if (!text.isEmpty())
            m_texts.insert(id, text);
        return text;
    }
    [[nodiscard]] qint64 id(const QString &text) { return m_id.find(text).value_or(NoName); }

    static constexpr qint64 NoName = -1; ///< matches no row

private:
    Statement m_text;
    Statement m_id;
    QHash<qint64, QString> m_texts;
};

} // namespace sb::usage
