#include "ui/playground/undo_list.h"

namespace sb::ui {

namespace {
constexpr qsizetype Depth = 20;
} // namespace

int UndoList::push(const Step &step)
{
    if (step.swaps)
        m_undone.removeIf([&](const Numbered &each) { return each.step.conversation == step.conversation; });
    m_done.append({.number = ++m_last, .step = step});
    if (m_done.size() > Depth)
        m_done.removeFirst();
    return m_last;
}

qsizetype UndoList::lastOf(const Steps &steps, const QString &conversation)
{
    qsizetype index = steps.size() - 1;
    while (index >= 0 && !steps[index].step.conversation.isEmpty() && steps[index].step.conversation != conversation)
        --index;
    return index;
}

bool UndoList::take(Steps &from, qsizetype index, Steps &to)
{
    if (index < 0)
        return false;
    // Out of the list first: what it does may look at the list.
    const Numbered taken = from.takeAt(index);
    if (!taken.step.apply()) {
        from.insert(qMin(index, from.size()), taken);
        return false;
    }
    if (taken.step.swaps)
        to.append(taken);
    return true;
}

bool UndoList::undo(const QString &conversation)
{
    return take(m_done, lastOf(m_done, conversation), m_undone);
}

bool UndoList::undo(const QString &conversation, int number)
{
    for (qsizetype i = 0; i < m_done.size(); ++i) {
        const QString &own = m_done[i].step.conversation;
        if (m_done[i].number == number && (own.isEmpty() || own == conversation))
            return take(m_done, i, m_undone);
    }
    return false;
}

bool UndoList::redo(const QString &conversation)
{
    return take(m_undone, lastOf(m_undone, conversation), m_done);
}

void UndoList::forgetSwaps(const QString &conversation)
{
    const auto isSwap = [&](const Numbered &each) { return each.step.swaps && each.step.conversation == conversation; };
    m_done.removeIf(isSwap);
    m_undone.removeIf(isSwap);
}

} // namespace sb::ui
