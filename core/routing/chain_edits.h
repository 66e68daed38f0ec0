#pragma once

#include "core/routing/chain.h"

#include <variant>

namespace sb::routing {

// Edits of a chain as values; ui/ keeps the undo stack, which is a list of chains before and after.
struct InsertStep
{
    qsizetype at = 0;
    Step step = {};
};
struct RemoveStep
{
    qsizetype at = 0;
};
struct MoveStep
{
    qsizetype from = 0;
    qsizetype to = 0; ///< index after the removal
};
struct ReplaceStep
{
    qsizetype at = 0;
    Step step = {};
};
struct SetAfterFirstContent
{
    AfterFirstContent value = AfterFirstContent::Continue;
};
struct SetAllowPayingTwice
{
    bool value = true;
};
struct SetDescription
{
    QString text = {};
};

using ChainEdit = std::variant<InsertStep, RemoveStep, MoveStep, ReplaceStep, SetAfterFirstContent, SetAllowPayingTwice,
                               SetDescription>;

/// The chain after the edit. Errors: InvalidInput when an index is outside.
/// @note call it qualified, routing::apply(): std::apply is found through the variant otherwise.
[[nodiscard]] Result<Chain> apply(const Chain &chain, const ChainEdit &edit);

} // namespace sb::routing
