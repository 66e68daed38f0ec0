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
struct SetAllowRepeatingTools
{
    bool value = false;
};
struct SetDescription
{
    QString text = {};
};
/// To which later step a request goes after one kind of failure. That step gets an id where it has none.
struct SetNextStep
{
    qsizetype at = 0;
    QString NextSteps::*kind = &NextSteps::contextFull;
    qsizetype to = -1; ///< -1: to the next candidate
};
/// Another id of a step; earlier steps that go on to it name it by the new one. Empty: none, and nobody goes to it.
struct SetStepId
{
    qsizetype at = 0;
    QString id = {};
};

using ChainEdit = std::variant<InsertStep, RemoveStep, MoveStep, ReplaceStep, SetAfterFirstContent, SetAllowPayingTwice,
                               SetAllowRepeatingTools, SetDescription, SetNextStep, SetStepId>;

/// The chain after the edit. Errors: InvalidInput when an index is outside, or a step would go on to an earlier one.
/// @note call it qualified, routing::apply(): std::apply is found through the variant otherwise.
[[nodiscard]] Result<Chain> apply(const Chain &chain, const ChainEdit &edit);

/// An id that no step of the chain has, after the model that this one asks: "gpt-5-mini", "gpt-5-mini-2".
[[nodiscard]] QString unusedStepId(const Chain &chain, const Step &step);
/// Which later step has that id; -1: none.
[[nodiscard]] qsizetype laterStep(const Chain &chain, qsizetype at, const QString &id);

} // namespace sb::routing
