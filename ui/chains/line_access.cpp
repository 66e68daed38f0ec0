#include "ui/chains/line_access.h"

#include "ui/chains/line_view.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

/// One station. It has no QObject of its own: the view is asked by the step's index.
class StationAccess final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    StationAccess(LineView *view, int step)
        : m_view(view)
        , m_step(step)
    {
    }

    [[nodiscard]] bool isValid() const override { return m_view && !m_view->stationRect(m_step).isNull(); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view.data());
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return m_view && kind == QAccessible::Name ? m_view->stationText(m_step) : QString();
    }
    [[nodiscard]] QRect rect() const override
    {
        if (!m_view)
            return {};
        const QRect box = m_view->stationRect(m_step);
        return {m_view->viewport()->mapToGlobal(box.topLeft()), box.size()};
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = state.focusable = true;
        state.selected = m_view && m_view->current() == m_step;
        state.focused = state.selected && m_view->hasFocus();
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &name) override
    {
        if (m_view && name == pressAction())
            m_view->choose(m_step);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<LineView> m_view;
    int m_step;
};

class LineAccess final : public QAccessibleWidget
{
public:
    explicit LineAccess(LineView *view)
        : QAccessibleWidget(view, QAccessible::List)
        , m_view(view)
    {
    }
    ~LineAccess() override
    {
        for (const QAccessible::Id id : std::as_const(m_children))
            QAccessible::deleteAccessibleInterface(id);
    }
    Q_DISABLE_COPY_MOVE(LineAccess)

    [[nodiscard]] int childCount() const override { return int(m_view->geometryOfLine().stations.size()); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        if (const QAccessible::Id id = m_children.value(index))
            return QAccessible::accessibleInterface(id);
        auto *made = new StationAccess(m_view, index);
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
        return m_view->hasFocus() ? child(int(m_view->current())) : nullptr;
    }

private:
    LineView *m_view; ///< the object of this interface: outlives it
    mutable QHash<int, QAccessible::Id> m_children;
};

QAccessibleInterface *makeAccess(const QString &, QObject *object)
{
    auto *view = qobject_cast<LineView *>(object);
    return view ? new LineAccess(view) : nullptr;
}

} // namespace

void installLineAccess()
{
    QAccessible::installFactory(makeAccess); // the same function is kept once
}

} // namespace sb::ui
