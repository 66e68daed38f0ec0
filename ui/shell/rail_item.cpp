#include "ui/shell/rail_item.h"

#include "ui/common/type.h"

#include <QAccessible>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {
constexpr int Inset = 8; ///< the selected surface stands off the rail's edges
constexpr int IconLeft = 19;
constexpr int IconSize = 18;
constexpr int TextLeft = 48;
} // namespace

RailItem::RailItem(const QString &iconName, const QString &title, QWidget *parent)
    : QAbstractButton(parent)
    , m_iconName(iconName)
{
    setText(title);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setFixedHeight(size::RailItem);
    setAccessibleName(title);
}

void RailItem::setCompact(bool compact)
{
    m_compact = compact;
    updateToolTip();
    update();
}

void RailItem::setKey(const QKeySequence &key)
{
    setShortcut(key);
    updateToolTip();
}

void RailItem::setCurrent(bool current)
{
    if (current == isChecked())
        return;
    setChecked(current);
    if (current) {
        QAccessibleEvent event(this, QAccessible::Selection);
        QAccessible::updateAccessibility(&event);
    }
}

/// What is not written out: the name where only the icon is shown, the key, and why there is a signal.
void RailItem::updateToolTip()
{
    QStringList lines;
    if (m_compact)
        lines.append(shortcut().isEmpty() ? text()
                                          : u"%1 (%2)"_s.arg(text(), shortcut().toString(QKeySequence::NativeText)));
    if (!m_reason.isEmpty())
        lines.append(m_reason);
    setToolTip(lines.join(u'\n'));
}

void RailItem::setSignal(std::optional<Signal> signal, const QString &reason)
{
    m_signal = signal;
    m_reason = reason;
    updateToolTip();
    setAccessibleName(reason.isEmpty() ? text() : u"%1, %2"_s.arg(text(), reason));
    update();
}

QSize RailItem::sizeHint() const
{
    return {m_compact ? size::RailCompact : size::Rail, size::RailItem};
}

void RailItem::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    const QRectF box(Inset, 1, width() - 2 * Inset, height() - 2);
    if (isChecked())
        paintBox(painter, box, 6, tokens.accentSoft, {});
    else if (underMouse())
        paintBox(painter, box, 6, tokens.hover, {});
    if (isChecked())
        paintBox(painter, QRectF(Inset, (height() - 16) / 2.0, 3, 16), 1.5, tokens.accent, {});
    if (hasFocus())
        paintBox(painter, box, 6, {}, tokens.accent, 2);

    const QColor color = isChecked() ? tokens.accent : tokens.text2;
    painter.drawPixmap(QPointF(IconLeft, (height() - IconSize) / 2.0),
                       iconPixmap(m_iconName, IconSize, color, devicePixelRatioF()));
    if (m_compact) {
        if (m_signal)
            paintSignal(painter, QPointF(width() - 15, 10), 8, *m_signal, tokens);
        return;
    }
    painter.setFont(fontFor(TextRole::Body, isChecked() ? QFont::DemiBold : QFont::Medium));
    painter.setPen(isChecked() ? tokens.accent : tokens.text2);
    painter.drawText(QRectF(TextLeft, 0, width() - TextLeft - 36, height()), Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, width() - TextLeft - 36));
    if (m_signal)
        paintSignal(painter, QPointF(width() - 22, height() / 2.0), size::SignalInline, *m_signal, tokens);
}

} // namespace sb::ui
