#include "core/catalog/rates.h"
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

struct PlanCostText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

QString dollars(NanoDollars amount)
{
    return u'$' + toDecimal(amount);
}

/// What sound costs is not in the prices of a catalog, which are of text.
bool isSound(const RequestNeeds &needs, const catalog::Endpoint &endpoint)
{
    return needs.audio && endpoint.priceOrigin != catalog::PriceOrigin::Override
        && endpoint.priceOrigin != catalog::PriceOrigin::OwnFile;
}

/// What an endpoint can cost at most for one request, by its output limit.
class Bound
{
public:
    /// @param searches whether the provider runs tools: nobody can say how much they find
    Bound(const RequestNeeds &needs, const catalog::Endpoint &endpoint, bool searches)
        : m_needs(needs)
        , m_free(endpoint.free)
    {
        if (!m_free && endpoint.price && !searches && !isSound(needs, endpoint))
            m_rates = catalog::dearestRates(*endpoint.price, needs.most, needs.serviceTier);
    }

    /// nullopt: unpriced, or without a bound
    [[nodiscard]] std::optional<NanoDollars> at(qint64 outputTokens) const
    {
        if (m_free)
            return NanoDollars{0};
        if (!m_rates)
            return {};
        qint64 tokens = 0;
        if (qMulOverflow(outputTokens, m_needs.choices, &tokens))
            tokens = std::numeric_limits<qint64>::max();
        return catalog::upperBound(*m_rates, m_needs.most, tokens);
    }

private:
    const RequestNeeds &m_needs;
    std::optional<catalog::DearestRates> m_rates = {};
    bool m_free = false;
};

/// The largest output limit below `outputTokens`, whose bound is `most`, that costs at most `amount`, and what it
/// costs; nullopt when none does.
std::optional<Terms> affordable(const Bound &bound, qint64 outputTokens, NanoDollars most, NanoDollars amount)
{
    const auto input = bound.at(0);
    if (!input || *input > amount)
        return {};
    // Cost grows by the token, so that a straight line hits within one; halving is for what is no straight line.
    const double share = double(amount.value - input->value) / double(most.value - input->value);
    qint64 middle = qint64(share * double(outputTokens));
    Terms fits{.maxTokens = 0, .bound = input};
    qint64 exceeds = outputTokens;
    for (int probe = 0; exceeds - *fits.maxTokens > 1; ++probe) {
        const qint64 least = *fits.maxTokens;
        middle = probe < 3 ? std::clamp(middle, least + 1, exceeds - 1) : least + (exceeds - least) / 2;
        const auto cost = bound.at(middle);
        if (cost && *cost <= amount) {
            fits = {.maxTokens = middle, .bound = cost};
            ++middle;
        } else {
            exceeds = middle;
            --middle;
        }
    }
    return fits;
}

/// An output limit, and what the most costs that is answered within it.
struct Ceiling
{
    qint64 tokens = 0;
    NanoDollars most = {};
    bool asked = false; ///< by the request or the step; else it is the most that the model can do
};

/// The terms with an output limit below a ceiling, whose bound is above `amount`, that is of any use: the largest for a
/// length that was asked for.
std::optional<Terms> lowerTo(NanoDollars amount, const Bound &bound, const Ceiling &ceiling)
{
    const auto within = [&](NanoDollars most) { return affordable(bound, ceiling.tokens, ceiling.most, most); };
    const auto lowered = within(amount);
    if (!lowered || *lowered->maxTokens < std::min(LeastUsefulTokens, ceiling.tokens))
        return {};
    if (ceiling.asked || *lowered->maxTokens <= AssumedOutputTokens)
        return lowered;
    const auto shared = within({amount.value / ShareOfLeft});
    if (shared && *shared->maxTokens > AssumedOutputTokens)
        return shared;
    return Terms{.maxTokens = AssumedOutputTokens, .bound = bound.at(AssumedOutputTokens)};
}

/// What hard limits leave for this endpoint; nullopt: no limit applies.
std::optional<NanoDollars> leftFor(const Option &option)
{
    const bool applies = option.input.budget.hard && !option.provider.practice;
    return applies ? option.input.budget.remaining : std::nullopt;
}

/// Also where the plan itself adds a search of the web.
bool runsTools(const Option &option)
{
    return option.needs.serviceTools || option.variant == Variant::Online;
}

/// An unknown price passes only where nothing limits the cost, or where the user let it through.
std::optional<Refusal> refuseUnpriced(const Option &option)
{
    if (option.input.budget.allowedUnpriced.contains(option.endpoint.id))
        return {};
    const auto most = requestLimit(option.input);
    if (runsTools(option) && (option.step.maxCost || most || leftFor(option)))
        return Refusal{Exclusion::Unpriced,
                       PlanCostText::tr("It may search and read as much as it likes at your cost, so "
                                        "that no hard limit can be kept.")};
    if (option.step.maxCost)
        return Refusal{Exclusion::Unpriced,
                       PlanCostText::tr("Its price is not known, and this step allows at most %1.")
                           .arg(dollars(*option.step.maxCost))};
    if (most)
        return Refusal{
            Exclusion::Unpriced,
            PlanCostText::tr("Its price is not known, and this request may cost at most %1.").arg(dollars(*most))};
    if (const auto left = leftFor(option))
        return Refusal{Exclusion::Unpriced,
                       PlanCostText::tr("Its price is not known, and the budget is a hard limit with %1 left.")
                           .arg(dollars(*left))};
    return {};
}

