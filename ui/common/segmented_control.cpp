#include "ui/common/segmented_control.h"

#include "ui/common/motion.h"
#include "ui/common/painting.h"
#include "ui/common/segment_access.h"
#include "ui/common/type.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {
constexpr int Padding = 11;
constexpr int Inset = 2;
constexpr int MoveTime = 90;
} // namespace

SegmentedControl::SegmentedControl(const QStringList &items, int current, QWidget *parent)
    : QWidget(parent)
    , m_items(items)
    , m_current(current)
    , m_box(new Slide(this, MoveTime))
{
    installSegmentAccess();
    m_box->jumpTo(current);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFont(fontFor(TextRole::Small, QFont::Medium));
    setAccessibleDescription(m_items.value(m_current));
}

void SegmentedControl::setCurrent(int index)
{
    if (index < 0 || index >= m_items.size() || index == m_current)
        return;
    m_current = index;
    m_box->moveTo(index);
    setAccessibleDescription(m_items.value(m_current));
    if (hasFocus()) {
        QAccessibleEvent told(this, QAccessible::Focus);
        told.setChild(index);
        QAccessible::updateAccessibility(&told);
    }
    update();
}

void SegmentedControl::choose(int index)
{
    if (index < 0 || index >= m_items.size() || index == m_current)
        return;
    setCurrent(index);
    emit chosen(index);
}

QSize SegmentedControl::sizeHint() const
{
    int width = 2 * Inset;
    for (const QString &item : m_items)
        width += fontMetrics().horizontalAdvance(item) + 2 * Padding;
    return {width, size::Control};
}

QRectF SegmentedControl::segment(int index) const
{
    double x = Inset;
    for (int i = 0; i < index; ++i)
        x += fontMetrics().horizontalAdvance(m_items.at(i)) + 2 * Padding;
    return {x, Inset, double(fontMetrics().horizontalAdvance(m_items.at(index)) + 2 * Padding), height() - 2.0 * Inset};
}

QRectF SegmentedControl::box() const
{
    const int left = qBound(0, int(m_box->position()), int(m_items.size()) - 1);
    const QRectF from = segment(left);
    const QRectF to = segment(qMin(left + 1, int(m_items.size()) - 1));
    const double share = m_box->position() - left;
    return {from.left() + (to.left() - from.left()) * share, from.top(),
            from.width() + (to.width() - from.width()) * share, from.height()};
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    painter.setFont(font());
    paintBox(painter, rect(), 6, tokens.hover, hasFocus() ? tokens.accent : QColor(), 2);
    if (!m_items.isEmpty())
        paintBox(painter, box(), 5, tokens.base, tokens.edge);
    for (int i = 0; i < int(m_items.size()); ++i) {
        painter.setPen(i == m_current ? tokens.text : tokens.text2);
        painter.drawText(segment(i), Qt::AlignCenter, m_items.at(i));
    }
}

void SegmentedControl::mousePressEvent(QMouseEvent *event)
{
    for (int i = 0; i < int(m_items.size()); ++i) {
        if (segment(i).contains(event->position()))
            choose(i);
    }
}

void SegmentedControl::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (step == 0)
        QWidget::keyPressEvent(event);
    else
        choose(m_current + step);
}

} // namespace sb::ui
