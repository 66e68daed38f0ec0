#pragma once

#include "core/routing/policy/policy.h"

#include <QString>

namespace sb::ui {

/// What a rule is called: its name, or its number.
[[nodiscard]] QString ruleTitle(const routing::Rule &rule, qsizetype index);
/// What it is for, as one sentence: "Only for prompts of 1,000 tokens or more; not for the client batch."
[[nodiscard]] QString ruleSentence(const routing::Rule &rule);
/// Where its requests go: "to vision", "as the request asks".
[[nodiscard]] QString destinationText(const QString &chain);
/// What is set for all requests, in a few words: "only eu, $7.20 an hour"; empty: all is as usual.
[[nodiscard]] QString forAllText(const routing::Policy &policy);
/// "Rule 2: there is no chain “x”."; what concerns no rule stands alone.
[[nodiscard]] QString problemText(const routing::PolicyProblem &problem);

} // namespace sb::ui
