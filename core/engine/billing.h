#pragma once

#include "core/catalog/endpoint.h"
#include "core/chat/usage.h"
#include "core/usage/records.h"

namespace sb::engine {

inline constexpr qint64 BytesPerToken = 4; ///< where nobody counted them

/// What is known about one attempt when its cost is worked out.
struct Used
{
    bool sent = false; ///< the request may have reached the provider
    bool answered = false; ///< a head came
    bool refused = false; ///< the head was an error, or an error object came before any content
    bool whole = false; ///< the dialect's terminator came
    chat::Usage usage = {}; ///< as far as reported
    qint64 requestBytes = 0; ///< of the encoded body
    qint64 contentBytes = 0; ///< UTF-8 bytes of text, reasoning and tool arguments that came
    qint64 inputTokensBound = 0; ///< of the plan
    std::optional<NanoDollars> bound = {}; ///< what was reserved
    int hourUtc = 0; ///< when the request was sent
    int dayOfWeekUtc = 0; ///< of that moment: 1 is Monday; 0 when not known
    QString serviceTier = {}; ///< that was sent, where the provider does not say how it served
    bool billedToItsEnd = false; ///< it was cancelled, and the provider bills what it would have gone on to write
};

struct Bill
{
    chat::TokenClasses tokens = {};
    bool tokensEstimated = false;
    usage::Cost cost = {};
    friend bool operator==(const Bill &, const Bill &) = default;
};

/// What one attempt cost. Pure.
/// - nothing was sent, or the provider refused with an error: nothing
/// - whole usage: billed where the provider sent its own cost, else computed from the endpoint's price and, where the
///   provider counts them apart, from the tokens on its bill
/// - sent, and no head came back: whether it was worked on is unknown, so the bound's input share, as estimated
/// - an answer without usage, or broken off: one token per four bytes, never above the bound, as estimated
/// - cancelled where that does not stop the bill: the bound, as estimated, since the answer's length is never known;
///   also before a head came
/// - sound, where the price is not the user's own: unpriced, since prices of the catalog are of text
/// - an endpoint without a price: unpriced, never 0; a free one costs 0
[[nodiscard]] Bill billFor(const catalog::Endpoint &endpoint, const Used &used);

/// The sum over attempts: NULL as soon as one is unpriced, else of the weakest kind of its parts. Parts that are
/// exactly nothing, such as refused connections, have no say in the kind.
[[nodiscard]] usage::Cost sum(const QList<usage::Cost> &parts);

/// What attempts that have ended hold of the budget until their request is settled, of what was reserved for them: what
/// they cost. One that was reset before any answer keeps its bound, since nobody can know what the provider made of it.
/// nullopt: nothing is known of any of them. Pure.
[[nodiscard]] std::optional<NanoDollars> heldBy(const QList<usage::AttemptRecord> &ended);

} // namespace sb::engine
