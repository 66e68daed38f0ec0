#include "ui/common/choice_delegate.h"

#include "ui/common/painting.h"
#include "ui/common/type.h"

namespace sb::ui {

namespace {
constexpr int RowHeight = 36;
constexpr int TwoLines = 46;
constexpr int CaptionHeight = 26;
} // namespace

void ChoiceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = tokensOf(option.palette);
    QRectF rect(option.rect);
    painter->save();
    if (const QString group = index.data(ChoiceGroupRole).toString(); !group.isEmpty()) {
        painter->setFont(fontFor(TextRole::Caption, QFont::Medium));
        painter->setPen(tokens.text3);
        painter->drawText(QRectF(rect.left() + 16, rect.top() + 4, rect.width() - 32, CaptionHeight - 4),
                          Qt::AlignVCenter, group);
        rect.setTop(rect.top() + CaptionHeight);
    }
    const bool selected = option.state & QStyle::State_Selected;
    if (selected)
        paintBox(*painter, rect.adjusted(8, 0, -8, 0), 6, tokens.accentSoft, {});

    const QString key = index.data(ChoiceKeyRole).toString();
    const QString detail = index.data(ChoiceDetailRole).toString();
    const QRectF row = rect.adjusted(16, 0, -16, 0);
    const QRectF line = detail.isEmpty() ? row : QRectF(row.left(), row.top() + 5, row.width(), row.height() / 2 - 5);
    painter->setFont(fontFor(TextRole::Small));
    painter->setPen(tokens.text3);
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, key);
    const double keyWidth = key.isEmpty() ? 0 : painter->fontMetrics().horizontalAdvance(key) + 12;
    if (!detail.isEmpty()) {
        const QRectF second(row.left(), line.bottom(), row.width(), row.bottom() - 5 - line.bottom());
        painter->drawText(second, Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(detail, Qt::ElideRight, int(second.width())));
    }

    const QFont font = fontFor(TextRole::Body, selected ? QFont::Medium : QFont::Normal);
    const QFontMetricsF metrics(font);
    painter->setFont(font);
    painter->setPen(selected ? tokens.accent : tokens.text);
    const QString text =
        metrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, line.width() - keyWidth);
    painter->drawText(line, Qt::AlignVCenter | Qt::TextSingleLine, text);

    const double below = line.center().y() + metrics.ascent() / 2 + 2;
    for (const QVariant &position : index.data(ChoiceMatchRole).toList()) {
        const int at = position.toInt();
        const double left = line.left() + metrics.horizontalAdvance(text.left(at));
        painter->fillRect(QRectF(left, below, metrics.horizontalAdvance(text.mid(at, 1)), 2), tokens.accent);
    }
    painter->restore();
}

QSize ChoiceDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool two = !index.data(ChoiceDetailRole).toString().isEmpty();
    return {200, (two ? TwoLines : RowHeight) + (index.data(ChoiceGroupRole).toString().isEmpty() ? 0 : CaptionHeight)};
}

} // namespace sb::ui
