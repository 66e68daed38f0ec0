#include "core/dialects/gemini_generate_content/client/tools.h"

#include "core/dialects/function_tools.h"
#include "core/dialects/gemini_generate_content/parts.h"
#include "core/dialects/message_reading.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::dialects::gemini {

namespace {

/// Tools that run at Google; a request names them in Gemini's own form.
constexpr std::array OwnTools{"googleSearch", "googleSearchRetrieval", "codeExecution", "urlContext", "googleMaps",
                              "fileSearch",   "enterpriseWebSearch",   "computerUse",   "retrieval",  "mcpServers"};
/// What a declaration may have beside name, description and parameters.
constexpr std::initializer_list<const char *> FunctionMembers{"response", "responseJsonSchema", "behavior"};

bool takesNothing(const Json &parameters)
{
    return !parameters.isObject() || parameters.size() == 0;
}

Json declaration(const chat::Tool &tool)
{
    Json json(Json::Object{{"name", tool.name}});
    if (!tool.description.isEmpty())
        json.set("description", tool.description);
    if (!takesNothing(tool.parameters))
        json.set("parametersJsonSchema", tool.parameters);
    for (const char *member : FunctionMembers) {
        if (tool.functionExtra.contains(member))
            json.set(member, tool.functionExtra[member]);
    }
    return json;
}

Json ownTool(const Json &raw)
{
    Json json;
    for (const char *name : OwnTools) {
        const QByteArray key = fieldName(raw, name);
        if (!key.isEmpty())
            json.set(key, raw[key]);
    }
    return json;
}

void noticeFunction(const chat::Tool &tool, const QString &path, Notices &notices)
{
    if (tool.strict.value_or(false))
        notices.add(Notice::Kind::Dropped, path + u".function.strict"_s,
                    QT_TRANSLATE_NOOP("sb::dialects", "Gemini does not hold a function to its schema."));
    noticeMembers(tool.extra, path, notices);
    noticeMembers(tool.functionExtra, path + u".function"_s, notices, FunctionMembers);
}

Json names(const Json &entries)
{
    Json list;
    for (const Json &entry : entries.items()) {
        const QByteArray name = (entry["function"].isObject() ? entry["function"] : entry)["name"].toBytes();
        if (!name.isEmpty())
            list.append(name);
    }
    return list;
}

/// OpenAI's allowed_tools: some of the functions, called or not ("auto") or certainly ("required").
Json allowedTools(const Json &raw)
{
    const Json &allowed = raw["allowed_tools"].isObject() ? raw["allowed_tools"] : raw;
    Json config(Json::Object{{"mode", allowed["mode"].toBytes() == "required" ? "ANY" : "VALIDATED"}});
    const Json list = names(allowed["tools"]);
    if (!list.isNull())
        config.set("allowedFunctionNames", list);
    return config;
}

Json callingConfig(const chat::ToolChoice &choice, Notices &notices)
{
    using Mode = chat::ToolChoice::Mode;
    switch (choice.mode) {
    case Mode::Auto:
        return Json(Json::Object{{"mode", "AUTO"}});
    case Mode::None:
        return Json(Json::Object{{"mode", "NONE"}});
    case Mode::Required:
        return Json(Json::Object{{"mode", "ANY"}});
    case Mode::Named:
        return Json(Json::Object{{"mode", "ANY"}, {"allowedFunctionNames", Json(Json::Array{choice.name})}});
    case Mode::Other:
        break;
    }
    if (choice.raw["type"].toBytes() == "allowed_tools")
        return allowedTools(choice.raw);
    notices.add(Notice::Kind::Dropped, u"tool_choice"_s,
                QT_TRANSLATE_NOOP("sb::dialects", "Gemini has nothing like it."));
    return {};
}

} // namespace

bool hasFunctions(const QList<chat::Tool> &tools)
{
    return std::any_of(tools.begin(), tools.end(), [](const chat::Tool &tool) { return tool.raw.isNull(); });
}

Json toolsJson(const QList<chat::Tool> &tools, Notices &notices)
{
    Json declarations;
    Json::Array own;
    for (qsizetype i = 0; i < tools.size(); ++i) {
        const QString path = u"tools[%1]"_s.arg(i);
        if (tools[i].raw.isNull()) {
            declarations.append(declaration(tools[i]));
            noticeFunction(tools[i], path, notices);
        } else if (const Json json = ownTool(tools[i].raw); !json.isNull()) {
            own.append(json);
        } else {
            notices.add(Notice::Kind::Dropped, path, QT_TRANSLATE_NOOP("sb::dialects", "Gemini has no such tool."));
        }
    }
    Json all;
    if (!declarations.isNull())
        all.append(Json(Json::Object{{"functionDeclarations", declarations}}));
    for (const Json &json : own)
        all.append(json);
    return all;
}

Json toolConfig(const chat::Request &request, Notices &notices)
{
    Json calling;
    if (request.toolChoice && hasFunctions(request.tools))
        calling = callingConfig(*request.toolChoice, notices);
    else if (request.toolChoice && demandsOne(*request.toolChoice))
        notices.dropped(u"tool_choice"_s,
                        QT_TRANSLATE_NOOP("sb::dialects", "There are no tools that could be chosen."));
    if (request.parallelToolCalls == false)
        notices.add(Notice::Kind::Dropped, u"parallel_tool_calls"_s,
                    QT_TRANSLATE_NOOP("sb::dialects", "Gemini may call several tools at once."));
    Json config = request.extra["toolConfig"];
    const Json own = config["functionCallingConfig"];
    for (const auto &[key, value] : own.members()) {
        if (!calling.contains(key))
            calling.set(key, value);
    }
    if (!calling.isNull())
        config.set("functionCallingConfig", calling);
    return config;
}

} // namespace sb::dialects::gemini
