#include "ui/common/signal_mark.h"

#include "ui/common/type.h"

namespace sb::ui {

SignalMark::SignalMark(Signal signal, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_signal(signal)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    set(signal, text);
}

void SignalMark::set(Signal signal, const QString &text)
{
    m_signal = signal;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize SignalMark::sizeHint() const
{
    const int label = m_text.isEmpty() ? 0 : 6 + fontMetrics().horizontalAdvance(m_text) + 1;
    return {size::SignalInline + label, qMax(size::SignalInline, fontMetrics().height())};
}

void SignalMark::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    paintSignal(painter, QPointF(size::SignalInline / 2.0, height() / 2.0), size::SignalInline, m_signal, tokens);
    painter.setPen(tokens.text2);
    painter.drawText(QRectF(size::SignalInline + 6, 0, width(), height()), Qt::AlignVCenter, m_text);
}

} // namespace sb::ui
