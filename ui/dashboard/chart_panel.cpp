#include "ui/dashboard/chart_panel.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/table.h"
#include "ui/dashboard/chart_table.h"
#include "ui/dashboard/legend_row.h"
#include "ui/dashboard/spend_chart.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int DayWidth = 120;
constexpr int SeriesWidth = 130;

int bounded(qint64 count)
{
    return int(qMin<qint64>(count, std::numeric_limits<int>::max()));
}

} // namespace

QString chartSentence(const ChartData &chart, Measure measure, qint64 unpriced)
{
    const QList<double> totals = slotTotals(chart);
    const double whole = std::accumulate(totals.cbegin(), totals.cend(), 0.0);
    QStringList parts;
    if (!chart.series.isEmpty() && chart.series.constFirst().total > 0)
        //: The sentence beside the chart's title: which model leads, with how much, of how much.
        parts.append(ChartPanel::tr("%1 leads with %2 of %3")
                         .arg(seriesName(chart.series.constFirst()),
                              measureText(chart.series.constFirst().total, measure), measureText(whole, measure)));
    if (measure == Measure::Money && unpriced > 0)
        parts.append(ChartPanel::tr("%n request(s) unpriced", nullptr, bounded(unpriced)));
    return parts.join(u"; "_s);
}

ChartPanel::ChartPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(new Label({}, TextRole::Body, Label::Tone::Text, QFont::DemiBold, this))
    , m_sentence(new Label({}, TextRole::Small, Label::Tone::Text2, QFont::Normal, this))
    , m_stack(new QStackedWidget(this))
    , m_chart(new SpendChart(m_stack))
    , m_model(new ChartTable(this))
    , m_table(new TableView(m_stack))
    , m_legend(new LegendRow(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_sentence->setElided(true);
    m_sentence->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_sentence->setObjectName(u"chartSentence"_s);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("The chart as a table"));
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_table);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(size::PageMargin, 0, size::PageMargin, 0);
    head->addWidget(m_title);
    head->addWidget(m_sentence, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(size::PageMargin - 6, 0, size::PageMargin, 0);
    foot->addWidget(m_legend);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 8);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
    layout->addLayout(foot);
    connect(m_chart, &SpendChart::slotOpened, this, &ChartPanel::slotOpened);
    connect(m_legend, &LegendRow::toggled, this, &ChartPanel::toggle);
    connect(m_table, &TableView::opened, this, [this](const QModelIndex &index) {
        const qsizetype slot = m_model->slotAt(index);
        emit slotOpened(m_data.slotDays.at(slot), m_data.slotDays.at(slot) + m_data.daysPerSlot - 1);
    });
}

void ChartPanel::present(const ChartData &chart, qint64 unpriced, Measure measure, const SeriesColors &colors)
{
    m_data = chart;
    m_measure = measure;
    m_colors = colors;
    m_title->setText(measure == Measure::Money ? tr("Spend by model") : tr("Tokens by model"));
    m_sentence->setText(chartSentence(m_data, measure, unpriced));
    m_model->present(m_data, measure);
    QList<int> widths{DayWidth, DayWidth};
    widths.append(QList<int>(m_data.series.size(), SeriesWidth));
    m_table->setColumnWidths(widths);
    presentLegend(tokensOf(this));
    presentChart();
}

void ChartPanel::presentLegend(const Tokens &tokens)
{
    QList<LegendRow::Entry> legend;
    for (const ChartSeries &series : std::as_const(m_data.series))
        legend.append({.color = series.modelId.isEmpty() ? tokens.seriesOther : m_colors.color(series.modelId, tokens),
                       .text = seriesName(series),
                       .shown = !m_hidden.contains(series.modelId)});
    m_legend->setEntries(legend, m_table);
}

void ChartPanel::presentChart()
{
    m_chart->present(withoutSeries(m_data, m_hidden), m_measure, m_colors);
}

void ChartPanel::toggle(int series, bool shown)
{
    const QString id = m_data.series.at(series).modelId;
    shown ? void(m_hidden.remove(id)) : void(m_hidden.insert(id));
    presentChart();
}

void ChartPanel::showTable(bool table)
{
    m_stack->setCurrentWidget(table ? static_cast<QWidget *>(m_table) : m_chart);
    m_legend->setVisible(!table);
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

bool ChartPanel::showsTable() const
{
    return m_stack->currentWidget() == m_table;
}

} // namespace sb::ui
