#pragma once

#include "ui/common/series_colors.h"
#include "ui/dashboard/chart_data.h"

#include <QChartView>

class QStackedBarSeries;
class QValueAxis;

namespace sb::ui {

/// Spend or tokens by slot and model as stacked bars. A cursor: Left and Right move between slots, Up and Down between
/// the series of a slot, Enter drills down.
class SpendChart final : public QChartView
{
    Q_OBJECT
public:
    explicit SpendChart(QWidget *parent = nullptr);
    void present(const ChartData &shown, Measure measure, const SeriesColors &colors);

signals:
    void slotOpened(qint64 firstDay, qint64 lastDay);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void rebuild();
    void addValueAxis(QStackedBarSeries &series, const Tokens &tokens);
    void setCursor(qsizetype slot, qsizetype series);
    [[nodiscard]] QString cursorText() const;
    void paintCursor(QPainter &painter, const QRectF &plot) const;
    [[nodiscard]] QString slotText(qsizetype slot) const;
    void openSlot(qsizetype slot);

    ChartData m_data;
    Measure m_measure = Measure::Money;
    SeriesColors m_colors;
    qsizetype m_cursor = -1;
    qsizetype m_cursorSeries = -1; ///< -1: the whole stack
    bool m_dark = false;
    bool m_contrast = false;
};

} // namespace sb::ui
