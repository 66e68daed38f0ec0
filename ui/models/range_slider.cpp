#include "ui/models/range_slider.h"

#include "ui/common/painting.h"
#include "ui/common/type.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>

#include <cmath>

namespace sb::ui {

namespace {
constexpr double Radius = 6;
constexpr double Middle = 15;
constexpr int Height = 48; ///< the handles and the words below
} // namespace

RangeSlider::RangeSlider(const QStringList &stops, QWidget *parent)
    : QWidget(parent)
    , m_stops(stops)
    , m_high(int(stops.size()) - 1)
{
    setFocusPolicy(Qt::StrongFocus);
    setFont(fontFor(TextRole::Small));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

QSize RangeSlider::sizeHint() const
{
    return {160, Height};
}

void RangeSlider::setRange(int low, int high)
{
    if (low == m_low && high == m_high)
        return;
    m_low = low;
    m_high = high;
    describe();
    update();
}

/// A value that two handles have cannot be told by one number: words do.
void RangeSlider::describe()
{
    //: Accessible description of a range with two handles: from the first value to the second.
    const QString range = tr("%1 to %2").arg(m_stops.value(m_low), m_stops.value(m_high));
    const QString active = m_lowIsActive ? tr("lower end active") : tr("upper end active");
    setAccessibleDescription(QStringLiteral("%1, %2").arg(range, active));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

double RangeSlider::xOf(int stop) const
{
    return Radius + 1 + (width() - 2 * (Radius + 1)) * stop / double(m_stops.size() - 1);
}

int RangeSlider::stopAt(double x) const
{
    const double step = (width() - 2 * (Radius + 1)) / double(m_stops.size() - 1);
    return qBound(0, int(std::lround((x - Radius - 1) / step)), int(m_stops.size()) - 1);
}

void RangeSlider::moveActive(int stop)
{
    const int low = m_lowIsActive ? qBound(0, stop, m_high) : m_low;
    const int high = m_lowIsActive ? m_high : qBound(m_low, stop, int(m_stops.size()) - 1);
    if (low == m_low && high == m_high)
        return;
    setRange(low, high);
    emit changed(m_low, m_high);
}

void RangeSlider::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.track, 2));
    painter.drawLine(QPointF(xOf(0), Middle), QPointF(xOf(int(m_stops.size()) - 1), Middle));
    painter.setPen(QPen(tokens.accent, 3));
    painter.drawLine(QPointF(xOf(m_low), Middle), QPointF(xOf(m_high), Middle));
    for (const bool isLow : {!m_lowIsActive, m_lowIsActive}) { // the active one on top
        const QPointF center(xOf(isLow ? m_low : m_high), Middle);
        painter.setPen(QPen(tokens.accent, 2));
        painter.setBrush(tokens.base);
        painter.drawEllipse(center, Radius, Radius);
        if (hasFocus() && isLow == m_lowIsActive) {
            painter.setBrush(tokens.accent);
            painter.drawEllipse(center, Radius - 3, Radius - 3);
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(center, Radius + 3, Radius + 3);
        }
    }
    painter.setFont(font());
    painter.setPen(tokens.text2);
    const QRectF words(0, Middle + Radius + 5, width(), Height - Middle - Radius - 5);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignTop, m_stops.value(m_low));
    painter.drawText(words, Qt::AlignRight | Qt::AlignTop, m_stops.value(m_high));
}

void RangeSlider::mousePressEvent(QMouseEvent *event)
{
    const double x = event->position().x();
    const double toLow = std::abs(x - xOf(m_low));
    const double toHigh = std::abs(x - xOf(m_high));
    // Where both stand on one stop, the side tells which is meant.
    m_lowIsActive = toLow < toHigh || (toLow == toHigh && x < xOf(m_low));
    moveActive(stopAt(x));
    describe();
    update();
}

void RangeSlider::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        moveActive(stopAt(event->position().x()));
}

void RangeSlider::keyPressEvent(QKeyEvent *event)
{
    const int at = m_lowIsActive ? m_low : m_high;
    switch (event->key()) {
    case Qt::Key_Left:
        moveActive(at - 1);
        break;
    case Qt::Key_Right:
        moveActive(at + 1);
        break;
    case Qt::Key_Home:
        moveActive(0);
        break;
    case Qt::Key_End:
        moveActive(int(m_stops.size()) - 1);
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        m_lowIsActive = !m_lowIsActive;
        describe();
        update();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace sb::ui
