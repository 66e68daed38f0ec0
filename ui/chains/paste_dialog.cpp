#include "ui/chains/paste_dialog.h"

#include "ui/common/controls.h"
#include "ui/common/json_place.h"
#include "ui/common/json_text.h"
#include "ui/common/label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr QSize PasteSize{560, 420};

bool looksLikeJson(const QString &text)
{
    return text.trimmed().startsWith(u'{');
}

} // namespace

chat::Request requestSaying(const QString &text)
{
    chat::Request request;
    request.model = u"auto"_s;
    request.messages = {chat::Message::make(chat::Role::User, text)};
    return request;
}

Result<chat::Request> pastedRequest(const QString &text)
{
    if (!looksLikeJson(text))
        return requestSaying(text);
    if (const auto mistake = mistakeIn(text)) {
        const qsizetype line = QStringView(text).first(*mistake).count(u'\n') + 1;
        return failure(Error::Kind::InvalidInput, PasteDialog::tr("Line %1: this is no JSON.").arg(line));
    }
    return parseJson(text.toUtf8()).and_then([](Json json) {
        if (json["model"].isNull())
            json.set("model", "auto");
        return chat::parseRequest(json);
    });
}

PasteDialog::PasteDialog(const QString &what, QWidget *parent)
    : QDialog(parent)
    , m_text(new JsonText(this))
    , m_problem(new Label({}, TextRole::Small, Label::Tone::Danger, QFont::Normal, this))
    , m_use(makeMainButton(tr("Use this request"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Paste a request"));
    setObjectName(u"pasteDialog"_s);
    resize(PasteSize);
    m_text->setObjectName(u"pasted"_s);
    m_text->setAccessibleName(tr("Request as JSON or as text"));
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(u"{\"messages\": [{\"role\": \"user\", \"content\": \"…\"}]}"_s);
    m_problem->setObjectName(u"pasteProblem"_s);
    m_problem->setWordWrap(true);
    m_use->setObjectName(u"usePasted"_s);
    m_use->setDefault(true);
    auto *note = new Label(tr("A request in OpenAI's form, or just its text. %1").arg(what), TextRole::Small,
                           Label::Tone::Text2, QFont::Normal, this);
    note->setWordWrap(true);
    QPushButton *cancel = makeButton(tr("Cancel"), this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_use);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(size::PageMargin, size::PaneMargin, size::PageMargin, size::PaneMargin);
    column->setSpacing(10);
    column->addWidget(note);
    column->addWidget(m_text, 1);
    column->addWidget(m_problem);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_text, &QPlainTextEdit::textChanged, this, &PasteDialog::check);
    connect(m_use, &QPushButton::clicked, this, [this] {
        if (const auto request = pastedRequest(m_text->toPlainText())) {
            emit taken(*request);
            accept();
        }
    });
    // What is in the clipboard is offered only where it is a request.
    const QString copied = QGuiApplication::clipboard()->text();
    if (looksLikeJson(copied) && pastedRequest(copied))
        m_text->setPlainText(copied);
    check();
}

void PasteDialog::setText(const QString &text)
{
    m_text->setPlainText(text);
}

void PasteDialog::check()
{
    const QString text = m_text->toPlainText();
    const bool isEmpty = text.trimmed().isEmpty();
    const auto request = pastedRequest(text);
    const QString problem = isEmpty || request ? QString() : request.error().message;
    m_use->setEnabled(!isEmpty && request);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_text->setAccessibleDescription(problem);
    m_text->setMarks(problem.isEmpty() ? QList<JsonText::Mark>()
                                       : QList<JsonText::Mark>{{m_text->lineOf(problem), problem}});
}

} // namespace sb::ui
