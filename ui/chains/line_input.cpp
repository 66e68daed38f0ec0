// The half of the diagram that is about keys and mouse: what is chosen, dragged, connected and asked for.
#include "ui/chains/line_view.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

namespace sb::ui {

namespace {
constexpr int ScrollEdge = 24; // of the view, at which a drag scrolls
constexpr int ScrollBy = 12;
} // namespace

void LineView::setMarks(const LineMarks &marks)
{
    m_marks = marks;
    m_marks.current = m_document.current();
    viewport()->update();
}

void LineView::hover(QPointF position)
{
    const QPointF at = toLine(position);
    LineMarks marks;
    if (const line::Points *points = m_geometry.pointsAt(at); points && !m_geometry.overview)
        marks.points = points->step;
    else if (const line::Station *station = m_geometry.stationAt(at))
        marks.hovered = station->step;
    else if (const line::Gap *gap = m_geometry.gapAt(at); gap && !m_geometry.overview)
        marks.plus = gap->before;
    if (marks.hovered == m_marks.hovered && marks.points == m_marks.points && marks.plus == m_marks.plus)
        return;
    const bool acts = marks.hovered >= 0 || marks.points >= 0 || marks.plus >= 0;
    viewport()->setCursor(acts ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setMarks(marks);
}

void LineView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPointF at = toLine(event->position());
    m_grip = {.at = event->position()};
    if (const line::Points *points = m_geometry.pointsAt(at); points && !m_geometry.overview) {
        m_grip.points = points->step;
        choose(points->step);
    } else if (const line::Station *station = m_geometry.stationAt(at)) {
        const qsizetype step = station->step;
        const bool onChip = chipRect(step).contains(event->position().toPoint());
        choose(step); // which may lay it out anew
        if (onChip)
            emit faultsWanted(step, menuPlace(step));
        else
            m_grip.station = step;
    } else if (const line::Gap *gap = m_geometry.gapAt(at); gap && !m_geometry.overview) {
        emit addWanted(gap->before);
    }
}

void LineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (stepAt(event->position()) >= 0)
        emit inspectorWanted();
}

void LineView::mouseMoveEvent(QMouseEvent *event)
{
    const bool holds = (event->buttons() & Qt::LeftButton) && (m_grip.station >= 0 || m_grip.points >= 0);
    if (!holds) {
        hover(event->position());
        return;
    }
    const bool isDragging = m_marks.dragged >= 0 || m_marks.connectFrom >= 0;
    if (isDragging || (event->position() - m_grip.at).manhattanLength() >= QApplication::startDragDistance())
        dragTo(event->position());
}

void LineView::dragTo(QPointF position)
{
    // A long chain goes on beyond the edge.
    QScrollBar *bar = verticalScrollBar();
    if (position.y() < ScrollEdge)
        bar->setValue(bar->value() - ScrollBy);
    else if (position.y() > viewport()->height() - ScrollEdge)
        bar->setValue(bar->value() + ScrollBy);
    const QPointF at = toLine(position);
    LineMarks marks;
    if (m_grip.station >= 0) {
        marks.dragged = m_grip.station;
        marks.drop = m_geometry.gapNear(at.y());
    } else {
        marks.connectFrom = m_grip.points;
        marks.connectEnd = at;
        const line::Station *station = m_geometry.stationAt(at);
        marks.connectTo = station && station->step > m_grip.points ? station->step : -1; // never back
    }
    viewport()->setCursor(m_grip.station >= 0       ? Qt::ClosedHandCursor
                              : marks.connectTo < 0 ? Qt::CrossCursor
                                                    : Qt::DragLinkCursor);
    setMarks(marks);
}

void LineView::mouseReleaseEvent(QMouseEvent *event)
{
    const LineMarks marks = m_marks;
    const Grip grip = m_grip;
    endDrag();
    if (marks.dragged >= 0 && marks.drop >= 0) {
        const qsizetype to = marks.drop > grip.station ? marks.drop - 1 : marks.drop; // the index after the removal
        if (to != grip.station) {
            m_document.edit(routing::MoveStep{.from = grip.station, .to = to}, tr("Move step"));
            m_document.setCurrent(to);
        }
    } else if (marks.connectTo >= 0) {
        emit connectWanted(grip.points, marks.connectTo, event->globalPosition().toPoint());
    } else if (grip.points >= 0 && marks.connectFrom < 0) {
        emit nextWanted(grip.points, event->globalPosition().toPoint()); // a click
    }
}

void LineView::endDrag()
{
    if (m_grip.station < 0 && m_grip.points < 0)
        return;
    m_grip = {};
    viewport()->unsetCursor();
    setMarks({});
}

void LineView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const qsizetype step = byKey ? m_document.current() : stepAt(event->pos());
    if (step < 0)
        return;
    choose(step);
    emit menuWanted(step, byKey ? menuPlace(step) : event->globalPos());
}

void LineView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        zoomBy(event->angleDelta().y() > 0 ? 1 : event->angleDelta().y() < 0 ? -1 : 0);
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

QPoint LineView::menuPlace(qsizetype step) const
{
    const QRect chip = chipRect(step);
    return viewport()->mapToGlobal(chip.isEmpty() ? stationRect(step).center() : chip.bottomLeft());
}

bool LineView::event(QEvent *event)
{
    // Before a shortcut of the page or the window that has the same key.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isNew = key->key() == Qt::Key_N && key->modifiers() == Qt::ControlModifier;
        const bool isEscape = key->key() == Qt::Key_Escape && (m_grip.station >= 0 || m_grip.points >= 0);
        if (isNew || isEscape || key->key() == Qt::Key_Insert)
            event->accept();
    }
    return QAbstractScrollArea::event(event);
}

bool LineView::zoomKey(const QKeyEvent &event)
{
    if (!(event.modifiers() & Qt::ControlModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(1);
        return true;
    case Qt::Key_Minus:
        zoomBy(-1);
        return true;
    case Qt::Key_0:
        setZoom(100);
        return true;
    case Qt::Key_9:
        fit();
        return true;
    case Qt::Key_N:
        emit addWanted(m_document.current() + 1);
        return true;
    default:
        return false;
    }
}

/// What is done to the selected station.
bool LineView::editKey(const QKeyEvent &event)
{
    const qsizetype step = m_document.current();
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit inspectorWanted();
        return true;
    case Qt::Key_Delete:
        emit removeWanted();
        return true;
    case Qt::Key_Insert:
        emit addWanted(step + 1);
        return true;
    case Qt::Key_F:
        if (step >= 0)
            emit faultsWanted(step, menuPlace(step));
        return true;
    case Qt::Key_G:
        if (step >= 0)
            emit nextWanted(step, menuPlace(step));
        return true;
    case Qt::Key_Escape:
        if (m_grip.station < 0 && m_grip.points < 0)
            emit backWanted();
        endDrag();
        return true;
    default:
        return false;
    }
}

void LineView::keyPressEvent(QKeyEvent *event)
{
    if (zoomKey(*event))
        return;
    const bool alt = event->modifiers() & Qt::AltModifier;
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Left:
        alt ? emit moveWanted(-1) : choose(m_document.current() - 1);
        return;
    case Qt::Key_Down:
    case Qt::Key_Right:
        alt ? emit moveWanted(1) : choose(m_document.current() + 1);
        return;
    case Qt::Key_Home:
        choose(0);
        return;
    case Qt::Key_End:
        choose(m_document.chain().steps.size() - 1);
        return;
    default:
        if (!editKey(*event))
            QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace sb::ui
