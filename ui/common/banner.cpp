#include "ui/common/banner.h"

#include "ui/common/controls.h"
#include "ui/common/label.h"
#include "ui/common/type.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

Banner::Banner(QWidget *parent)
    : QWidget(parent)
    , m_text(new Label({}, TextRole::Body, Label::Tone::Text, QFont::Normal, this))
    , m_action(makeQuietButton({}, this))
    , m_close(makeIconButton(u"close"_s, tr("Dismiss"), this))
{
    setMinimumHeight(size::Banner);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
    m_text->setWordWrap(true); // what to do stands at the end
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(size::PageMargin + size::SignalInline + 12, 0, size::CellPadding, 0);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        emit dismissed();
    });
}

void Banner::set(Signal signal, const QString &sentence, const QString &action)
{
    m_signal = signal;
    m_text->setText(sentence);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(sentence);
    show();
    update();
}

void Banner::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void Banner::clear()
{
    hide();
}

void Banner::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    const QColor fill = m_signal == Signal::Stop ? tokens.dangerSoft
        : m_signal == Signal::Caution            ? tokens.warnSoft
        : m_signal == Signal::Clear              ? tokens.okSoft
                                                 : tokens.hover;
    painter.fillRect(rect(), fill);
    paintSignal(painter, QPointF(size::PageMargin + 6, height() / 2.0), size::SignalInline, m_signal, tokens);
    paintHairline(painter, QPointF(0, height() - 1.0), QPointF(width(), height() - 1.0), tokens.line);
}

} // namespace sb::ui
