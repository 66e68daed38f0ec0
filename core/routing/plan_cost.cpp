#include "core/routing/plan_filters.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

// Of what a budget has left, an answer whose length nobody asked for takes this part, where it is more than the assumed
// length: the panes beside it and the next candidate need some, too.
constexpr qint64 ShareOfLeft = 4;
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

std::optional<NanoDollars> boundOf(const RequestNeeds &needs, const catalog::Endpoint &endpoint, qint64 outputTokens)
{
    if (endpoint.free)
        return NanoDollars{0};
    if (!endpoint.price)
        return {};
    const qint64 most = std::numeric_limits<qint64>::max() / needs.choices;
    return catalog::upperBound(*endpoint.price, needs.most, std::min(outputTokens, most) * needs.choices,
                               needs.serviceTier);
}

/// The largest output limit below `outputTokens`, whose bound is `bound`, that costs at most `amount`; 0 when none
/// does.
qint64 affordable(const RequestNeeds &needs, const catalog::Endpoint &endpoint, qint64 outputTokens, NanoDollars bound,
                  NanoDollars amount)
{
    const auto isAffordable = [&](qint64 tokens) {
        const auto cost = boundOf(needs, endpoint, tokens);
        return cost && *cost <= amount;
    };
    const auto input = boundOf(needs, endpoint, 0);
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

/// An output limit, and what the most costs that is answered within it.
struct Ceiling
{
    qint64 tokens = 0;
    NanoDollars bound = {};
    bool asked = false; ///< by the request or the step; else it is the most that the model can do
};

/// The terms with an output limit below a ceiling, whose bound is above `amount`, that is of any use: the largest for a
/// length that was asked for.
std::optional<Terms> lowerTo(NanoDollars amount, const RequestNeeds &needs, const catalog::Endpoint &endpoint,
                             const Ceiling &ceiling)
{
    const auto within = [&](NanoDollars most) {
        return affordable(needs, endpoint, ceiling.tokens, ceiling.bound, most);
    };
    qint64 lowered = within(amount);
    if (lowered < std::min(LeastUsefulTokens, ceiling.tokens))
        return {};
    if (!ceiling.asked)
        lowered = std::min(lowered, std::max(within({amount.value / ShareOfLeft}), AssumedOutputTokens));
    return Terms{.maxTokens = lowered, .bound = boundOf(needs, endpoint, lowered)};
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

Refusal aboveBudget(NanoDollars bound, NanoDollars left, const HeldByLost &heldByLost)
{
    const QString text = tr(QT_TRANSLATE_NOOP("sb::routing", "It can cost %1, and the budget has %2 left."))
                             .arg(dollars(bound), dollars(left));
    return {Exclusion::Budget, (text + u' ' + describe(heldByLost)).trimmed()};
}

bool asksForLength(const chat::Request &request, const Step &step)
{
    return request.maxTokens || step.maxTokens;
}

struct OutputLimit
{
    qint64 tokens = 0; ///< for the bound
    std::optional<qint64> sent = {}; ///< where the request has none of its own
};

OutputLimit outputLimit(const chat::Request &request, const Step &step, const catalog::Endpoint &endpoint)
{
    if (const auto asked = request.maxTokens)
        return {*asked, {}};
    if (step.maxTokens)
        return {*step.maxTokens, step.maxTokens};
    if (endpoint.maxOutputTokens)
        return {*endpoint.maxOutputTokens, {}};
    if (endpoint.contextTokens)
        return {*endpoint.contextTokens, {}};
    const bool limited = endpoint.price && !endpoint.free;
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
    OutputLimit limit = outputLimit(option.input.request, option.step, option.endpoint);
    Offer offer{.bound = boundOf(option.needs, option.endpoint, limit.tokens)};
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
        const auto lowered = lowerTo(
            *left, option.needs, option.endpoint,
            {.tokens = limit.tokens, .bound = *offer.bound, .asked = asksForLength(option.input.request, option.step)});
        if (!lowered)
            return tl::unexpected(aboveBudget(*offer.bound, *left, option.input.budget.heldByLost));
        limit = {*lowered->maxTokens, lowered->maxTokens};
        offer.bound = lowered->bound;
    }
    offer.maxTokens = limit.sent;
    addExpectation(offer, option, limit.tokens);
    return offer;
}

std::optional<Terms> affordableTerms(const chat::Request &request, const Step &step, const catalog::Endpoint &endpoint,
                                     std::optional<qint64> maxTokens, NanoDollars amount)
{
    const RequestNeeds needs = needsOf(request);
    const qint64 tokens = maxTokens.value_or(outputLimit(request, step, endpoint).tokens);
    const auto bound = boundOf(needs, endpoint, tokens);
    if (!bound)
        return {};
    if (*bound <= amount)
        return Terms{.maxTokens = maxTokens, .bound = bound};
    return lowerTo(amount, needs, endpoint, {.tokens = tokens, .bound = *bound, .asked = asksForLength(request, step)});
}

} // namespace sb::routing
