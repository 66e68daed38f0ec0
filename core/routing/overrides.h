#pragma once

#include "core/chat/request.h"

namespace sb::routing {

/// The request as a step changes it: each member of `overrides` takes the place of the request's own, null takes it
/// away. What a request is about cannot be changed (model, models, messages, provider, stream).
/// Errors: InvalidInput with the path inside the overrides.
[[nodiscard]] Result<chat::Request> withOverrides(const chat::Request &request, const Json &overrides);

} // namespace sb::routing
