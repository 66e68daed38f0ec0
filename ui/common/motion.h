#pragma once

#include <QVariantAnimation>

class QWidget;

namespace sb::ui {

/// How long a move may take at this widget: as given, or 0 where motion is reduced. The style says so to all of them.
[[nodiscard]] int motionTime(const QWidget *widget, int milliseconds);

/// Moves a number from where it is to a target, easing out; a hidden widget and one without motion are there at once.
class Slide final : public QVariantAnimation
{
    Q_OBJECT
public:
    /// @param widget is repainted on the way
    Slide(QWidget *widget, int milliseconds);
    void moveTo(double target);
    void jumpTo(double target);
    [[nodiscard]] double position() const { return m_position; }

protected:
    void updateCurrentValue(const QVariant &value) override;

private:
    QWidget *m_widget;
    int m_time;
    double m_position = 0;
};

} // namespace sb::ui
