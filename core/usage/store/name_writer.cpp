#include "core/usage/store/name_writer.h"

namespace sb::usage {

NameWriter::NameWriter(Connection &connection)
    : m_find(connection, "SELECT id FROM name WHERE text = ?1")
    , m_insert(connection, "INSERT INTO name(text) VALUES(?1) RETURNING id")
{
}

qint64 NameWriter::idOf(const QString &text)
{
    if (const auto known = m_ids.constFind(text); known != m_ids.cend())
        return *known;
    std::optional<qint64> id = m_find.find(text);
    if (!id)
        id = m_insert.find(text);
    if (!id)
        return 0;
    if (m_ids.size() >= MaxKnown)
        m_ids.clear();
    m_ids.insert(text, *id);
    return *id;
}

void NameWriter::forget()
{
    m_ids.clear();
}

} // namespace sb::usage
