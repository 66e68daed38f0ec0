#pragma once

#include "core/engine/books.h"
#include "core/engine/run_events.h"
#include "core/engine/world.h"

namespace sb::engine {

/// What a request is planned with; the same for a dry run and for a run. Errors: InvalidInput whose message starts with
/// the path in the request, or names the path in a chain whose numbers are out of bounds; NotFound for a chain that
/// does not exist.
[[nodiscard]] Result<routing::PlanInput> prepare(const RunSpec &spec, const World &world, const Outlook &outlook);

/// What may still be spent at that time, for the plan; the register has the last word with every reservation.
[[nodiscard]] routing::BudgetView budgetView(const budget::Limits &limits, const budget::Standing &standing,
                                             WallTime now);

/// Why a plan without candidates cannot be run, with the reason of each endpoint that was left out.
[[nodiscard]] Error noCandidate(const routing::Plan &plan);

} // namespace sb::engine
