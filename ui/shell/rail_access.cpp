#include "ui/shell/rail_access.h"

#include "ui/shell/navigation_rail.h"
#include "ui/shell/rail_item.h"

#include <QAccessibleWidget>

namespace sb::ui {

namespace {

class RailItemAccess final : public QAccessibleWidget
{
public:
    explicit RailItemAccess(RailItem *item)
        : QAccessibleWidget(item, QAccessible::ListItem)
        , m_item(item)
    {
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.selectable = true;
        state.selected = m_item->isChecked();
        return state;
    }
    [[nodiscard]] QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString &name) override
    {
        if (name == pressAction())
            m_item->click();
        else
            QAccessibleWidget::doAction(name);
    }

private:
    RailItem *m_item; ///< the object of this interface: outlives it
};

QAccessibleInterface *makeAccess(const QString &, QObject *object)
{
    if (auto *item = qobject_cast<RailItem *>(object))
        return new RailItemAccess(item);
    auto *rail = qobject_cast<NavigationRail *>(object);
    return rail ? new QAccessibleWidget(rail, QAccessible::List) : nullptr;
}

} // namespace

void installRailAccess()
{
    QAccessible::installFactory(makeAccess); // the same function is kept once
}

} // namespace sb::ui
