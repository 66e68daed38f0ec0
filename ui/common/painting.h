#pragma once

#include "ui/common/tokens.h"

#include <QPainter>
#include <QPixmap>
#include <QRectF>

namespace sb::ui {

/// A state, said twice: color and the position of a bar. Upright is clear, slanted caution, level stop, a ring is off.
enum class Signal
{
    Off,
    Clear,
    Caution,
    Stop
};

void paintSignal(QPainter &painter, QPointF center, double diameter, Signal signal, const Tokens &tokens);
/// A line of whole device pixels, also at 125 and 150 percent.
void paintHairline(QPainter &painter, QPointF from, QPointF to, const QColor &color);
/// A rounded box; an invalid color leaves fill or border away. The border lies inside.
void paintBox(QPainter &painter, const QRectF &rect, double radius, const QColor &fill, const QColor &border,
              double borderWidth = 1);
/// Text with tabular digits in the painter's font and pen.
void paintNumber(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text);

/// One of resources/look/icons in one color; cached by name, size, color and ratio.
[[nodiscard]] QPixmap iconPixmap(const QString &name, int size, const QColor &color, double devicePixelRatio);

} // namespace sb::ui
