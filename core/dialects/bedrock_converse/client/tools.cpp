#include "core/dialects/bedrock_converse/client/tools.h"

#include "core/dialects/bedrock_converse/client/parts.h"
#include "core/dialects/function_tools.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace sb::dialects::bedrock {

namespace {

/// Takes apart what a request says of tools: functions, tools of the service, marks for the cache.
struct Sorted
{
    chat::Request functions = {}; ///< only what functionTools() looks at
    Json::Array ofService = {};
    QHash<QString, Json> marks = {};
};

Sorted sorted(const chat::Request &request)
{
    Sorted all;
    all.functions.toolChoice = request.toolChoice;
    for (chat::Tool tool : request.tools) {
        if (tool.raw["systemTool"].isObject()) {
            all.ofService.append(only("systemTool", tool.raw["systemTool"]));
            continue;
        }
        if (const Json mark = cachePoint(tool.extra); !mark.isNull()) {
            all.marks.insert(tool.name, mark);
            tool.extra.remove("cache_control");
        }
        all.functions.tools.append(tool);
    }
    return all;
}

Json specOf(const chat::Tool &tool)
{
    const Json function = functionTool(tool)["function"];
    Json spec(Json::Object{{"name", tool.name}});
    if (!tool.description.isEmpty())
        spec.set("description", tool.description);
    spec.set("inputSchema", only("json", function["parameters"]));
    if (tool.strict.value_or(false))
        spec.set("strict", true);
    return only("toolSpec", spec);
}

Json choiceOf(const chat::Request &request, const FunctionTools &tools)
{
    if (request.toolChoice && request.toolChoice->mode == chat::ToolChoice::Mode::Named && tools.demanded)
        return only("tool", only("name", request.toolChoice->name));
    return tools.demanded ? only("any", Json::object()) : Json();
}

/// Without their schemas, which nobody gave.
Json::Array standIns(const QStringList &called)
{
    Json::Array specs;
    for (const QString &name : called)
        specs.append(specOf({.name = name}));
    return specs;
}

} // namespace

Json toolConfig(const chat::Request &request, const QStringList &called, Notices &notices)
{
    const Sorted given = sorted(request);
    chat::Request asked = given.functions;
    const bool named = asked.toolChoice && asked.toolChoice->mode == chat::ToolChoice::Mode::Named;
    FunctionTools tools = functionTools(asked, notices);
    if (named && !tools.functions.isEmpty())
        tools.functions = asked.tools; // one can be demanded by name, so the others may stay for the cache's sake
    tools.functions.removeIf([](const chat::Tool &tool) { return !tool.raw.isNull(); });
    if (tools.narrowed && !named)
        notices.translated(u"tool_choice"_s,
                           QT_TRANSLATE_NOOP("sb::dialects", "Only the tools that may be called were sent."));
    Json::Array list;
    for (const chat::Tool &tool : tools.functions) {
        list.append(specOf(tool));
        if (given.marks.contains(tool.name))
            list.append(given.marks[tool.name]);
    }
    list += given.ofService;
    if (tools.forbidden && !list.isEmpty() && called.isEmpty()) {
        notices.translated(u"tool_choice"_s,
                           QT_TRANSLATE_NOOP("sb::dialects", "No tools were sent, since none may be called."));
        return {};
    }
    if (tools.forbidden && !list.isEmpty())
        notices.dropped(u"tool_choice"_s, QT_TRANSLATE_NOOP("sb::dialects", "Calls cannot be forbidden here."));
    if (list.isEmpty() && !called.isEmpty()) {
        list = standIns(called);
        notices.translated(u"tools"_s,
                           QT_TRANSLATE_NOOP("sb::dialects",
                                             "The tools of earlier calls were sent by name: they must be known here."));
    }
    if (list.isEmpty())
        return {};
    if (request.parallelToolCalls == false)
        notices.dropped(u"parallel_tool_calls"_s,
                        QT_TRANSLATE_NOOP("sb::dialects", "Calls cannot be limited to one at a time here."));
    Json config = only("tools", list);
    if (const Json choice = choiceOf(asked, tools); !choice.isNull())
        config.set("toolChoice", choice);
    return config;
}

bool demandsCall(const Json &toolConfig)
{
    return toolConfig["toolChoice"].contains("any") || toolConfig["toolChoice"].contains("tool");
}

} // namespace sb::dialects::bedrock
