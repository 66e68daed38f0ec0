#pragma once

#include "core/dialects/dialect.h"

namespace sb::dialects::gemini {

/// A request to generateContent in normalized form: contents as messages, function declarations as tools,
/// generationConfig as parameters. Names may be in camel or snake case, as protobuf's JSON reading allows. What has no
/// word of ours is kept in `extra` under Gemini's name, so that the client half sends it on.
/// Errors: InvalidInput with the path and what was expected.
[[nodiscard]] Result<chat::Request> readRequest(const Json &body);

} // namespace sb::dialects::gemini
