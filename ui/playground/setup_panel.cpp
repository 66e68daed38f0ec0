#include "ui/playground/setup_panel.h"

#include "core/chat/request.h"
#include "ui/common/controls.h"
#include "ui/common/json_field.h"
#include "ui/common/json_text.h"
#include "ui/common/label.h"
#include "ui/common/surfaces.h"
#include "ui/playground/answer_form.h"
#include "ui/playground/form_parts.h"
#include "ui/playground/parameter_form.h"

#include <QFormLayout>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int SystemHeight = 96;

Result<void> checkTools(const Json &json)
{
    const auto tools = chat::parseTools(json, u"tools"_s);
    return tools ? Result<void>() : tl::unexpected(tools.error());
}

} // namespace

SetupPanel::SetupPanel(QWidget *parent)
    : QWidget(parent)
{
    setFixedWidth(size::Inspector + 16); // room for code
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    QWidget *subject = makeSubject();
    auto *body = makeSurface(QPalette::Base, this);
    m_system = new QPlainTextEdit(body);
    m_parameters = new ParameterForm(body);
    m_answer = new AnswerForm(body);
    m_tools = new JsonField(tr("Tools"), checkTools, body);
    QFormLayout *form = makeForm(body);
    form->setContentsMargins(size::PaneMargin, 0, size::PaneMargin, 16);
    setupFields(form);
    setupTools(form);

    auto *scroll = new QScrollArea(this);
    scroll->setProperty("bare", true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(body);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(subject);
    layout->addWidget(makeHairline(Qt::Horizontal, this));
    layout->addWidget(scroll, 1);
}

QWidget *SetupPanel::makeSubject()
{
    auto *subject = new QWidget(this);
    subject->setFixedHeight(size::SubHeader);
    auto *head = new QHBoxLayout(subject);
    head->setContentsMargins(size::PaneMargin, 0, 8, 0);
    head->addWidget(
        new Label(tr("Settings of the conversation"), TextRole::Body, Label::Tone::Text, QFont::DemiBold, subject), 1);
    QToolButton *close = makeIconButton(u"close"_s, tr("Close"), subject);
    head->addWidget(close);
    connect(close, &QToolButton::clicked, this, &SetupPanel::closeRequested);
    return subject;
}

void SetupPanel::setupFields(QFormLayout *form)
{
    addHead(form, tr("System prompt"));
    m_system->setObjectName(u"systemPrompt"_s);
    m_system->setFixedHeight(SystemHeight);
    m_system->setTabChangesFocus(true);
    m_system->setAccessibleName(tr("System prompt"));
    m_system->setPlaceholderText(tr("What every answer should keep to"));
    form->addRow(m_system);
    form->addRow(m_parameters);
    form->addRow(m_answer);
    connect(m_system, &QPlainTextEdit::textChanged, this, [this] { emit systemPromptEdited(m_system->toPlainText()); });
    connect(m_parameters, &ParameterForm::edited, this, &SetupPanel::parametersEdited);
    connect(m_parameters, &ParameterForm::texted, this, &SetupPanel::tellUnfinished);
    connect(m_answer, &AnswerForm::edited, this, &SetupPanel::responseFormatEdited);
    connect(m_answer, &AnswerForm::texted, this, &SetupPanel::tellUnfinished);
}

void SetupPanel::setupTools(QFormLayout *form)
{
    addHead(form, tr("Tools"));
    m_tools->edit()->setObjectName(u"toolsJson"_s);
    m_tools->setExample(u"[{\n  \"type\": \"function\",\n  \"function\": {\n    \"name\": \"get_weather\",\n    "
                        "\"parameters\": {…}\n  }\n}]"_s);
    form->addRow(m_tools);
    auto *note =
        new Label(tr("A list of functions as OpenAI has them. Calls are shown in the answer; you type their results."),
                  TextRole::Small, Label::Tone::Text3, QFont::Normal, form->parentWidget());
    note->setWordWrap(true);
    form->addRow(note);
    connect(m_tools, &JsonField::valueEdited, this, &SetupPanel::toolsEdited);
    connect(m_tools, &JsonField::textEdited, this, &SetupPanel::tellUnfinished);
}

void SetupPanel::reset(const profile::Conversation &shared, const profile::PaneState &pane, int paneNumber)
{
    m_parameters->reset(shared.unfinished);
    m_answer->reset(shared.responseFormat, shared.unfinished);
    {
        const QSignalBlocker quiet(m_tools);
        m_tools->reset(shared.tools, shared.unfinished["tools"].toText());
    }
    present(shared, pane, paneNumber);
    emit problemChanged();
}

void SetupPanel::present(const profile::Conversation &shared, const profile::PaneState &pane, int paneNumber)
{
    if (m_system->toPlainText() != shared.systemPrompt) {
        const QSignalBlocker quiet(m_system);
        m_system->setPlainText(shared.systemPrompt);
    }
    {
        const QSignalBlocker quiet(m_tools);
        m_tools->setValue(shared.tools);
    }
    m_parameters->present(shared.parameters, pane, paneNumber);
    m_answer->present(shared.responseFormat);
}

void SetupPanel::tellUnfinished()
{
    Json texts = m_parameters->unfinished();
    const Json answer = m_answer->unfinished();
    for (const auto &[key, text] : answer.members())
        texts.set(key, text);
    if (const QString tools = m_tools->unfinished(); !tools.isEmpty())
        texts.set("tools", tools);
    emit unfinishedEdited(texts);
    emit problemChanged();
}

void SetupPanel::focusTools()
{
    m_tools->edit()->setFocus(Qt::OtherFocusReason);
}

void SetupPanel::focusFirst()
{
    m_system->setFocus(Qt::OtherFocusReason);
}

QString SetupPanel::problem() const
{
    if (const QString expected = m_parameters->problem(); !expected.isEmpty())
        return tr("A parameter is not right: %1").arg(expected);
    if (const QString problem = m_answer->problem(); !problem.isEmpty())
        return problem;
    if (!m_tools->problem().isEmpty())
        return tr("The tools are not right: %1").arg(m_tools->problem());
    return {};
}

} // namespace sb::ui
