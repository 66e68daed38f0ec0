#include "ui/chains/policies/policy_document.h"

#include "ui/chains/swap_command.h"

namespace sb::ui {

namespace {

using SwapPolicy = SwapCommand<PolicyDocument, routing::Policy>;

} // namespace

PolicyDocument::PolicyDocument(QObject *parent)
    : QObject(parent)
{
}

void PolicyDocument::open(const routing::Policy &saved)
{
    emit opened();
    m_undo.clear();
    m_saved = saved;
    m_policy = saved;
    m_current = 0; // the first rule, or what holds without one
    emit changed();
    emit currentChanged(m_current);
}

void PolicyDocument::markSaved(const routing::Policy &policy)
{
    m_saved = policy;
    emit changed();
}

void PolicyDocument::edit(const routing::PolicyEdit &edit, const QString &text, const QString &mergeKey)
{
    const auto after = routing::apply(m_policy, edit);
    if (after && *after != m_policy)
        m_undo.push(new SwapPolicy(*this, m_policy, *after, text, mergeKey)); // the stack takes ownership
}

void PolicyDocument::replace(const routing::Policy &policy, const QString &text)
{
    if (policy != m_policy)
        m_undo.push(new SwapPolicy(*this, m_policy, policy, text, {}));
}

void PolicyDocument::apply(const routing::Policy &policy)
{
    const qsizetype behindRules = m_current - m_policy.rules.size();
    m_policy = policy;
    const qsizetype rules = m_policy.rules.size();
    // What stands below the rules stays selected, and a rule is followed by the last one, not by what stands below.
    const qsizetype current = behindRules >= 0 ? rules + behindRules : qMin(m_current, qMax<qsizetype>(0, rules - 1));
    const bool moved = current != m_current;
    m_current = current;
    emit changed();
    if (moved)
        emit currentChanged(m_current);
}

void PolicyDocument::setCurrent(qsizetype part)
{
    const qsizetype bounded = qBound<qsizetype>(0, part, forAll());
    if (bounded == m_current)
        return;
    m_current = bounded;
    emit currentChanged(m_current);
}

const routing::Rule *PolicyDocument::currentRule() const
{
    return m_current < m_policy.rules.size() ? &m_policy.rules.at(m_current) : nullptr;
}

} // namespace sb::ui
