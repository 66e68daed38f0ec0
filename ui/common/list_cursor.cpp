#include "ui/common/list_cursor.h"

#include "ui/common/choice_delegate.h"

#include <QAccessible>
#include <QListView>

namespace sb::ui {

namespace {
constexpr int PageRows = 8;
} // namespace

void setUpNarrowed(QListView &list)
{
    list.setProperty("bare", true);
    list.setFrameShape(QFrame::NoFrame);
    list.setItemDelegate(new ChoiceDelegate(&list));
    list.setFocusPolicy(Qt::NoFocus);
    list.setEditTriggers(QAbstractItemView::NoEditTriggers);
    list.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
}

void setCursorRow(QListView &list, int row)
{
    const int last = qMax(0, list.model()->rowCount() - 1);
    const QModelIndex index = list.model()->index(qBound(0, row, last), 0);
    list.setCurrentIndex(index);
    if (!index.isValid())
        return;
    QAccessibleEvent event(&list, QAccessible::Focus);
    event.setChild(index.row());
    QAccessible::updateAccessibility(&event);
}

bool moveCursor(QListView &list, int key)
{
    const int row = list.currentIndex().row();
    switch (key) {
    case Qt::Key_Down:
        setCursorRow(list, row + 1);
        return true;
    case Qt::Key_Up:
        setCursorRow(list, row - 1);
        return true;
    case Qt::Key_PageDown:
        setCursorRow(list, row + PageRows);
        return true;
    case Qt::Key_PageUp:
        setCursorRow(list, row - PageRows);
        return true;
    default:
        return false;
    }
}

} // namespace sb::ui
