#include "core/dialects/openai_responses/server/tool_reader.h"

#include "core/dialects/member_words.h"
#include "core/dialects/openai_responses/items.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::dialects::responses {

namespace {

using chat::Complaint;
using chat::ObjectReader;
using Mode = chat::ToolChoice::Mode;

/// Members that chat completions have one level deeper, by what is around them.
constexpr std::array CustomMembers{"name", "description", "format"};
constexpr std::array GrammarMembers{"definition", "syntax"};
constexpr std::array AllowedMembers{"mode", "tools"};
constexpr std::array NameAlone{"name"};

template <std::size_t N>
Json deepened(const Json &json, const char *kind, const std::array<const char *, N> &members)
{
    if (json[kind].isObject())
        return json;
    Json inner = Json::object();
    Json outer = typed(kind, {});
    for (const auto &[key, value] : json.members()) {
        if (isAmong(members, key))
            inner.set(key, value);
        else
            outer.set(key, value);
    }
    outer.set(kind, inner);
    return outer;
}

Json customTool(const Json &json)
{
    Json tool = json;
    if (json["format"]["type"].toBytes() == "grammar")
        tool.set("format", deepened(json["format"], "grammar", GrammarMembers));
    return deepened(tool, "custom", CustomMembers);
}

chat::Tool readTool(const Json &json, const QString &path, Complaint &complaint)
{
    ObjectReader in(json, path, complaint);
    const QString type = in.requiredName("type");
    if (type == "custom"_L1)
        return {.raw = customTool(json)};
    if (type != "function"_L1)
        return {.raw = json};
    chat::Tool tool{.name = in.requiredName("name"), .description = in.text("description")};
    if (const Json *parameters = in.takeObject("parameters"))
        tool.parameters = *parameters;
    tool.strict = in.choice("strict");
    const Json rest = in.rest();
    for (const auto &[key, value] : rest.members()) {
        if (says(value))
            tool.extra.set(key, value);
    }
    return tool;
}

/// As chat completions name one tool, or some.
Json choiceJson(const Json &json)
{
    const QByteArray type = json["type"].toBytes();
    if (type == "custom" || type == "function")
        return deepened(json, type.constData(), NameAlone);
    if (type != "allowed_tools")
        return json;
    Json tools = Json::array();
    for (const Json &tool : json["tools"].items())
        tools.append(choiceJson(tool));
    Json flat = json;
    flat.set("tools", tools);
    return deepened(flat, "allowed_tools", AllowedMembers);
}

} // namespace

QList<chat::Tool> readTools(const Json &list, const QString &path, Complaint &complaint)
{
    QList<chat::Tool> tools;
    for (qsizetype i = 0; i < list.size(); ++i)
        tools.append(readTool(list.at(i), u"%1[%2]"_s.arg(path).arg(i), complaint));
    return tools;
}

chat::ToolChoice readToolChoice(const Json &json, const QString &path, Complaint &complaint)
{
    const QByteArray word = json.toBytes();
    for (const auto &[name, mode] :
         {std::pair("auto", Mode::Auto), std::pair("none", Mode::None), std::pair("required", Mode::Required)}) {
        if (word == name)
            return {.mode = mode};
    }
    if (json.isString()) {
        complaint.add(path, QCoreApplication::translate("sb::chat", "expected auto, none, required or an object"));
        return {};
    }
    ObjectReader in(json, path, complaint);
    if (in.requiredName("type") == "function"_L1)
        return {.mode = Mode::Named, .name = in.requiredName("name")};
    return {.mode = Mode::Other, .raw = choiceJson(json)};
}

} // namespace sb::dialects::responses
