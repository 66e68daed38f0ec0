#include "ui/chains/step_list.h"

#include "ui/chains/step_model.h"
#include "ui/common/painting.h"
#include "ui/common/type.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QStyledItemDelegate>

namespace sb::ui {

namespace {

constexpr int RowHeight = 44;

class StepDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = tokensOf(option.palette);
        const QRectF rect(option.rect);
        const bool selected = option.state & QStyle::State_Selected;
        painter->save();
        if (selected)
            painter->fillRect(rect, tokens.accentSoft);
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(rect, tokens.sunken);
        if (selected)
            painter->fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), tokens.accent);
        // The line runs down through the steps; it begins at the first and ends at the last.
        const double x = rect.left() + 26;
        painter->setPen(QPen(tokens.track, 2));
        if (index.row() > 0)
            painter->drawLine(QPointF(x, rect.top()), QPointF(x, rect.center().y() - 9));
        if (index.row() + 1 < index.model()->rowCount())
            painter->drawLine(QPointF(x, rect.center().y() + 9), QPointF(x, rect.bottom()));
        const auto part = StepOutcome::Part(index.data(StepModel::OutcomeRole).toInt());
        paintSignal(*painter, QPointF(x, rect.center().y()), size::SignalNode, signalOf(part), tokens);

        const QRectF text = rect.adjusted(46, 5, -34, 0);
        painter->setFont(fontFor(TextRole::Body, selected ? QFont::DemiBold : QFont::Medium));
        painter->setPen(tokens.text);
        painter->drawText(
            QRectF(text.left(), text.top(), text.width(), 18), Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, int(text.width())));
        painter->setFont(fontFor(TextRole::Small));
        painter->setPen(tokens.text3);
        painter->drawText(QRectF(text.left(), text.top() + 18, text.width(), 16), Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data(StepModel::StepLineRole).toString(),
                                                            Qt::ElideRight, int(text.width())));
        painter->setFont(fontFor(TextRole::Small, QFont::Medium));
        painter->drawText(rect.adjusted(0, 0, -16, 0), Qt::AlignRight | Qt::AlignVCenter,
                          QString::number(index.row() + 1));
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {size::ChainList, RowHeight};
    }
};

} // namespace

StepList::StepList(ChainDocument &document, QWidget *parent)
    : QListView(parent)
    , m_document(document)
    , m_model(new StepModel(document, this))
{
    setModel(m_model);
    setItemDelegate(new StepDelegate(this));
    setProperty("bare", true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setAccessibleName(tr("Steps"));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    const auto follow = [this] { setCurrentIndex(m_model->index(int(m_document.current()), 0)); };
    connect(&m_document, &ChainDocument::currentChanged, this, follow);
    connect(m_model, &QAbstractItemModel::modelReset, this, follow);
    follow();
}

void StepList::addStep(const routing::Step &step)
{
    insertStep(m_document.current() + 1, step);
}

void StepList::insertStep(qsizetype before, const routing::Step &step)
{
    m_document.edit(routing::InsertStep{.at = before, .step = step}, tr("Add step"));
    m_document.setCurrent(before);
}

void StepList::setOutcomes(const QList<StepOutcome> &outcomes)
{
    m_model->setOutcomes(outcomes);
}

void StepList::duplicateCurrent()
{
    if (const routing::Step *step = m_document.currentStep()) {
        const qsizetype at = m_document.current() + 1;
        routing::Step copy = *step;
        copy.id.clear(); // names one step
        m_document.edit(routing::InsertStep{.at = at, .step = copy}, tr("Duplicate step"));
        m_document.setCurrent(at);
    }
}

void StepList::removeCurrent()
{
    if (!m_document.currentStep())
        return;
    m_document.edit(routing::RemoveStep{.at = m_document.current()}, tr("Remove step"));
    emit removed();
}

void StepList::moveCurrent(int by)
{
    const qsizetype from = m_document.current();
    const qsizetype to = from + by;
    if (from < 0 || to < 0 || to >= m_document.chain().steps.size())
        return;
    m_document.edit(routing::MoveStep{.from = from, .to = to}, tr("Move step"));
    m_document.setCurrent(to);
}

void StepList::keyPressEvent(QKeyEvent *event)
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
    else if (event->key() == Qt::Key_F && event->modifiers() == Qt::NoModifier && m_document.currentStep())
        emit faultsWanted(m_document.current(), menuPlace());
    else if (event->key() == Qt::Key_G && event->modifiers() == Qt::NoModifier && m_document.currentStep())
        emit nextWanted(m_document.current(), menuPlace());
    else
        QListView::keyPressEvent(event);
}

QPoint StepList::menuPlace() const
{
    return viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft() + QPoint(46, 0));
}

void StepList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int row = byKey ? currentIndex().row() : indexAt(event->pos()).row();
    if (row < 0)
        return;
    m_document.setCurrent(row);
    emit menuWanted(row, byKey ? menuPlace() : event->globalPos());
}

int StepList::gapTop(int gap) const
{
    const QModelIndex below = m_model->index(gap, 0);
    return below.isValid() ? visualRect(below).top() : visualRect(m_model->index(gap - 1, 0)).bottom() + 1;
}

int StepList::gapAt(int y) const
{
    int gap = 0;
    while (gap < m_model->rowCount() && visualRect(m_model->index(gap, 0)).center().y() < y)
        ++gap;
    return gap;
}

void StepList::mousePressEvent(QMouseEvent *event)
{
    QListView::mousePressEvent(event);
    m_pressed = event->pos();
    m_dragged = event->button() == Qt::LeftButton ? indexAt(event->pos()).row() : -1;
}

void StepList::mouseMoveEvent(QMouseEvent *event)
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
    scrollTo(m_model->index(qMin(m_gap, m_model->rowCount() - 1), 0));
    viewport()->update();
}

void StepList::mouseReleaseEvent(QMouseEvent *event)
{
    const int gap = m_gap;
    const int from = m_dragged;
    endDrag();
    if (gap < 0) {
        QListView::mouseReleaseEvent(event);
        return;
    }
    const int to = gap > from ? gap - 1 : gap; // the index after the removal
    m_document.edit(routing::MoveStep{.from = from, .to = to}, tr("Move step"));
    m_document.setCurrent(to);
}

void StepList::endDrag()
{
    m_gap = m_dragged = -1;
    viewport()->unsetCursor();
    viewport()->update();
}

void StepList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (m_gap < 0)
        return;
    QPainter painter(viewport());
    const int y = qBound(1, gapTop(m_gap), viewport()->height() - 1);
    painter.fillRect(QRect(0, y - 1, viewport()->width(), 2), tokensOf(this).accent);
}

void StepList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid())
        m_document.setCurrent(current.row());
}

} // namespace sb::ui
