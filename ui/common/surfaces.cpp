#include "ui/common/surfaces.h"

#include "ui/common/painting.h"

namespace sb::ui {

namespace {

class Hairline final : public QWidget
{
public:
    Hairline(Qt::Orientation orientation, QWidget *parent)
        : QWidget(parent)
        , m_orientation(orientation)
    {
        if (orientation == Qt::Horizontal)
            setFixedHeight(1);
        else
            setFixedWidth(1);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QPointF end = m_orientation == Qt::Horizontal ? QPointF(width(), 0) : QPointF(0, height());
        paintHairline(painter, QPointF(0, 0), end, tokensOf(this).line);
    }

private:
    Qt::Orientation m_orientation;
};

} // namespace

QWidget *makeHairline(Qt::Orientation orientation, QWidget *parent)
{
    return new Hairline(orientation, parent);
}

QWidget *makeSurface(QPalette::ColorRole role, QWidget *parent)
{
    auto *surface = new QWidget(parent);
    surface->setBackgroundRole(role);
    surface->setAutoFillBackground(true);
    return surface;
}

void paintBand(QWidget *widget)
{
    QPainter painter(widget);
    painter.fillRect(widget->rect(), widget->palette().color(QPalette::Base));
    const double bottom = widget->height() - 1.0;
    paintHairline(painter, QPointF(0, bottom), QPointF(widget->width(), bottom), tokensOf(widget).line);
}

} // namespace sb::ui
