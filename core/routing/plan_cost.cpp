#include "core/routing/plan_filters.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

// Sent as the limit where neither the request, the step nor the catalog names one, so that there is a bound at all.
constexpr qint64 AssumedOutputTokens = 16'384;
// An answer cut to less than this helps nobody: rather say that the budget is used up.
constexpr qint64 LeastUsefulTokens = 64;

QString tr(const char *text)
{
    return QCoreApplication::translate("sb::routing", text);
}

QString dollars(NanoDollars amount)
{
    return u'$' + toDecimal(amount);
}

std::optional<NanoDollars> boundOf(const Option &option, qint64 outputTokens)
{
    if (option.endpoint.free)
        return NanoDollars{0};
    if (!option.endpoint.price)
        return {};
    const qint64 most = std::numeric_limits<qint64>::max() / option.needs.choices;
    return catalog::upperBound(*option.endpoint.price, option.needs.most,
                               std::min(outputTokens, most) * option.needs.choices, option.needs.serviceTier);
}

/// The largest output limit below `outputTokens`, whose bound is `bound`, that costs at most `amount`; 0 when none
/// does.
qint64 affordable(const Option &option, qint64 outputTokens, NanoDollars bound, NanoDollars amount)
{
    const auto isAffordable = [&](qint64 tokens) {
        const auto cost = boundOf(option, tokens);
        return cost && *cost <= amount;
    };
    const auto input = boundOf(option, 0);
    if (!input || *input > amount)
        return 0;
    // Cost grows by the token, so that a straight line hits within one; halving is for what is no straight line.
    const double share = double(amount.value - input->value) / double(bound.value - input->value);
    qint64 middle = qint64(share * double(outputTokens));
    qint64 fits = 0;
    qint64 exceeds = outputTokens;
    for (int probe = 0; exceeds - fits > 1; ++probe) {
        middle = probe < 3 ? std::clamp(middle, fits + 1, exceeds - 1) : fits + (exceeds - fits) / 2;
        const bool fitsHere = isAffordable(middle);
        (fitsHere ? fits : exceeds) = middle;
        middle += fitsHere ? 1 : -1;
    }
    return fits;
}

/// What hard limits leave for this endpoint; nullopt: no limit applies.
std::optional<NanoDollars> leftFor(const Option &option)
{
    const bool applies = option.input.budget.hard && !option.provider.practice;
    return applies ? option.input.budget.remaining : std::nullopt;
}

/// An unknown price passes only where nothing limits the cost, or where the user let it through.
std::optional<Refusal> refuseUnpriced(const Option &option)
{
    if (option.input.budget.allowedUnpriced.contains(option.endpoint.id))
        return {};
    if (option.step.maxCost)
        return Refusal{Exclusion::Unpriced,
                       tr(QT_TRANSLATE_NOOP("sb::routing", "Its price is not known, and this step allows at most %1."))
                           .arg(dollars(*option.step.maxCost))};
    if (const auto left = leftFor(option))
        return Refusal{
            Exclusion::Unpriced,
            tr(QT_TRANSLATE_NOOP("sb::routing", "Its price is not known, and the budget is a hard limit with %1 left."))
                .arg(dollars(*left))};
    return {};
}

Refusal aboveBudget(NanoDollars bound, NanoDollars left, NanoDollars heldByLost)
{
    QString text = tr(QT_TRANSLATE_NOOP("sb::routing", "It can cost %1, and the budget has %2 left."))
                       .arg(dollars(bound), dollars(left));
    if (heldByLost > NanoDollars{})
        text += u' '
            + tr(QT_TRANSLATE_NOOP("sb::routing", "Lost requests hold %1 of it: settle them in Requests."))
                  .arg(dollars(heldByLost));
    return {Exclusion::Budget, text};
}

struct OutputLimit
{
    qint64 tokens = 0; ///< for the bound
    std::optional<qint64> sent = {}; ///< where the request has none of its own
};

OutputLimit outputLimit(const Option &option)
{
    if (const auto asked = option.input.request.maxTokens)
        return {*asked, {}};
    if (option.step.maxTokens)
        return {*option.step.maxTokens, option.step.maxTokens};
    if (option.endpoint.maxOutputTokens)
        return {*option.endpoint.maxOutputTokens, {}};
    if (option.endpoint.contextTokens)
        return {*option.endpoint.contextTokens, {}};
    const bool limited = option.endpoint.price && !option.endpoint.free;
    return {AssumedOutputTokens, limited ? std::optional(AssumedOutputTokens) : std::nullopt};
}

void addExpectation(Offer &offer, const Option &option, qint64 outputTokens)
{
    if (option.endpoint.free) {
        offer.low = offer.high = NanoDollars{0};
    } else if (offer.bound) {
        const catalog::Price &price = *option.endpoint.price;
        const auto high = catalog::expectedCost(price, option.needs.likelyHigh, outputTokens);
        offer.low = catalog::expectedCost(price, option.needs.likelyLow, 0);
        offer.high = high ? std::min(*high, *offer.bound) : high;
    }
}

} // namespace

tl::expected<Offer, Refusal> priceOf(const Option &option)
{
    OutputLimit limit = outputLimit(option);
    Offer offer{.bound = boundOf(option, limit.tokens)};
    if (!offer.bound) {
        if (auto refusal = refuseUnpriced(option))
            return tl::unexpected(*refusal);
        offer.maxTokens = limit.sent;
        return offer;
    }
    if (option.step.maxCost && *offer.bound > *option.step.maxCost)
        return tl::unexpected(Refusal{Exclusion::MaxPrice,
                                      tr(QT_TRANSLATE_NOOP("sb::routing", "It can cost %1, this step allows %2."))
                                          .arg(dollars(*offer.bound), dollars(*option.step.maxCost))});

    const auto left = leftFor(option);
    if (left && *offer.bound > *left) {
        const qint64 lowered = affordable(option, limit.tokens, *offer.bound, *left);
        if (lowered < std::min(LeastUsefulTokens, limit.tokens))
            return tl::unexpected(aboveBudget(*offer.bound, *left, option.input.budget.heldByLost));
        limit = {lowered, lowered};
        offer.bound = boundOf(option, lowered);
    }
    offer.maxTokens = limit.sent;
    addExpectation(offer, option, limit.tokens);
    return offer;
}

} // namespace sb::routing
