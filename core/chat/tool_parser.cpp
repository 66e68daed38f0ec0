#include "core/chat/key_order.h"
#include "core/chat/request_json.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::chat {

namespace {

Tool readTool(const Json &json, const QString &path, Complaint &complaint)
{
    ObjectReader in(json, path, complaint);
    Tool tool;
    // Mistral's examples have no type beside a function.
    const QString type = json["function"].isObject() ? in.text("type") : in.requiredName("type");
    if (!type.isEmpty() && type != "function"_L1) {
        tool.raw = json;
        return tool;
    }
    if (const Json *object = in.takeRequiredObject("function")) {
        ObjectReader function(*object, in.path("function"), complaint);
        tool.name = function.requiredName("name");
        tool.description = function.text("description");
        if (const Json *parameters = function.takeObject("parameters"))
            tool.parameters = *parameters;
        tool.strict = function.choice("strict");
        tool.functionExtra = function.rest();
    }
    tool.extra = in.rest();
    if (!complaint.error())
        tool.layout = orderDifference(json, toJson(tool));
    return tool;
}

std::optional<ToolChoice::Mode> modeOf(const QByteArray &word)
{
    if (word == "auto")
        return ToolChoice::Mode::Auto;
    if (word == "none")
        return ToolChoice::Mode::None;
    if (word == "required" || word == "any") // Mistral's word for it
        return ToolChoice::Mode::Required;
    return {};
}

} // namespace

QList<Tool> readTools(const Json &json, const QString &path, Complaint &complaint)
{
    if (!json.isArray())
        complaint.expected(path, QT_TRANSLATE_NOOP("sb::chat", "a list"), &json);
    QList<Tool> tools;
    for (qsizetype i = 0; i < json.items().size(); ++i)
        tools.append(readTool(json.at(i), itemPath(path, i), complaint));
    return tools;
}

ToolChoice readToolChoice(const Json &json, const QString &path, Complaint &complaint)
{
    ToolChoice choice;
    if (json.isString()) {
        const auto mode = modeOf(json.toBytes());
        if (!mode)
            complaint.add(path, QCoreApplication::translate("sb::chat", "expected auto, none, required or an object"));
        choice.mode = mode.value_or(ToolChoice::Mode::Auto);
        return choice;
    }
    ObjectReader in(json, path, complaint);
    choice.mode = ToolChoice::Mode::Other;
    if (in.requiredName("type") == "function"_L1) {
        choice.mode = ToolChoice::Mode::Named;
        if (const Json *function = in.takeRequiredObject("function"))
            choice.name = ObjectReader(*function, in.path("function"), complaint).requiredName("name");
    }
    if (choice.mode == ToolChoice::Mode::Other || !equivalent(toJson(choice), json))
        choice.raw = json;
    return choice;
}

Result<QList<Tool>> parseTools(const Json &json, const QString &path)
{
    Complaint complaint;
    return checked(readTools(json, path, complaint), complaint);
}

} // namespace sb::chat
