#include "ui/shell/navigation_rail.h"

#include "ui/common/type.h"
#include "ui/shell/rail_access.h"
#include "ui/shell/rail_item.h"
#include "ui/shell/spent_today.h"

#include <QKeyEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int BrandHeight = 56;

/// The mark: a line that comes in from the left, meets its points and goes up at 45 degrees.
void paintMark(QPainter &painter, const QPointF &origin, const Tokens &tokens)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.text, 2, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.drawPolyline(
        QPolygonF{origin + QPointF(0, 11), origin + QPointF(8, 11), origin + QPointF(16, 3), origin + QPointF(24, 3)});
    painter.drawLine(origin + QPointF(11, 11), origin + QPointF(24, 11));
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.accent);
    painter.drawEllipse(origin + QPointF(8, 11), 3, 3);
    painter.restore();
}

} // namespace

NavigationRail::NavigationRail(QWidget *parent)
    : QWidget(parent)
    , m_sections(new QVBoxLayout)
    , m_foot(new QVBoxLayout)
    , m_spent(new SpentToday(this))
{
    installRailAccess();
    setFixedWidth(size::Rail);
    //: Accessible name of the list of panels.
    setAccessibleName(tr("Sections"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, BrandHeight, 0, 10);
    layout->setSpacing(0);
    m_sections->setSpacing(0);
    m_foot->setSpacing(8);
    layout->addLayout(m_sections);
    layout->addStretch(1);
    layout->addLayout(m_foot);
    m_foot->addWidget(m_spent);
}

void NavigationRail::addSection(const QString &id, const QString &iconName, const QString &title)
{
    RailItem *item = makeItem(id, iconName, title);
    if (m_entries.size() <= 9)
        item->setKey(Qt::CTRL | Qt::Key(Qt::Key_0 + int(m_entries.size())));
    m_sections->addWidget(item);
}

void NavigationRail::setFootSection(const QString &id, const QString &iconName, const QString &title)
{
    RailItem *item = makeItem(id, iconName, title);
    item->setKey(Qt::CTRL | Qt::Key_Comma); // QKeySequence::Preferences is none on Linux
    m_foot->addWidget(item);
}

RailItem *NavigationRail::makeItem(const QString &id, const QString &iconName, const QString &title)
{
    auto *item = new RailItem(iconName, title, this);
    item->setObjectName(u"rail-"_s + id);
    m_entries.append({.id = id, .item = item});
    connect(item, &QAbstractButton::clicked, this, [this, id] { emit chosen(id); });
    return item;
}

QKeySequence NavigationRail::key(const QString &id) const
{
    for (const Entry &entry : m_entries) {
        if (entry.id == id)
            return entry.item->shortcut();
    }
    return {};
}

void NavigationRail::setCurrent(const QString &id)
{
    for (const Entry &entry : std::as_const(m_entries))
        entry.item->setCurrent(entry.id == id);
}

void NavigationRail::setSignal(const QString &id, std::optional<Signal> signal, const QString &reason)
{
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.id == id)
            entry.item->setSignal(signal, reason);
    }
}

void NavigationRail::setCompact(bool compact)
{
    if (m_compact == compact)
        return;
    m_compact = compact;
    setFixedWidth(compact ? size::RailCompact : size::Rail);
    for (const Entry &entry : std::as_const(m_entries))
        entry.item->setCompact(compact);
    m_spent->setCompact(compact);
    update();
}

void NavigationRail::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), tokens.window);
    paintHairline(painter, QPointF(width() - 1.0, 0), QPointF(width() - 1.0, height()), tokens.line);
    paintMark(painter, QPointF(m_compact ? 16 : 19, 22), tokens);
    if (m_compact)
        return;
    painter.setFont(fontFor(TextRole::Body, QFont::DemiBold));
    painter.setPen(tokens.text);
    painter.drawText(QRectF(52, 0, width() - 52, BrandHeight + 2), Qt::AlignVCenter, u"Signalbox"_s);
}

void NavigationRail::keyPressEvent(QKeyEvent *event)
{
    qsizetype current = -1;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].item->hasFocus())
            current = i;
    }
    qsizetype next = 0;
    switch (event->key()) {
    case Qt::Key_Up:
        next = qMax<qsizetype>(0, current - 1);
        break;
    case Qt::Key_Down:
        next = qMin(m_entries.size() - 1, current + 1);
        break;
    case Qt::Key_Home:
        break;
    case Qt::Key_End:
        next = m_entries.size() - 1;
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    if (next >= 0 && next < m_entries.size())
        m_entries[next].item->setFocus(Qt::TabFocusReason);
}

} // namespace sb::ui
