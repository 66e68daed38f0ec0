#include "ui/common/painting.h"

#include "resources/look.h"
#include "ui/common/type.h"

#include <QFile>
#include <QPaintDevice>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

QColor signalColor(Signal signal, const Tokens &tokens)
{
    switch (signal) {
    case Signal::Off:
        return tokens.signalOff;
    case Signal::Clear:
        return tokens.signalClear;
    case Signal::Caution:
        return tokens.signalCaution;
    case Signal::Stop:
        return tokens.signalStop;
    }
    return {};
}

} // namespace

void paintSignal(QPainter &painter, QPointF center, double diameter, Signal signal, const Tokens &tokens)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = signalColor(signal, tokens);
    const double radius = diameter / 2;
    if (signal == Signal::Off) {
        painter.setPen(QPen(color, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(center, radius - 0.75, radius - 0.75);
        painter.restore();
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(center, radius, radius);
    painter.setPen(QPen(tokens.base, qMax(1.5, diameter / 6), Qt::SolidLine, Qt::RoundCap));
    const double half = radius / 2;
    QPointF arm(0, half);
    if (signal == Signal::Caution)
        arm = QPointF(half * 0.75, -half * 0.75);
    else if (signal == Signal::Stop)
        arm = QPointF(half, 0);
    painter.drawLine(center - arm, center + arm);
    painter.restore();
}

void paintHairline(QPainter &painter, QPointF from, QPointF to, const QColor &color)
{
    const double ratio = painter.device()->devicePixelRatioF();
    const double width = qMax(1.0, std::floor(ratio)) / ratio;
    const QTransform toDevice = painter.deviceTransform();
    const auto snapped = [&](QPointF point) {
        const QPointF device = toDevice.map(point);
        return toDevice.inverted().map(QPointF(std::round(device.x()), std::round(device.y())));
    };
    const QPointF a = snapped(from);
    const QPointF b = snapped(to);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (qAbs(a.y() - b.y()) < 0.01)
        painter.fillRect(QRectF(qMin(a.x(), b.x()), a.y(), qAbs(b.x() - a.x()), width), color);
    else
        painter.fillRect(QRectF(a.x(), qMin(a.y(), b.y()), width, qAbs(b.y() - a.y())), color);
    painter.restore();
}

void paintBox(QPainter &painter, const QRectF &rect, double radius, const QColor &fill, const QColor &border,
              double borderWidth)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    QRectF inner = rect;
    if (border.isValid()) {
        painter.setPen(QPen(border, borderWidth));
        const double half = borderWidth / 2;
        inner.adjust(half, half, -half, -half);
    } else {
        painter.setPen(Qt::NoPen);
    }
    painter.drawRoundedRect(inner, radius, radius);
    painter.restore();
}

void paintNumber(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text)
{
    const QFontMetricsF metrics(painter.font());
    const double cell = digitCell(metrics);
    const double width = tabularWidth(painter.font(), text);
    double x = rect.left();
    if (alignment & Qt::AlignRight)
        x = rect.right() - width;
    else if (alignment & Qt::AlignHCenter)
        x = rect.center().x() - width / 2;
    double y = rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent();
    if (alignment & Qt::AlignTop)
        y = rect.top() + metrics.ascent();
    for (const QChar c : text) {
        const double advance = metrics.horizontalAdvance(c);
        const double slot = c.isDigit() ? cell : advance;
        painter.drawText(QPointF(x + (slot - advance) / 2, y), QString(c));
        x += slot;
    }
}

QPixmap iconPixmap(const QString &name, int size, const QColor &color, double devicePixelRatio)
{
    const QString key = u"sb/%1/%2/%3/%4"_s.arg(name).arg(size).arg(color.rgba()).arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;

    initLook();
    QFile file(u":/look/icons/%1.svg"_s.arg(name));
    QByteArray svg = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    Q_ASSERT_X(!svg.isEmpty(), "iconPixmap", qPrintable(name));
    svg.replace("currentColor", color.name().toLatin1()); // QSvgRenderer of Qt 6.4 takes no color from outside
    QSvgRenderer renderer(svg);
    pixmap = QPixmap((QSizeF(size, size) * devicePixelRatio).toSize());
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(0, 0, size, size));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace sb::ui
