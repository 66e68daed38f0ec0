#include "ui/common/motion.h"

#include <QStyle>
#include <QWidget>

namespace sb::ui {

int motionTime(const QWidget *widget, int milliseconds)
{
    return widget->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, widget) > 0 ? milliseconds : 0;
}

Slide::Slide(QWidget *widget, int milliseconds)
    : QVariantAnimation(widget)
    , m_widget(widget)
    , m_time(milliseconds)
{
    setEasingCurve(QEasingCurve::OutCubic);
}

void Slide::moveTo(double target)
{
    const int time = m_widget->isVisible() ? motionTime(m_widget, m_time) : 0;
    if (time == 0) {
        jumpTo(target);
        return;
    }
    stop();
    setDuration(time);
    setStartValue(m_position);
    setEndValue(target);
    start();
}

void Slide::jumpTo(double target)
{
    stop();
    m_position = target;
    m_widget->update();
}

void Slide::updateCurrentValue(const QVariant &value)
{
    if (state() != Running)
        return; // the value of a start that is being set up
    m_position = value.toDouble();
    m_widget->update();
}

} // namespace sb::ui
