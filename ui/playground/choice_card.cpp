#include "ui/playground/choice_card.h"

#include "ui/common/painting.h"
#include "ui/common/type.h"

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {
constexpr int Width = 640;
constexpr int Height = 84;
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
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize ChoiceCard::sizeHint() const
{
    return {Width, Height};
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    paintBox(painter, rect(), 8, underMouse() ? tokens.sunken : tokens.base, hasFocus() ? tokens.accent : tokens.edge,
             hasFocus() ? 2 : 1);
    painter.drawPixmap(QPointF(20, height() / 2.0 - 11),
                       iconPixmap(m_iconName, 22, hasFocus() ? tokens.accent : tokens.text2, devicePixelRatioF()));

    const QFont actionFont = fontFor(TextRole::Body, QFont::Medium);
    const double actionWidth = QFontMetricsF(actionFont).horizontalAdvance(m_action);
    const double right = width() - 44.0;
    const QRectF text(58, 0, right - actionWidth - 58 - 24, height());
    painter.setFont(fontFor(TextRole::Body, QFont::DemiBold));
    painter.setPen(tokens.text);
    painter.drawText(QRectF(text.left(), 15, text.width(), 20), Qt::AlignVCenter, QAbstractButton::text());
    painter.setFont(fontFor(TextRole::Body));
    painter.setPen(tokens.text2);
    painter.drawText(QRectF(text.left(), 36, text.width(), height() - 42.0), Qt::AlignTop | Qt::TextWordWrap, m_reason);
    painter.setFont(actionFont);
    painter.setPen(tokens.accent);
    painter.drawText(QRectF(right - actionWidth, 0, actionWidth + 1, height()), Qt::AlignVCenter, m_action);
    painter.drawPixmap(QPointF(right + 10, height() / 2.0 - 7),
                       iconPixmap(u"chevron-right"_s, 14, tokens.text3, devicePixelRatioF()));
}

} // namespace sb::ui
