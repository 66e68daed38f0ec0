#include "ui/models/price_chart.h"

#include "ui/common/chart_ground.h"
#include "ui/common/tokens.h"
#include "ui/common/type.h"
#include "ui/models/model_texts.h"

#include <QAccessible>
#include <QChart>
#include <QKeyEvent>
#include <QLineSeries>
#include <QTimeZone>
#include <QValueAxis>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sb::ui {

namespace {

constexpr int LeastHeight = 190;
constexpr int NamesWidth = 76; // at the right of the plot, for the names of the lines
constexpr int DatesHeight = 22;
constexpr int WantedDates = 5;
constexpr auto LeastSpan = 30 * 24h; // a price of today is a line, too

double milliseconds(WallTime time)
{
    return double(time.time_since_epoch().count());
}

double dollars(NanoDollars amount)
{
    return double(amount.value) / 1e9; // for drawing only
}

QDate dayOf(double time)
{
    return QDateTime::fromMSecsSinceEpoch(qint64(time), QTimeZone::utc()).date();
}

} // namespace

PriceChart::PriceChart(QWidget *parent)
    : QChartView(parent)
    , m_dark(tokensOf(this).dark)
    , m_contrast(tokensOf(this).contrast)
{
    setProperty("bare", true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Price over time"));
    setRenderHint(QPainter::Antialiasing);
    chart()->legend()->hide();
    chart()->setMargins(QMargins(0, 8, NamesWidth, DatesHeight));
    chart()->setBackgroundRoundness(0);
    chart()->setAnimationOptions(QChart::NoAnimation);
    setMinimumHeight(LeastHeight);
    rebuild();
}

void PriceChart::present(const QList<PriceStep> &steps, WallTime now)
{
    if (steps == m_steps && now == m_now)
        return;
    m_steps = steps;
    m_now = now;
    m_cursor = -1;
    rebuild();
    setAccessibleDescription(priceSentence(m_steps));
}

void PriceChart::rebuild()
{
    const Tokens &tokens = tokensOf(this);
    m_dark = tokens.dark;
    m_contrast = tokens.contrast;
    clearChart(*this, tokens);
    if (m_steps.isEmpty())
        return;
    m_begin =
        std::min(m_steps.constFirst().from, m_now - std::chrono::duration_cast<std::chrono::milliseconds>(LeastSpan));

    double highest = 0;
    for (const PriceStep &step : std::as_const(m_steps)) {
        for (const Amount amount : {&PriceStep::input, &PriceStep::output})
            highest = std::max(highest, dollars((step.*amount).value_or(NanoDollars{})));
    }
    const AxisScale scale = niceScale(highest);
    m_top = scale.top;
    auto *time = new QValueAxis;
    time->setRange(milliseconds(m_begin), milliseconds(m_now));
    time->setVisible(false);
    chart()->addAxis(time, Qt::AlignBottom);
    chart()->addAxis(makeAmountAxis(scale, moneyPattern(decimalsOf(scale)), tokens), Qt::AlignLeft);
    addSteps(&PriceStep::input, tokens.series[0], Qt::SolidLine);
    addSteps(&PriceStep::output, tokens.series[1], Qt::DashLine);
}

/// Where there was no price there is no line.
void PriceChart::addSteps(Amount amount, const QColor &color, Qt::PenStyle style)
{
    QList<QPointF> points;
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        const std::optional<NanoDollars> &value = m_steps[i].*amount;
        const WallTime end = i + 1 < m_steps.size() ? m_steps[i + 1].from : m_now;
        if (!value) {
            addLine(points, color, style);
            points.clear();
            continue;
        }
        points.append(QPointF(milliseconds(m_steps[i].from), dollars(*value)));
        points.append(QPointF(milliseconds(std::max(end, m_steps[i].from)), dollars(*value)));
    }
    addLine(points, color, style);
}

void PriceChart::addLine(const QList<QPointF> &points, const QColor &color, Qt::PenStyle style)
{
    if (points.isEmpty())
        return;
    auto *line = new QLineSeries;
    line->replace(points);
    line->setPen(QPen(color, 2, style, Qt::FlatCap));
    chart()->addSeries(line);
    for (QAbstractAxis *axis : chart()->axes())
        line->attachAxis(axis);
}

