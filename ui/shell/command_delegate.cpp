#include "ui/shell/command_delegate.h"

#include "ui/common/painting.h"
#include "ui/common/type.h"

namespace sb::ui {

namespace {
constexpr int RowHeight = 36;
constexpr int CaptionHeight = 26;
} // namespace

void CommandDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = tokensOf(option.palette);
    QRectF rect(option.rect);
    painter->save();
    if (const QString group = index.data(CommandGroupRole).toString(); !group.isEmpty()) {
        painter->setFont(fontFor(TextRole::Caption, QFont::Medium));
        painter->setPen(tokens.text3);
        painter->drawText(QRectF(rect.left() + 16, rect.top() + 4, rect.width() - 32, CaptionHeight - 4),
                          Qt::AlignVCenter, group);
        rect.setTop(rect.top() + CaptionHeight);
    }
    const bool selected = option.state & QStyle::State_Selected;
    if (selected)
        paintBox(*painter, rect.adjusted(8, 0, -8, 0), 6, tokens.accentSoft, {});

    const QFont font = fontFor(TextRole::Body, selected ? QFont::Medium : QFont::Normal);
    painter->setFont(font);
    painter->setPen(selected ? tokens.accent : tokens.text);
    const QString text = index.data(Qt::DisplayRole).toString();
    const QRectF line = rect.adjusted(16, 0, -16, 0);
    painter->drawText(line, Qt::AlignVCenter | Qt::TextSingleLine, text);

    const QFontMetricsF metrics(font);
    const double below = line.center().y() + metrics.ascent() / 2 + 2;
    for (const QVariant &position : index.data(CommandMatchRole).toList()) {
        const int at = position.toInt();
        const double left = line.left() + metrics.horizontalAdvance(text.left(at));
        painter->fillRect(QRectF(left, below, metrics.horizontalAdvance(text.mid(at, 1)), 2), tokens.accent);
    }
    painter->setFont(fontFor(TextRole::Small));
    painter->setPen(tokens.text3);
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, index.data(CommandKeyRole).toString());
    painter->restore();
}

QSize CommandDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {200, RowHeight + (index.data(CommandGroupRole).toString().isEmpty() ? 0 : CaptionHeight)};
}

} // namespace sb::ui
