#include "ui/common/segment_access.h"

#include "ui/common/segmented_control.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace sb::ui {

namespace {

/// One choice. It has no QObject of its own: the control is asked by its index.
class ChoiceAccess final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    ChoiceAccess(SegmentedControl *control, int index)
        : m_control(control)
        , m_index(index)
    {
    }

    [[nodiscard]] bool isValid() const override { return m_control && m_index < m_control->items().size(); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_control.data());
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::RadioButton; }
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return isValid() && kind == QAccessible::Name ? m_control->items().at(m_index) : QString();
    }
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect box = m_control->segment(m_index).toAlignedRect();
        return {m_control->mapToGlobal(box.topLeft()), box.size()};
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.checkable = state.focusable = true;
        state.checked = m_control && m_control->current() == m_index;
        state.focused = state.checked && m_control->hasFocus();
        state.disabled = m_control && !m_control->isEnabled();
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &name) override
    {
        if (isValid() && m_control->isEnabled() && name == pressAction())
            m_control->choose(m_index);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<SegmentedControl> m_control;
    int m_index;
};

class GroupAccess final : public QAccessibleWidget
{
public:
    explicit GroupAccess(SegmentedControl *control)
        : QAccessibleWidget(control, QAccessible::Grouping)
        , m_control(control)
    {
    }
    ~GroupAccess() override
    {
        for (const QAccessible::Id id : std::as_const(m_children))
            QAccessible::deleteAccessibleInterface(id);
    }
    Q_DISABLE_COPY_MOVE(GroupAccess)

    [[nodiscard]] int childCount() const override { return int(m_control->items().size()); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        if (const QAccessible::Id id = m_children.value(index))
            return QAccessible::accessibleInterface(id);
        auto *made = new ChoiceAccess(m_control, index);
        m_children.insert(index, QAccessible::registerAccessibleInterface(made)); // the cache owns it
        return made;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        return m_children.key(QAccessible::uniqueId(const_cast<QAccessibleInterface *>(child)), -1);
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i)->rect().contains(x, y))
                return child(i);
        }
        return nullptr;
    }
    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return m_control->hasFocus() ? child(m_control->current()) : nullptr;
    }

private:
    SegmentedControl *m_control; ///< the object of this interface: outlives it
    mutable QHash<int, QAccessible::Id> m_children;
};

QAccessibleInterface *makeAccess(const QString &, QObject *object)
{
    auto *control = qobject_cast<SegmentedControl *>(object);
    return control ? new GroupAccess(control) : nullptr;
}

} // namespace

void installSegmentAccess()
{
    QAccessible::installFactory(makeAccess); // the same function is kept once
}

} // namespace sb::ui
