#include "core/routing/move.h"

#include "core/routing/wire_names.h"

#include <QCoreApplication>

namespace sb::routing {

namespace {

constexpr std::array<WireName<MoveReason>, 30> MoveReasonNames{{
    {MoveReason::FirstTry, "first_try"},
    {MoveReason::RetryTransient, "retry_transient"},
    {MoveReason::RetryAfterHeader, "retry_after_header"},
    {MoveReason::RetryClamped, "retry_clamped"},
    {MoveReason::RetryOtherKey, "retry_other_key"},
    {MoveReason::NextOverloaded, "next_overloaded"},
    {MoveReason::NextRateLimited, "next_rate_limited"},
    {MoveReason::NextSilent, "next_silent"},
    {MoveReason::NextContext, "next_context"},
    {MoveReason::NextKey, "next_key"},
    {MoveReason::NextNotFound, "next_not_found"},
    {MoveReason::NextTooLarge, "next_too_large"},
    {MoveReason::NextParameter, "next_parameter"},
    {MoveReason::NextContentPolicy, "next_content_policy"},
    {MoveReason::NextReset, "next_reset"},
    {MoveReason::NextBudget, "next_budget"},
    {MoveReason::NextNotFetched, "next_not_fetched"},
    {MoveReason::NextInvalidOutput, "next_invalid_output"},
    {MoveReason::Hedge, "hedge"},
    {MoveReason::Resume, "resume"},
    {MoveReason::Continue, "continue"},
    {MoveReason::StopContentPolicy, "stop_content_policy"},
    {MoveReason::StopRequestAtFault, "stop_request_at_fault"},
    {MoveReason::StopPayingTwice, "stop_paying_twice"},
    {MoveReason::StopInFlight, "stop_in_flight"},
    {MoveReason::StopChainSays, "stop_chain_says"},
    {MoveReason::StopAfterContent, "stop_after_content"},
    {MoveReason::StopExhausted, "stop_exhausted"},
    {MoveReason::StopNoCandidate, "stop_no_candidate"},
    {MoveReason::StopCancelled, "stop_cancelled"},
}};
static_assert(isComplete(MoveReasonNames, MoveReason::StopCancelled));

/// In the order of the enumerators; lupdate finds them by the macro.
constexpr std::array<const char *, MoveReasonNames.size()> MoveSentences{
    QT_TRANSLATE_NOOP("sb::routing", "The first candidate of the plan."),
    QT_TRANSLATE_NOOP("sb::routing", "Tried again here: the failure may pass."),
    QT_TRANSLATE_NOOP("sb::routing", "Tried again here after the wait that the provider asked for."),
    QT_TRANSLATE_NOOP("sb::routing", "Tried again here with as many output tokens as the credit pays for."),
    QT_TRANSLATE_NOOP("sb::routing", "Tried again here with the provider's next key: the other one was refused."),
    QT_TRANSLATE_NOOP("sb::routing", "Moved on: the provider is overloaded or out of order."),
    QT_TRANSLATE_NOOP("sb::routing", "Moved on: the rate limit lasts longer than the step waits."),
    QT_TRANSLATE_NOOP("sb::routing", "Moved on: no answer began in time."),
    QT_TRANSLATE_NOOP("sb::routing", "Moved on to a larger context window: the prompt did not fit."),
    QT_TRANSLATE_NOOP("sb::routing", "Moved on to another provider's key: this one was refused or has no credit."),
    QT_TRANSLATE_NOOP("sb::routing", "Moved on: this endpoint does not know the model."),
    QT_TRANSLATE_NOOP("sb::routing", "Moved on to a larger limit: the request was too large."),
    QT_TRANSLATE_NOOP("sb::routing", "Moved on: this endpoint does not take one of the parameters."),
    QT_TRANSLATE_NOOP("sb::routing", "Moved on: the chain tries elsewhere after a refusal by content policy."),
    QT_TRANSLATE_NOOP("sb::routing", "Moved on: the connection was reset; the lost attempt may be billed too."),
    QT_TRANSLATE_NOOP("sb::routing", "Moved on: the budget does not cover the most that this endpoint can cost."),
    QT_TRANSLATE_NOOP("sb::routing", "Moved on: a linked file could not be fetched, and this endpoint takes no links."),
    QT_TRANSLATE_NOOP("sb::routing", "Moved on: the answer did not pass a check of the step."),
    QT_TRANSLATE_NOOP("sb::routing",
                      "Started beside a slow one: whichever begins to answer first is used, both are paid."),
    QT_TRANSLATE_NOOP("sb::routing", "Went on elsewhere: the answer broke off."),
    QT_TRANSLATE_NOOP("sb::routing", "Went on elsewhere from the delivered text: the answer broke off."),
    QT_TRANSLATE_NOOP("sb::routing", "Stopped: refused by content policy, and the chain does not move on after that."),
    QT_TRANSLATE_NOOP("sb::routing", "Stopped: the request itself is at fault and would fail elsewhere too."),
    QT_TRANSLATE_NOOP("sb::routing", "Stopped: the lost attempt may be billed, and the chain does not pay twice."),
    QT_TRANSLATE_NOOP("sb::routing", "Stopped: a tool may have been run for it, and the chain does not send it twice."),
    QT_TRANSLATE_NOOP("sb::routing", "Stopped: the step does not move on after this kind of failure."),
    QT_TRANSLATE_NOOP("sb::routing", "Stopped: the answer broke off and is not continued elsewhere."),
    QT_TRANSLATE_NOOP("sb::routing", "Stopped: no candidate is left that could help."),
    QT_TRANSLATE_NOOP("sb::routing", "Stopped: the plan has no candidate."),
    QT_TRANSLATE_NOOP("sb::routing", "Stopped by the caller."),
};

} // namespace

QByteArray toWireName(MoveReason reason)
{
    return nameIn(MoveReasonNames, reason);
}

std::optional<MoveReason> moveReasonFromWireName(QByteArrayView name)
{
    return valueIn(MoveReasonNames, name);
}

QString describe(MoveReason reason)
{
    return QCoreApplication::translate("sb::routing", MoveSentences[std::size_t(reason)]);
}

} // namespace sb::routing
