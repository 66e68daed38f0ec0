#include "ui/common/chip.h"

#include "ui/common/type.h"

#include <QKeyEvent>
#include <QMouseEvent>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {
constexpr int Padding = 10;
constexpr int Gap = 5;
constexpr int Mark = 12; ///< chevron or cross
} // namespace

Chip::Chip(const QString &key, const QString &value, QWidget *parent)
    : QAbstractButton(parent)
    , m_key(key)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFont(fontFor(TextRole::Small, QFont::Medium));
    setValue(value);
    connect(this, &QAbstractButton::clicked, this, &Chip::opened);
}

void Chip::setValue(const QString &value)
{
    m_value = value;
    setText(m_key.isEmpty() ? m_value : u"%1: %2"_s.arg(m_key, m_value));
    //: Accessible name of a filter chip. %1 is the name of the filter, %2 its value.
    setAccessibleName(m_key.isEmpty() ? m_value : tr("%1: %2, filter, button menu").arg(m_key, m_value));
    updateGeometry();
    update();
}

void Chip::setSet(bool isSet)
{
    m_set = isSet;
    updateGeometry();
    update();
}

void Chip::setSignal(std::optional<Signal> signal)
{
    m_signal = signal;
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(font());
    int width = 2 * Padding + metrics.horizontalAdvance(m_value) + (isCheckable() ? 0 : Gap + Mark);
    if (!m_key.isEmpty())
        width += metrics.horizontalAdvance(m_key) + Gap;
    if (m_signal)
        width += size::SignalInline + Gap;
    return {width, size::Control}; // the chip is 26 high, the hit area 30
}

void Chip::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    painter.setFont(font());
    const QRectF box = QRectF(0, (height() - size::Chip) / 2.0, width(), size::Chip);
    const bool on = m_set || isChecked();
    const QColor fill = on ? tokens.accentSoft : underMouse() ? tokens.sunken : tokens.base;
    paintBox(painter, box, 13, fill, on || hasFocus() ? tokens.accent : tokens.edge, hasFocus() ? 2 : 1);

    double x = Padding;
    if (m_signal) {
        paintSignal(painter, QPointF(x + 6, box.center().y()), size::SignalInline, *m_signal, tokens);
        x += size::SignalInline + Gap;
    }
    const auto write = [&](const QString &text, const QColor &color) {
        painter.setPen(color);
        const double advance = painter.fontMetrics().horizontalAdvance(text);
        painter.drawText(QRectF(x, box.top(), advance + 1, box.height()), Qt::AlignVCenter, text);
        x += advance + Gap;
    };
    if (!m_key.isEmpty())
        write(m_key, m_set ? tokens.text2 : tokens.text3);
    write(m_value, !isEnabled() ? tokens.text3 : on ? tokens.accent : tokens.text);
    if (isCheckable())
        return;
    const QString mark = m_set ? u"close"_s : u"chevron-down"_s;
    painter.drawPixmap(QPointF(width() - Padding - Mark + 2, box.center().y() - Mark / 2.0),
                       iconPixmap(mark, Mark, tokens.text3, devicePixelRatioF()));
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (m_set)
            emit cleared();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        return;
    case Qt::Key_Left:
        focusNextPrevChild(false);
        return;
    case Qt::Key_Right:
        focusNextPrevChild(true);
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void Chip::mouseReleaseEvent(QMouseEvent *event)
{
    const bool onCross =
        m_set && event->position().x() > width() - Padding - Mark - Gap && rect().contains(event->pos());
    if (onCross && event->button() == Qt::LeftButton) {
        setDown(false);
        emit cleared();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

} // namespace sb::ui
