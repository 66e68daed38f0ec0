#pragma once

#include "core/catalog/catalog.h"
#include "core/chat/event.h"
#include "core/chat/request.h"
#include "core/dialects/dialect.h"
#include "core/routing/opaque_reasoning.h"

namespace sb::engine {

/// Reasoning that is signed or encrypted means something to the endpoint that made it only; elsewhere a request with it
/// is refused. So its blocks carry that endpoint's id, in a member of their own that goes into conversations and comes
/// back with them, and never to a provider.
using routing::BoundTo;

/// The event as it is delivered: a block of reasoning says which endpoint it is bound to.
[[nodiscard]] chat::Event bound(const chat::Event &event, const QString &endpointId);

struct UnboundRequest
{
    chat::Request request = {};
    QList<dialects::Notice> notices = {}; ///< what was left out; one at most
};

/// What of earlier reasoning one endpoint may be sent: its own blocks as they are, of others the text without its
/// signature and nothing that is encrypted. Blocks that do not say whose they are stay, and those of Claude at another
/// provider, since its signatures are good on every platform. Pure.
/// @param catalog knows whose endpoints made the others
/// Source: https://platform.claude.com/docs/en/build-with-claude/extended-thinking
[[nodiscard]] UnboundRequest forEndpoint(const chat::Request &request, const catalog::Endpoint &endpoint,
                                         const catalog::Catalog &catalog);

} // namespace sb::engine
