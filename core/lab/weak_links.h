#pragma once

#include "core/catalog/catalog.h"
#include "core/lab/scorecard.h"
#include "core/routing/chain.h"

namespace sb::lab {

/// What makes a chain weaker than it looks, the weakest first, each in one sentence. Pure.
/// @param scorecard of a rehearsal of this chain; its weak links are not read
[[nodiscard]] QList<WeakLink> weakLinks(const routing::Chain &chain, const catalog::Catalog &catalog,
                                        const Scorecard &scorecard);

} // namespace sb::lab
