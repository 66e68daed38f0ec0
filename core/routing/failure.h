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
    bool toolsInFlight = false; ///< it was sent, and the provider may be running tools for it
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

} // namespace sb::routing
