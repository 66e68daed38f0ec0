#pragma once

#include "core/chat/request.h"
#include "core/dialects/notices.h"

namespace sb::dialects::cohere {

/// Whether an answer can be held to a schema: an object, every object in it with something required, and none of the
/// keywords that are not supported.
/// Source: https://docs.cohere.com/docs/structured-outputs#schema-constraints, #unsupported-schema-features
[[nodiscard]] bool takesSchema(const Json &schema);

/// How JSON is asked for: by a mode, by words, or by both.
struct AnswerFormat
{
    Json mode = {}; ///< `response_format`; null: not sent
    QString instruction = {}; ///< in words, what no mode asks for
};

/// JSON mode goes with neither tools nor documents, and with some schemas only: then words ask for it.
/// @param schemaMember what the schema is called in `response_format`
[[nodiscard]] AnswerFormat answerFormatOf(const chat::Request &request, const char *schemaMember, Notices &notices);

} // namespace sb::dialects::cohere
