#include "core/dialects/anthropic_messages/client/tool_members.h"

#include "core/dialects/anthropic_messages/blocks.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::dialects::anthropic {

namespace {

/// Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/define-tools
constexpr std::array ToolMembers{"cache_control", "defer_loading", "allowed_callers", "eager_input_streaming",
                                 "input_examples"};

/// The service's tools have a day in their type; nobody else's have.
bool isServiceTool(const Json &tool)
{
    static const QRegularExpression dated(u"_\\d{8}\\z"_s);
    const QString type = tool["type"].toText();
    return dated.match(type).hasMatch() || type == "mcp_toolset"_L1;
}

/// The API wants the schema of an object, also where a tool takes nothing.
Json schemaOf(const chat::Tool &tool)
{
    Json schema = tool.parameters.isNull() ? Json::object() : tool.parameters;
    if (!schema.contains("type"))
        schema.set("type", "object");
    return schema;
}

void keepMembers(Json &out, const Json &extra, const QString &path, Notices &notices)
{
    for (const auto &[key, value] : extra.members()) {
        const auto isKey = [&key = key](const char *each) { return key == each; };
        if (std::any_of(ToolMembers.begin(), ToolMembers.end(), isKey))
            out.set(key, value);
        else if (!value.isNull() && value != Json(""))
            notices.dropped(path + u'.' + QString::fromUtf8(key),
                            QT_TRANSLATE_NOOP("sb::dialects", "Tools have no such member here."));
    }
}

Json toolOf(const chat::Tool &tool, const QString &path, Notices &notices)
{
    Json out(Json::Object{{"name", tool.name}});
    if (!tool.description.isEmpty())
        out.set("description", tool.description);
    out.set("input_schema", schemaOf(tool));
    if (tool.strict)
        out.set("strict", *tool.strict);
    keepMembers(out, tool.extra, path, notices);
    keepMembers(out, tool.functionExtra, path, notices);
    return out;
}

Json choiceOf(const chat::ToolChoice &choice, Notices &notices)
{
    switch (choice.mode) {
    case chat::ToolChoice::Mode::Auto:
        return typed("auto", {});
    case chat::ToolChoice::Mode::None:
        return typed("none", {});
    case chat::ToolChoice::Mode::Required:
        return typed("any", {});
    case chat::ToolChoice::Mode::Named:
        return typed("tool", {{"name", choice.name}});
    case chat::ToolChoice::Mode::Other:
        break;
    }
    notices.dropped(u"tool_choice"_s,
                    QT_TRANSLATE_NOOP("sb::dialects", "Messages cannot narrow down which tools may be called."));
    return {};
}

} // namespace

Json toolsOf(const chat::Request &request, Notices &notices)
{
    Json tools;
    for (qsizetype i = 0; i < request.tools.size(); ++i) {
        const chat::Tool &tool = request.tools[i];
        const QString path = u"tools[%1]"_s.arg(i);
        if (tool.raw.isNull())
            tools.append(toolOf(tool, path, notices));
        else if (isServiceTool(tool.raw))
            tools.append(tool.raw);
        else
            notices.dropped(path, QT_TRANSLATE_NOOP("sb::dialects", "Messages have no tools of this type."));
    }
    return tools;
}

Json toolChoiceOf(const chat::Request &request, bool hasTools, Notices &notices)
{
    const bool oneAtATime = request.parallelToolCalls == false;
    if (!hasTools) {
        if (request.toolChoice && request.toolChoice->mode != chat::ToolChoice::Mode::None
            && request.toolChoice->mode != chat::ToolChoice::Mode::Auto)
            notices.dropped(u"tool_choice"_s,
                            QT_TRANSLATE_NOOP("sb::dialects", "There are no tools that could be chosen."));
        return {};
    }
    Json choice = request.toolChoice ? choiceOf(*request.toolChoice, notices) : Json();
    if (!oneAtATime || choice["type"].toBytes() == "none")
        return choice;
    if (choice.isNull())
        choice = typed("auto", {});
    choice.set("disable_parallel_tool_use", true);
    return choice;
}

bool forcesCall(const Json &toolChoice)
{
    return toolChoice["type"].toBytes() == "any" || toolChoice["type"].toBytes() == "tool";
}

} // namespace sb::dialects::anthropic
