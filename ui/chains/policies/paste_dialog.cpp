#include "ui/chains/policies/paste_dialog.h"

#include "ui/chains/policies/request_source.h"
#include "ui/common/controls.h"
#include "ui/common/json_text.h"
#include "ui/common/label.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

PasteDialog::PasteDialog(QWidget *parent)
    : QDialog(parent)
    , m_text(new JsonText(this))
    , m_problem(new Label({}, TextRole::Small, Label::Tone::Danger, QFont::Normal, this))
    , m_use(makeMainButton(tr("Use it"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Paste a request"));
    resize(560, 400);
    m_text->setObjectName(u"pasted"_s);
    m_text->setAccessibleName(tr("Request as JSON or as text"));
    m_text->setPlaceholderText(u"{\"model\": \"auto\", \"messages\": [{\"role\": \"user\", \"content\": \"…\"}]}"_s);
    m_problem->setWordWrap(true);
    m_use->setObjectName(u"usePasted"_s);
    QPushButton *cancel = makeButton(tr("Cancel"), this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_use);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(size::PageMargin, size::PaneMargin, size::PageMargin, size::PaneMargin);
    column->setSpacing(10);
    auto *note = new Label(tr("A request in OpenAI's form, or just its text. It is not sent."), TextRole::Small,
                           Label::Tone::Text2, QFont::Normal, this);
    note->setWordWrap(true);
    column->addWidget(note);
    column->addWidget(m_text, 1);
    column->addWidget(m_problem);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_text, &QPlainTextEdit::textChanged, this, &PasteDialog::check);
    connect(m_use, &QPushButton::clicked, this, [this] {
        if (const auto request = pastedRequest(m_text->toPlainText())) {
            emit pasted(*request);
            accept();
        }
    });
    check();
}

void PasteDialog::check()
{
    const QString text = m_text->toPlainText();
    const auto request = pastedRequest(text);
    const QString problem = text.trimmed().isEmpty() || request ? QString() : request.error().message;
    m_use->setEnabled(bool(request) && !text.trimmed().isEmpty());
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_text->setAccessibleDescription(problem);
    m_text->setMarks(problem.isEmpty() ? QList<JsonText::Mark>()
                                       : QList<JsonText::Mark>{{m_text->lineOf(problem), problem}});
}

} // namespace sb::ui
