#pragma once

#include "core/routing/chain.h"

#include <QString>

namespace sb::ui {

/// A chain that is being edited, to go on with it in another page or at the next start.
struct ChainWork
{
    routing::Chain chain = {};
    routing::Chain saved = {}; ///< what the file holds; of a chain that was never saved: how it began
    QString keptAs = {}; ///< the name of its file; empty: there is none
    QString typed = {}; ///< in the JSON view, not applied yet; empty: nothing is
    QString policy = {}; ///< that is shown instead; empty: none
    friend bool operator==(const ChainWork &, const ChainWork &) = default;
};

[[nodiscard]] Json toJson(const ChainWork &work);
/// Errors: InvalidInput.
[[nodiscard]] Result<ChainWork> parseChainWork(const Json &json);

} // namespace sb::ui
