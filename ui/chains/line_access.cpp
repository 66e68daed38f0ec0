#include "ui/chains/line_access.h"

#include "ui/chains/line_view.h"
#include "ui/common/painted_children.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

/// One station. It has no QObject of its own: the view is asked by the step's index.
class StationAccess final : public PaintedChild
{
public:
    StationAccess(LineView *view, int step)
        : m_view(view)
        , m_step(step)
    {
    }

    [[nodiscard]] bool isValid() const override { return m_view && !m_view->stationRect(m_step).isNull(); }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view.data());
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
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

    [[nodiscard]] QStringList actionNames() const override { return {pressAction(), showMenuAction()}; }
    void doAction(const QString &name) override
    {
        if (m_view && name == pressAction())
            m_view->choose(m_step);
        else if (m_view && name == showMenuAction())
            emit m_view->menuWanted(m_step, rect().center());
    }

private:
    QPointer<LineView> m_view;
    int m_step;
};

class LineAccess final : public PaintedGroup
{
public:
    explicit LineAccess(LineView *view)
        : PaintedGroup(view, QAccessible::List)
        , m_view(view)
    {
    }

    [[nodiscard]] int childCount() const override { return int(m_view->geometryOfLine().stations.size()); }

protected:
    [[nodiscard]] QAccessibleInterface *makeChild(int index) const override { return new StationAccess(m_view, index); }
    [[nodiscard]] int current() const override { return int(m_view->current()); }

private:
    LineView *m_view; ///< the object of this interface: outlives it
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
