#pragma once

#include "core/base/json.h"
#include "core/chat/usage.h"

#include <initializer_list>
#include <optional>

namespace sb::dialects {

/// The first of these members that is a whole number, not negative. A path goes at most one level down: "a" or "a.b".
[[nodiscard]] std::optional<qint64> firstCount(const Json &usage, std::initializer_list<const char *> paths);

/// Adds reasoning to completion where the provider's own sum shows that it is not in there: total = prompt + completion
/// + reasoning (xAI), or total = prompt + completion with more reasoning than completion (a gateway in front of
/// Gemini). The latter with a margin of 2 tokens, for providers whose two counters differ by the tokens that end the
/// reasoning.
void includeReasoning(chat::Usage &usage, std::optional<qint64> total);

/// What the provider took, as OpenRouter and others tell it in dollars: `cost`, a number, or an object with its
/// `total_cost` (Perplexity); with a key of one's own at the upstream (BYOK) the upstream's bill comes on top.
[[nodiscard]] std::optional<NanoDollars> billedCost(const Json &usage);

} // namespace sb::dialects
