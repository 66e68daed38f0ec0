#include "ui/playground/route_strip.h"

#include "ui/common/controls.h"
#include "ui/common/type.h"

#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr double Left = size::PaneMargin;
constexpr double NodeX = Left + 38; ///< center of the signals
constexpr double TextX = NodeX + 14;
constexpr double UpperY = 17;
constexpr double LowerY = 41;
constexpr double PointsX = Left + 10;

Signal signalOf(RouteStop::State state)
{
    switch (state) {
    case RouteStop::State::Failed:
        return Signal::Stop;
    case RouteStop::State::Served:
        return Signal::Clear;
    case RouteStop::State::Waiting:
    case RouteStop::State::Trying:
        return Signal::Off;
    }
    return Signal::Off;
}

QPen trackPen(RouteStop::State state, const Tokens &tokens)
{
    if (state == RouteStop::State::Failed) {
        QPen pen(tokens.signalStop, 2);
        pen.setDashPattern({2, 1.4});
        return pen;
    }
    const QColor color = state == RouteStop::State::Served ? tokens.signalClear
        : state == RouteStop::State::Trying                ? tokens.accent
                                                           : tokens.track;
    return {color, 2};
}

} // namespace

RouteStrip::RouteStrip(QWidget *parent)
    : QAbstractButton(parent)
    , m_why(makeIconButton(u"points"_s, tr("Why this route"), this))
{
    m_why->setObjectName(u"whyRoute"_s);
    m_why->hide();
    connect(m_why, &QToolButton::clicked, this, &RouteStrip::explanationRequested);
    setFixedHeight(size::RouteStrip);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Route"));
}

void RouteStrip::setStops(const QList<RouteStop> &stops)
{
    if (m_stops == stops)
        return;
    m_stops = stops;
    setAccessibleDescription(sentence());
    setToolTip(stops.isEmpty() ? QString() : sentence());
    update();
}

void RouteStrip::setExplained(bool possible)
{
    if (m_why->isHidden() != possible)
        return;
    m_why->setVisible(possible);
    update();
}

const QWidget &RouteStrip::explanationAnchor() const
{
    return *m_why;
}

double RouteStrip::rightEdge() const
{
    return width() - size::PaneMargin - (m_why->isHidden() ? 0 : size::Control);
}

void RouteStrip::resizeEvent(QResizeEvent *event)
{
    QAbstractButton::resizeEvent(event);
    m_why->move(width() - size::PaneMargin - size::Control + 8, (height() - 1 - size::Control) / 2);
}

QString RouteStrip::sentence() const
{
    QStringList parts;
    for (const RouteStop &stop : m_stops) {
        switch (stop.state) {
        case RouteStop::State::Failed:
            parts.append(tr("%1 failed: %2").arg(stop.name, stop.detail));
            break;
        case RouteStop::State::Served:
            parts.append(tr("%1 answered, %2").arg(stop.name, stop.detail));
            break;
        case RouteStop::State::Trying:
            parts.append(tr("%1 is asked").arg(stop.name));
            break;
        case RouteStop::State::Waiting:
            parts.append(stop.name);
            break;
        }
    }
    return parts.join(u"; "_s);
}

void RouteStrip::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), tokens.sunken);
    paintHairline(painter, QPointF(0, height() - 1.0), QPointF(width(), height() - 1.0), tokens.line);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasFocus())
        paintBox(painter, QRectF(rect()).adjusted(2, 2, -2, -3), 4, {}, tokens.accent, 2);
    if (m_stops.isEmpty()) {
        painter.setPen(QPen(tokens.track, 2));
        painter.drawLine(QPointF(Left, height() / 2.0), QPointF(NodeX - 7, height() / 2.0));
        paintStop(painter, {.name = tr("no train yet")}, height() / 2.0);
        return;
    }

    QList<RouteStop> shown = m_stops;
    if (shown.size() > 2) {
        const int between = int(shown.size()) - 2;
        //: How many further endpoints failed between the first and the last.
        shown = {shown.constFirst(), shown.constLast()};
        shown.first().name += u"  "_s + tr("+%n more", nullptr, between);
    }
    if (shown.size() == 1) {
        const double y = height() / 2.0;
        painter.setPen(trackPen(shown[0].state, tokens));
        painter.drawLine(QPointF(Left, y), QPointF(NodeX - 7, y));
        painter.setPen(Qt::NoPen);
        painter.setBrush(trackPen(shown[0].state, tokens).color());
        painter.drawEllipse(QPointF(Left, y), 3, 3);
        paintStop(painter, shown[0], y);
        return;
    }
    paintFallback(painter, shown);
}

/// The line that was meant goes level and ends dashed at the stop signal; the points lead down to the one that serves.
void RouteStrip::paintFallback(QPainter &painter, const QList<RouteStop> &stops) const
{
    const Tokens &tokens = tokensOf(this);
    painter.setPen(trackPen(stops[1].state, tokens));
    painter.drawPolyline(
        QPolygonF{QPointF(Left, UpperY), QPointF(PointsX, UpperY), QPointF(PointsX + (LowerY - UpperY), LowerY)});
    painter.setPen(trackPen(stops[0].state, tokens));
    painter.drawLine(QPointF(PointsX + 4, UpperY), QPointF(NodeX - 7, UpperY));
    painter.setPen(Qt::NoPen);
    painter.setBrush(trackPen(stops[1].state, tokens).color());
    painter.drawEllipse(QPointF(Left, UpperY), 3, 3);
    painter.setPen(QPen(trackPen(stops[1].state, tokens).color(), 1.5));
    painter.setBrush(tokens.sunken);
    painter.drawEllipse(QPointF(PointsX, UpperY), 3.5, 3.5);
    paintStop(painter, stops[0], UpperY);
    paintStop(painter, stops[1], LowerY);
}

void RouteStrip::paintStop(QPainter &painter, const RouteStop &stop, double y) const
{
    const Tokens &tokens = tokensOf(this);
    paintSignal(painter, QPointF(NodeX, y), size::SignalInline, signalOf(stop.state), tokens);
    const double right = rightEdge();
    painter.setFont(fontFor(TextRole::Small));
    const double detailWidth = painter.fontMetrics().horizontalAdvance(stop.detail);
    painter.setPen(stop.state == RouteStop::State::Failed ? tokens.danger : tokens.text3);
    painter.drawText(QRectF(right - detailWidth, y - 10, detailWidth + 1, 20), Qt::AlignVCenter, stop.detail);

    const bool served = stop.state == RouteStop::State::Served;
    painter.setFont(fontFor(TextRole::Small, served ? QFont::DemiBold : QFont::Normal));
    painter.setPen(served ? tokens.text : tokens.text2);
    const QRectF text(TextX, y - 10, qMax(20.0, right - detailWidth - 12 - TextX), 20);
    painter.drawText(text, Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(stop.name, Qt::ElideMiddle, int(text.width())));
}

void RouteStrip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace sb::ui
