#include "core/engine/billing.h"

#include <algorithm>

namespace sb::engine {

namespace {

using usage::Cost;
using usage::CostKind;

qint64 tokensOf(qint64 bytes)
{
    return (bytes + BytesPerToken - 1) / BytesPerToken;
}

/// Reported counts are kept; what is missing, or was still growing when the answer broke off, is estimated.
chat::Usage completed(const Used &used, bool *estimated)
{
    chat::Usage usage = used.usage;
    *estimated = !used.whole || !usage.prompt || !usage.completion;
    if (!usage.prompt)
        usage.prompt = used.answered ? tokensOf(used.requestBytes) : used.inputTokensBound;
    if (!usage.completion || !used.whole)
        usage.completion = std::max(usage.completion.value_or(0), tokensOf(used.contentBytes));
    return usage;
}

/// The tokens that are paid for. A bill knows no classes: neither what was cached nor what was thought.
chat::TokenClasses onTheBill(const chat::Usage &usage, const Bill &bill)
{
    if (bill.tokensEstimated || (!usage.billedPrompt && !usage.billedCompletion))
        return bill.tokens;
    return {.freshInput = usage.billedPrompt.value_or(bill.tokens.input()),
            .visibleOutput = usage.billedCompletion.value_or(bill.tokens.output())};
}

Cost priced(const catalog::Endpoint &endpoint, const Used &used, const Bill &bill)
{
    if (used.usage.billed && !bill.tokensEstimated)
        return {.kind = CostKind::Billed, .amount = used.usage.billed};
    if (endpoint.free)
        return {.kind = CostKind::Computed, .amount = NanoDollars{}};
    if (!endpoint.price)
        return {};
    // Sound costs several times as much as text, and prices here are of text; the user's own is of what the user hears.
    const bool isOwn =
        endpoint.priceOrigin == catalog::PriceOrigin::Override || endpoint.priceOrigin == catalog::PriceOrigin::OwnFile;
    if (used.usage.sound && !isOwn)
        return {};
    if (used.billedToItsEnd && bill.tokensEstimated && used.bound)
        return {.kind = CostKind::Estimated, .amount = used.bound};
    if (!used.answered)
        return {.kind = CostKind::Estimated, .amount = upperBound(*endpoint.price, used.inputTokensBound, 0)};
    const QString &served = used.usage.servedTier;
    const catalog::Consumption consumption{.tokens = onTheBill(used.usage, bill),
                                           .webSearches = used.usage.webSearches.value_or(0),
                                           .hourUtc = used.hourUtc,
                                           .dayOfWeekUtc = used.dayOfWeekUtc,
                                           .serviceTier = served.isEmpty() ? used.serviceTier : served};
    std::optional<NanoDollars> amount = cost(*endpoint.price, consumption);
    if (!amount)
        return {};
    if (bill.tokensEstimated && used.bound)
        amount = std::min(*amount, *used.bound);
    return {.kind = bill.tokensEstimated ? CostKind::Estimated : CostKind::Computed, .amount = amount};
}

Cost withoutAmountUnpriced(Cost cost)
{
    if (!cost.amount)
        cost.kind = CostKind::Unpriced;
    return cost;
}

} // namespace

Bill billFor(const catalog::Endpoint &endpoint, const Used &used)
{
    const bool reported = used.usage.prompt || used.usage.completion || used.usage.billed;
    if (!used.sent || (used.refused && !reported))
        return {.cost = {.kind = CostKind::Computed, .amount = NanoDollars{}}};

    Bill bill;
    bool consistent = true;
    const chat::Usage usage = completed(used, &bill.tokensEstimated);
    bill.tokens = tokenClasses(usage, &consistent);
    bill.tokensEstimated = bill.tokensEstimated || !consistent;
    bill.cost = withoutAmountUnpriced(priced(endpoint, used, bill));
    return bill;
}

Cost sum(const QList<Cost> &parts)
{
    Cost total{.kind = CostKind::Billed, .amount = NanoDollars{}};
    bool decided = false;
    for (const Cost &part : parts) {
        if (part.kind == CostKind::Unpriced || !part.amount)
            return {};
        if (part.kind == CostKind::Computed && part.amount->value == 0)
            continue;
        total.kind = std::max(total.kind, part.kind);
        total.amount = saturatingAdd(*total.amount, *part.amount);
        decided = true;
    }
    if (!decided)
        total.kind = CostKind::Computed;
    return total;
}

std::optional<NanoDollars> heldBy(const QList<usage::AttemptRecord> &ended)
{
    std::optional<NanoDollars> sum;
    for (const usage::AttemptRecord &attempt : ended) {
        const bool open =
            attempt.error == chat::ErrorType::ResetBeforeAnswer && attempt.cost.kind == CostKind::Estimated;
        const std::optional<NanoDollars> held = open || !attempt.cost.amount ? attempt.bound : attempt.cost.amount;
        if (held)
            sum = saturatingAdd(sum.value_or(NanoDollars{}), *held);
    }
    return sum;
}

} // namespace sb::engine
