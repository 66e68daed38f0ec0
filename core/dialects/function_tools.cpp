#include "core/dialects/function_tools.h"

#include "core/dialects/member_words.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::dialects {

namespace {

using Mode = chat::ToolChoice::Mode;

/// A schema is wanted also where a tool takes nothing.
Json schemaOf(const chat::Tool &tool)
{
    Json schema = tool.parameters.isNull() ? Json::object() : tool.parameters;
    if (!schema.contains("type"))
        schema.set("type", "object");
    if (!schema.contains("properties"))
        schema.set("properties", Json::object());
    return schema;
}

void noticeMembers(const chat::Tool &tool, const QString &path, Notices &notices)
{
    for (const Json *extra : {&tool.extra, &tool.functionExtra}) {
        for (const auto &[key, value] : extra->members()) {
            if (says(value))
                notices.dropped(path + u'.' + QString::fromUtf8(key),
                                QT_TRANSLATE_NOOP("sb::dialects", "Tools have no such member here."));
        }
    }
}

/// The names that a choice leaves; empty: all.
QStringList chosenNames(const chat::ToolChoice &choice)
{
    if (choice.mode == Mode::Named)
        return {choice.name};
    if (choice.mode != Mode::Other || choice.raw["type"].toBytes() != "allowed_tools")
        return {};
    const Json &allowed = choice.raw["allowed_tools"].isObject() ? choice.raw["allowed_tools"] : choice.raw;
    QStringList names;
    for (const Json &tool : allowed["tools"].items())
        names.append((tool["function"].isObject() ? tool["function"] : tool)["name"].toText());
    return names;
}

QList<chat::Tool> functionsOf(const chat::Request &request, Notices &notices)
{
    QList<chat::Tool> functions;
    for (qsizetype i = 0; i < request.tools.size(); ++i) {
        const QString path = u"tools[%1]"_s.arg(i);
        if (request.tools[i].raw.isNull()) {
            functions.append(request.tools[i]);
            noticeMembers(request.tools[i], path, notices);
        } else {
            notices.dropped(path, QT_TRANSLATE_NOOP("sb::dialects", "Only functions can be tools here."));
        }
    }
    return functions;
}

/// Leaves the functions that may be called. @return whether that is not all of them
bool choose(const chat::ToolChoice &choice, QList<chat::Tool> &functions, Notices &notices)
{
    const QStringList names = chosenNames(choice);
    if (choice.mode == Mode::Other && names.isEmpty())
        notices.dropped(u"tool_choice"_s,
                        QT_TRANSLATE_NOOP("sb::dialects", "Tools cannot be chosen in this way here."));
    if (names.isEmpty())
        return false;
    return functions.removeIf([&names](const chat::Tool &tool) { return !names.contains(tool.name); }) > 0;
}

} // namespace

bool demandsOne(const chat::ToolChoice &choice)
{
    const Json &allowed = choice.raw["allowed_tools"].isObject() ? choice.raw["allowed_tools"] : choice.raw;
    return choice.mode == Mode::Required || choice.mode == Mode::Named
        || (choice.mode == Mode::Other && allowed["mode"].toBytes() == "required");
}

FunctionTools functionTools(const chat::Request &request, Notices &notices)
{
    FunctionTools tools{.functions = functionsOf(request, notices)};
    if (!request.toolChoice)
        return tools;
    tools.forbidden = request.toolChoice->mode == Mode::None;
    tools.demanded = demandsOne(*request.toolChoice);
    if (!tools.functions.isEmpty())
        tools.narrowed = choose(*request.toolChoice, tools.functions, notices);
    if (!tools.functions.isEmpty() || !tools.demanded)
        return tools;
    tools.demanded = false;
    notices.dropped(u"tool_choice"_s, QT_TRANSLATE_NOOP("sb::dialects", "There are no tools that could be chosen."));
    return tools;
}

Json functionTool(const chat::Tool &tool)
{
    Json function(Json::Object{{"name", tool.name}});
    if (!tool.description.isEmpty())
        function.set("description", tool.description);
    function.set("parameters", schemaOf(tool));
    return Json(Json::Object{{"type", "function"}, {"function", function}});
}

} // namespace sb::dialects
