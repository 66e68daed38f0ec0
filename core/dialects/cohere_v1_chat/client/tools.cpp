#include "core/dialects/cohere_v1_chat/client/tools.h"

#include "core/dialects/function_tools.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::dialects::cohere_v1 {

namespace {

/// Texts among which to choose, in the words of the documentation; empty where something else may be chosen.
/// Source: https://docs.cohere.com/v1/docs/parameter-types-in-tool-use
QString choiceOf(const Json &schema)
{
    QStringList values;
    for (const Json &value : schema["enum"].items()) {
        if (!value.isString())
            return {};
        values.append(value.toText());
    }
    return values.isEmpty() ? QString() : u"Possible enum values: %1."_s.arg(values.join(u", "_s));
}

/// Where a list or an object says what its values are.
QByteArray valuesKey(const Json &schema)
{
    const QByteArray type = schema["type"].toBytes();
    if (type == "array")
        return "items";
    return type == "object" && !schema.contains("properties") ? QByteArray("additionalProperties") : QByteArray();
}

/// Whether Python's type says all, as List[List[str]] does.
bool isType(const Json &schema)
{
    const QByteArray values = valuesKey(schema);
    const bool typed = !values.isEmpty() && schema.contains(values);
    return schema["type"].isString() && schema.size() == (typed ? 2 : 1) && (!typed || isType(schema[values]));
}

/// The schema without what a definition can say; null: nothing is left.
Json restOf(const Json &schema)
{
    Json rest;
    for (const auto &[key, value] : schema.members()) {
        const bool said = key == "type" || key == "description" || key == "title"
            || (key == "enum" && !choiceOf(schema).isEmpty()) || (key == valuesKey(schema) && isType(value));
        if (!said)
            rest.set(key, value);
    }
    return rest;
}

void describe(QString &description, const QString &sentence)
{
    description += (description.isEmpty() ? u""_s : u" "_s) + sentence;
}

Json definitionOf(const Json &schema, bool required, bool &narrowed)
{
    QString description = schema["description"].toText();
    // English on purpose: it is for the model.
    if (const QString choice = choiceOf(schema); !choice.isEmpty()) {
        describe(description, choice);
        narrowed = true;
    }
    if (const Json rest = restOf(schema); !rest.isNull()) {
        describe(description, u"JSON schema: "_s + QString::fromUtf8(rest.dump()));
        narrowed = true;
    }
    Json definition;
    if (!description.isEmpty())
        definition.set("description", description);
    definition.set("type", pythonType(schema));
    definition.set("required", required);
    return definition;
}

Json toolOf(const chat::Tool &tool, bool &narrowed)
{
    const Json &required = tool.parameters["required"];
    Json definitions = Json::object();
    for (const auto &[name, schema] : tool.parameters["properties"].members()) {
        const bool must = std::any_of(required.items().begin(), required.items().end(),
                                      [&name = name](const Json &each) { return each.toBytes() == name; });
        definitions.set(name, definitionOf(schema, must, narrowed));
    }
    return Json(Json::Object{{"name", tool.name},
                             {"description", tool.description.isEmpty() ? tool.name : tool.description},
                             {"parameter_definitions", definitions}});
}

void noticeChoice(const FunctionTools &tools, Notices &notices)
{
    if (tools.forbidden || tools.demanded)
        notices.dropped(u"tool_choice"_s,
                        tools.forbidden ? QT_TRANSLATE_NOOP(
                            "sb::dialects", "Tools that gave results must be sent, and then may be called.")
                                        : QT_TRANSLATE_NOOP("sb::dialects", "A call cannot be demanded here."));
    else if (tools.narrowed)
        notices.translated(u"tool_choice"_s,
                           QT_TRANSLATE_NOOP("sb::dialects", "Only the tools that may be called were sent."));
}

} // namespace

Json toolsOf(const chat::Request &request, bool needed, Notices &notices)
{
    const FunctionTools tools = functionTools(request, notices);
    if (tools.functions.isEmpty())
        return {};
    if (tools.forbidden && !needed) {
        notices.translated(u"tool_choice"_s,
                           QT_TRANSLATE_NOOP("sb::dialects", "No tools were sent, since none may be called."));
        return {};
    }
    noticeChoice(tools, notices);
    Json sent;
    bool narrowed = false;
    bool strict = false;
    for (const chat::Tool &tool : tools.functions) {
        sent.append(toolOf(tool, narrowed));
        strict = strict || tool.strict.value_or(false);
    }
    if (narrowed)
        notices.translated(
            u"tools"_s,
            QT_TRANSLATE_NOOP("sb::dialects", "What types cannot say of parameters was sent in their descriptions."));
    else if (strict)
        notices.dropped(u"tools"_s, QT_TRANSLATE_NOOP("sb::dialects", "Tools are not held to their schemas here."));
    if (request.parallelToolCalls == false)
        notices.dropped(u"parallel_tool_calls"_s,
                        QT_TRANSLATE_NOOP("sb::dialects", "Several tools may be called at once here."));
    return sent;
}

QByteArray pythonType(const Json &schema)
{
    const QByteArray type = schema["type"].toBytes();
    if (type == "string")
        return "str";
    if (type == "integer")
        return "int";
    if (type == "number")
        return "float";
    if (type == "boolean")
        return "bool";
    if (type != "array" && type != "object")
        return "Any";
    const QByteArray name = type == "array" ? "List" : "Dict";
    const Json &values = schema[valuesKey(schema)];
    if (!values.contains("type"))
        return name;
    return name + (type == "array" ? "[" : "[str, ") + pythonType(values) + ']';
}

} // namespace sb::dialects::cohere_v1
