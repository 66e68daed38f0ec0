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
    for (const chat::Tool &tool : request.tools) {
        if (tool.raw["systemTool"].isObject()) {
            all.ofService.append(only("systemTool", tool.raw["systemTool"]));
            continue;
        }
        if (const Json mark = cachePoint(tool.extra); !mark.isNull()) {
            all.marks.insert(tool.name, mark);
            chat::Tool unmarked = tool;
            unmarked.extra.remove("cache_control");
            all.functions.tools.append(unmarked);
            continue;
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

bool isNamed(const chat::Request &request)
{
    return request.toolChoice && request.toolChoice->mode == chat::ToolChoice::Mode::Named;
}

/// Whether a family can be held to a call at all.
bool takesDemand(Family family)
{
    switch (family) {
    case Family::Llama2:
    case Family::Llama3:
    case Family::Llama4:
    case Family::Command:
    case Family::CommandR:
    case Family::Jamba:
    case Family::Jurassic:
        return false;
    default:
        return true;
    }
}

Json choiceOf(const chat::Request &request, Family family, const FunctionTools &tools, Notices &notices)
{
    if (!tools.demanded)
        return {};
    if (isNamed(request) && takesToolByName(family))
        return only("tool", only("name", request.toolChoice->name));
    if (takesDemand(family))
        return only("any", Json::object());
    notices.dropped(u"tool_choice"_s, QT_TRANSLATE_NOOP("sb::dialects", "A call cannot be demanded here."));
    return {};
}

/// Without their schemas, which nobody gave.
Json::Array standIns(const QStringList &called)
{
    Json::Array specs;
    for (const QString &name : called)
        specs.append(specOf({.name = name}));
    return specs;
}

/// The functions that go: where one can be demanded by name all, so that the others stay in the cache.
QList<chat::Tool> sentFunctions(const chat::Request &asked, Family family, const FunctionTools &tools, Notices &notices)
{
    const bool named = isNamed(asked) && takesToolByName(family);
    if (tools.narrowed && !named)
        notices.translated(u"tool_choice"_s,
                           QT_TRANSLATE_NOOP("sb::dialects", "Only the tools that may be called were sent."));
    QList<chat::Tool> sent = named && !tools.functions.isEmpty() ? asked.tools : tools.functions;
    sent.removeIf([](const chat::Tool &tool) { return !tool.raw.isNull(); });
    return sent;
}

Json::Array listOf(const QList<chat::Tool> &functions, const Sorted &given)
{
    Json::Array list;
    for (const chat::Tool &tool : functions) {
        list.append(specOf(tool));
        if (given.marks.contains(tool.name))
            list.append(given.marks[tool.name]);
    }
    return list + given.ofService;
}

} // namespace

bool takesToolByName(Family family)
{
    return family == Family::Claude || family == Family::Nova;
}

Json toolConfig(const chat::Request &request, Family family, const QStringList &called, Notices &notices)
{
    const Sorted given = sorted(request);
    const FunctionTools tools = functionTools(given.functions, notices);
    const Json choice = choiceOf(given.functions, family, tools, notices);
    Json::Array list = listOf(sentFunctions(given.functions, family, tools, notices), given);
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
    if (!choice.isNull())
        config.set("toolChoice", choice);
    return config;
}

bool demandsCall(const Json &toolConfig)
{
    return toolConfig["toolChoice"].contains("any") || toolConfig["toolChoice"].contains("tool");
}

} // namespace sb::dialects::bedrock
