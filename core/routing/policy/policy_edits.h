#pragma once

#include "core/routing/chain_edits.h"
#include "core/routing/policy/policy.h"

namespace sb::routing {

// Edits of a policy as values, beside SetDescription; ui/ keeps the undo stack.
struct InsertRule
{
    qsizetype at = 0;
    Rule rule = {};
};
struct RemoveRule
{
    qsizetype at = 0;
};
struct MoveRule
{
    qsizetype from = 0;
    qsizetype to = 0; ///< index after the removal
};
struct ReplaceRule
{
    qsizetype at = 0;
    Rule rule = {};
};
struct SetOtherwise
{
    QString chain = {};
};
struct SetPreferences
{
    Preferences value = {};
};
struct SetWeights
{
    Weights value = {};
};
struct SetQuality
{
    QStringList models = {};
};
struct SetBestThatFits
{
    bool on = false;
};

using PolicyEdit = std::variant<InsertRule, RemoveRule, MoveRule, ReplaceRule, SetOtherwise, SetPreferences, SetWeights,
                                SetQuality, SetBestThatFits, SetDescription>;

/// The policy after the edit. Errors: InvalidInput when an index is outside.
/// @note call it qualified, routing::apply(): std::apply is found through the variant otherwise.
[[nodiscard]] Result<Policy> apply(const Policy &policy, const PolicyEdit &edit);

} // namespace sb::routing
