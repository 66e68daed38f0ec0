#include "ui/requests/waterfall_view.h"

#include "ui/common/format.h"
#include "ui/common/painting.h"
#include "ui/common/type.h"

#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int RowHeight = 40;
constexpr int AxisHeight = 22;
constexpr int BarsLeft = 200;
constexpr int LabelGap = 6;
constexpr int LeastLabelRoom = 46; // half of the last tick's label stands there, too
constexpr int BarHeight = 14;
constexpr int LegendLeft = 26;
constexpr int LegendHeight = 26;

QString tickText(double milliseconds)
{
    if (milliseconds >= 1000 || milliseconds == 0)
        return u"%1 s"_s.arg(QLocale().toString(milliseconds / 1000, 'g', 3));
    return u"%1 ms"_s.arg(QLocale().toString(milliseconds, 'f', 0));
}

} // namespace

WaterfallView::WaterfallView(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Attempts"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void WaterfallView::present(const WaterfallLayout &layout)
{
    m_layout = layout;
    const QFontMetricsF metrics(fontFor(TextRole::Small, QFont::DemiBold));
    m_labelRoom = LeastLabelRoom;
    for (const WaterfallRow &row : layout.rows)
        m_labelRoom = qMax(m_labelRoom, metrics.horizontalAdvance(row.label) + 2 * LabelGap);
    setFixedHeight(sizeHint().height());
    setCurrent(0);
    update();
}

QSize WaterfallView::sizeHint() const
{
    return {420, AxisHeight + RowHeight * int(m_layout.rows.size()) + LegendHeight};
}

double WaterfallView::x(double milliseconds) const
{
    return BarsLeft + (width() - BarsLeft - m_labelRoom) * milliseconds / m_layout.span;
}

void WaterfallView::setCurrent(qsizetype index)
{
    if (m_layout.rows.isEmpty())
        return;
    m_current = qBound<qsizetype>(0, index, m_layout.rows.size() - 1);
    setAccessibleDescription(describeAttempt(m_layout, m_current));
    update();
}

void WaterfallView::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), tokens.base);
    const double bottom = AxisHeight + RowHeight * double(m_layout.rows.size());
    painter.setFont(fontFor(TextRole::Caption));
    for (const double tick : std::as_const(m_layout.ticks)) {
        painter.setPen(tokens.text3);
        painter.drawText(QRectF(x(tick) - 40, 0, 80, AxisHeight - 6), Qt::AlignCenter, tickText(tick));
        paintHairline(painter, QPointF(x(tick), AxisHeight - 4), QPointF(x(tick), bottom), tokens.line);
    }
    for (qsizetype i = 0; i < m_layout.rows.size(); ++i)
        paintRow(painter, i);

    double at = LegendLeft;
    painter.setFont(fontFor(TextRole::Caption));
    const auto legend = [&](const QColor &color, const QString &text) {
        paintBox(painter, QRectF(at, bottom + 10, 12, 8), 2, color, {});
        painter.setPen(tokens.text3);
        painter.drawText(QRectF(at + 17, bottom + 4, 160, 20), Qt::AlignVCenter, text);
        at += 17 + painter.fontMetrics().horizontalAdvance(text) + 14;
    };
    painter.setPen(QPen(tokens.text3, 1, Qt::DotLine));
    painter.drawLine(QPointF(at, bottom + 14), QPointF(at + 12, bottom + 14));
    legend({}, tr("waiting before a retry"));
    QColor pale = tokens.accent;
    pale.setAlphaF(0.4F);
    legend(tokens.track, tr("connect"));
    legend(pale, tr("until first token"));
    legend(tokens.accentFill, tr("streaming"));
}

void WaterfallView::paintRow(QPainter &painter, qsizetype index) const
{
    const Tokens &tokens = tokensOf(this);
    const WaterfallRow &row = m_layout.rows[index];
    const double top = AxisHeight + RowHeight * double(index);
    const double middle = top + RowHeight / 2.0;
    paintHairline(painter, QPointF(0, top + RowHeight - 1), QPointF(width(), top + RowHeight - 1), tokens.line);
    if (hasFocus() && index == m_current)
        paintBox(painter, QRectF(0, top + 1, width(), RowHeight - 3), 4, {}, tokens.accent, 2);
    paintSignal(painter, QPointF(12, middle), size::SignalInline, row.failed ? Signal::Stop : Signal::Clear, tokens);
    painter.setFont(fontFor(TextRole::Body, QFont::Medium));
    painter.setPen(tokens.text);
    painter.drawText(QRectF(26, top + 3, BarsLeft - 34, 18), Qt::AlignVCenter,
                     u"%1  %2"_s.arg(index + 1).arg(row.name));
    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(tokens.text3);
    painter.drawText(QRectF(26, top + 20, BarsLeft - 34, 16), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(row.detail, Qt::ElideRight, BarsLeft - 34));

    if (row.start > row.waitFrom) {
        painter.setPen(QPen(tokens.text3, 1, Qt::DotLine));
        painter.drawLine(QPointF(x(row.waitFrom), middle), QPointF(x(row.start), middle));
    }
    QColor pale = row.failed ? tokens.danger : tokens.accent;
    pale.setAlphaF(0.4F);
    const auto bar = [&](double from, double to, const QColor &color) {
        painter.fillRect(QRectF(x(from), middle - BarHeight / 2.0, qMax(1.5, x(to) - x(from)), BarHeight), color);
    };
    const double content = row.firstContent >= 0 ? row.firstContent : row.end;
    bar(row.start, row.connected, row.failed ? tokens.danger : tokens.track);
    bar(row.connected, content, pale);
    if (row.firstContent >= 0) {
        bar(row.firstContent, row.end, row.failed ? tokens.danger : tokens.accentFill);
        painter.fillRect(QRectF(x(row.firstContent), middle - BarHeight / 2.0 - 2, 1, BarHeight + 4), tokens.text);
    }
    painter.setFont(fontFor(TextRole::Small, QFont::DemiBold));
    painter.setPen(row.failed ? tokens.danger : tokens.text);
    const double left = x(row.end) + LabelGap;
    painter.drawText(QRectF(left, top, width() - left, RowHeight), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(row.label, Qt::ElideRight, int(width() - left)));
}

void WaterfallView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Up)
        setCurrent(m_current - 1);
    else if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Down)
        setCurrent(m_current + 1);
    else
        QWidget::keyPressEvent(event);
}

} // namespace sb::ui
