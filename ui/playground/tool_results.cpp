#include "ui/playground/tool_results.h"

#include "ui/common/controls.h"
#include "ui/common/label.h"
#include "ui/common/painting.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {
constexpr int FieldHeight = 54;
constexpr int MostHeight = 220; ///< more calls than fit scroll

/// Under which the text of a field is kept; two calls of one function may have no ids.
QByteArray keyOf(const chat::ToolCall &call, qsizetype index)
{
    return (call.id.isEmpty() ? u"%1-%2"_s.arg(call.name).arg(index) : call.id).toUtf8();
}

} // namespace

ToolResults::ToolResults(QWidget *parent)
    : QWidget(parent)
    , m_body(new QWidget(this))
    , m_fields(new QVBoxLayout(m_body))
    , m_scroll(new QScrollArea(this))
    , m_send(makeButton(tr("Send results"), this, u"send"_s))
{
    m_send->setObjectName(u"sendResults"_s);
    m_send->setToolTip(tr("Send the results on (Ctrl+Enter)"));
    m_fields->setContentsMargins(0, 0, 0, 0);
    m_fields->setSpacing(6);
    m_scroll->setProperty("bare", true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    m_scroll->setMaximumHeight(MostHeight);
    m_scroll->setWidget(m_body);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(size::PaneMargin, 10, size::PaneMargin, 10);
    layout->setSpacing(8);
    layout->addWidget(m_scroll);
    layout->addWidget(m_send, 0, Qt::AlignRight);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_send, &QPushButton::clicked, this, &ToolResults::send);
    hide();
}

void ToolResults::setCalls(const QList<chat::ToolCall> &calls, const Json &texts)
{
    setVisible(!calls.isEmpty());
    if (calls == m_calls)
        return;
    m_calls = calls;
    m_edits.clear();
    while (QLayoutItem *item = m_fields->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const chat::ToolCall &call : calls)
        m_fields->addWidget(makeField(call, texts[keyOf(call, m_edits.size())].toText()));
    m_body->setMinimumHeight(m_fields->sizeHint().height());
    if (!m_edits.isEmpty()) // the first field is whole in a low window, too
        m_scroll->setMinimumHeight(m_fields->itemAt(0)->sizeHint().height() + 2);
}

void ToolResults::putBehind(QWidget *before)
{
    for (QPlainTextEdit *edit : std::as_const(m_edits)) {
        setTabOrder(before, edit);
        before = edit;
    }
}

QWidget *ToolResults::makeField(const chat::ToolCall &call, const QString &text)
{
    auto *field = new QWidget(m_body);
    //: Over a field: the name of a function that the model wants to have called.
    auto *label =
        new Label(tr("Result of %1").arg(call.name), TextRole::Small, Label::Tone::Text2, QFont::Medium, field);
    auto *edit = new QPlainTextEdit(field);
    edit->setObjectName(u"result-%1"_s.arg(m_edits.size()));
    edit->setFont(fontFor(TextRole::Code));
    edit->setFixedHeight(FieldHeight);
    edit->setTabChangesFocus(true);
    edit->setAccessibleName(label->text());
    edit->setPlaceholderText(tr("What the tool answers, as text or JSON"));
    edit->installEventFilter(this);
    edit->setPlainText(text);
    connect(edit, &QPlainTextEdit::textChanged, this, &ToolResults::tellTexts);
    label->setBuddy(edit);
    auto *layout = new QVBoxLayout(field);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addWidget(label);
    layout->addWidget(edit);
    m_edits.append(edit);
    return field;
}

void ToolResults::tellTexts()
{
    Json texts;
    for (qsizetype i = 0; i < m_edits.size(); ++i) {
        if (const QString text = m_edits[i]->toPlainText(); !text.isEmpty())
            texts.set(keyOf(m_calls[i], i), text);
    }
    emit textsEdited(texts);
}

void ToolResults::send()
{
    QList<chat::Message> results;
    for (qsizetype i = 0; i < m_calls.size(); ++i) {
        chat::Message result = chat::Message::make(chat::Role::Tool, m_edits[i]->toPlainText());
        result.toolCallId = m_calls[i].id.isEmpty() ? m_calls[i].name : m_calls[i].id;
        result.name = m_calls[i].name;
        results.append(result);
    }
    emit sendRequested(results);
}

bool ToolResults::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && (key->modifiers() & Qt::ControlModifier)) {
            send();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ToolResults::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), tokens.base);
    paintHairline(painter, QPointF(0, 0), QPointF(width(), 0), tokens.line);
}

} // namespace sb::ui
