#include "ui/common/choice_card.h"

#include "ui/common/painting.h"
#include "ui/common/type.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int Width = 640;
constexpr int LeastHeight = 84;
constexpr int LeastCompact = 52;
constexpr int TextLeft = 58;
constexpr int ActionRight = 44; ///< room for the chevron
constexpr int ActionGap = 24;
constexpr int TitleHeight = 21;
constexpr int CardPadding = 14;
constexpr int CompactPadding = 8;

QFont actionFont()
{
    return fontFor(TextRole::Body, QFont::Medium);
}

} // namespace

ChoiceCard::ChoiceCard(const QString &iconName, const QString &title, const QString &reason, const QString &action,
                       QWidget *parent)
    : QAbstractButton(parent)
    , m_iconName(iconName)
    , m_reason(reason)
    , m_action(action)
{
    setText(title);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(u"%1. %2"_s.arg(title, reason));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChoiceCard::setCompact(bool compact)
{
    m_compact = compact;
    updateGeometry();
    update();
}

double ChoiceCard::textWidth(int width) const
{
    return width - ActionRight - QFontMetricsF(actionFont()).horizontalAdvance(m_action) - TextLeft - ActionGap;
}

double ChoiceCard::reasonHeight(int width) const
{
    const QRectF room(0, 0, textWidth(width), 1000);
    return QFontMetricsF(fontFor(TextRole::Body)).boundingRect(room, Qt::TextWordWrap, m_reason).height();
}

QSize ChoiceCard::sizeHint() const
{
    return {Width, heightForWidth(Width)};
}

int ChoiceCard::heightForWidth(int width) const
{
    const int padding = m_compact ? CompactPadding : CardPadding;
    return qMax(m_compact ? LeastCompact : LeastHeight,
                int(std::ceil(2 * padding + TitleHeight + reasonHeight(width))));
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    paintBox(painter, rect(), 8, underMouse() ? tokens.sunken : tokens.base, hasFocus() ? tokens.accent : tokens.edge,
             hasFocus() ? 2 : 1);
    painter.drawPixmap(QPointF(20, height() / 2.0 - 11),
                       iconPixmap(m_iconName, 22, hasFocus() ? tokens.accent : tokens.text2, devicePixelRatioF()));

    const double right = width() - double(ActionRight);
    const double actionWidth = QFontMetricsF(actionFont()).horizontalAdvance(m_action);
    const double reason = reasonHeight(width());
    const double top = std::round((height() - TitleHeight - reason) / 2);
    painter.setFont(fontFor(TextRole::Body, QFont::DemiBold));
    painter.setPen(tokens.text);
    painter.drawText(
        QRectF(TextLeft, top, textWidth(width()), TitleHeight), Qt::AlignVCenter,
        painter.fontMetrics().elidedText(QAbstractButton::text(), Qt::ElideRight, int(textWidth(width()))));
    painter.setFont(fontFor(TextRole::Body));
    painter.setPen(tokens.text2);
    painter.drawText(QRectF(TextLeft, top + TitleHeight, textWidth(width()), reason + 1),
                     Qt::AlignTop | Qt::TextWordWrap, m_reason);
    painter.setFont(actionFont());
    painter.setPen(tokens.accent);
    painter.drawText(QRectF(right - actionWidth, 0, actionWidth + 1, height()), Qt::AlignVCenter, m_action);
    painter.drawPixmap(QPointF(right + 10, height() / 2.0 - 7),
                       iconPixmap(u"chevron-right"_s, 14, tokens.text3, devicePixelRatioF()));
}

} // namespace sb::ui
