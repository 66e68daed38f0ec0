#pragma once

#include "core/catalog/catalog.h"
#include "core/routing/plan.h"

namespace sb::lab {

/// One endpoint that a plan may use, with what a fault and its judge have to know about it.
struct Runner
{
    qsizetype step = 0;
    catalog::Endpoint endpoint = {};
    catalog::Provider provider = {};
    std::optional<NanoDollars> bound = {};
    friend bool operator==(const Runner &, const Runner &) = default;
};

/// All that a plan may use, in its order.
using Field = QList<Runner>;

[[nodiscard]] Field fieldOf(const routing::Plan &plan, const catalog::Catalog &catalog);

} // namespace sb::lab
