#include "ui/playground/setup_panel.h"

#include "core/chat/request.h"
#include "core/chat/schema_check.h"
#include "ui/common/controls.h"
#include "ui/common/label.h"
#include "ui/common/segmented_control.h"
#include "ui/common/surfaces.h"
#include "ui/playground/json_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int LabelWidth = 108;
constexpr int SystemHeight = 96;
constexpr auto DefaultSchemaName = "answer"_L1;
enum AnswerKind
{
    Text,
    JsonObject,
    JsonSchema
};

Label *makeHead(const QString &text, QWidget *parent)
{
    auto *head = new Label(text, TextRole::Small, Label::Tone::Text, QFont::DemiBold, parent);
    head->setContentsMargins(0, 10, 0, 2);
    return head;
}

/// The `response_format` for what is chosen; null for text, and while a schema is still missing.
Json formatFor(int kind, const Json &schema, bool strict)
{
    Json format;
    if (kind == JsonObject)
        format.set("type", "json_object");
    if (kind != JsonSchema || schema.isNull())
        return format;
    const QString title = schema["title"].toText();
    Json named = Json::object();
    named.set("name", title.isEmpty() ? QString(DefaultSchemaName) : title.simplified().replace(u' ', u'_').left(64));
    if (strict)
        named.set("strict", true);
    named.set("schema", schema);
    format.set("type", "json_schema");
    format.set("json_schema", named);
    return format;
}

Result<void> checkTools(const Json &json)
{
    const auto tools = chat::parseTools(json, u"tools"_s);
    return tools ? Result<void>() : tl::unexpected(tools.error());
}

} // namespace

SetupPanel::SetupPanel(QWidget *parent)
    : QWidget(parent)
    , m_system(new QPlainTextEdit(this))
    , m_scope(new SegmentedControl({tr("All panes"), tr("This pane")}, 0, this))
    , m_scopeNote(new Label({}, TextRole::Small, Label::Tone::Text3, QFont::Normal, this))
    , m_kind(new QComboBox(this))
    , m_strict(new QCheckBox(tr("Strict"), this))
    , m_schemaField(new JsonField(
          tr("JSON schema"), [](const Json &schema) { return chat::checkJsonSchema(schema); }, this))
    , m_tools(new JsonField(tr("Tools"), checkTools, this))
{
    setFixedWidth(size::Inspector + 16); // room for code
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *subject = new QWidget(this);
    subject->setFixedHeight(size::SubHeader);
    auto *head = new QHBoxLayout(subject);
    head->setContentsMargins(size::PaneMargin, 0, 8, 0);
    head->addWidget(
        new Label(tr("Settings of the conversation"), TextRole::Body, Label::Tone::Text, QFont::DemiBold, subject), 1);
    QToolButton *close = makeIconButton(u"close"_s, tr("Close"), subject);
    head->addWidget(close);
    connect(close, &QToolButton::clicked, this, &SetupPanel::closeRequested);

    auto *body = makeSurface(QPalette::Base, this);
    auto *form = new QFormLayout(body);
    form->setContentsMargins(size::PaneMargin, 0, size::PaneMargin, 16);
    form->setHorizontalSpacing(8);
    form->setVerticalSpacing(6);
    form->addRow(makeHead(tr("System prompt"), body));
    m_system->setObjectName(u"systemPrompt"_s);
    m_system->setFixedHeight(SystemHeight);
    m_system->setTabChangesFocus(true);
    m_system->setAccessibleName(tr("System prompt"));
    m_system->setPlaceholderText(tr("What every answer should keep to"));
    form->addRow(m_system);
    setupParameters(form);
    setupAnswer(form);
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
    connect(m_system, &QPlainTextEdit::textChanged, this, [this] { emit systemPromptEdited(m_system->toPlainText()); });
}

void SetupPanel::setupParameters(QFormLayout *form)
{
    QWidget *body = form->parentWidget();
    form->addRow(makeHead(tr("Parameters"), body));
    m_scope->setAccessibleName(tr("Parameters of"));
    form->addRow(m_scope);
    m_scopeNote->setElided(true);
    form->addRow(m_scopeNote);
    for (const ParameterField &field : parameterFields())
        addParameter(form, field);
    connect(m_scope, &SegmentedControl::chosen, this, &SetupPanel::showParameters);
}

