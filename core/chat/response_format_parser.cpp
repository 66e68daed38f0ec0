#include "core/chat/request_json.h"

using namespace Qt::StringLiterals;

namespace sb::chat {

namespace {

ResponseFormat::Kind kindOf(const QString &type)
{
    if (type == "text"_L1)
        return ResponseFormat::Kind::Text;
    if (type == "json_object"_L1)
        return ResponseFormat::Kind::JsonObject;
    return type == "json_schema"_L1 ? ResponseFormat::Kind::JsonSchema : ResponseFormat::Kind::Other;
}

} // namespace

ResponseFormat readResponseFormat(const Json &json, const QString &path, Complaint &complaint)
{
    ObjectReader in(json, path, complaint);
    ResponseFormat format;
    format.kind = kindOf(in.requiredName("type"));
    if (format.kind == ResponseFormat::Kind::JsonSchema) {
        if (const Json *object = in.takeRequiredObject("json_schema")) {
            ObjectReader schema(*object, in.path("json_schema"), complaint);
            format.name = schema.text("name"); // OpenAI wants one, others have none
            format.description = schema.text("description");
            if (const Json *body = schema.takeObject("schema"))
                format.schema = *body;
            format.strict = schema.choice("strict");
        }
    }
    if (format.kind == ResponseFormat::Kind::Other || !equivalent(toJson(format), json))
        format.raw = json;
    return format;
}

Result<ResponseFormat> parseResponseFormat(const Json &json, const QString &path)
{
    Complaint complaint;
    return checked(readResponseFormat(json, path, complaint), complaint);
}

} // namespace sb::chat
