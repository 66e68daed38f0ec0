#include "ui/chains/order_list.h"

#include "ui/common/painting.h"

#include <QApplication>
#include <QKeyEvent>

namespace sb::ui {

OrderList::OrderList(QWidget *parent)
    : QListView(parent)
{
    setProperty("bare", true);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
}

int OrderList::movableRows() const
{
    return model() ? model()->rowCount() : 0;
}

void OrderList::moveCurrent(int by)
{
    const int from = currentIndex().row();
    const int to = from + by;
    if (from >= 0 && from < movableRows() && to >= 0 && to < movableRows())
        moveRow(from, to);
}

void OrderList::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers() & Qt::AltModifier;
    if (event->key() == Qt::Key_Escape && m_gap >= 0)
        endDrag();
    else if (alt && event->key() == Qt::Key_Up)
        moveCurrent(-1);
    else if (alt && event->key() == Qt::Key_Down)
        moveCurrent(1);
    else if (event->key() == Qt::Key_Delete)
        removeCurrent();
    else if (event->key() == Qt::Key_D && event->modifiers() == Qt::ControlModifier)
        duplicateCurrent();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit inspectorWanted();
    else
        QListView::keyPressEvent(event);
}

int OrderList::gapTop(int gap) const
{
    const QModelIndex below = model()->index(gap, 0);
    return below.isValid() ? visualRect(below).top() : visualRect(model()->index(gap - 1, 0)).bottom() + 1;
}

int OrderList::gapAt(int y) const
{
    int gap = 0;
    while (gap < movableRows() && visualRect(model()->index(gap, 0)).center().y() < y)
        ++gap;
    return gap;
}

void OrderList::mousePressEvent(QMouseEvent *event)
{
    QListView::mousePressEvent(event);
    m_pressed = event->pos();
    const int row = indexAt(event->pos()).row();
    m_dragged = event->button() == Qt::LeftButton && row < movableRows() ? row : -1;
}

void OrderList::mouseMoveEvent(QMouseEvent *event)
{
    const bool held = event->buttons() & Qt::LeftButton;
    if (!held || m_dragged < 0) {
        QListView::mouseMoveEvent(event); // hover
        return;
    }
    if (m_gap < 0 && (event->pos() - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    m_gap = gapAt(event->pos().y());
    viewport()->setCursor(Qt::ClosedHandCursor);
    scrollTo(model()->index(qMin(m_gap, movableRows() - 1), 0));
    viewport()->update();
}

void OrderList::mouseReleaseEvent(QMouseEvent *event)
{
    const int gap = m_gap;
    const int from = m_dragged;
    endDrag();
    if (gap < 0) {
        QListView::mouseReleaseEvent(event);
        return;
    }
    const int to = gap > from ? gap - 1 : gap; // the index after the removal
    if (to != from)
        moveRow(from, to);
}

void OrderList::endDrag()
{
    m_gap = m_dragged = -1;
    viewport()->unsetCursor();
    viewport()->update();
}

void OrderList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (m_gap < 0)
        return;
    QPainter painter(viewport());
    const int y = qBound(1, gapTop(m_gap), viewport()->height() - 1);
    painter.fillRect(QRect(0, y - 1, viewport()->width(), 2), tokensOf(this).accent);
}

} // namespace sb::ui
