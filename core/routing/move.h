#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace sb::routing {

/// Why the dispatcher does what it does; stored by name with each attempt.
enum class MoveReason
{
    FirstTry,
    RetryTransient,
    RetryAfterHeader,
    RetryClamped, ///< 402 "can only afford N"
    RetryOtherKey, ///< the provider refused or limited one key, and has another
    NextOverloaded,
    NextRateLimited,
    NextSilent,
    NextContext,
    NextKey,
    NextNotFound,
    NextTooLarge,
    NextParameter,
    NextContentPolicy,
    NextReset,
    NextBudget, ///< the reservation was refused
    NextNotFetched, ///< what the request links to could not be fetched; the next one may take the link
    NextInvalidOutput, ///< the answer did not pass a check of the step
    Hedge, ///< beside a slow one, not after it
    Resume, ///< after content: splice or hold elsewhere
    Continue, ///< after content: elsewhere, from the delivered text as a prefill
    StopContentPolicy,
    StopRequestAtFault,
    StopPayingTwice,
    StopInFlight, ///< tools may already run, and the request is not sent again
    StopChainSays, ///< the step does not move on after this kind of failure
    StopAfterContent,
    StopExhausted,
    StopNoCandidate,
    StopCancelled,
};
[[nodiscard]] QByteArray toWireName(MoveReason reason); ///< "first_try", "retry_transient", …
[[nodiscard]] std::optional<MoveReason> moveReasonFromWireName(QByteArrayView name);
/// One translated sentence for the trace.
[[nodiscard]] QString describe(MoveReason reason);

/// What to do next.
struct Move
{
    enum class Kind
    {
        Try,
        End
    };
    Kind kind = Kind::End;
    MoveReason reason = MoveReason::StopNoCandidate;
    qsizetype candidate = -1; ///< index into Plan::candidates, for Try
    std::chrono::milliseconds delay{0}; ///< wait this long before
    std::optional<qint64> maxTokens = {}; ///< clamp for this try; else the candidate's own maxTokens holds
    friend bool operator==(const Move &, const Move &) = default;
};

} // namespace sb::routing
