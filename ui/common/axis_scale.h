#pragma once

#include <QString>

namespace sb::ui {

/// A round number at or above `value` and the step of three or four ticks below it: 1, 2, 2.5 or 5 times a power of
/// ten.
struct AxisScale
{
    double top = 1;
    double step = 0.25;
};
[[nodiscard]] AxisScale niceScale(double value);
[[nodiscard]] int decimalsOf(const AxisScale &scale); ///< that its ticks need
/// How QValueAxis writes dollars: "$%.2f", or where the locale has its sign: "%.2f $".
[[nodiscard]] QString moneyPattern(int decimals);

} // namespace sb::ui
