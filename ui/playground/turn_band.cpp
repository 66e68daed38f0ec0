#include "ui/playground/turn_band.h"

#include "ui/common/chip.h"
#include "ui/common/controls.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/surfaces.h"
#include "ui/playground/evidence_table.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int Height = 46;
constexpr int EditLines = 8; ///< at most, then it scrolls

int imagesIn(const chat::Message &message)
{
    return int(std::count_if(message.parts.cbegin(), message.parts.cend(),
                             [](const chat::Part &part) { return std::holds_alternative<chat::ImagePart>(part); }));
}

} // namespace

TurnBand::TurnBand(QWidget *parent)
    : QWidget(parent)
    , m_you(new Label(tr("You"), TextRole::Small, Label::Tone::Text2, QFont::DemiBold, this))
    , m_shown(new Label({}, TextRole::Body, Label::Tone::Text, QFont::Normal, this))
    , m_edit(new QPlainTextEdit(this))
    , m_class(new Chip(tr("Class"), {}, this))
    , m_images(new Label({}, TextRole::Small, Label::Tone::Text3, QFont::Normal, this))
    , m_tokens(new Label({}, TextRole::Small, Label::Tone::Text3, QFont::Normal, this))
    , m_before(makeIconButton(u"chevron-left"_s, tr("Turn before"), this, QKeySequence(Qt::ALT | Qt::Key_PageUp)))
    , m_position(new Label({}, TextRole::Small, Label::Tone::Text2, QFont::Normal, this))
    , m_next(makeIconButton(u"chevron-right"_s, tr("Next turn"), this, QKeySequence(Qt::ALT | Qt::Key_PageDown)))
    , m_pencil(makeIconButton(u"edit"_s, tr("Edit and send again"), this, QKeySequence(Qt::CTRL | Qt::Key_E)))
    , m_cancel(makeQuietButton(tr("Cancel"), this))
    , m_again(makeButton(tr("Send again"), this, u"redo"_s))
{
    setObjectName(u"turnBand"_s);
    m_shown->setElided(true);
    m_edit->setObjectName(u"editTurn"_s);
    m_edit->setAccessibleName(tr("Message"));
    m_edit->setTabChangesFocus(true);
    m_edit->installEventFilter(this);
    m_again->setObjectName(u"sendAgain"_s);
    m_again->setToolTip(tr("Send again (Ctrl+Enter)"));
    m_cancel->setToolTip(tr("Cancel (Esc)"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(size::PageMargin, 6, size::PaneMargin, 7);
    layout->setSpacing(4);
    layout->addWidget(m_you);
    layout->addSpacing(8);
    layout->addWidget(m_shown, 1);
    layout->addWidget(m_edit, 1);
    layout->addSpacing(8);
    m_class->setObjectName(u"class"_s);
    m_class->hide();
    layout->addWidget(m_class);
    layout->addSpacing(8);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_images, m_tokens, m_before, m_position, m_next, m_pencil,
                                                            m_cancel, m_again})
        layout->addWidget(widget);
    connect(m_class, &Chip::opened, this, &TurnBand::classRequested);
    connect(m_before, &QToolButton::clicked, this, [this] { emit stepRequested(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { emit stepRequested(1); });
    connect(m_pencil, &QToolButton::clicked, this, &TurnBand::edit);
    connect(m_cancel, &QPushButton::clicked, this, [this] { setEditing(false); });
    connect(m_again, &QPushButton::clicked, this, &TurnBand::sendAgain);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        grow();
        if (isEditing())
            emit edited({.prompt = m_edited, .text = m_edit->toPlainText()});
    });
    setEditing(false);
}

void TurnBand::present(const profile::Turn &turn, int position, int count, qint64 tokens)
{
    m_turn = turn;
    m_number = position;
    m_count = count;
    m_inputTokens = tokens;
    if (!isEditing())
        showPresented();
}

void TurnBand::setClass(const std::optional<routing::Classification> &task)
{
    m_hasClass = task.has_value();
    if (task) {
        m_class->setValue(classInShort(*task));
        m_class->setToolTip(tr("Taken for: %1").arg(classSentence(*task)));
        //: Accessible name of a button: the class of the prompt; it opens what speaks for it.
        m_class->setAccessibleName(tr("Class: %1, button menu").arg(classSentence(*task)));
    }
    m_class->setVisible(m_hasClass && !isEditing());
}

