#include "ui/common/chart_ground.h"

#include "ui/common/type.h"

#include <QChart>
#include <QChartView>
#include <QLocale>
#include <QPen>
#include <QValueAxis>

namespace sb::ui {

void clearChart(QChartView &view, const Tokens &tokens)
{
    QChart &chart = *view.chart();
    chart.removeAllSeries();
    for (QAbstractAxis *axis : chart.axes()) {
        chart.removeAxis(axis);
        delete axis;
    }
    chart.setLocale(QLocale());
    chart.setLocalizeNumbers(true);
    chart.setBackgroundBrush(tokens.base);
    chart.setPlotAreaBackgroundVisible(false);
    view.setBackgroundBrush(tokens.base);
}

QValueAxis *makeAmountAxis(const AxisScale &scale, const QString &labels, const Tokens &tokens)
{
    auto *axis = new QValueAxis;
    axis->setRange(0, scale.top);
    axis->setTickType(QValueAxis::TicksDynamic);
    axis->setTickAnchor(0);
    axis->setTickInterval(scale.step);
    axis->setLabelFormat(labels);
    axis->setLabelsFont(fontFor(TextRole::Caption));
    axis->setLabelsColor(tokens.text3);
    axis->setLineVisible(false);
    axis->setGridLinePen(QPen(tokens.line, 1));
    axis->setMinorGridLineVisible(false);
    return axis;
}

} // namespace sb::ui
