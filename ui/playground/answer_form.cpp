#include "ui/playground/answer_form.h"

#include "core/chat/schema_check.h"
#include "ui/common/json_field.h"
#include "ui/common/json_text.h"
#include "ui/common/label.h"
#include "ui/playground/form_parts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QPlainTextEdit>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int LongestName = 64;
enum AnswerKind
{
    Text,
    JsonObject,
    JsonSchema
};

/// The `response_format` for what is chosen; null for text, and while a schema is still missing.
/// @param name of the schema so far; empty: by its title
Json formatFor(int kind, const Json &schema, const QString &name, bool strict)
{
    Json format;
    if (kind == JsonObject)
        format.set("type", "json_object");
    if (kind != JsonSchema || schema.isNull())
        return format;
    Json named = Json::object();
    named.set("name", schemaName(name.isEmpty() ? schema["title"].toText() : name));
    if (strict)
        named.set("strict", true);
    named.set("schema", schema);
    format.set("type", "json_schema");
    format.set("json_schema", named);
    return format;
}

} // namespace

QString schemaName(const QString &title)
{
    static const QRegularExpression others(u"[^A-Za-z0-9_-]+"_s);
    QString name = title.simplified();
    name.replace(others, u"_"_s);
    return name.isEmpty() ? u"answer"_s : name.left(LongestName);
}

AnswerForm::AnswerForm(QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_field(new JsonField(
          tr("JSON schema"), [](const Json &schema) { return chat::checkJsonSchema(schema); }, this))
    , m_strict(new QCheckBox(tr("Strict"), this))
{
    QFormLayout *form = makeForm(this);
    addHead(form, tr("Answer"));
    m_kind->setObjectName(u"answerKind"_s);
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->addItems({tr("Text"), tr("JSON object"), tr("JSON by a schema")});
    m_kind->setAccessibleName(tr("Form of the answer"));
    addField(form, tr("Form"), m_kind);
    m_strict->setObjectName(u"strict"_s);
    m_strict->setToolTip(tr("The provider must keep to the schema; some then take only a part of JSON schema"));
    form->addRow(m_field);
    form->addRow(m_strict);
    m_field->edit()->setObjectName(u"schema"_s);
    m_field->setExample(
        u"{\n  \"type\": \"object\",\n  \"properties\": {\n    \"city\": {\"type\": \"string\"}\n  }\n}"_s);
    connect(m_kind, &QComboBox::activated, this, &AnswerForm::take);
    connect(m_strict, &QCheckBox::clicked, this, &AnswerForm::take);
    connect(m_field, &JsonField::valueEdited, this, [this](const Json &schema) {
        m_schema = schema;
        take();
    });
    connect(m_field, &JsonField::textEdited, this, &AnswerForm::texted);
}

void AnswerForm::reset(const Json &format, const Json &unfinished)
{
    m_kind->setCurrentIndex(unfinished["form"].toBytes() == "json_schema" ? JsonSchema : Text);
    m_schema = format["json_schema"]["schema"];
    {
        const QSignalBlocker quiet(m_field);
        m_field->reset(m_schema, unfinished["schema"].toText());
    }
    present(format);
}

void AnswerForm::present(const Json &format)
{
    m_format = format;
    const QByteArray type = m_format["type"].toBytes();
    if (type == "json_schema") {
        m_schema = m_format["json_schema"]["schema"];
        m_strict->setChecked(m_format["json_schema"]["strict"].toBool().value_or(false));
    }
    // Without a schema yet there is no format to tell the choice from: it stays.
    if (!(type.isEmpty() && m_kind->currentIndex() == JsonSchema && m_schema.isNull()))
        m_kind->setCurrentIndex(type == "json_object" ? JsonObject : type == "json_schema" ? JsonSchema : Text);
    {
        const QSignalBlocker quiet(m_field);
        m_field->setValue(m_schema);
    }
    updateVisible();
}

void AnswerForm::take()
{
    const QString name = m_format["json_schema"]["name"].toText();
    m_format = formatFor(m_kind->currentIndex(), m_schema, name, m_strict->isChecked());
    updateVisible();
    emit edited(m_format);
    emit texted();
}

void AnswerForm::updateVisible()
{
    const bool bySchema = m_kind->currentIndex() == JsonSchema;
    m_field->setVisible(bySchema);
    m_strict->setVisible(bySchema);
}

QString AnswerForm::problem() const
{
    if (m_kind->currentIndex() != JsonSchema)
        return {};
    if (!m_field->problem().isEmpty())
        return tr("The JSON schema is not right: %1").arg(m_field->problem());
    return m_schema.isNull() ? tr("The JSON schema is missing") : QString();
}

Json AnswerForm::unfinished() const
{
    Json texts;
    if (m_kind->currentIndex() != JsonSchema)
        return texts;
    if (m_format.isNull())
        texts.set("form", "json_schema");
    if (const QString schema = m_field->unfinished(); !schema.isEmpty())
        texts.set("schema", schema);
    return texts;
}

} // namespace sb::ui
