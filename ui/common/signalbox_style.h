#pragma once

#include <QProxyStyle>

namespace sb::ui {

/// Fusion with our own surfaces: no style sheet, so that a switch of the theme is a palette and a repaint. Sizes come
/// from sizeFromContents(), so that a layout also holds under another style.
///
/// Dynamic properties that it reads: "main" and "danger" on push buttons, "bare" on fields and frames that draw no box,
/// "wrong" on fields whose text is refused, "flush" on headers of tables that stand inside a margin.
class SignalboxStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    SignalboxStyle();
    void setReducedMotion(bool reduced) { m_reducedMotion = reduced; } ///< what moves asks for its time; see motion.h

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QIcon standardIcon(StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const override;

private:
    bool m_reducedMotion = false;
};

} // namespace sb::ui
