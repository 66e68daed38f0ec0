#pragma once

#include "core/chat/error.h"

namespace sb::routing {

/// What failures have left of the keys of a provider.
enum class KeysLeft
{
    None, ///< every key was refused: until one is changed
    WithoutCredit, ///< none can be used, but one of them only lacks credit or a permission
    Some, ///< one is usable, or will be after a wait
};

/// One attempt that did not bring an answer.
struct AttemptFailure
{
    chat::ProviderError error = {};
    bool silent = false; ///< a clock ran out before first content: no retry on that endpoint
    bool invalidOutput = false; ///< an answer came and did not pass a check of its step
    bool notFetched = false; ///< nothing was sent: a linked file could not be fetched, and this endpoint takes no links
    bool contentDelivered = false; ///< the caller has seen part of this attempt's answer
    bool toolsInFlight = false; ///< it was sent, and the provider may have run tools for it, see mayHaveRun()
    bool otherKey = false; ///< the same endpoint can be asked with another key of its provider now
    KeysLeft keysLeft = KeysLeft::None; ///< of its provider, now or later
};

/// The rows of the error table in DESIGN.md section 4.
enum class FailureClass
{
    Transient, ///< refused, overloaded, 5xx, an answer that is none: may pass
    Reset, ///< the connection ended; whether the provider worked on it is unknown
    RateLimit,
    Silence,
    Key,
    NotFound,
    TooLarge,
    Context,
    Parameter,
    NotFetched,
    ContentPolicy,
    InvalidOutput,
    RequestAtFault,
    Cancelled,
};

/// The row for one failure. A telling error type decides alone (a 429 whose type is payment_required is about the key,
/// a policy violation is one whatever the status); an unspecific one is decided by the status: the one inside the error
/// object of a 200 answer, else that of the response.
[[nodiscard]] FailureClass classify(const AttemptFailure &failure);

/// Whether a provider that said no may have worked on the request before: after an error of its own or a time-out, and
/// not where it says that the request was not taken (4xx, 503, 529, an overload).
[[nodiscard]] bool mayHaveRun(const chat::ProviderError &refusal);

} // namespace sb::routing
