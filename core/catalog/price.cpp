#include "core/catalog/price.h"

#include <algorithm>
#include <array>
#include <span>
#include <tuple>

namespace sb::catalog {

namespace {

// Planning prices dozens of endpoints in a few microseconds: nothing here allocates.

/// The standard tier has many names: "default" at OpenAI, "standard" at Anthropic, "on_demand" at Groq.
QStringView canonicalTier(QStringView tier)
{
    for (const char *name : {"default", "standard", "on_demand"}) {
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
    return condition.batch == moment.batch && reaches(condition, moment.promptTokens)
        && moment.serviceTier == condition.serviceTier;
}

bool isMoreSpecific(const PriceCondition &a, const PriceCondition &b)
{
    const auto narrow = [](const PriceCondition &condition) {
        return int(hasHours(condition)) + int(condition.weekdays);
    };
    return std::pair(a.abovePromptTokens, narrow(a)) > std::pair(b.abovePromptTokens, narrow(b));
}

std::optional<PicoDollars> amountOf(const Price &price, PriceUnit unit, const Moment &moment)
{
    const PriceComponent *best = nullptr;
    for (const PriceComponent &component : price.components) {
        const PriceCondition &condition = component.condition;
        if (component.unit == unit && isSold(condition, moment) && coversHour(condition, moment.hourUtc)
            && coversDay(condition, moment.dayOfWeekUtc) && (!best || isMoreSpecific(condition, best->condition)))
            best = &component;
    }
    return best ? std::optional(best->amount) : std::nullopt;
}

/// The dearest amounts that a prompt of at most this size can be billed at, whatever the hour.
struct Dearest
{
    PicoDollars input = {};
    PicoDollars output = {};
    PicoDollars request = {};
    bool hasFreshInput = false; ///< a cache class alone does not bound: what is not cached has no price then
    bool hasVisibleOutput = false;
};

Dearest dearest(const Price &price, const Moment &moment)
{
    Dearest most;
    for (const PriceComponent &component : price.components) {
        if (!isSold(component.condition, moment))
            continue;
        switch (component.unit) {
        case PriceUnit::FreshInput:
            most.hasFreshInput = true;
            [[fallthrough]];
        case PriceUnit::CacheRead:
        case PriceUnit::CacheWrite5m:
        case PriceUnit::CacheWrite1h:
            most.input = std::max(most.input, component.amount);
            break;
        case PriceUnit::VisibleOutput:
            most.hasVisibleOutput = true;
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

std::optional<NanoDollars> upperBound(const Price &price, qint64 inputTokens, qint64 outputTokens,
                                      const QString &serviceTier)
{
    const Dearest most = dearest(price, {.promptTokens = inputTokens, .serviceTier = canonicalTier(serviceTier)});
    if ((inputTokens > 0 && !most.hasFreshInput) || (outputTokens > 0 && !most.hasVisibleOutput))
        return {};
    const std::array<PricedUnits, 3> bill{{
        {.units = std::max<qint64>(inputTokens, 0), .each = most.input},
        {.units = std::max<qint64>(outputTokens, 0), .each = most.output},
        {.units = 1, .each = most.request},
    }};
    return totalRoundedUp(bill);
}

std::optional<NanoDollars> expectedCost(const Price &price, qint64 inputTokens, qint64 outputTokens)
{
    return cost(price, Consumption{.tokens = {.freshInput = inputTokens, .visibleOutput = outputTokens}});
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
