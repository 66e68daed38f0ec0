#include "ui/shell/spent_today.h"

#include "ui/common/format.h"
#include "ui/common/type.h"

namespace sb::ui {

namespace {

/// Of what the limit allows; 0 where there is none.
double share(const std::optional<budget::Limit> &limit, const budget::Spent &spent)
{
    if (!limit)
        return 0;
    return limit->amount.value > 0 ? double(spent.settled.value) / double(limit->amount.value) : 1;
}

} // namespace

SpentToday::SpentToday(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    set({}, {}, {});
}

void SpentToday::setCompact(bool compact)
{
    m_compact = compact;
    updateGeometry();
    update();
}

void SpentToday::set(const budget::Spent &today, const budget::Spent &month, const budget::Limits &limits)
{
    const bool isMonth = limits.monthly && (!limits.daily || share(limits.monthly, month) > share(limits.daily, today));
    m_spent = isMonth ? month : today;
    m_limit = isMonth ? limits.monthly : limits.daily;
    setText(isMonth ? tr("Spent this month") : tr("Spent today"));
    const QString amount = formatMoney(m_spent.settled);
    //: "Spent today", then an amount, then the limit.
    setAccessibleName(m_limit ? tr("%1: %2 of %3").arg(text(), amount, formatShortMoney(m_limit->amount))
                              //: "Spent today", then an amount.
                              : tr("%1: %2").arg(text(), amount));
    //: "Spent today", then an amount, then another.
    setToolTip(
        tr("%1: %2. Held for requests that run or were lost: %3.").arg(text(), amount, formatMoney(m_spent.reserved)));
    update();
}

QSize SpentToday::sizeHint() const
{
    return {m_compact ? size::RailCompact : size::Rail, m_compact ? 44 : 56};
}

void SpentToday::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    if (underMouse())
        paintBox(painter, QRectF(8, 0, width() - 16, height()), 6, tokens.hover, {});
    if (m_compact) {
        painter.setFont(fontFor(TextRole::Caption, QFont::DemiBold));
        painter.setPen(tokens.text);
        painter.drawText(QRectF(0, 6, width(), 16), Qt::AlignCenter, formatShortMoney(m_spent.settled));
        paintBar(painter, QRectF(14, 28, width() - 28, 4));
    } else {
        const QRectF line(20, 22, width() - 40, 18);
        painter.setFont(fontFor(TextRole::Small));
        painter.setPen(tokens.text2);
        painter.drawText(QRectF(20, 4, width() - 40, 16), Qt::AlignVCenter, text());
        painter.setFont(fontFor(TextRole::Body, QFont::DemiBold));
        painter.setPen(tokens.text);
        paintNumber(painter, line, Qt::AlignLeft | Qt::AlignVCenter, formatShortMoney(m_spent.settled));
        painter.setFont(fontFor(TextRole::Body));
        painter.setPen(tokens.text3);
        //: The limit, after the amount spent: "of $5.00"
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter,
                         m_limit ? tr("of %1").arg(formatShortMoney(m_limit->amount)) : tr("no limit"));
        paintBar(painter, QRectF(20, 44, width() - 40, 4));
    }
    if (hasFocus())
        paintBox(painter, QRectF(8, 0, width() - 16, height()), 6, {}, tokens.accent, 2);
}

void SpentToday::paintBar(QPainter &painter, const QRectF &trough) const
{
    const Tokens &tokens = tokensOf(this);
    paintBox(painter, trough, 2, tokens.line, {});
    if (!m_limit || m_limit->amount.value <= 0)
        return;
    const double filled = qBound(0.0, share(m_limit, m_spent), 1.0);
    const QColor fill = filled >= 1              ? tokens.signalStop
        : budget::pastWarning(*m_limit, m_spent) ? tokens.signalCaution
                                                 : tokens.signalClear;
    if (filled > 0)
        paintBox(painter, QRectF(trough.left(), trough.top(), qMax(4.0, trough.width() * filled), trough.height()), 2,
                 fill, {});
    const double tick = trough.left() + trough.width() * m_limit->warnPercent / 100.0;
    painter.fillRect(QRectF(tick, trough.top() - 2, 1, trough.height() + 4), tokens.text2);
}

} // namespace sb::ui
