#include "core/dialects/gemini_generate_content/server/schema.h"

#include <algorithm>
#include <array>

namespace sb::dialects::gemini {

namespace {

/// Members whose values are 64-bit numbers, which protobuf writes as strings.
constexpr std::array Counts{"minItems", "maxItems", "minLength", "maxLength", "minProperties", "maxProperties"};

bool isCount(QByteArrayView key)
{
    return std::any_of(Counts.begin(), Counts.end(), [&](const char *name) { return key == name; });
}

Json each(const Json &list)
{
    Json::Array all;
    for (const Json &item : list.items())
        all.append(jsonSchema(item));
    return Json(all);
}

Json eachProperty(const Json &properties)
{
    Json::Object all;
    for (const auto &[name, value] : properties.members())
        all.append({name, jsonSchema(value)});
    return Json(all);
}

Json value(QByteArrayView key, const Json &json)
{
    if (key == "properties")
        return eachProperty(json);
    if (key == "items")
        return jsonSchema(json);
    if (key == "anyOf")
        return each(json);
    bool ok = false;
    const qint64 count = json.toBytes().toLongLong(&ok);
    return isCount(key) && ok ? Json(count) : json;
}

} // namespace

Json jsonSchema(const Json &schema)
{
    if (!schema.isObject())
        return schema;
    Json out = Json::object();
    for (const auto &[key, member] : schema.members()) {
        if (key == "type" && schema["nullable"].toBool() == true)
            out.set(key, Json(Json::Array{member.toBytes().toLower(), "null"}));
        else if (key == "type")
            out.set(key, member.isString() ? Json(member.toBytes().toLower()) : member);
        else if (key != "nullable" || !schema.contains("type"))
            out.set(key, value(key, member));
    }
    return out;
}

} // namespace sb::dialects::gemini
