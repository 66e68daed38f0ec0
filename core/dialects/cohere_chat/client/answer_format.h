#pragma once

#include "core/base/json.h"

namespace sb::dialects::cohere {

/// Whether an answer can be held to a schema: an object, every object in it with something required, and none of the
/// keywords that are not supported.
/// Source: https://docs.cohere.com/docs/structured-outputs#schema-constraints, #unsupported-schema-features
[[nodiscard]] bool takesSchema(const Json &schema);

} // namespace sb::dialects::cohere
