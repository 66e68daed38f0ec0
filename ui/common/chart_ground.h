#pragma once

#include "ui/common/axis_scale.h"
#include "ui/common/tokens.h"

#include <QString>

QT_FORWARD_DECLARE_CLASS(QChartView)
QT_FORWARD_DECLARE_CLASS(QValueAxis)

namespace sb::ui {

/// Takes series and axes out of a chart, and gives it the colors of the theme and the numbers of the locale.
void clearChart(QChartView &view, const Tokens &tokens);

/// An axis of amounts from 0, with the ticks of the scale; the caller's until a chart takes it.
/// @param labels how they are written, a format of QValueAxis
[[nodiscard]] QValueAxis *makeAmountAxis(const AxisScale &scale, const QString &labels, const Tokens &tokens);

} // namespace sb::ui
