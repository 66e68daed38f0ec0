#include "ui/common/switch.h"

#include "ui/common/motion.h"
#include "ui/common/painting.h"
#include "ui/common/type.h"

namespace sb::ui {

namespace {
constexpr int TrackWidth = 36;
constexpr int TrackHeight = 20;
constexpr int KnobTime = 90;
} // namespace

Switch::Switch(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
    , m_knob(new Slide(this, KnobTime))
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(text);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Switch::checkStateSet()
{
    m_knob->moveTo(isChecked() ? 1 : 0);
}

void Switch::nextCheckState()
{
    QAbstractButton::nextCheckState();
    m_knob->moveTo(isChecked() ? 1 : 0);
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
    const double diameter = 10 + 4 * m_knob->position();
    const double x = track.left() + 10 + (track.width() - 20) * m_knob->position();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isChecked() ? tokens.onAccent : tokens.control);
    painter.drawEllipse(QPointF(x, track.center().y()), diameter / 2, diameter / 2);
    if (hasFocus())
        paintBox(painter, track.adjusted(-2, -2, 2, 2), 12, {}, tokens.accent, 2);
}

} // namespace sb::ui
