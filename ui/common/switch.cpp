#include "ui/common/switch.h"

#include "ui/common/painting.h"
#include "ui/common/type.h"

namespace sb::ui {

namespace {
constexpr int TrackWidth = 36;
constexpr int TrackHeight = 20;
} // namespace

Switch::Switch(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(text);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Switch::sizeHint() const
{
    const int label = text().isEmpty() ? 0 : fontMetrics().horizontalAdvance(text()) + 8;
    return {label + TrackWidth + 4, size::Control};
}

void Switch::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    const QRectF track(width() - TrackWidth - 2.0, (height() - TrackHeight) / 2.0, TrackWidth, TrackHeight);
    painter.setPen(tokens.text2);
    painter.drawText(QRectF(0, 0, track.left() - 8, height()), Qt::AlignVCenter | Qt::AlignLeft, text());

    paintBox(painter, track, 10, isChecked() ? tokens.accentFill : tokens.base,
             isChecked() ? QColor() : tokens.control);
    const double diameter = isChecked() ? 14 : 10;
    const double x = isChecked() ? track.right() - 10 : track.left() + 10;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isChecked() ? tokens.onAccent : tokens.control);
    painter.drawEllipse(QPointF(x, track.center().y()), diameter / 2, diameter / 2);
    if (hasFocus())
        paintBox(painter, track.adjusted(-2, -2, 2, 2), 12, {}, tokens.accent, 2);
}

} // namespace sb::ui
