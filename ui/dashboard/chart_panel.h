#pragma once

#include "core/usage/queries.h"
#include "ui/common/series_colors.h"
#include "ui/dashboard/chart_data.h"

#include <QSet>
#include <QWidget>

class QStackedWidget;

namespace sb::ui {

class ChartTable;
class Label;
class LegendRow;
class SpendChart;
class TableView;

/// Title, the sentence with the result, the chart or its table, and the legend that shows and hides series.
class ChartPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit ChartPanel(QWidget *parent = nullptr);
    /// @param unpriced requests that the sums leave out
    void present(const ChartData &chart, qint64 unpriced, Measure measure, const SeriesColors &colors);
    void showTable(bool table);
    [[nodiscard]] bool showsTable() const;

signals:
    void slotOpened(qint64 firstDay, qint64 lastDay);

private:
    void presentChart();
    void presentLegend(const Tokens &tokens);
    void toggle(int series, bool shown);

    ChartData m_data; ///< of all series
    Measure m_measure = Measure::Money;
    SeriesColors m_colors;
    QSet<QString> m_hidden; ///< model ids
    Label *m_title;
    Label *m_sentence;
    QStackedWidget *m_stack;
    SpendChart *m_chart;
    ChartTable *m_model;
    TableView *m_table;
    LegendRow *m_legend;
};

/// "openai/gpt-mini leads with $16.94 of $58.41; 12 requests are unpriced"
[[nodiscard]] QString chartSentence(const ChartData &chart, Measure measure, qint64 unpriced);

} // namespace sb::ui
