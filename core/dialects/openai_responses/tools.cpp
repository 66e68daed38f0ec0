#include "core/dialects/openai_responses/tools.h"

#include "core/dialects/openai_responses/items.h"

namespace sb::dialects::responses {

namespace {

void addMembers(Json &to, const Json &from)
{
    for (const auto &[key, value] : from.members()) {
        if (!to.contains(key))
            to.set(key, value);
    }
}

/// Without what is around the members of one kind of tool: {"type": "custom", "custom": {"name": …}} has its name at
/// the top here.
Json flattened(const Json &json, const QByteArray &kind)
{
    const Json &inner = json[kind];
    if (!inner.isObject())
        return json;
    Json flat = typed(kind.constData(), inner.members());
    Json rest = json;
    rest.remove(kind);
    addMembers(flat, rest);
    return flat;
}

Json customTool(const Json &raw)
{
    Json tool = flattened(raw, "custom");
    if (tool["format"].isObject())
        tool.set("format", flattened(tool["format"], "grammar"));
    return tool;
}

Json functionTool(const chat::Tool &tool)
{
    Json json = typed("function", {{"name", tool.name}});
    if (!tool.description.isEmpty())
        json.set("description", tool.description);
    json.set("parameters",
             tool.parameters.isNull() ? typed("object", {{"properties", Json::object()}}) : tool.parameters);
    // Left out, it would make every member of the parameters required.
    json.set("strict", tool.strict.value_or(false));
    addMembers(json, tool.functionExtra);
    addMembers(json, tool.extra);
    return json;
}

Json toolJson(const chat::Tool &tool)
{
    if (tool.raw.isNull())
        return functionTool(tool);
    return tool.raw["type"].toBytes() == "custom" ? customTool(tool.raw) : tool.raw;
}

Json allowedTools(const Json &raw)
{
    Json choice = flattened(raw, "allowed_tools");
    Json tools = Json::array();
    for (const Json &tool : choice["tools"].items())
        tools.append(flattened(tool, tool["type"].toBytes()));
    choice.set("tools", tools);
    return choice;
}

} // namespace

Json toolsOf(const QList<chat::Tool> &tools)
{
    Json list;
    for (const chat::Tool &tool : tools)
        list.append(toolJson(tool));
    return list;
}

Json toolChoiceOf(const chat::ToolChoice &choice)
{
    switch (choice.mode) {
    case chat::ToolChoice::Mode::Auto:
        return "auto";
    case chat::ToolChoice::Mode::None:
        return "none";
    case chat::ToolChoice::Mode::Required:
        return "required";
    case chat::ToolChoice::Mode::Named:
        return typed("function", {{"name", choice.name}});
    case chat::ToolChoice::Mode::Other:
        break;
    }
    const QByteArray type = choice.raw["type"].toBytes();
    return type == "allowed_tools" ? allowedTools(choice.raw) : flattened(choice.raw, type);
}

} // namespace sb::dialects::responses
