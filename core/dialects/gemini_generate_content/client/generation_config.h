#pragma once

#include "core/catalog/endpoint.h"
#include "core/chat/request.h"
#include "core/dialects/notices.h"

namespace sb::dialects::gemini {

/// `generationConfig`: limits, sampling, format and thinking. Members that a request brings in Gemini's own form
/// (`generationConfig` among its extras) are added where ours say nothing.
/// @param jsonMode whether the format may be asked for here; else it is in the instruction
/// @return null when it would be empty
[[nodiscard]] Json generationConfig(const chat::Request &request, const catalog::Endpoint &endpoint, bool jsonMode,
                                    Notices &notices);

} // namespace sb::dialects::gemini