const QWidget &TurnBand::classAnchor() const
{
    return *m_class;
}

void TurnBand::endEditing()
{
    setEditing(false);
}

void TurnBand::leave()
{
    const QSignalBlocker quiet(this);
    setEditing(false);
}

void TurnBand::resume(const profile::PromptEdit &edit)
{
    m_edited = edit.prompt;
    m_edit->setPlainText(edit.text);
    setEditing(true);
    m_edit->moveCursor(QTextCursor::End);
}

void TurnBand::showPresented()
{
    const QString text = m_turn.user.text();
    m_shown->setText(text.simplified());
    m_shown->setToolTip(text);
    const int images = imagesIn(m_turn.user);
    m_images->setText(tr("%n image(s)", nullptr, images));
    m_images->setVisible(images > 0);
    m_tokens->setText(m_inputTokens > 0 ? tr("%1 tokens").arg(formatCount(m_inputTokens)) : QString());
    m_tokens->setContentsMargins(images > 0 ? 12 : 0, 0, 4, 0);
    const bool several = m_count > 1;
    //: The number of the turn that is shown, and how many there are.
    m_position->setText(tr("%1 of %2").arg(m_number).arg(m_count));
    m_before->setVisible(several);
    m_position->setVisible(several);
    m_next->setVisible(several);
    m_before->setEnabled(m_number > 1);
    m_next->setEnabled(m_number < m_count);
    setAccessibleName(tr("You: %1").arg(text));
}

void TurnBand::setEditable(bool editable)
{
    m_pencil->setEnabled(editable);
    m_again->setEnabled(editable);
}

void TurnBand::edit()
{
    if (!m_pencil->isEnabled() || isEditing())
        return;
    m_edited = m_turn.prompt;
    m_edit->setPlainText(m_turn.user.text());
    setEditing(true);
    m_edit->setFocus(Qt::OtherFocusReason);
    m_edit->moveCursor(QTextCursor::End);
}

bool TurnBand::isEditing() const
{
    return !m_edit->isHidden();
}

void TurnBand::setEditing(bool editing)
{
    const bool was = isEditing();
    m_shown->setVisible(!editing);
    m_pencil->setVisible(!editing);
    m_tokens->setVisible(!editing);
    m_class->setVisible(!editing && m_hasClass);
    m_edit->setVisible(editing);
    m_cancel->setVisible(editing);
    m_again->setVisible(editing);
    grow();
    if (was && !editing) {
        showPresented(); // another may have come to the upper edge meanwhile
        emit edited({});
        emit editingEnded();
    }
}

void TurnBand::sendAgain()
{
    const QString text = m_edit->toPlainText().trimmed();
    if (text.isEmpty() || !m_again->isEnabled())
        return;
    emit sendAgainRequested(m_edited, text);
}

void TurnBand::grow()
{
    if (!isEditing()) {
        setFixedHeight(Height);
        return;
    }
    const int lines = qBound(1, m_edit->document()->size().toSize().height(), EditLines);
    const int wanted = lines * m_edit->fontMetrics().lineSpacing() + 14;
    m_edit->setFixedHeight(qMax(size::Control, wanted));
    setFixedHeight(qMax(Height, m_edit->height() + 15));
}

void TurnBand::paintEvent(QPaintEvent *)
{
    paintBand(this);
}

void TurnBand::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (isEditing())
        grow();
}

bool TurnBand::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isSend =
        (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && (key->modifiers() & Qt::ControlModifier);
    const bool isCancel = key->key() == Qt::Key_Escape;
    if (!isSend && !isCancel)
        return QWidget::eventFilter(watched, event);
    event->accept(); // also of the override, so that Esc does not stop answers here
    if (event->type() == QEvent::KeyPress && isSend)
        sendAgain();
    else if (event->type() == QEvent::KeyPress)
        setEditing(false);
    return true;
}

} // namespace sb::ui
