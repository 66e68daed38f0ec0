#include "ui/chains/chain_document.h"

#include "ui/chains/swap_command.h"

namespace sb::ui {

namespace {

using SwapChain = SwapCommand<ChainDocument, routing::Chain>;

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
        m_undo.push(new SwapChain(*this, m_chain, *after, text, mergeKey)); // the stack takes ownership
}

void ChainDocument::replace(const routing::Chain &chain, const QString &text)
{
    if (chain != m_chain)
        m_undo.push(new SwapChain(*this, m_chain, chain, text, {}));
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
