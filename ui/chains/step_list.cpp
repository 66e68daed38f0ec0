#include "ui/chains/step_list.h"

#include "ui/chains/step_model.h"
#include "ui/common/painting.h"
#include "ui/common/type.h"

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
    : OrderList(parent)
    , m_document(document)
    , m_model(new StepModel(document, this))
{
    setModel(m_model);
    setItemDelegate(new StepDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Steps"));
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

void StepList::moveRow(int from, int to)
{
    m_document.edit(routing::MoveStep{.from = from, .to = to}, tr("Move step"));
    m_document.setCurrent(to);
}

/// F chooses its fault, G where it goes on to.
void StepList::keyPressEvent(QKeyEvent *event)
{
    const bool plain = event->modifiers() == Qt::NoModifier && m_document.currentStep();
    if (plain && event->key() == Qt::Key_F)
        emit faultsWanted(m_document.current(), menuPlace());
    else if (plain && event->key() == Qt::Key_G)
        emit nextWanted(m_document.current(), menuPlace());
    else
        OrderList::keyPressEvent(event);
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

void StepList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    OrderList::currentChanged(current, previous);
    if (current.isValid())
        m_document.setCurrent(current.row());
}

} // namespace sb::ui
