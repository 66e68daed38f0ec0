#include "ui/common/label.h"

#include <QEvent>
#include <QPainter>

namespace sb::ui {

QColor Label::colorOf(Tone tone, const Tokens &tokens)
{
    switch (tone) {
    case Tone::Text:
        return tokens.text;
    case Tone::Text2:
        return tokens.text2;
    case Tone::Text3:
        return tokens.text3;
    case Tone::Accent:
        return tokens.accent;
    case Tone::Ok:
        return tokens.ok;
    case Tone::Warn:
        return tokens.warn;
    case Tone::Danger:
        return tokens.danger;
    }
    return {};
}

Label::Label(const QString &text, TextRole role, Tone tone, int weight, QWidget *parent)
    : QLabel(text, parent)
    , m_role(role)
    , m_weight(weight)
    , m_tone(tone)
{
    setTextFormat(Qt::PlainText); // what is shown may come from a provider
    setFont(fontFor(m_role, m_weight));
    // On a surface of another background role QLabel would take that role's text color.
    setForegroundRole(QPalette::WindowText);
    applyTone();
}

void Label::setTone(Tone tone)
{
    m_tone = tone;
    applyTone();
}

void Label::setElided(bool elided)
{
    m_elided = elided;
    updateGeometry();
    update();
}

QSize Label::minimumSizeHint() const
{
    QSize hint = QLabel::minimumSizeHint();
    if (m_elided)
        hint.setWidth(qMin(hint.width(), fontMetrics().averageCharWidth() * 4));
    return hint;
}

void Label::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ParentChange)
        applyTone();
    else if (event->type() == QEvent::ApplicationFontChange)
        setFont(fontFor(m_role, m_weight));
    QLabel::changeEvent(event);
}

void Label::paintEvent(QPaintEvent *event)
{
    if (!m_elided) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    const QRect rect = contentsRect();
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, rect.width());
    const bool isCut = shown != text();
    if (isCut && toolTip() != text()) {
        setToolTip(text());
        setProperty("cut", true);
    } else if (!isCut && property("cut").toBool()) { // a tool tip of somebody else's stays
        setToolTip({});
        setProperty("cut", false);
    }
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    painter.drawText(rect, int(alignment()) | Qt::TextSingleLine, shown);
}

void Label::applyTone()
{
    const QColor color = colorOf(m_tone, tokensOf(this));
    if (palette().color(QPalette::WindowText) == color)
        return; // setPalette() announces a change: without this test it would call itself
    QPalette own = palette();
    own.setColor(QPalette::WindowText, color);
    setPalette(own);
}

} // namespace sb::ui
