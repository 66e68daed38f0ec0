#include "ui/dashboard/spend_chart.h"

#include "ui/common/chart_ground.h"
#include "ui/common/format.h"
#include "ui/common/type.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QDate>
#include <QKeyEvent>
#include <QStackedBarSeries>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr double BarShare = 0.72;
constexpr int WantedDateLabels = 6;

} // namespace

SpendChart::SpendChart(QWidget *parent)
    : QChartView(parent)
    , m_dark(tokensOf(this).dark)
    , m_contrast(tokensOf(this).contrast)
{
    setProperty("bare", true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    chart()->legend()->hide();
    chart()->setMargins(QMargins(8, 4, 10, 0));
    chart()->setBackgroundRoundness(0);
    chart()->setAnimationOptions(QChart::NoAnimation);
    setMinimumHeight(200);
    rebuild();
}

void SpendChart::present(const ChartData &shown, Measure measure, const SeriesColors &colors)
{
    if (shown == m_data && measure == m_measure && colors == m_colors)
        return;
    const qint64 day = m_data.slotDays.value(m_cursor);
    const QString model = m_data.series.value(m_cursorSeries).modelId;
    const bool onSeries = m_cursorSeries >= 0;
    m_data = shown;
    m_measure = measure;
    m_colors = colors;
    setAccessibleName(measure == Measure::Money ? tr("Spend by model") : tr("Tokens by model"));
    rebuild();
    // Figures change while requests run: the cursor stays on the day and the model that are looked at.
    m_cursor = m_data.slotDays.indexOf(day);
    const auto series = std::ranges::find(m_data.series, model, &ChartSeries::modelId);
    m_cursorSeries =
        m_cursor >= 0 && onSeries && series != m_data.series.end() ? series - m_data.series.begin() : qsizetype(-1);
    if (m_cursor >= 0)
        setAccessibleDescription(cursorText());
}

void SpendChart::rebuild()
{
    const Tokens &tokens = tokensOf(this);
    m_dark = tokens.dark;
    m_contrast = tokens.contrast;
    clearChart(*this, tokens);
    if (m_data.slotDays.isEmpty())
        return;

    auto *series = new QStackedBarSeries;
    for (const ChartSeries &one : std::as_const(m_data.series)) {
        auto *set = new QBarSet(seriesName(one));
        set->setColor(one.modelId.isEmpty() ? tokens.seriesOther : m_colors.color(one.modelId, tokens));
        set->setBorderColor(tokens.base);
        set->append(one.values);
        series->append(set);
    }
    series->setBarWidth(BarShare);
    chart()->addSeries(series);
    connect(series, &QStackedBarSeries::hovered, this, [this](bool on, int slot) {
        if (on)
            QToolTip::showText(QCursor::pos(), slotText(slot), this);
    });
    connect(series, &QStackedBarSeries::clicked, this, [this](int slot) { openSlot(slot); });

    // A category axis elides its labels to dots when slots are narrow: it is hidden, and a value axis labels the same
    // slots.
    QStringList categories;
    for (const qint64 day : std::as_const(m_data.slotDays))
        categories.append(QString::number(day));
    auto *slotsAxis = new QBarCategoryAxis;
    slotsAxis->append(categories);
    slotsAxis->setVisible(false);
    chart()->addAxis(slotsAxis, Qt::AlignBottom);
    series->attachAxis(slotsAxis);

    addValueAxis(*series, tokens);
    setAccessibleDescription(tr("%n bar(s)", nullptr, int(m_data.slotDays.size())));
}

void SpendChart::addValueAxis(QStackedBarSeries &series, const Tokens &tokens)
{
    const AxisScale scale = niceScale(m_data.highest);
    const QString labels = m_measure == Measure::Money ? moneyPattern(decimalsOf(scale)) : u"%.0f"_s;
    auto *values = makeAmountAxis(scale, labels, tokens);
    chart()->addAxis(values, Qt::AlignLeft);
    series.attachAxis(values);
}

QString SpendChart::slotText(qsizetype slot) const
{
    if (slot < 0 || slot >= m_data.slotDays.size())
        return {};
    QStringList lines{QLocale().toString(QDate::fromJulianDay(m_data.slotDays[slot]), QLocale::ShortFormat)};
    for (const ChartSeries &series : m_data.series) {
        if (series.values[slot] > 0)
            lines.append(u"%1  %2"_s.arg(seriesName(series), measureText(series.values[slot], m_measure)));
    }
    return lines.join(u'\n');
}

void SpendChart::openSlot(qsizetype slot)
{
    if (slot >= 0 && slot < m_data.slotDays.size())
        emit slotOpened(m_data.slotDays[slot], m_data.slotDays[slot] + m_data.daysPerSlot - 1);
}

void SpendChart::setCursor(qsizetype slot, qsizetype series)
{
    if (m_data.slotDays.isEmpty())
        return;
    m_cursor = qBound<qsizetype>(0, slot, m_data.slotDays.size() - 1);
    m_cursorSeries = qBound<qsizetype>(-1, series, m_data.series.size() - 1);
    setAccessibleDescription(cursorText());
    viewport()->update();
}

QString SpendChart::cursorText() const
{
    const QString day = QLocale().toString(QDate::fromJulianDay(m_data.slotDays.at(m_cursor)), QLocale::ShortFormat);
    if (m_cursorSeries >= 0) {
        const ChartSeries &series = m_data.series.at(m_cursorSeries);
        return u"%1, %2  %3"_s.arg(day, seriesName(series), measureText(series.values.at(m_cursor), m_measure));
    }
    return u"%1  %2"_s.arg(day, measureText(slotTotals(m_data).at(m_cursor), m_measure));
}

void SpendChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    const Tokens &tokens = tokensOf(this);
    if (event->type() == QEvent::PaletteChange && (tokens.dark != m_dark || tokens.contrast != m_contrast))
        rebuild();
}

