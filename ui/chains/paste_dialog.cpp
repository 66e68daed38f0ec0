#include "ui/chains/paste_dialog.h"

#include "ui/common/controls.h"
#include "ui/common/json_place.h"
#include "ui/common/label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {
constexpr QSize PasteSize{560, 420};
constexpr const char *AnyModel = "any/model";
} // namespace

Result<chat::Request> requestOfText(const QString &text)
{
    if (const auto mistake = mistakeIn(text)) {
        const qsizetype line = QStringView(text).first(*mistake).count(u'\n') + 1;
        return failure(Error::Kind::InvalidInput, PasteDialog::tr("Line %1: this is no JSON.").arg(line));
    }
    return parseJson(text.toUtf8()).and_then([](Json json) {
        if (json.isObject() && !json.contains("model"))
            json.set("model", AnyModel); // the chain says who is asked
        return chat::parseRequest(json);
    });
}

PasteDialog::PasteDialog(QWidget *parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit(this))
    , m_problem(new Label({}, TextRole::Small, Label::Tone::Danger, QFont::Normal, this))
    , m_use(makeMainButton(tr("Use this request"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Dry run of a pasted request"));
    setObjectName(u"pasteDialog"_s);
    resize(PasteSize);
    m_text->setObjectName(u"pastedRequest"_s);
    m_text->setAccessibleName(tr("Body of the request"));
    m_text->setFont(fontFor(TextRole::Code));
    m_text->setTabChangesFocus(true);
    m_problem->setObjectName(u"pasteProblem"_s);
    m_problem->setWordWrap(true);
    m_use->setObjectName(u"usePasted"_s);
    m_use->setDefault(true);
    QPushButton *cancel = makeButton(tr("Cancel"), this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_use);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(
        new Label(tr("The body of a request in OpenAI's form. Which model it names does not matter; it is "
                     "planned by this chain, and not sent."),
                  TextRole::Small, Label::Tone::Text2, QFont::Normal, this));
    layout->addWidget(m_text, 1);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    for (auto *label : findChildren<Label *>())
        label->setWordWrap(true);
    connect(m_text, &QPlainTextEdit::textChanged, this, &PasteDialog::check);
    connect(m_use, &QPushButton::clicked, this, &PasteDialog::take);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    // What is in the clipboard is offered only where it is a request.
    const QString copied = QGuiApplication::clipboard()->text();
    if (requestOfText(copied))
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
    const Result<chat::Request> request = requestOfText(text);
    m_request = request ? std::optional(*request) : std::nullopt;
    m_problem->setText(isEmpty || request ? QString() : request.error().message);
    m_text->setProperty("wrong", !isEmpty && !request);
    m_text->setAccessibleDescription(m_problem->text());
    m_use->setEnabled(request.has_value());
}

void PasteDialog::take()
{
    if (!m_request)
        return;
    emit taken(*m_request);
    accept();
}

} // namespace sb::ui
