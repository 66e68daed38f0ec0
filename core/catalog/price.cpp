#include "core/catalog/price.h"

#include "core/catalog/rates.h"

#include <algorithm>
#include <array>
#include <span>
#include <tuple>

namespace sb::catalog {

namespace {

// Planning prices dozens of endpoints in a few microseconds: nothing here allocates.

/// The standard tier has many names: "default" at OpenAI, "standard" and "standard_only" at Anthropic, "on_demand" at
/// Groq. "auto" asks for whatever there is, which is the standard tier unless something else was bought.
QStringView canonicalTier(QStringView tier)
{
    if (tier.isEmpty())
        return {};
    for (const char *name : {"default", "standard", "standard_only", "on_demand", "auto"}) {
        if (tier == QLatin1StringView(name))
            return {};
    }
    return tier;
}

struct Moment
{
    qint64 promptTokens = 0;
    int hourUtc = -1;
    int dayOfWeekUtc = 0;
    QStringView serviceTier = {}; ///< canonical
    bool batch = false;
};

bool hasHours(const PriceCondition &condition)
{
    return condition.fromHourUtc >= 0 && condition.toHourUtc >= 0;
}

bool coversHour(const PriceCondition &condition, int hour)
{
    if (!hasHours(condition))
        return true;
    if (hour < 0)
        return false;
    if (condition.fromHourUtc <= condition.toHourUtc)
        return hour >= condition.fromHourUtc && hour < condition.toHourUtc;
    return hour >= condition.fromHourUtc || hour < condition.toHourUtc;
}

bool coversDay(const PriceCondition &condition, int day)
{
    return !condition.weekdays || (day >= 1 && day <= 5);
}

bool reaches(const PriceCondition &condition, qint64 promptTokens)
{
    return condition.abovePromptTokens <= 0 || promptTokens > condition.abovePromptTokens;
}

bool isSold(const PriceCondition &condition, const Moment &moment)
{
    const bool sameTier =
        moment.serviceTier.isEmpty() ? condition.serviceTier.isEmpty() : moment.serviceTier == condition.serviceTier;
    return sameTier && condition.batch == moment.batch && reaches(condition, moment.promptTokens);
}

bool isMoreSpecific(const PriceCondition &a, const PriceCondition &b)
{
    const auto narrow = [](const PriceCondition &condition) {
        return int(hasHours(condition)) + int(condition.weekdays);
    };
    return std::pair(a.abovePromptTokens, narrow(a)) > std::pair(b.abovePromptTokens, narrow(b));
}

/// Whether a component applies, and before the best so far, which may be null.
bool wins(const PriceCondition &condition, const PriceComponent *best, const Moment &moment)
{
    return isSold(condition, moment) && coversHour(condition, moment.hourUtc)
        && coversDay(condition, moment.dayOfWeekUtc) && (!best || isMoreSpecific(condition, best->condition));
}

/// Tiers are of tokens; a search or a request costs the same in all of them, unless its price says otherwise.
bool isOfTokens(PriceUnit unit)
{
    return unit <= PriceUnit::Reasoning;
}

std::optional<PicoDollars> amountOf(const Price &price, PriceUnit unit, const Moment &moment)
{
    const PriceComponent *best = nullptr;
    for (const PriceComponent &component : price.components) {
        if (component.unit == unit && wins(component.condition, best, moment))
            best = &component;
    }
    if (!best && !isOfTokens(unit) && !moment.serviceTier.isEmpty()) {
        Moment standard = moment;
        standard.serviceTier = {};
        return amountOf(price, unit, standard);
    }
    return best ? std::optional(best->amount) : std::nullopt;
}

/// Units that were used, and the components that may price them, the first that exists wins.
struct Demand
{
    qint64 units = 0;
    std::array<PriceUnit, 3> pricedAs = {};
    std::size_t ways = 1; ///< how many of them count
    bool freeWithoutPrice = false;
};

std::array<Demand, 10> demands(const Consumption &used)
{
    using enum PriceUnit;
    const chat::TokenClasses &tokens = used.tokens;
    return {{
        {tokens.freshInput, {FreshInput}},
        {tokens.cacheRead, {CacheRead, FreshInput}, 2},
        {tokens.cacheWrite5m, {CacheWrite5m, FreshInput}, 2},
        {tokens.cacheWrite1h, {CacheWrite1h, CacheWrite5m, FreshInput}, 3},
        {tokens.visibleOutput, {VisibleOutput}},
        {tokens.reasoning, {Reasoning, VisibleOutput}, 2},
        {used.requests, {Request}, 1, true},
        {used.images, {Image}, 1, true},
        {used.webSearches, {WebSearch}},
        {used.audioSeconds, {AudioSecond}},
    }};
}

} // namespace

std::optional<NanoDollars> cost(const Price &price, const Consumption &used)
{
    const Moment moment{.promptTokens = used.tokens.input(),
                        .hourUtc = used.hourUtc,
                        .dayOfWeekUtc = used.dayOfWeekUtc,
                        .serviceTier = canonicalTier(used.serviceTier),
                        .batch = used.batch};
    std::array<PricedUnits, std::tuple_size_v<decltype(demands(used))>> bill;
    std::size_t lines = 0;
    for (const Demand &demand : demands(used)) {
        if (demand.units == 0)
            continue;
        std::optional<PicoDollars> amount;
        for (std::size_t way = 0; way < demand.ways && !amount; ++way)
            amount = amountOf(price, demand.pricedAs[way], moment);
        if (amount)
            bill[lines++] = {.units = demand.units, .each = *amount};
        else if (!demand.freeWithoutPrice)
            return {};
    }
    return total(std::span(bill).first(lines));
}

DearestRates dearestRates(const Price &price, qint64 promptTokens, QStringView serviceTier)
{
    Moment moment{.promptTokens = promptTokens, .serviceTier = canonicalTier(serviceTier)};
    // What waits costs no more than what does not, where it is sold at all and where it is not.
    if (moment.serviceTier == QLatin1StringView("flex"))
        moment.serviceTier = {};
    DearestRates most;
    for (const PriceComponent &component : price.components) {
        if (!isSold(component.condition, moment)
            && (isOfTokens(component.unit) || !component.condition.serviceTier.isEmpty()))
            continue;
        switch (component.unit) {
        case PriceUnit::FreshInput:
            most.boundsInput = true;
            [[fallthrough]];
        case PriceUnit::CacheRead:
        case PriceUnit::CacheWrite5m:
        case PriceUnit::CacheWrite1h:
            most.input = std::max(most.input, component.amount);
            break;
        case PriceUnit::VisibleOutput:
            most.boundsOutput = true;
            [[fallthrough]];
        case PriceUnit::Reasoning:
            most.output = std::max(most.output, component.amount);
            break;
        case PriceUnit::Request:
            most.request = std::max(most.request, component.amount);
            break;
        case PriceUnit::Image:
        case PriceUnit::WebSearch:
        case PriceUnit::AudioSecond:
            break;
        }
    }
    return most;
}

std::optional<NanoDollars> upperBound(const Price &price, qint64 inputTokens, qint64 outputTokens,
                                      const QString &serviceTier)
{
    return upperBound(dearestRates(price, inputTokens, serviceTier), inputTokens, outputTokens);
}

std::optional<NanoDollars> upperBound(const DearestRates &rates, qint64 inputTokens, qint64 outputTokens)
{
    if ((inputTokens > 0 && !rates.boundsInput) || (outputTokens > 0 && !rates.boundsOutput))
        return {};
    const std::array<PricedUnits, 3> bill{{
        {.units = std::max<qint64>(inputTokens, 0), .each = rates.input},
        {.units = std::max<qint64>(outputTokens, 0), .each = rates.output},
        {.units = 1, .each = rates.request},
    }};
    return totalRoundedUp(bill);
}

std::optional<PicoDollars> listAmount(const Price &price, PriceUnit unit, qint64 promptTokens)
{
    return amountOf(price, unit, {.promptTokens = promptTokens});
}

std::optional<NanoDollars> expectedCost(const Price &price, qint64 inputTokens, qint64 outputTokens)
{
    // As cost() of no other classes, in one pass over the price.
    const Moment moment{.promptTokens = inputTokens};
    const PriceComponent *input = nullptr;
    const PriceComponent *output = nullptr;
    const PriceComponent *request = nullptr;
    for (const PriceComponent &component : price.components) {
        const PriceComponent **best = component.unit == PriceUnit::FreshInput ? &input
            : component.unit == PriceUnit::VisibleOutput                      ? &output
            : component.unit == PriceUnit::Request                            ? &request
                                                                              : nullptr;
        if (best && wins(component.condition, *best, moment))
            *best = &component;
    }
    if ((inputTokens != 0 && !input) || (outputTokens != 0 && !output))
        return {};
    const auto each = [](const PriceComponent *component) { return component ? component->amount : PicoDollars{}; };
    const std::array<PricedUnits, 3> bill{{{.units = inputTokens, .each = each(input)},
                                           {.units = outputTokens, .each = each(output)},
                                           {.units = 1, .each = each(request)}}};
    return total(bill);
}

std::optional<qint64> ageInDays(const Price &price, QDate today)
{
    if (!price.asOf.isValid() || !today.isValid())
        return {};
    return std::max<qint64>(0, price.asOf.daysTo(today)); // a source in another time zone is not of tomorrow
}

bool costsTheSame(const Price &a, const Price &b)
{
    return std::is_permutation(a.components.cbegin(), a.components.cend(), b.components.cbegin(), b.components.cend());
}

} // namespace sb::catalog
