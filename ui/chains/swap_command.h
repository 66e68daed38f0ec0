#pragma once

#include <QUndoCommand>

namespace sb::ui {

/// Keeps a document's value before and after: a few hundred bytes, and no inverse of an edit to get wrong.
/// @tparam Document has apply(value)
template <typename Document, typename Value>
class SwapCommand final : public QUndoCommand
{
public:
    /// @param mergeKey edits in a row with the same key become one; empty: never
    SwapCommand(Document &document, const Value &before, Value after, const QString &text, const QString &mergeKey)
        : QUndoCommand(text)
        , m_document(document)
        , m_before(before)
        , m_after(std::move(after))
        , m_mergeKey(mergeKey)
    {
    }

    void undo() override { m_document.apply(m_before); }
    void redo() override { m_document.apply(m_after); }
    [[nodiscard]] int id() const override { return m_mergeKey.isEmpty() ? -1 : 1; }

    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *next = static_cast<const SwapCommand *>(other);
        if (next->m_mergeKey != m_mergeKey)
            return false;
        m_after = next->m_after;
        return true;
    }

private:
    Document &m_document;
    Value m_before;
    Value m_after;
    QString m_mergeKey;
};

} // namespace sb::ui
