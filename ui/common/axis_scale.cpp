#include "ui/common/axis_scale.h"

#include "ui/common/format.h"

#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace sb::ui {

AxisScale niceScale(double value)
{
    if (value <= 0)
        return {};
    const double power = std::pow(10.0, std::floor(std::log10(value / 3)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0}) {
        const double step = factor * power;
        if (value / step <= 4)
            return {.top = std::ceil(value / step) * step, .step = step};
    }
    return {.top = value, .step = value / 4};
}

int decimalsOf(const AxisScale &scale)
{
    if (scale.step >= 1)
        return scale.step > std::floor(scale.step) ? 2 : 0; // 2.5 is not 3
    const double tenth = scale.step * 10;
    return qMin(6, int(std::ceil(-std::log10(scale.step))) + (tenth - std::floor(tenth) > 0 ? 1 : 0));
}

QString moneyPattern(int decimals)
{
    return formatDollars(0, decimals).replace(QLocale().toString(0.0, 'f', decimals), u"%.%1f"_s.arg(decimals));
}

} // namespace sb::ui
