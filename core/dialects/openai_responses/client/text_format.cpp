#include "core/dialects/openai_responses/client/text_format.h"

#include "core/dialects/openai_responses/items.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::dialects::responses {

namespace {

using FormatKind = chat::ResponseFormat::Kind;

Json schemaFormat(const chat::ResponseFormat &format)
{
    // A name and a schema are required here.
    Json json = typed("json_schema", {{"name", format.name.isEmpty() ? u"answer"_s : format.name}});
    if (!format.description.isEmpty())
        json.set("description", format.description);
    json.set("schema", format.schema.isNull() ? typed("object", {}) : format.schema);
    if (format.strict)
        json.set("strict", *format.strict);
    return json;
}

Json formatOf(const chat::ResponseFormat &format, Notices &notices)
{
    switch (format.kind) {
    case FormatKind::Text:
        return typed("text", {});
    case FormatKind::JsonObject:
        return typed("json_object", {});
    case FormatKind::JsonSchema:
        return schemaFormat(format);
    case FormatKind::Other:
        break;
    }
    notices.dropped(u"response_format"_s,
                    QT_TRANSLATE_NOOP("sb::dialects", "There is no answer format of this type here."));
    return {};
}

} // namespace

Json textOf(const chat::Request &request, Notices &notices)
{
    Json text;
    if (request.responseFormat) {
        if (const Json format = formatOf(*request.responseFormat, notices); !format.isNull())
            text.set("format", format);
    }
    if (const Json &verbosity = request.extra["verbosity"]; verbosity.isString())
        text.set("verbosity", verbosity);
    return text;
}

} // namespace sb::dialects::responses
