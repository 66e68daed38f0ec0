#pragma once

#include "core/base/json.h"

namespace sb::dialects::gemini {

/// Gemini's own Schema, a subset of OpenAPI 3.0 (`"type": "STRING"`, `"nullable": true`), as a JSON schema.
/// Source: https://ai.google.dev/api/caching#Schema
[[nodiscard]] Json jsonSchema(const Json &schema);

} // namespace sb::dialects::gemini
