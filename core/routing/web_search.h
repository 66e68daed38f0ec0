#pragma once

#include "core/catalog/catalog.h"
#include "core/chat/request.h"

namespace sb::routing {

/// The tool by which an endpoint searches the web itself, as its dialect has it: where the catalog prices its searches
/// and the request may have such a tool beside its own. nullopt: nobody says that it searches. Sources:
/// https://platform.claude.com/docs/en/agents-and-tools/tool-use/web-search-tool,
/// https://ai.google.dev/gemini-api/docs/google-search,
/// https://platform.openai.com/docs/guides/tools-web-search
/// @param hasTools whether the request offers functions
[[nodiscard]] std::optional<chat::Tool> ownWebSearch(const catalog::Provider &provider,
                                                     const catalog::Endpoint &endpoint, bool hasTools);

} // namespace sb::routing
