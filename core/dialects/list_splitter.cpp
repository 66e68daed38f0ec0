#include "core/dialects/list_splitter.h"

#include <utility>

namespace sb::dialects {

ListSplitter::ListSplitter(qsizetype limit)
    : m_limit(limit)
{
}

QList<QByteArray> ListSplitter::feed(QByteArrayView bytes)
{
    QList<QByteArray> items;
    for (const char c : bytes) {
        if (m_overflowed)
            break;
        if (take(c))
            items.append(std::exchange(m_item, {}));
        m_overflowed = m_item.size() > m_limit;
    }
    return items;
}

bool ListSplitter::take(char c)
{
    const bool between = m_depth <= 1 && !m_inString;
    if (between && m_item.isEmpty() && QByteArrayView(" \t\r\n,").contains(c))
        return false;
    if (m_inString) {
        m_item += c;
        if (m_escaped)
            m_escaped = false;
        else if (c == '\\')
            m_escaped = true;
        else
            m_inString = c != '"';
        return false;
    }
    if (c == '{' || c == '[') {
        if (m_depth++ > 0)
            m_item += c;
        return false;
    }
    if (c == '}' || c == ']') {
        --m_depth;
        if (m_depth > 0)
            m_item += c;
        return !m_item.isEmpty() && m_depth <= 1;
    }
    // A comma or a space after something that is no object.
    if (between && (c == ',' || c == ' '))
        return true;
    m_item += c;
    m_inString = c == '"';
    return false;
}

} // namespace sb::dialects
