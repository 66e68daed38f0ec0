#include "ui/common/segment_access.h"

#include "ui/common/painted_children.h"
#include "ui/common/segmented_control.h"

#include <QPointer>

namespace sb::ui {

namespace {

/// One choice. It has no QObject of its own: the control is asked by its index.
class ChoiceAccess final : public PaintedChild
{
public:
    ChoiceAccess(SegmentedControl *control, int index)
        : m_control(control)
        , m_index(index)
    {
    }

    [[nodiscard]] bool isValid() const override { return m_control && m_index < m_control->items().size(); }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_control.data());
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::RadioButton; }
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

    void doAction(const QString &name) override
    {
        if (isValid() && m_control->isEnabled() && name == pressAction())
            m_control->choose(m_index);
    }

private:
    QPointer<SegmentedControl> m_control;
    int m_index;
};

class GroupAccess final : public PaintedGroup
{
public:
    explicit GroupAccess(SegmentedControl *control)
        : PaintedGroup(control, QAccessible::Grouping)
        , m_control(control)
    {
    }

    [[nodiscard]] int childCount() const override { return int(m_control->items().size()); }

protected:
    [[nodiscard]] QAccessibleInterface *makeChild(int index) const override
    {
        return new ChoiceAccess(m_control, index);
    }
    [[nodiscard]] int current() const override { return m_control->current(); }

private:
    SegmentedControl *m_control; ///< the object of this interface: outlives it
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
