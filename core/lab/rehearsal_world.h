#pragma once

#include "core/engine/world.h"
#include "core/routing/chain.h"

namespace sb::lab {

/// The world as a rehearsed engine knows it.
struct RehearsalWorld
{
    engine::World world = {};
    routing::Chain chain = {}; ///< without what cannot be rehearsed
    QStringList leftOut = {}; ///< what cannot be, one sentence each; translated
};

/// The catalog with one chain, as if all of its providers could be used: every one has a key and an address, none of
/// which are real. Where all are practice providers they are taken for real ones, since budgets count real money only;
/// the register is not the user's anyway. Endpoints whose dialect cannot be played are left out, and named; so are the
/// checks of answers, since nobody can say what a played answer would have to be.
[[nodiscard]] RehearsalWorld rehearsalWorld(const catalog::Catalog &catalog, const routing::Chain &chain,
                                            const chat::Request &request);

} // namespace sb::lab
