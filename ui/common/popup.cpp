#include "ui/common/popup.h"

#include "ui/common/painting.h"
#include "ui/common/type.h"

#include <QKeyEvent>
#include <QScreen>
#include <QVBoxLayout>

namespace sb::ui {

namespace {

constexpr int PopupGap = 4;
constexpr int PopupMargin = 16;

} // namespace

Popup::Popup(int width, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_column(new QVBoxLayout(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::NoFrame);
    setFixedWidth(width);
    m_column->setContentsMargins(PopupMargin, 12, PopupMargin, 12);
    m_column->setSpacing(8);
}

void Popup::openBelow(const QWidget &anchor)
{
    ensurePolished();
    m_column->activate();
    // adjustSize() takes wrapped texts for taller than they are at this width.
    const int tall = m_column->hasHeightForWidth() ? m_column->totalHeightForWidth(width()) : sizeHint().height();
    // A window that is larger than the screen is looked at as a whole.
    const QRect window = anchor.window()->frameGeometry();
    const QRect screen = anchor.screen()->availableGeometry().united(window);
    const QSize wanted(width(), qMin(tall, screen.height() - 2 * PopupGap));
    const QPoint below = anchor.mapToGlobal(QPoint(0, anchor.height() + PopupGap));
    const QPoint above = anchor.mapToGlobal(QPoint(0, -PopupGap - wanted.height()));
    QPoint at = below.y() + wanted.height() <= screen.bottom() || above.y() < screen.top() ? below : above;
    if (at.x() + wanted.width() > window.right()) // what stands at the right edge has its panel to the left
        at.setX(anchor.mapToGlobal(QPoint(anchor.width(), 0)).x() - wanted.width());
    at.setX(qBound(screen.left(), at.x(), screen.right() + 1 - wanted.width()));
    at.setY(qBound(screen.top(), at.y(), screen.bottom() + 1 - wanted.height()));
    setGeometry(QRect(at, wanted));
    show();
    setFocus(Qt::PopupFocusReason);
}

void Popup::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), tokens.base);
    painter.setPen(tokens.edge);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void Popup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace sb::ui