void SetupPanel::addParameter(QFormLayout *form, const ParameterField &field)
{
    QWidget *body = form->parentWidget();
    auto *label = new Label(field.title, TextRole::Body, Label::Tone::Text2, QFont::Normal, body);
    label->setFixedSize(LabelWidth, size::Control);
    QWidget *input = nullptr;
    if (field.choices.isEmpty()) {
        auto *line = new QLineEdit(body);
        connect(line, &QLineEdit::textEdited, this, [this, field](const QString &text) { takeParameter(field, text); });
        input = line;
    } else {
        auto *box = new QComboBox(body);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->addItem(QString());
        box->addItems(field.choices);
        connect(box, &QComboBox::textActivated, this,
                [this, field](const QString &text) { takeParameter(field, text); });
        input = box;
    }
    input->setObjectName(QString::fromLatin1(field.key));
    input->setAccessibleName(field.title);
    label->setBuddy(input);
    form->addRow(label, input);
    auto *error = new Label(field.expected, TextRole::Small, Label::Tone::Danger, QFont::Normal, body);
    error->setWordWrap(true);
    error->hide();
    form->addRow(error);
    m_fields.insert(field.key, input);
    m_errors.insert(field.key, error);
}

void SetupPanel::setupAnswer(QFormLayout *form)
{
    QWidget *body = form->parentWidget();
    form->addRow(makeHead(tr("Answer"), body));
    m_kind->setObjectName(u"answerKind"_s);
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->addItems({tr("Text"), tr("JSON object"), tr("JSON by a schema")});
    m_kind->setAccessibleName(tr("Form of the answer"));
    auto *label = new Label(tr("Form"), TextRole::Body, Label::Tone::Text2, QFont::Normal, body);
    label->setFixedSize(LabelWidth, size::Control);
    label->setBuddy(m_kind);
    form->addRow(label, m_kind);
    m_strict->setObjectName(u"strict"_s);
    m_strict->setToolTip(tr("The provider must keep to the schema; some then take only a part of JSON schema"));
    form->addRow(m_schemaField);
    form->addRow(m_strict);
    m_schemaField->edit()->setObjectName(u"schema"_s);
    m_schemaField->setExample(
        u"{\n  \"type\": \"object\",\n  \"properties\": {\n    \"city\": {\"type\": \"string\"}\n  }\n}"_s);
    connect(m_kind, &QComboBox::activated, this, &SetupPanel::takeFormat);
    connect(m_strict, &QCheckBox::clicked, this, &SetupPanel::takeFormat);
    connect(m_schemaField, &JsonField::valueEdited, this, [this](const Json &schema) {
        m_schema = schema;
        takeFormat();
    });
    connect(m_schemaField, &JsonField::problemChanged, this, &SetupPanel::problemChanged);
}

void SetupPanel::setupTools(QFormLayout *form)
{
    QWidget *body = form->parentWidget();
    form->addRow(makeHead(tr("Tools"), body));
    m_tools->edit()->setObjectName(u"toolsJson"_s);
    m_tools->setExample(u"[{\n  \"type\": \"function\",\n  \"function\": {\n    \"name\": \"get_weather\",\n    "
                        "\"parameters\": {…}\n  }\n}]"_s);
    form->addRow(m_tools);
    auto *note =
        new Label(tr("A list of functions as OpenAI has them. Calls are shown in the answer; you type their results."),
                  TextRole::Small, Label::Tone::Text3, QFont::Normal, body);
    note->setWordWrap(true);
    form->addRow(note);
    connect(m_tools, &JsonField::valueEdited, this, &SetupPanel::toolsEdited);
    connect(m_tools, &JsonField::problemChanged, this, &SetupPanel::problemChanged);
}

void SetupPanel::reset(const profile::Conversation &shared, const profile::PaneState &pane, int paneNumber)
{
    for (const ParameterField &field : parameterFields()) {
        setWrong(field, false);
        if (auto *line = qobject_cast<QLineEdit *>(m_fields.value(field.key)))
            line->clear();
    }
    m_kind->setCurrentIndex(Text);
    m_schema = shared.responseFormat["json_schema"]["schema"];
    {
        const QSignalBlocker quietSchema(m_schemaField);
        const QSignalBlocker quietTools(m_tools);
        m_schemaField->reset(m_schema);
        m_tools->reset(shared.tools);
    }
    present(shared, pane, paneNumber);
    emit problemChanged();
}

