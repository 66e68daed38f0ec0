#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace sb::dialects {

/// Cuts one JSON list of objects, which comes in pieces, into its items. Takes any split of the bytes.
class ListSplitter
{
public:
    /// An item longer than this many bytes is refused (overflowed() becomes true).
    explicit ListSplitter(qsizetype limit = 64 * 1024 * 1024);

    /// @return the items that became whole; what is no object is passed on as it is, for the reader to refuse
    QList<QByteArray> feed(QByteArrayView bytes);
    [[nodiscard]] bool overflowed() const { return m_overflowed; }

private:
    /// @return whether the item is whole with this byte
    bool take(char c);

    qsizetype m_limit;
    QByteArray m_item;
    int m_depth = 0; ///< 1 inside the list
    bool m_inString = false;
    bool m_escaped = false;
    bool m_overflowed = false;
};

} // namespace sb::dialects
