#include "ui/playground/metrics_strip.h"

#include "ui/common/format.h"
#include "ui/common/type.h"

#include <QKeyEvent>

#include <functional>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

/// The index of the one best value, by `better`; -1 for none, a tie, or nobody to compare with.
int bestIndex(const QList<std::optional<double>> &values, const std::function<bool(double, double)> &better)
{
    int best = -1;
    int competitors = 0;
    bool tie = false;
    for (int i = 0; i < int(values.size()); ++i) {
        if (!values[i])
            continue;
        ++competitors;
        if (best < 0 || better(*values[i], *values[best])) {
            best = i;
            tie = false;
        } else if (*values[i] == *values[best]) {
            tie = true;
        }
    }
    return competitors < 2 || tie ? -1 : best;
}

} // namespace

QList<BestMarks> bestOf(const QList<Metrics> &panes)
{
    QList<std::optional<double>> firstToken, speed, cost;
    for (const Metrics &pane : panes) {
        const bool counts = pane.end == routing::EndState::Complete || pane.end == routing::EndState::Length;
        firstToken.append(counts ? pane.firstTokenSeconds : std::nullopt);
        speed.append(counts ? pane.tokensPerSecond : std::nullopt);
        cost.append(counts && pane.costNano ? std::optional(double(*pane.costNano)) : std::nullopt);
    }
    QList<BestMarks> marks(panes.size());
    if (const int i = bestIndex(firstToken, std::less<>()); i >= 0)
        marks[i].firstToken = true;
    if (const int i = bestIndex(speed, std::greater<>()); i >= 0)
        marks[i].speed = true;
    if (const int i = bestIndex(cost, std::less<>()); i >= 0)
        marks[i].cost = true;
    return marks;
}

MetricsStrip::MetricsStrip(QWidget *parent)
    : QAbstractButton(parent)
{
    setFixedHeight(size::MetricsStrip);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Metrics"));
}

void MetricsStrip::set(const Metrics &metrics, const BestMarks &best)
{
    if (m_metrics == metrics && m_best == best)
        return;
    m_metrics = metrics;
    m_best = best;
    QStringList parts{m_metrics.servedBy, stateText()};
    for (const Cell &cell : cells()) {
        parts.append(u"%1 %2 %3"_s.arg(cell.caption, cell.value, cell.unit).trimmed());
        if (cell.best)
            parts.append(tr("best"));
    }
    parts.removeAll(QString());
    setAccessibleDescription(parts.join(u", "_s));
    update();
}

QList<MetricsStrip::Cell> MetricsStrip::cells() const
{
    const auto number = [](std::optional<double> value, int decimals) {
        return value ? QLocale().toString(*value, 'f', decimals) : noValue();
    };
    const auto count = [](std::optional<qint64> value) { return value ? formatCount(*value) : noValue(); };
    const bool hasTokens = m_metrics.inputTokens || m_metrics.outputTokens;
    return {
        {tr("First token"), number(m_metrics.firstTokenSeconds, 2), m_metrics.firstTokenSeconds ? u"s"_s : QString(),
         m_best.firstToken},
        //: Tokens per second.
        {tr("Speed"), number(m_metrics.tokensPerSecond, 0), m_metrics.tokensPerSecond ? tr("tok/s") : QString(),
         m_best.speed},
        {tr("Tokens"),
         hasTokens ? u"%1 / %2"_s.arg(count(m_metrics.inputTokens), count(m_metrics.outputTokens)) : noValue(),
         {},
         false},
        {tr("Cost"), m_metrics.cost.isEmpty() ? noValue() : m_metrics.cost,
         m_metrics.practice ? tr("practice") : QString(), m_best.cost},
    };
}

/// Equal ones, unless a caption needs more; by captions only, so that nothing moves while numbers come.
QList<double> MetricsStrip::columnWidths(const QList<Cell> &cells, double available)
{
    const QFontMetricsF metrics(fontFor(TextRole::Small));
    const double equal = available / double(cells.size());
    QList<double> widths;
    double taken = 0;
    int wide = 0;
    for (const Cell &cell : cells) {
        const double needed = metrics.horizontalAdvance(cell.caption) + 10;
        widths.append(needed > equal ? needed : 0);
        taken += widths.constLast();
        wide += needed > equal ? 1 : 0;
    }
    for (double &width : widths) {
        if (width <= 0)
            width = (available - taken) / double(cells.size() - wide);
    }
    return widths;
}