Refusal aboveBudget(NanoDollars bound, NanoDollars left, const HeldByLost &heldByLost)
{
    const QString text =
        PlanCostText::tr("It can cost %1, and the budget has %2 left.").arg(dollars(bound), dollars(left));
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

/// What an answer has, as a rule; the limit of one says little.
qint64 likelyOutput(const chat::Request &request, qint64 limit)
{
    constexpr qint64 Plain = 500;
    constexpr qint64 WithReasoning = 2'500;
    return std::min(limit, request.reasoning && request.reasoning->asked() ? WithReasoning : Plain);
}

double inDollars(NanoDollars amount)
{
    return double(amount.value) / 1e9;
}

/// What is read from the cache instead of anew.
double saving(const catalog::Price &price, qint64 cachedTokens)
{
    catalog::Consumption cached;
    cached.tokens.cacheRead = cachedTokens;
    cached.requests = 0;
    const auto anew = catalog::expectedCost(price, cachedTokens, 0);
    const auto read = catalog::cost(price, cached);
    return anew && read ? std::max(0.0, inDollars(*anew) - inDollars(*read)) : 0.0;
}

/// For the choice: dollars of an answer as it is likely.
void addLikely(Offer &offer, const Option &option, qint64 limit)
{
    offer.likelyOutput = likelyOutput(option.request, limit);
    if (option.endpoint.free) {
        offer.likelyCost = offer.listPrice = 0.0;
        return;
    }
    if (!option.endpoint.price)
        return;
    const catalog::Price &price = *option.endpoint.price;
    const qint64 prompt = (option.needs.likelyLow + option.needs.likelyHigh) / 2;
    const auto cost = catalog::expectedCost(price, prompt, offer.likelyOutput);
    if (!cost)
        return;
    offer.likelyCost = offer.listPrice = inDollars(*cost);
    const auto &cached = option.input.cache.tokens;
    if (const auto it = cached.constFind(option.endpoint.id); it != cached.constEnd())
        offer.likelyCost = std::max(0.0, *offer.listPrice - saving(price, std::min(*it, prompt)));
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
    OutputLimit limit = outputLimit(option.request, option.step, option.endpoint);
    const Bound bound(option.needs, option.endpoint, runsTools(option));
    Offer offer{.bound = bound.at(limit.tokens)};
    if (!offer.bound) {
        if (auto refusal = refuseUnpriced(option))
            return tl::unexpected(*refusal);
        offer.maxTokens = limit.sent;
        addLikely(offer, option, limit.tokens);
        return offer;
    }
    if (option.step.maxCost && *offer.bound > *option.step.maxCost)
        return tl::unexpected(Refusal{Exclusion::MaxPrice,
                                      PlanCostText::tr("It can cost %1, this step allows %2.")
                                          .arg(dollars(*offer.bound), dollars(*option.step.maxCost))});
    // Not lowered to fit: the best model with a line of output would then always be the best that fits.
    if (const auto most = requestLimit(option.input); most && *offer.bound > *most)
        return tl::unexpected(Refusal{
            Exclusion::RequestLimit,
            PlanCostText::tr("It can cost %1, this request may cost %2.").arg(dollars(*offer.bound), dollars(*most)),
            offer.bound});

    const auto left = leftFor(option);
    if (left && *offer.bound > *left) {
        const auto lowered = lowerTo(
            *left, bound,
            {.tokens = limit.tokens, .most = *offer.bound, .asked = asksForLength(option.request, option.step)});
        if (!lowered)
            return tl::unexpected(aboveBudget(*offer.bound, *left, option.input.budget.heldByLost));
        limit = {*lowered->maxTokens, lowered->maxTokens};
        offer.bound = lowered->bound;
    }
    offer.maxTokens = limit.sent;
    addExpectation(offer, option, limit.tokens);
    addLikely(offer, option, limit.tokens);
    return offer;
}

std::optional<Terms> affordableTerms(const chat::Request &request, const Step &step, const catalog::Endpoint &endpoint,
                                     std::optional<qint64> maxTokens, NanoDollars amount)
{
    const RequestNeeds needs = needsOf(request);
    const qint64 tokens = maxTokens.value_or(outputLimit(request, step, endpoint).tokens);
    const Bound bound(needs, endpoint, needs.serviceTools);
    const auto most = bound.at(tokens);
    if (!most)
        return {};
    if (*most <= amount)
        return Terms{.maxTokens = maxTokens, .bound = most};
    return lowerTo(amount, bound, {.tokens = tokens, .most = *most, .asked = asksForLength(request, step)});
}

} // namespace sb::routing
