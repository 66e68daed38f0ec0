#include "ui/chains/chain_document.h"

#include <QUndoCommand>

namespace sb::ui {

namespace {

/// Keeps the chain before and after: a few hundred bytes, and no inverse of an edit to get wrong.
class SwapCommand final : public QUndoCommand
{
public:
    SwapCommand(ChainDocument &document, routing::Chain after, const QString &text, const QString &mergeKey)
        : QUndoCommand(text)
        , m_document(document)
        , m_before(document.chain())
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
    ChainDocument &m_document;
    routing::Chain m_before;
    routing::Chain m_after;
    QString m_mergeKey;
};

} // namespace

ChainDocument::ChainDocument(QObject *parent)
    : QObject(parent)
{
}

void ChainDocument::open(const routing::Chain &chain)
{
    emit opened();
    m_undo.clear();
    m_saved = chain;
    m_current = chain.steps.isEmpty() ? -1 : 0;
    apply(chain);
    emit currentChanged(m_current);
}

void ChainDocument::markSaved(const routing::Chain &chain)
{
    m_saved = chain;
    emit changed();
}

void ChainDocument::edit(const routing::ChainEdit &edit, const QString &text, const QString &mergeKey)
{
    const auto after = routing::apply(m_chain, edit);
    if (after && *after != m_chain)
        m_undo.push(new SwapCommand(*this, *after, text, mergeKey)); // the stack takes ownership
}

void ChainDocument::replace(const routing::Chain &chain, const QString &text)
{
    if (chain != m_chain)
        m_undo.push(new SwapCommand(*this, chain, text, {}));
}

void ChainDocument::apply(const routing::Chain &chain)
{
    m_chain = chain;
    emit changed();
    setCurrent(qMin(m_current, m_chain.steps.size() - 1));
}

void ChainDocument::setCurrent(qsizetype step)
{
    const qsizetype bounded = m_chain.steps.isEmpty() ? -1 : qBound<qsizetype>(0, step, m_chain.steps.size() - 1);
    if (bounded == m_current)
        return;
    m_current = bounded;
    emit currentChanged(m_current);
}

const routing::Step *ChainDocument::currentStep() const
{
    return m_current >= 0 && m_current < m_chain.steps.size() ? &m_chain.steps.at(m_current) : nullptr;
}

} // namespace sb::ui
