#pragma once

#include "ui/models/price_steps.h"

#include <QChartView>

namespace sb::ui {

/// Input and output price of one endpoint over time, as steps. A cursor: Left and Right move between changes.
class PriceChart final : public QChartView
{
    Q_OBJECT
public:
    explicit PriceChart(QWidget *parent = nullptr);
    /// @param steps oldest first; @param now where the last one ends
    void present(const QList<PriceStep> &steps, WallTime now);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    using Amount = std::optional<NanoDollars> PriceStep::*;
    void rebuild();
    void addSteps(Amount amount, const QColor &color, Qt::PenStyle style);
    void addLine(const QList<QPointF> &points, const QColor &color, Qt::PenStyle style);
    void setCursor(qsizetype step);
    [[nodiscard]] QString cursorText() const;
    [[nodiscard]] double xOf(WallTime time) const;
    void paintDates(QPainter &painter) const;
    void paintName(QPainter &painter, Amount amount, const QString &name, const QColor &color) const;

    QList<PriceStep> m_steps;
    WallTime m_now = {};
    WallTime m_begin = {};
    double m_top = 1; ///< of the value axis, in dollars
    qsizetype m_cursor = -1;
    bool m_dark = false;
    bool m_contrast = false;
};

} // namespace sb::ui
