#include "ui/common/key_figure.h"

#include "ui/common/painting.h"
#include "ui/common/type.h"

#include <QPainterPath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {
constexpr int RightMargin = 6;
constexpr int UnitGap = 6;
} // namespace

KeyFigure::KeyFigure(const QString &caption, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(caption);
    setFocusPolicy(Qt::StrongFocus);
    setFixedHeight(size::KeyFigure);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void KeyFigure::setValue(const QString &value, const QString &unit)
{
    m_value = value;
    m_unit = unit;
    setAccessibleName(u"%1: %2 %3"_s.arg(text(), value, unit).trimmed());
    update();
}

void KeyFigure::setChange(const QString &text, int direction, Better better)
{
    m_change = text;
    m_direction = direction;
    m_better = better;
    setAccessibleDescription(text.isEmpty()      ? QString()
                                 : direction > 0 ? tr("up %1").arg(text)
                                 : direction < 0 ? tr("down %1").arg(text)
                                                 : tr("unchanged"));
    update();
}

void KeyFigure::setSparkline(const QList<double> &values)
{
    m_values = values;
    update();
}

/// The display font, or as much smaller as a long value needs it.
QFont KeyFigure::valueFont(double room) const
{
    QFont font = fontFor(TextRole::Display, QFont::DemiBold);
    const double wide = QFontMetricsF(font).horizontalAdvance(m_value);
    if (wide > room)
        font.setPointSizeF(qMax(fontFor(TextRole::Body).pointSizeF(), font.pointSizeF() * room / wide));
    return font;
}

QSize KeyFigure::sizeHint() const
{
    return {180, size::KeyFigure};
}

void KeyFigure::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), isDown() || underMouse() ? tokens.sunken : tokens.base);
    const double left = size::PageMargin;

    // The unit stands behind the caption: beside the number there is no room for it in a narrow window.
    const double room = width() - left - RightMargin;
    painter.setFont(fontFor(TextRole::Small));
    const QFontMetricsF small(painter.font());
    const double unitWidth = m_unit.isEmpty() ? 0 : small.horizontalAdvance(m_unit) + UnitGap;
    const QString caption = small.elidedText(text(), Qt::ElideRight, room - unitWidth);
    painter.setPen(tokens.text2);
    painter.drawText(QRectF(left, 12, room, 18), Qt::AlignVCenter, caption);
    painter.setPen(tokens.text3);
    painter.drawText(QRectF(left + small.horizontalAdvance(caption) + UnitGap, 12, unitWidth, 18), Qt::AlignVCenter,
                     m_unit);

    painter.setFont(valueFont(room));
    painter.setPen(tokens.text);
    painter.drawText(QRectF(left, 30, width() - left, 34), Qt::AlignVCenter, m_value);

    if (!m_change.isEmpty()) {
        painter.setPen(m_better == Better::Neither || m_direction == 0 ? tokens.text2
                           : m_direction < 0                           ? tokens.ok
                                                                       : tokens.danger);
        painter.setFont(fontFor(TextRole::Small, QFont::Medium));
        const QString arrow = m_direction > 0 ? u"▲ "_s : m_direction < 0 ? u"▼ "_s : QString();
        painter.drawText(QRectF(left, 64, width() - left, 20), Qt::AlignVCenter, arrow + m_change);
    }

    // The right 40 percent, below the number and beside the change.
    painter.setFont(fontFor(TextRole::Small, QFont::Medium));
    const double changeWidth = m_change.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(u"▲ "_s + m_change);
    const double lineLeft = qMax(width() * 0.6, left + changeWidth + 12);
    const QRectF area(lineLeft, 64, width() - lineLeft - 16, 18);
    if (m_values.size() > 1 && area.width() > 30) {
        const auto [low, high] = std::minmax_element(m_values.cbegin(), m_values.cend());
        const double range = qMax(*high - *low, 1e-12);
        QPainterPath path;
        QPointF last;
        for (qsizetype i = 0; i < m_values.size(); ++i) {
            last = QPointF(area.left() + area.width() * double(i) / double(m_values.size() - 1),
                           area.bottom() - area.height() * (m_values[i] - *low) / range);
            i == 0 ? path.moveTo(last) : path.lineTo(last);
        }
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokens.text3, 1.25));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.accent);
        painter.drawEllipse(last, 2.5, 2.5);
    }
    if (hasFocus())
        paintBox(painter, QRectF(rect()).adjusted(2, 2, -2, -2), 6, {}, tokens.accent, 2);
}

} // namespace sb::ui
