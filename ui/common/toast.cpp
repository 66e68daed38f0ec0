#include "ui/common/toast.h"

#include "ui/common/controls.h"
#include "ui/common/label.h"
#include "ui/common/motion.h"
#include "ui/common/painting.h"
#include "ui/common/type.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QTimer>

using namespace std::chrono_literals;

namespace sb::ui {

namespace {
constexpr auto Duration = 8s;
constexpr int AboveEdge = 24;
constexpr int SlideTime = 140;
constexpr int SlideWay = 16;

/// A toast is inverted: it wears the other theme's palette.
QPalette inverted(const QPalette &palette)
{
    return paletteOf(tokensOf(palette).dark ? lightTokens() : darkTokens());
}

/// Where a toast may not go below: the lower edge, or what is typed into.
int floorOf(const QWidget &host)
{
    int floor = host.height();
    for (const QWidget *widget : host.findChildren<QWidget *>()) {
        if (widget->property("belowToasts").toBool() && widget->isVisible())
            floor = qMin(floor, widget->mapTo(&host, QPoint(0, 0)).y());
    }
    return floor;
}

} // namespace

Toast::Toast(QWidget *host)
    : QWidget(host)
    , m_text(new Label({}, TextRole::Body, Label::Tone::Text, QFont::Normal, this))
    , m_action(makeQuietButton({}, this))
    , m_timer(new QTimer(this))
    , m_slide(new Slide(this, SlideTime))
{
    hide();
    setFixedSize(size::ToastWidth, 40);
    m_text->setElided(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 0, 8, 0);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_slide, &Slide::valueChanged, this, &Toast::place);
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        if (m_act)
            m_act();
    });
    host->installEventFilter(this);
    m_action->installEventFilter(this);
}

void Toast::present(const QString &text, const QString &action, const std::function<void()> &act)
{
    m_act = act;
    setPalette(inverted(parentWidget()->palette()));
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(text);
    m_slide->jumpTo(0);
    show();
    raise();
    m_slide->moveTo(1);
    place();
    m_timer->start(Duration);
}

void Toast::keepInSight()
{
    raise();
    place();
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBox(painter, rect(), 8, tokensOf(this).base, {});
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    else if (watched == m_action && event->type() == QEvent::FocusIn)
        m_timer->stop();
    else if (watched == m_action && event->type() == QEvent::FocusOut && !underMouse())
        m_timer->start(Duration);
    return QWidget::eventFilter(watched, event);
}

void Toast::enterEvent(QEnterEvent *)
{
    m_timer->stop();
}

void Toast::leaveEvent(QEvent *)
{
    if (!m_action->hasFocus())
        m_timer->start(Duration);
}

void Toast::place()
{
    const int below = int(SlideWay * (1 - m_slide->position()));
    move((parentWidget()->width() - width()) / 2, floorOf(*parentWidget()) - height() - AboveEdge + below);
}

} // namespace sb::ui
