#include "ui/chains/line_view.h"

#include "ui/chains/line_access.h"
#include "ui/chains/step_words.h"
#include "ui/common/format.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int ZoomStep = 25;
constexpr int LeastZoom = 50;
constexpr int MostZoom = 150;
constexpr int DenseBelow = 75; // smaller stations instead of smaller letters

/// After which failures a step is left, and where some of them lead.
QString conditionText(const routing::Chain &chain, qsizetype at)
{
    const QString failures = moveOnText(chain.steps.at(at));
    const QString next = nextText(chain, at);
    return next.isEmpty() ? failures : u"%1; %2"_s.arg(failures, next);
}

LineTexts textsOf(const routing::Chain &chain, const std::optional<routing::Plan> &plan)
{
    LineTexts texts;
    const QList<StepOutcome> outcomes = stepOutcomes(chain, plan);
    for (qsizetype i = 0; i < chain.steps.size(); ++i) {
        const routing::Step &step = chain.steps[i];
        const QString condition = conditionText(chain, i);
        const bool same = i > 0 && condition == conditionText(chain, i - 1);
        //: Condition on a leg of the diagram: as on the leg above.
        texts.stations.append({.model = stepTitle(step),
                               .summary = stepSummary(step),
                               .condition = same ? LineView::tr("the same") : condition,
                               .next = nextText(chain, i),
                               .outcome = outcomes[i]});
    }
    if (plan) {
        texts.requestFact =
            LineView::tr("at most %n token(s)", nullptr, int(qMin<qint64>(plan->inputTokensBound, INT_MAX)));
        if (!plan->candidates.isEmpty() && plan->candidates.constFirst().expectedHigh)
            texts.answerFact = LineView::tr("up to %1").arg(formatMoney(*plan->candidates.constFirst().expectedHigh));
    }
    return texts;
}

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
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::AlternateBase);
    connect(&m_document, &ChainDocument::changed, this, &LineView::present);
    connect(&m_document, &ChainDocument::currentChanged, this, [this](qsizetype step) {
        present();
        ensureVisible(step);
        if (hasFocus() && step >= 0) {
            QAccessibleEvent event(this, QAccessible::Focus);
            event.setChild(int(step));
            QAccessible::updateAccessibility(&event);
        }
    });
    present();
}

void LineView::setPlan(const std::optional<routing::Plan> &plan)
{
    m_plan = plan;
    present();
}

void LineView::present()
{
    m_texts = textsOf(m_document.chain(), m_plan);
    QList<StepOutcome::Part> parts;
    for (const LineTexts::Station &station : std::as_const(m_texts.stations))
        parts.append(station.outcome.part);
    m_geometry = line::layOut(parts, m_document.current(), m_zoom < DenseBelow);
    updateScrollBars();
    viewport()->update();
}

void LineView::setZoom(int percent)
{
    const int bounded = qBound(LeastZoom, percent, MostZoom);
    if (bounded == m_zoom)
        return;
    m_zoom = bounded;
    present();
    ensureVisible(m_document.current());
    emit zoomChanged(m_zoom);
}

void LineView::zoomBy(int steps)
{
    setZoom(m_zoom + steps * ZoomStep);
}

QTransform LineView::transform() const
{
    // Letters are never smaller than at 75 %: below that, the layout is another one.
    const double scale = qMax(m_zoom, DenseBelow) / 100.0;
    const QSizeF drawn = m_geometry.size * scale;
    const double x = qMax(0.0, (viewport()->width() - drawn.width()) / 2) - horizontalScrollBar()->value();
    const double y = qMax(0.0, (viewport()->height() - drawn.height()) / 2) - verticalScrollBar()->value();
    return QTransform::fromTranslate(qRound(x), qRound(y)).scale(scale, scale);
}

void LineView::updateScrollBars()
{
    const QSizeF drawn = m_geometry.size * (qMax(m_zoom, DenseBelow) / 100.0);
    horizontalScrollBar()->setRange(0, qMax(0, int(drawn.width()) - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(20);
    verticalScrollBar()->setRange(0, qMax(0, int(drawn.height()) - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(20);
}

qsizetype LineView::stepAt(QPointF position) const
{
    const line::Station *station = m_geometry.stationAt(transform().inverted().map(position));
    return station ? station->step : -1;
}

QRect LineView::stationRect(qsizetype step) const
{
    return step >= 0 && step < m_geometry.stations.size()
        ? transform().mapRect(m_geometry.stations[step].box).toAlignedRect()
        : QRect();
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
    if (step < 0 || step >= m_texts.stations.size())
        return {};
    const LineTexts::Station &station = m_texts.stations[step];
    QStringList parts{tr("Step %1").arg(step + 1), station.model, station.summary};
    for (const QString &part :
         {station.next, partText(station.outcome.part), station.outcome.reason, station.outcome.cost}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(u", "_s);
}

void LineView::choose(qsizetype step)
{
    if (step >= 0 && step < m_document.chain().steps.size())
        m_document.setCurrent(step);
}

void LineView::setHovered(qsizetype step)
{
    if (step == m_hovered)
        return;
    m_hovered = step;
    viewport()->setCursor(step >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void LineView::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), tokens.sunken);
    painter.setTransform(transform(), true);
    paintLine(painter, m_geometry, m_texts, m_document.current(), m_hovered, hasFocus(), tokens);
}

void LineView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBars();
}

void LineView::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers() & Qt::AltModifier;
    const bool control = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Left:
        alt ? emit moveWanted(-1) : choose(m_document.current() - 1);
        return;
    case Qt::Key_Down:
    case Qt::Key_Right:
        alt ? emit moveWanted(1) : choose(m_document.current() + 1);
        return;
    case Qt::Key_Home:
        choose(0);
        return;
    case Qt::Key_End:
        choose(m_document.chain().steps.size() - 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit inspectorWanted();
        return;
    case Qt::Key_Delete:
        emit removeWanted();
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        if (control)
            zoomBy(1);
        return;
    case Qt::Key_Minus:
        if (control)
            zoomBy(-1);
        return;
    case Qt::Key_0:
        if (control)
            setZoom(100);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void LineView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        choose(stepAt(event->position()));
}

void LineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (stepAt(event->position()) >= 0)
        emit inspectorWanted();
}

void LineView::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(stepAt(event->position()));
}

void LineView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        zoomBy(event->angleDelta().y() > 0 ? 1 : event->angleDelta().y() < 0 ? -1 : 0);
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

bool LineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave) {
        setHovered(-1);
    } else if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const qsizetype step = stepAt(help->pos());
        const QString text = step < 0 ? QString() : m_texts.stations[step].outcome.detail;
        QToolTip::showText(help->globalPos(), text.isEmpty() ? stationText(step) : text, this);
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
