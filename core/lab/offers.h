#pragma once

#include "core/catalog/catalog.h"
#include "core/chat/request.h"
#include "core/routing/chain.h"

namespace sb::lab {

/// What one step may use; as long-lived as the catalog.
using Offers = QList<const catalog::Endpoint *>;

/// What each step of a chain may use for a request, in the order of the steps, as the plan has it when every provider
/// has a key and nothing was learned. Pure.
[[nodiscard]] QList<Offers> offersOf(const routing::Chain &chain, const catalog::Catalog &catalog,
                                     const chat::Request &request);

} // namespace sb::lab