double PriceChart::xOf(WallTime time) const
{
    const QRectF plot = chart()->plotArea();
    const double whole = milliseconds(m_now) - milliseconds(m_begin);
    return plot.left() + plot.width() * (milliseconds(time) - milliseconds(m_begin)) / qMax(whole, 1.0);
}

void PriceChart::setCursor(qsizetype step)
{
    if (m_steps.isEmpty())
        return;
    m_cursor = qBound<qsizetype>(0, step, m_steps.size() - 1);
    setAccessibleDescription(cursorText());
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    viewport()->update();
}

QString PriceChart::cursorText() const
{
    const PriceStep &step = m_steps.at(m_cursor);
    //: %1 is a date, then the two prices that held since then.
    return tr("Since %1: input %2, output %3")
        .arg(dateText(dayOf(milliseconds(step.from))), amountText(step.input), amountText(step.output));
}

void PriceChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    const Tokens &tokens = tokensOf(this);
    if (event->type() == QEvent::PaletteChange && (tokens.dark != m_dark || tokens.contrast != m_contrast))
        rebuild();
}

void PriceChart::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left)
        setCursor(m_cursor - 1);
    else if (event->key() == Qt::Key_Right)
        setCursor(m_cursor + 1);
    else
        QChartView::keyPressEvent(event);
}

void PriceChart::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    if (m_cursor < 0)
        setCursor(m_steps.size() - 1);
}

void PriceChart::drawForeground(QPainter *painter, const QRectF &)
{
    if (m_steps.isEmpty())
        return;
    const Tokens &tokens = tokensOf(this);
    painter->save();
    painter->setFont(fontFor(TextRole::Caption));
    paintDates(*painter);
    paintName(*painter, &PriceStep::input, tr("Input"), tokens.series[0]);
    paintName(*painter, &PriceStep::output, tr("Output"), tokens.series[1]);
    if (hasFocus() && m_cursor >= 0) {
        const QRectF plot = chart()->plotArea();
        const double x = xOf(std::max(m_steps[m_cursor].from, m_begin));
        paintHairline(*painter, QPointF(x, plot.top()), QPointF(x, plot.bottom()), tokens.accent);
        painter->setFont(fontFor(TextRole::Small, QFont::Medium));
        const QString text = cursorText();
        const double width = painter->fontMetrics().horizontalAdvance(text) + 12;
        const QRectF box(qBound(plot.left(), x - width / 2, qMax(plot.left(), plot.right() - width)), plot.top() - 4,
                         width, 20);
        paintBox(*painter, box, 4, tokens.base, tokens.accent);
        painter->setPen(tokens.text);
        painter->drawText(box, Qt::AlignCenter, text);
    }
    painter->restore();
}

void PriceChart::paintDates(QPainter &painter) const
{
    const QRectF plot = chart()->plotArea();
    painter.setPen(tokensOf(this).text3);
    for (int i = 0; i < WantedDates; ++i) {
        const double share = double(i) / (WantedDates - 1);
        const double time = milliseconds(m_begin) + share * (milliseconds(m_now) - milliseconds(m_begin));
        const Qt::Alignment side = i == 0 ? Qt::AlignLeft : i == WantedDates - 1 ? Qt::AlignRight : Qt::AlignHCenter;
        const double x = plot.left() + share * plot.width();
        const double left = i == 0 ? x : i == WantedDates - 1 ? x - 100 : x - 50;
        painter.drawText(QRectF(left, plot.bottom() + 5, 100, 16), int(side | Qt::AlignVCenter), dateText(dayOf(time)));
    }
}

/// At the end of its line, as long as two lines do not end together.
void PriceChart::paintName(QPainter &painter, Amount amount, const QString &name, const QColor &color) const
{
    const std::optional<NanoDollars> &last = m_steps.constLast().*amount;
    if (!last)
        return;
    constexpr double Apart = 14;
    const QRectF plot = chart()->plotArea();
    const auto yOf = [&](NanoDollars value) { return plot.bottom() - plot.height() * dollars(value) / m_top; };
    double y = yOf(*last);
    const std::optional<NanoDollars> &output = m_steps.constLast().output;
    if (amount == &PriceStep::input && output && std::abs(yOf(*output) - y) < Apart)
        y = yOf(*output) + (yOf(*output) > y ? -Apart : Apart);
    painter.setPen(color);
    painter.drawText(QRectF(plot.right() + 8, y - 8, NamesWidth, 16), int(Qt::AlignLeft | Qt::AlignVCenter), name);
}

} // namespace sb::ui