void SetupPanel::present(const profile::Conversation &shared, const profile::PaneState &pane, int paneNumber)
{
    m_shared = shared.parameters;
    m_pane = pane.parameters;
    m_format = shared.responseFormat;
    if (m_system->toPlainText() != shared.systemPrompt) {
        const QSignalBlocker quiet(m_system);
        m_system->setPlainText(shared.systemPrompt);
    }
    //: Whose parameters the fields below set. %2 is a model or a chain.
    m_scopeNote->setText(isOfPane() ? tr("Pane %1, %2").arg(paneNumber).arg(pane.target)
                                    : tr("A pane's own parameters go before these"));
    {
        const QSignalBlocker quiet(m_tools);
        m_tools->setValue(shared.tools);
    }
    showParameters();
    showFormat();
}

bool SetupPanel::isOfPane() const
{
    return m_scope->current() == 1;
}

const Json &SetupPanel::parameters() const
{
    return isOfPane() ? m_pane : m_shared;
}

void SetupPanel::showParameters()
{
    for (const ParameterField &field : parameterFields()) {
        if (m_wrong.contains(field.key))
            continue; // what was typed stays
        QWidget *input = m_fields.value(field.key);
        const QString text = parameterText(field, parameters());
        const QString inherited = isOfPane() ? parameterText(field, m_shared) : QString();
        if (auto *line = qobject_cast<QLineEdit *>(input)) {
            line->setPlaceholderText(inherited.isEmpty() ? tr("default") : inherited);
            if (parseParameter(field, line->text()).value_or(Json()) != parameters()[field.key])
                line->setText(text);
        } else if (auto *box = qobject_cast<QComboBox *>(input)) {
            box->setItemText(0, inherited.isEmpty() ? tr("default") : tr("as all panes: %1").arg(inherited));
            box->setCurrentIndex(qMax(0, box->findText(text)));
        }
    }
}

void SetupPanel::setWrong(const ParameterField &field, bool wrong)
{
    if (wrong)
        m_wrong.insert(field.key, field.expected);
    else
        m_wrong.remove(field.key);
    QWidget *input = m_fields.value(field.key);
    input->setProperty("wrong", wrong);
    input->setAccessibleDescription(wrong ? field.expected : QString());
    input->update();
    m_errors.value(field.key)->setVisible(wrong);
}

void SetupPanel::takeParameter(const ParameterField &field, const QString &text)
{
    const bool isDefault = !field.choices.isEmpty() && !field.choices.contains(text);
    const Result<Json> value = isDefault ? Result<Json>(Json()) : parseParameter(field, text);
    setWrong(field, !value);
    emit problemChanged();
    if (!value)
        return;
    Json &changed = isOfPane() ? m_pane : m_shared;
    changed = withParameter(changed, field, *value);
    emit parametersEdited(changed, isOfPane());
}

void SetupPanel::takeFormat()
{
    m_format = formatFor(m_kind->currentIndex(), m_schema, m_strict->isChecked());
    m_schemaField->setVisible(m_kind->currentIndex() == JsonSchema);
    m_strict->setVisible(m_kind->currentIndex() == JsonSchema);
    emit responseFormatEdited(m_format);
    emit problemChanged();
}

void SetupPanel::showFormat()
{
    const QByteArray type = m_format["type"].toBytes();
    if (type == "json_schema") {
        m_schema = m_format["json_schema"]["schema"];
        m_strict->setChecked(m_format["json_schema"]["strict"].toBool().value_or(false));
    }
    // Without a schema yet there is no format to tell the choice from: it stays.
    if (!(type.isEmpty() && m_kind->currentIndex() == JsonSchema && m_schema.isNull()))
        m_kind->setCurrentIndex(type == "json_object" ? JsonObject : type == "json_schema" ? JsonSchema : Text);
    {
        const QSignalBlocker quiet(m_schemaField);
        m_schemaField->setValue(m_schema);
    }
    m_schemaField->setVisible(m_kind->currentIndex() == JsonSchema);
    m_strict->setVisible(m_kind->currentIndex() == JsonSchema);
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
    if (!m_wrong.isEmpty())
        return tr("A parameter is not right: %1").arg(m_wrong.cbegin().value());
    if (m_kind->currentIndex() == JsonSchema && !m_schemaField->problem().isEmpty())
        return tr("The JSON schema is not right: %1").arg(m_schemaField->problem());
    if (m_kind->currentIndex() == JsonSchema && m_schema.isNull())
        return tr("The JSON schema is missing");
    if (!m_tools->problem().isEmpty())
        return tr("The tools are not right: %1").arg(m_tools->problem());
    return {};
}

} // namespace sb::ui
