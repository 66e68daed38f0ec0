#include "core/dialects/anthropic_messages/client/answer_format.h"

#include "core/dialects/anthropic_messages/blocks.h"

#include <algorithm>
#include <array>

namespace sb::dialects::anthropic {

namespace {

constexpr std::array Limits{
    "minimum",  "maximum",     "exclusiveMinimum", "exclusiveMaximum", "multipleOf",        "minLength", "maxLength",
    "maxItems", "uniqueItems", "minProperties",    "maxProperties",    "patternProperties", "not",       "if",
    "oneOf",    "prefixItems"};

bool isObjectSchema(const Json &schema)
{
    const Json &type = schema["type"];
    const bool listed = std::any_of(type.items().begin(), type.items().end(),
                                    [](const Json &each) { return each.toBytes() == "object"; });
    return type.toBytes() == "object" || listed || schema.contains("properties");
}

bool allStrict(const Json::Array &schemas)
{
    return std::all_of(schemas.begin(), schemas.end(), [](const Json &each) { return isStrictSchema(each); });
}

bool membersStrict(const Json &schemas)
{
    const auto &members = schemas.members();
    return std::all_of(members.begin(), members.end(),
                       [](const Json::Member &member) { return isStrictSchema(member.second); });
}

bool partsStrict(const Json &schema)
{
    for (const char *key : {"properties", "$defs", "definitions"}) {
        if (!membersStrict(schema[key]))
            return false;
    }
    for (const char *key : {"anyOf", "allOf"}) {
        if (!allStrict(schema[key].items()))
            return false;
    }
    return !schema.contains("items") || isStrictSchema(schema["items"]);
}

} // namespace

bool isStrictSchema(const Json &schema)
{
    if (!schema.isObject())
        return false;
    if (std::any_of(Limits.begin(), Limits.end(), [&](const char *limit) { return schema.contains(limit); }))
        return false;
    if (schema["minItems"].toInteger().value_or(0) > 1 || schema["$ref"].toBytes() == "#")
        return false;
    if (isObjectSchema(schema) && schema["additionalProperties"].toBool() != false)
        return false;
    return partsStrict(schema);
}

Json formatOf(const chat::ResponseFormat &format)
{
    return typed("json_schema", {{"schema", format.schema}});
}

Json answerToolOf(const chat::ResponseFormat &format)
{
    Json schema = format.schema.isNull() ? typed("object", {}) : format.schema;
    if (!schema.contains("type") && isObjectSchema(schema))
        schema.set("type", "object");
    if (schema["type"].toBytes() != "object")
        return {};
    // For the model, so in English whatever the user's language.
    const QString description =
        format.description.isEmpty() ? QStringLiteral("Give the whole answer here.") : format.description;
    return Json(Json::Object{{"name", AnswerTool}, {"description", description}, {"input_schema", schema}});
}

} // namespace sb::dialects::anthropic
