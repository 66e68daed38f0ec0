#include "ui/common/key_figure.h"

#include "ui/common/painting.h"
#include "ui/common/type.h"

#include <QPainterPath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::ui {

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
                                                 : tr("down %1").arg(text));
    update();
}

void KeyFigure::setSparkline(const QList<double> &values)
{
    m_values = values;
    update();
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

    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(tokens.text2);
    painter.drawText(QRectF(left, 12, width() - left, 18), Qt::AlignVCenter, text());

    painter.setFont(fontFor(TextRole::Display, QFont::DemiBold));
    painter.setPen(tokens.text);
    painter.drawText(QRectF(left, 30, width() - left, 34), Qt::AlignVCenter, m_value);
    const double valueWidth = painter.fontMetrics().horizontalAdvance(m_value);
    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(tokens.text3);
    painter.drawText(QRectF(left + valueWidth + 4, 36, 80, 26), Qt::AlignVCenter, m_unit);

    if (!m_change.isEmpty()) {
        const bool good = (m_direction > 0) == (m_better == Better::Up);
        painter.setPen(m_better == Better::Neither || m_direction == 0 ? tokens.text2
                           : good                                      ? tokens.ok
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
