#include "core/dialects/cohere_chat/client/answer_format.h"

#include <algorithm>
#include <array>

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

} // namespace

bool takesSchema(const Json &schema)
{
    return schema["type"].toBytes() == "object" && isSupported(schema);
}

} // namespace sb::dialects::cohere
