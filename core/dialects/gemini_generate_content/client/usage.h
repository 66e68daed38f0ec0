#pragma once

#include "core/base/json.h"
#include "core/chat/usage.h"

namespace sb::dialects::gemini {

/// `usageMetadata` in our terms. The prompt is what was sent and what tools of the server gave back; the completion is
/// the candidates and the thoughts, which are counted apart; cached content is part of the prompt.
/// Source: https://ai.google.dev/api/generate-content#UsageMetadata
[[nodiscard]] chat::Usage readUsage(const Json &usage);

/// A later report of one stream over an earlier one, member by member: counts only grow, and a member that is missing
/// says nothing (protobuf leaves out zeros, and Vertex AI sends reports without counts).
[[nodiscard]] Json mergedUsage(Json before, const Json &later);

} // namespace sb::dialects::gemini
