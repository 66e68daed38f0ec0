#include "ui/playground/prompt_box.h"

#include "ui/common/controls.h"
#include "ui/common/label.h"
#include "ui/common/painting.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QTextDocument>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {
constexpr int Margin = 12; ///< around the box, inside the prompt band
constexpr int ControlsHeight = 38;
} // namespace

PromptBox::PromptBox(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QPlainTextEdit(this))
    , m_controls(new QHBoxLayout)
    , m_estimate(new Label({}, TextRole::Small, Label::Tone::Text3, QFont::Normal, this))
    , m_send(makeMainButton(tr("Send"), this, u"send"_s))
{
    setBackgroundRole(QPalette::Window);
    setAutoFillBackground(true);
    m_edit->setObjectName(u"prompt"_s);
    m_edit->setProperty("bare", true);
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->setPlaceholderText(tr("Ask all panes"));
    m_edit->setAccessibleName(tr("Prompt"));
    m_edit->setTabChangesFocus(true);
    m_edit->document()->setDocumentMargin(0);
    m_edit->viewport()->setAutoFillBackground(false);
    m_edit->installEventFilter(this);
    m_send->setObjectName(u"send"_s);
    m_send->setToolTip(tr("Send (Ctrl+Enter)"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(size::PageMargin + 14, Margin + 10, size::PageMargin + 8, Margin + 8);
    layout->setSpacing(6);
    layout->addWidget(m_edit, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_controls->setSpacing(6);
    row->addLayout(m_controls);
    row->addStretch(1);
    row->addWidget(m_estimate);
    row->addSpacing(4);
    row->addWidget(m_send);
    layout->addLayout(row);

    connect(m_send, &QPushButton::clicked, this, &PromptBox::sendRequested);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        grow();
        emit textEdited(text());
    });
    grow();
}

QString PromptBox::text() const
{
    return m_edit->toPlainText();
}

void PromptBox::setText(const QString &text)
{
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
}

void PromptBox::clear()
{
    m_edit->clear();
}

void PromptBox::setEstimate(const QString &estimate)
{
    m_estimate->setText(estimate);
}

void PromptBox::setSendable(bool sendable, const QString &whyNot)
{
    m_send->setEnabled(sendable);
    m_send->setToolTip(sendable ? tr("Send (Ctrl+Enter)") : whyNot);
}

void PromptBox::addControl(QWidget *control)
{
    m_controls->addWidget(control);
}

void PromptBox::focusText()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

void PromptBox::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    paintHairline(painter, QPointF(0, 0), QPointF(width(), 0), tokens.line);
    const bool focus = m_edit->hasFocus();
    const QRectF box = QRectF(rect()).adjusted(size::PageMargin, Margin, -size::PageMargin, -Margin);
    paintBox(painter, box, 8, tokens.base, focus ? tokens.accent : tokens.control, focus ? 2 : 1);
}

bool PromptBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)) {
        update();
    } else if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && (key->modifiers() & Qt::ControlModifier)) {
            if (m_send->isEnabled())
                emit sendRequested();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void PromptBox::grow()
{
    const int lines = qMax(1, m_edit->document()->size().toSize().height()); // QPlainTextEdit counts in lines
    const int wanted = lines * m_edit->fontMetrics().lineSpacing() + 4;
    const int most = qMax(60, window()->height() / 3);
    m_edit->setFixedHeight(qBound(24, wanted, most));
    setFixedHeight(qMax(size::PromptBox + 2 * Margin - 4, m_edit->height() + ControlsHeight + 2 * Margin + 18));
}

} // namespace sb::ui
