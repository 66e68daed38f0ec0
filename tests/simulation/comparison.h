#pragma once

#include "tests/simulation/day_run.h"

namespace sb::simulation {

/// A rule over several seeds.
struct RuleResult
{
    RuleId rule = RuleId::Signalbox;
    std::vector<DayResult> days = {}; ///< one a seed
};

/// Runs each rule with the seeds 1 to `seeds`, as many at once as the machine has cores.
[[nodiscard]] std::vector<RuleResult> compareRules(const QList<RuleId> &rules, const catalog::Catalog &shipped,
                                                   const Span &span, int seeds);

/// Whether a rule has, in the mean over the seeds, more success, an earlier first token in the middle and less cost,
/// all at once.
[[nodiscard]] bool dominates(const RuleResult &rule, const RuleResult &other);

/// A table in Markdown, one line a rule.
[[nodiscard]] QByteArray table(const std::vector<RuleResult> &results);

} // namespace sb::simulation
