#pragma once

#include "core/routing/exchange/exchange.h"

namespace sb::routing {

/// What is given away as one JSON value, in which the report of an export names paths: "policy.rules[0]",
/// "chains.NAME.steps[1].hedge". Without what only our files need.
[[nodiscard]] Json sourceOf(const ToExport &what);
[[nodiscard]] QString stepPath(const Chain &chain, qsizetype step);

/// The endpoints of a step that others know, in its order: those that it names, else all of its models; what others do
/// not know is said in the report.
[[nodiscard]] QList<const catalog::Endpoint *> endpointsToExport(const Chain &chain, qsizetype step,
                                                                 const catalog::Catalog &catalog, Report &report,
                                                                 bool forLiteLlm);

/// The one wait that all clocks of an imported step have; nullopt: they are set otherwise.
[[nodiscard]] std::optional<milliseconds> oneTimeout(const StepClocks &clocks);

/// Whether a condition asks for models alone, by their names.
[[nodiscard]] bool asksModelNamesOnly(const Rule &rule);

} // namespace sb::routing