void SpendChart::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        setCursor(m_cursor - 1, m_cursorSeries);
        break;
    case Qt::Key_Right:
        setCursor(m_cursor + 1, m_cursorSeries);
        break;
    case Qt::Key_Up:
        setCursor(m_cursor, m_cursorSeries + 1);
        break;
    case Qt::Key_Down:
        setCursor(m_cursor, m_cursorSeries - 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        openSlot(m_cursor);
        break;
    default:
        QChartView::keyPressEvent(event);
    }
}

void SpendChart::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    if (m_cursor < 0 && !m_data.slotDays.isEmpty())
        setCursor(m_data.slotDays.size() - 1, -1);
}

void SpendChart::drawForeground(QPainter *painter, const QRectF &)
{
    if (m_data.slotDays.isEmpty())
        return;
    const Tokens &tokens = tokensOf(this);
    const QRectF plot = chart()->plotArea();
    const double slotWidth = plot.width() / double(m_data.slotDays.size());

    // Dates under the bars, as many as can be read.
    painter->save();
    painter->setFont(fontFor(TextRole::Caption));
    painter->setPen(tokens.text3);
    const bool years = QDate::fromJulianDay(m_data.slotDays.constFirst()).year()
        != QDate::fromJulianDay(m_data.slotDays.constLast()).year();
    //: Under the bars of a chart, a day and its month.
    const QString pattern = years ? tr("d MMM yyyy", "a short date") : tr("d MMM", "a short date without its year");
    const qsizetype every = qMax<qsizetype>(1, m_data.slotDays.size() / WantedDateLabels);
    for (qsizetype i = 0; i < m_data.slotDays.size(); i += every) {
        const QDate date = QDate::fromJulianDay(m_data.slotDays[i]);
        const QString text = QLocale().toString(date, pattern);
        const double center = plot.left() + slotWidth * (double(i) + 0.5);
        painter->drawText(QRectF(center - 40, plot.bottom() + 3, 80, 16), Qt::AlignCenter, text);
    }
    if (hasFocus() && m_cursor >= 0)
        paintCursor(*painter, plot);
    painter->restore();
}

/// A frame around the stack or one part of it, and its value above: nothing else stands in the plot.
void SpendChart::paintCursor(QPainter &painter, const QRectF &plot) const
{
    const Tokens &tokens = tokensOf(this);
    const double slotWidth = plot.width() / double(m_data.slotDays.size());
    QRectF frame(plot.left() + slotWidth * double(m_cursor), plot.top(), slotWidth, plot.height());
    if (m_cursorSeries >= 0) {
        const double scale = plot.height() / niceScale(m_data.highest).top;
        double below = 0;
        for (qsizetype i = 0; i < m_cursorSeries; ++i)
            below += m_data.series[i].values[m_cursor];
        const double value = m_data.series[m_cursorSeries].values[m_cursor];
        frame.setTop(plot.bottom() - (below + value) * scale - 2);
        frame.setBottom(plot.bottom() - below * scale + 2);
    }
    paintBox(painter, frame, 3, {}, tokens.accent, 2);
    painter.setFont(fontFor(TextRole::Small, QFont::Medium));
    const QString text = cursorText();
    const double width = painter.fontMetrics().horizontalAdvance(text) + 12;
    const double left = qBound(plot.left(), frame.center().x() - width / 2, plot.right() - width);
    const QRectF box(left, plot.top() - 2, width, 20);
    paintBox(painter, box, 4, tokens.base, tokens.edge);
    painter.setPen(tokens.text);
    painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace sb::ui
