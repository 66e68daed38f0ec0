#pragma once

#include "core/catalog/catalog.h"
#include "core/chat/request.h"

namespace sb::routing {

/// The member by which a block of signed or encrypted reasoning, or a signed call, says which endpoint made it.
inline constexpr const char *BoundTo = "bound_to";

/// Whether what one endpoint signed or encrypted means something to another: to itself, and what Claude signed on every
/// platform. Source: https://platform.claude.com/docs/en/build-with-claude/extended-thinking
[[nodiscard]] bool readsReasoningOf(const QString &maker, const catalog::Endpoint &endpoint,
                                    const catalog::Catalog &catalog);

/// Whose opaque reasoning belongs to calls of tools whose results are only now sent: ids of endpoints, each once. The
/// model goes on with that very turn. Empty where no call waits, and where the blocks do not say whose they are.
[[nodiscard]] QStringList reasoningInFlight(const chat::Request &request);

/// Whether a provider refuses a call of a tool that comes back without the signature of its model. Gemini's own form
/// has a mark for such calls, OpenAI's form has none.
/// Source: https://ai.google.dev/gemini-api/docs/thought-signatures
[[nodiscard]] bool demandsSignedCalls(const catalog::Provider &provider, const catalog::Endpoint &endpoint);

} // namespace sb::routing
