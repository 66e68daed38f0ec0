#include "ui/playground/conversation_view.h"

#include "ui/common/painting.h"
#include "ui/common/type.h"
#include "ui/playground/conversation_model.h"

#include <QStyledItemDelegate>

namespace sb::ui {

namespace {

class Delegate final : public QStyledItemDelegate
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
            painter->fillRect(rect, tokens.hover);
        if (selected)
            painter->fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), tokens.accent);
        const QRectF line = rect.adjusted(size::PaneMargin, 6, -size::CellPadding, 0);
        painter->setFont(fontFor(TextRole::Body, selected ? QFont::DemiBold : QFont::Normal));
        painter->setPen(index.data(ConversationModel::DamagedRole).toBool() ? tokens.text3 : tokens.text);
        painter->drawText(
            QRectF(line.left(), line.top(), line.width(), 18), Qt::AlignVCenter | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, int(line.width())));
        painter->setFont(fontFor(TextRole::Caption));
        painter->setPen(tokens.text3);
        painter->drawText(QRectF(line.left(), line.top() + 19, line.width(), 16), Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(index.data(ConversationModel::SecondRole).toString(),
                                                            Qt::ElideRight, int(line.width())));
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {100, 46}; }
};

} // namespace

ConversationView::ConversationView(QWidget *parent)
    : QListView(parent)
{
    setProperty("bare", true);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    setItemDelegate(new Delegate(this));
    setUniformItemSizes(true);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setContextMenuPolicy(Qt::CustomContextMenu);
}

void ConversationView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    QListView::closeEditor(editor, hint);
    emit editingEnded();
}

} // namespace sb::ui
