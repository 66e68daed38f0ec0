#pragma once

#include "core/routing/chain.h"
#include "ui/chains/field.h"

namespace sb::ui {

using StepField = FieldOf<routing::Step>;

/// Fields that belong side by side, such as one bound at four percentiles.
struct FieldStrip
{
    QString title = {};
    QList<StepField> fields = {}; ///< each with what tells it from the others as its title
};

[[nodiscard]] QList<StepField> clockFields(); ///< in the order in which they run
[[nodiscard]] QList<StepField> limitFields(); ///< retries, patience, cost
[[nodiscard]] QList<StepField> endpointFields(); ///< further models, the numbers of the filter, who may be asked
[[nodiscard]] QList<StepField> filterFlags(); ///< what an endpoint has to be able to do
[[nodiscard]] QList<StepField> orderFields(); ///< who is tried first, and list prices
[[nodiscard]] QList<FieldStrip> percentileStrips();
[[nodiscard]] QList<StepField> hedgeFields();
[[nodiscard]] QList<StepField> requestFields(); ///< of the overrides what is asked for most
/// The members of one check of the answer. @param at its place in the list
[[nodiscard]] QList<StepField> checkFields(const routing::AcceptanceCheck &check, qsizetype at);
[[nodiscard]] QString checkTitle(const routing::AcceptanceCheck &check); ///< "JSON by a schema"
/// One check of each kind, as it begins.
[[nodiscard]] QList<routing::AcceptanceCheck> checkKinds();

/// All but those of checks.
[[nodiscard]] QList<StepField> allStepFields();

} // namespace sb::ui
