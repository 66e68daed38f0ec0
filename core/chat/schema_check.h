#pragma once

#include "core/base/json.h"

namespace sb::chat {

/// Whether a JSON schema can be what its author meant: known types, properties that are an object, required names that
/// are text, and so on down. Keywords that we do not know are let through.
/// @param path prefix of error messages. Errors: InvalidInput with path and expectation, such as
/// "properties.age.type: expected string, number, integer, boolean, object, array or null"
/// Source: https://json-schema.org/draft/2020-12/json-schema-validation
[[nodiscard]] Result<void> checkJsonSchema(const Json &schema, const QString &path = {});

} // namespace sb::chat
