#include "ui/chains/line_view.h"

#include "ui/chains/line_access.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QScrollBar>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int ZoomStep = 25;
constexpr int LeastZoom = 50;
constexpr int MostZoom = 150;
constexpr int DenseBelow = 75; // smaller stations instead of smaller letters
constexpr double LeastFit = 0.75; // of an overview; below, letters cannot be read

} // namespace

LineView::LineView(ChainDocument &document, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_document(document)
{
    installLineAccess();
    setProperty("bare", true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Line diagram of the chain"));
    setAccessibleDescription(tr("F chooses a fault, G where a failure goes, Insert adds a step"));
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::AlternateBase);
    connect(&m_document, &ChainDocument::changed, this, [this] {
        endDrag();
        present();
    });
    connect(&m_document, &ChainDocument::currentChanged, this, [this](qsizetype step) {
        layOut();
        ensureVisible(step);
        if (hasFocus() && step >= 0) {
            QAccessibleEvent event(this, QAccessible::Focus);
            event.setChild(int(step));
            QAccessible::updateAccessibility(&event);
        }
    });
    present();
}

void LineView::setShown(const LineShown &shown)
{
    m_shown = shown;
    present();
}

void LineView::setPlan(const std::optional<routing::Plan> &plan)
{
    setShown({.plan = plan});
}

void LineView::present()
{
    m_texts = lineTexts(m_document.chain(), m_shown);
    layOut();
}

void LineView::layOut()
{
    line::Drawn drawn = drawnLine(m_document.chain(), m_shown);
    drawn.current = m_document.current();
    m_marks.current = drawn.current;
    if (m_fits) {
        layOutFitted(drawn);
    } else {
        drawn.dense = m_zoom < DenseBelow;
        m_geometry = line::layOut(drawn);
    }
    updateScrollBars();
    viewport()->update();
}

/// The largest of the usual zooms at which all is seen; where none does, an overview of low stations.
void LineView::layOutFitted(line::Drawn drawn)
{
    const QSizeF room = viewport()->size();
    const auto fits = [&](double scale) {
        return m_geometry.size.width() * scale <= room.width() && m_geometry.size.height() * scale <= room.height();
    };
    for (int zoom = MostZoom; zoom >= LeastZoom; zoom -= ZoomStep) {
        drawn.dense = zoom < DenseBelow;
        m_geometry = line::layOut(drawn);
        m_fittedScale = qMax(zoom, DenseBelow) / 100.0;
        if (fits(m_fittedScale))
            return;
    }
    const qsizetype steps = drawn.parts.size();
    m_fittedScale = 1;
    drawn.pitch = line::overviewPitch(steps, room.height());
    m_geometry = line::layOut(drawn);
    if (!fits(1)) {
        m_fittedScale = qBound(
            LeastFit, qMin(room.width() / m_geometry.size.width(), room.height() / m_geometry.size.height()), 1.0);
        drawn.pitch = line::overviewPitch(steps, room.height() / m_fittedScale);
        m_geometry = line::layOut(drawn);
    }
}

void LineView::setZoom(int percent)
{
    const int bounded = qBound(LeastZoom, percent, MostZoom);
    if (bounded == m_zoom && !m_fits)
        return;
    m_zoom = bounded;
    m_fits = false;
    layOut();
    ensureVisible(m_document.current());
    emit zoomChanged(m_zoom);
}

void LineView::zoomBy(int steps)
{
    setZoom(m_zoom + steps * ZoomStep);
}

void LineView::fit()
{
    m_fits = true;
    layOut();
    emit zoomChanged(m_zoom);
}

double LineView::scale() const
{
    // Letters are never smaller than at 75 %: below that, the layout is another one.
    return m_fits ? m_fittedScale : qMax(m_zoom, DenseBelow) / 100.0;
}

QTransform LineView::transform() const
{
    const QSizeF drawn = m_geometry.size * scale();
    const double x = qMax(0.0, (viewport()->width() - drawn.width()) / 2) - horizontalScrollBar()->value();
    const double y = qMax(0.0, (viewport()->height() - drawn.height()) / 2) - verticalScrollBar()->value();
    return QTransform::fromTranslate(qRound(x), qRound(y)).scale(scale(), scale());
}

QPointF LineView::toLine(QPointF position) const
{
    return transform().inverted().map(position);
}

void LineView::updateScrollBars()
{
    const QSizeF drawn = m_geometry.size * scale();
    horizontalScrollBar()->setRange(0, qMax(0, int(drawn.width()) - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(20);
    verticalScrollBar()->setRange(0, qMax(0, int(drawn.height()) - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(20);
}

qsizetype LineView::stepAt(QPointF position) const
{
    const line::Station *station = m_geometry.stationAt(toLine(position));
    return station ? station->step : -1;
}

QRect LineView::stationRect(qsizetype step) const
{
    return step >= 0 && step < m_geometry.stations.size()
        ? transform().mapRect(m_geometry.stations[step].box).toAlignedRect()
        : QRect();
}

QRect LineView::chipRect(qsizetype step) const
{
    return step >= 0 && step < m_geometry.stations.size()
        ? transform().mapRect(faultChip(m_geometry.stations[step], m_texts.stations[step])).toAlignedRect()
        : QRect();
}

QPoint LineView::pointsPosition(qsizetype step) const
{
    return transform().map(m_geometry.points.at(step).center).toPoint();
}

QPoint LineView::plusPosition(qsizetype before) const
{
    return transform().map(m_geometry.gaps.at(before).plus).toPoint();
}

void LineView::ensureVisible(qsizetype step)
{
    const QRect box = stationRect(step);
    if (box.isNull())
        return;
    const auto bring = [](QScrollBar *bar, int begin, int end, int room) {
        if (begin < 0)
            bar->setValue(bar->value() + begin - size::PageMargin);
        else if (end > room) // but never its begin out of view
            bar->setValue(bar->value() + qMin(begin, end - room + size::PageMargin));
    };
    bring(verticalScrollBar(), box.top(), box.bottom(), viewport()->height());
    bring(horizontalScrollBar(), box.left(), box.right(), viewport()->width());
}

QString LineView::stationText(qsizetype step) const
{
    return step < 0 || step >= m_texts.stations.size() ? QString() : stationSentence(step, m_texts.stations[step]);
}

void LineView::choose(qsizetype step)
{
    if (step >= 0 && step < m_document.chain().steps.size())
        m_document.setCurrent(step);
}

void LineView::paintEvent(QPaintEvent *event)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(viewport());
    painter.fillRect(event->rect(), tokens.sunken);
    const QTransform place = transform();
    painter.setTransform(place, true);
    m_marks.focused = hasFocus();
    paintLine(painter, place.inverted().mapRect(QRectF(event->rect())), m_geometry, m_texts, m_marks, tokens);
}

void LineView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (m_fits)
        layOut();
    else
        updateScrollBars();
}

QString LineView::helpAt(QPointF position) const
{
    const QPointF at = toLine(position);
    if (const line::Points *points = m_geometry.pointsAt(at); points && !m_geometry.overview)
        return tr("After a failure of step %1: %2. Click, or drag to a later station, to lead some failures there (G)")
            .arg(points->step + 1)
            .arg(moveOnText(m_document.chain().steps.at(points->step)));
    if (const line::Station *station = m_geometry.stationAt(at)) {
        const QString detail = m_texts.stations[station->step].outcome.detail;
        return detail.isEmpty() ? stationText(station->step) : detail;
    }
    const line::Gap *gap = m_geometry.gapAt(at);
    return gap && !m_geometry.overview ? tr("Add a step here (Insert adds behind the selected one)") : QString();
}

bool LineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave) {
        if (m_grip.station < 0 && m_grip.points < 0)
            setMarks({});
    } else if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), helpAt(help->pos()), this);
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void LineView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        present();
}

} // namespace sb::ui
