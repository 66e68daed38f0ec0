#pragma once

#include "core/base/json.h"
#include "core/catalog/catalog.h"

namespace sb::routing {

/// A request's `provider` object as a router such as OpenRouter takes it: without the words that are ours alone
/// (`regions`, a sort that is `balanced` or `listed`) and without slugs that mean the router itself, which it refuses
/// since they are none of its hosts. What it documents, and what we do not know, stays as it is spelled; where nothing
/// is ours, the same bytes come back. Null where nothing is left.
/// Source: https://openrouter.ai/docs/guides/routing/provider-selection
[[nodiscard]] Json asRouterTakes(const Json &provider, const catalog::Provider &router,
                                 const catalog::Endpoint &endpoint);

} // namespace sb::routing
