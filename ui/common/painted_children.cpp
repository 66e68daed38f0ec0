#include "ui/common/painted_children.h"

#include <QWidget>

namespace sb::ui {

void *PaintedChild::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
}

PaintedGroup::~PaintedGroup()
{
    for (const QAccessible::Id id : std::as_const(m_children))
        QAccessible::deleteAccessibleInterface(id);
}

QAccessibleInterface *PaintedGroup::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    if (const QAccessible::Id id = m_children.value(index))
        return QAccessible::accessibleInterface(id);
    QAccessibleInterface *made = makeChild(index);
    m_children.insert(index, QAccessible::registerAccessibleInterface(made));
    return made;
}

int PaintedGroup::indexOfChild(const QAccessibleInterface *child) const
{
    return m_children.key(QAccessible::uniqueId(const_cast<QAccessibleInterface *>(child)), -1);
}

QAccessibleInterface *PaintedGroup::childAt(int x, int y) const
{
    for (int i = 0; i < childCount(); ++i) {
        if (child(i)->rect().contains(x, y))
            return child(i);
    }
    return nullptr;
}

QAccessibleInterface *PaintedGroup::focusChild() const
{
    return widget()->hasFocus() ? child(current()) : nullptr;
}

} // namespace sb::ui
