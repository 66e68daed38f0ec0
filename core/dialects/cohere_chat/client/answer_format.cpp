#include "core/dialects/cohere_chat/client/answer_format.h"

#include "core/dialects/json_instruction.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::dialects::cohere {

namespace {

constexpr std::array Unsupported{"allOf",    "oneOf",    "not",         "minimum",   "maximum",   "exclusiveMinimum",
                                 "minItems", "maxItems", "uniqueItems", "minLength", "maxLength", "exclusiveMaximum"};
constexpr std::array Formats{"date-time", "uuid", "date", "time"};

bool isSupported(const Json &schema);

bool allSupported(const Json::Array &schemas)
{
    return std::all_of(schemas.begin(), schemas.end(), isSupported);
}

bool membersSupported(const Json &schemas)
{
    const auto &members = schemas.members();
    return std::all_of(members.begin(), members.end(),
                       [](const Json::Member &member) { return isSupported(member.second); });
}

bool stringSupported(const Json &schema)
{
    const QByteArray format = schema["format"].toBytes();
    const bool known =
        std::any_of(Formats.begin(), Formats.end(), [&format](const char *each) { return format == each; });
    const QByteArray pattern = schema["pattern"].toBytes();
    return (format.isEmpty() || known) && !pattern.contains('^') && !pattern.contains('$') && !pattern.contains("?=")
        && !pattern.contains("?!");
}

bool isSupported(const Json &schema)
{
    if (!schema.isObject())
        return schema.isBool();
    if (std::any_of(Unsupported.begin(), Unsupported.end(), [&](const char *each) { return schema.contains(each); }))
        return false;
    const bool object = schema["type"].toBytes() == "object" || schema.contains("properties");
    if (object && schema["required"].size() == 0)
        return false;
    return stringSupported(schema) && membersSupported(schema["properties"]) && membersSupported(schema["$defs"])
        && membersSupported(schema["definitions"]) && allSupported(schema["anyOf"].items())
        && (!schema.contains("items") || isSupported(schema["items"]));
}

bool hasFiles(const chat::Request &request)
{
    return std::any_of(request.messages.begin(), request.messages.end(), [](const chat::Message &message) {
        return std::any_of(message.parts.begin(), message.parts.end(),
                           [](const chat::Part &part) { return std::holds_alternative<chat::FilePart>(part); });
    });
}

} // namespace

bool takesSchema(const Json &schema)
{
    return schema["type"].toBytes() == "object" && isSupported(schema);
}

AnswerFormat answerFormatOf(const chat::Request &request, const char *schemaMember, Notices &notices)
{
    using Kind = chat::ResponseFormat::Kind;
    const auto format = request.responseFormat.value_or(chat::ResponseFormat{});
    if (format.kind == Kind::Other)
        notices.dropped(u"response_format"_s,
                        QT_TRANSLATE_NOOP("sb::dialects", "There is no answer format of this type here."));
    if (format.kind != Kind::JsonObject && format.kind != Kind::JsonSchema)
        return {};
    AnswerFormat asked;
    const bool mode = request.tools.isEmpty() && request.extra["documents"].size() == 0 && !hasFiles(request);
    const bool schema = format.kind == Kind::JsonSchema && takesSchema(format.schema);
    if (mode)
        asked.mode = Json(Json::Object{{"type", "json_object"}});
    if (mode && schema)
        asked.mode.set(schemaMember, format.schema);
    if ((!mode || !schema) && format.kind == Kind::JsonSchema)
        asked.instruction = jsonInstruction(format.schema);
    else if (!mode || !speaksOfJson(request.messages))
        asked.instruction = jsonInstruction({});
    if (!asked.instruction.isEmpty())
        notices.translated(u"response_format"_s,
                           QT_TRANSLATE_NOOP("sb::dialects", "JSON was asked for in the instructions, too."));
    return asked;
}

} // namespace sb::dialects::cohere
