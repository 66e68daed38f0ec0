#pragma once

#include "core/routing/plan.h"
#include "ui/common/label.h"
#include "ui/common/painting.h"

#include <QList>

namespace sb::ui {

/// What a dry run or a rehearsal says about one step, in words that list and diagram share.
struct StepOutcome
{
    enum class Part
    {
        Unknown, ///< no dry run yet
        First, ///< asked first
        Later, ///< asked when those before it fail
        Excluded, ///< none of its endpoints may be used
        Served, ///< answered, in a rehearsal
        Failed, ///< was asked in a rehearsal, and did not answer
    };
    Part part = Part::Unknown;
    QString reason = {}; ///< why the first one was left out, or failed, in few words; empty when none was
    QString detail = {}; ///< the same in sentences, one a line
    QString cost = {}; ///< "$0.00001 to $0.00012" of its first candidate; empty without one
    QString mostCost = {}; ///< "up to $0.00012", where there is less room
    QString came = {}; ///< of a rehearsal: "2 tries, 1.42 s", "0.89 s · $0.00056"; empty otherwise

    friend bool operator==(const StepOutcome &, const StepOutcome &) = default;
};

/// One outcome a step. Candidates and exclusions of a plan carry the index of their step.
[[nodiscard]] QList<StepOutcome> stepOutcomes(const routing::Chain &chain, const std::optional<routing::Plan> &plan);
[[nodiscard]] Signal signalOf(StepOutcome::Part part);
[[nodiscard]] QString partText(StepOutcome::Part part); ///< "asked first"; empty when unknown
[[nodiscard]] Label::Tone toneOf(StepOutcome::Part part);
/// "overload, limit or silence": after which failures a step moves on, for the leg to the next.
[[nodiscard]] QString moveOnText(const routing::Step &step);
/// "$0.00001 to $0.00012", or "unpriced".
[[nodiscard]] QString costText(const routing::Candidate &candidate);

} // namespace sb::ui