void MetricsStrip::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), tokens.base);
    paintHairline(painter, QPointF(0, 0), QPointF(width(), 0), tokens.line);
    paintHead(painter);

    const QList<Cell> all = cells();
    const double left = size::PaneMargin;
    const QList<double> widths = columnWidths(all, width() - 2 * left);
    double x = left;
    for (int i = 0; i < int(all.size()); x += widths[i], ++i) {
        const Cell &cell = all[i];
        const double step = widths[i];
        painter.setFont(fontFor(TextRole::Small));
        painter.setPen(tokens.text2);
        painter.drawText(QRectF(x, 31, step - 4, 18), Qt::AlignVCenter, cell.caption);
        const QFont valueFont = fontFor(TextRole::Body, QFont::DemiBold);
        const double valueWidth = tabularWidth(valueFont, cell.value);
        if (cell.best)
            paintBox(painter, QRectF(x - 5, 51, valueWidth + 10, 22), 4, tokens.okSoft, {});
        painter.setFont(valueFont);
        painter.setPen(cell.best ? tokens.ok : tokens.text);
        paintNumber(painter, QRectF(x, 52, valueWidth, 20), Qt::AlignLeft | Qt::AlignVCenter, cell.value);
        painter.setFont(fontFor(TextRole::Small));
        painter.setPen(tokens.text3);
        const double unitLeft = x + valueWidth + (cell.best ? 8 : 4);
        if (unitLeft + painter.fontMetrics().horizontalAdvance(cell.unit) < x + step)
            painter.drawText(QRectF(unitLeft, 52, step, 20), Qt::AlignVCenter, cell.unit);
    }
    if (hasFocus())
        paintBox(painter, QRectF(rect()).adjusted(2, 3, -2, -2), 4, {}, tokens.accent, 2);
}

QString MetricsStrip::stateText() const
{
    if (m_metrics.streaming)
        return tr("streaming, %1 s").arg(QLocale().toString(m_metrics.elapsedSeconds, 'f', 1));
    return m_metrics.end ? endStateText(*m_metrics.end) : QString();
}

void MetricsStrip::paintHead(QPainter &painter) const
{
    const Tokens &tokens = tokensOf(this);
    const double left = size::PaneMargin;
    const double right = width() - size::PaneMargin;
    const QRectF line(left, 8, right - left, 18);
    painter.setFont(fontFor(TextRole::Small));
    double stateLeft = right;
    if (m_metrics.streaming) {
        const QString text = stateText();
        painter.setFont(fontFor(TextRole::Small, QFont::Medium));
        painter.setPen(tokens.accent);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, text);
        stateLeft -= painter.fontMetrics().horizontalAdvance(text);
    } else if (m_metrics.end) {
        const QString text = stateText();
        painter.setPen(tokens.text2);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, text);
        stateLeft -= painter.fontMetrics().horizontalAdvance(text) + 12;
        paintSignal(painter, QPointF(stateLeft, line.center().y()), size::SignalInline, endStateSignal(*m_metrics.end),
                    tokens);
        stateLeft -= 6;
    }
    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(tokens.text2);
    const QString caption = tr("Served by");
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, caption);
    const double nameLeft = left + painter.fontMetrics().horizontalAdvance(caption) + 8;
    painter.setFont(fontFor(TextRole::Small, QFont::DemiBold));
    painter.setPen(m_metrics.servedBy.isEmpty() ? tokens.text3 : tokens.text);
    const double nameWidth = qMax(10.0, stateLeft - nameLeft - 10);
    const QString name = m_metrics.servedBy.isEmpty() ? noValue() : m_metrics.servedBy;
    painter.drawText(QRectF(nameLeft, line.top(), nameWidth, line.height()), Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(name, Qt::ElideRight, int(nameWidth)));
}

void MetricsStrip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace sb::ui
