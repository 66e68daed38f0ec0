#pragma once

#include "core/base/clock.h"
#include "core/budget/budget.h"
#include "core/engine/books.h"
#include "core/engine/register_desk.h"
#include "core/engine/token_desk.h"
#include "core/engine/world.h"
#include "core/net/network.h"

#include <memory>

namespace sb::engine {

/// What runs share; all of it outlives them, on the network thread.
struct RunParts
{
    net::Network &http;
    TokenDesk &tokens;
    RegisterDesk &desk;
    const Clock &clock;
    Books &books; ///< told of every attempt
    const std::shared_ptr<const Snapshot> &newest; ///< what a run that starts now would see
    const budget::Standing &standing; ///< what is spent, as far as is known here
};

} // namespace sb::engine
