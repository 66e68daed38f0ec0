#include "core/usage/recent_use.h"

#include <algorithm>

namespace sb::usage {

namespace {

bool serves(const catalog::Provider &provider, const catalog::Endpoint &endpoint, const DemandGroup &group)
{
    const catalog::Capabilities &can = endpoint.capabilities;
    const bool schemas = can.jsonSchema && !provider.quirks.noJsonSchema;
    const Demand &demand = group.demand;
    const bool takes = endpoint.outputs.text && (!demand.tools || can.tools) && (!demand.images || can.images)
        && (!demand.files || can.files) && (!demand.audio || can.audio) && (!demand.jsonSchema || schemas)
        && (!demand.jsonObject || can.jsonObject || schemas);
    return takes && (!endpoint.contextTokens || group.mostTokens <= *endpoint.contextTokens)
        && (!endpoint.maxOutputTokens || group.mostOutput <= *endpoint.maxOutputTokens);
}

bool goesByTime(const catalog::Price &price)
{
    return std::ranges::any_of(price.components, [](const catalog::PriceComponent &component) {
        return component.condition.fromHourUtc >= 0 || component.condition.weekdays;
    });
}

bool goesBySize(const catalog::Price &price)
{
    return std::ranges::any_of(price.components, [](const catalog::PriceComponent &component) {
        return component.condition.abovePromptTokens > 0;
    });
}

/// The price of requests whose smallest prompt has so many tokens: the sum of a group would reach steps that none of
/// its requests does.
catalog::Price upTo(const catalog::Price &price, qint64 leastPrompt)
{
    catalog::Price reached = price;
    reached.components.removeIf([leastPrompt](const catalog::PriceComponent &component) {
        return component.condition.abovePromptTokens >= qMax<qint64>(leastPrompt, 1);
    });
    return reached;
}

std::optional<NanoDollars> costOf(const catalog::Endpoint &endpoint, const DemandGroup &group)
{
    if (!endpoint.price)
        return endpoint.free ? std::optional(NanoDollars{}) : std::nullopt;
    const catalog::Consumption used{.tokens = group.tokens,
                                    .requests = group.requests,
                                    .hourUtc = group.hourUtc,
                                    .dayOfWeekUtc = group.dayOfWeekUtc};
    return goesBySize(*endpoint.price) ? catalog::cost(upTo(*endpoint.price, group.leastPrompt), used)
                                       : catalog::cost(*endpoint.price, used);
}

} // namespace

QList<qint64> sizeSteps(const catalog::Catalog &catalog)
{
    QList<qint64> steps;
    for (const catalog::Endpoint &endpoint : catalog.endpoints()) {
        steps.append(endpoint.contextTokens.value_or(0));
        steps.append(endpoint.maxOutputTokens.value_or(0));
        if (!endpoint.price)
            continue;
        for (const catalog::PriceComponent &component : endpoint.price->components)
            steps.append(component.condition.abovePromptTokens);
    }
    std::ranges::sort(steps);
    steps.resize(std::unique(steps.begin(), steps.end()) - steps.begin());
    steps.removeIf([](qint64 step) { return step <= 0; });
    return steps;
}

WhatIf whatIf(const RecentUse &use, const catalog::Provider &provider, const catalog::Endpoint &endpoint)
{
    WhatIf result{.requests = use.requests};
    NanoDollars sum;
    bool isPriced = true;
    const bool byTime = endpoint.price && goesByTime(*endpoint.price);
    for (const DemandGroup &group : byTime ? use.byHour : use.groups) {
        if (!serves(provider, endpoint, group))
            continue;
        result.served += group.requests;
        if (!group.demand.isKnown)
            result.demandUnknown += group.requests;
        result.tokens += group.tokens;
        const std::optional<NanoDollars> cost = costOf(endpoint, group);
        isPriced = isPriced && cost.has_value();
        sum = saturatingAdd(sum, cost.value_or(NanoDollars{}));
    }
    if (isPriced && result.served > 0)
        result.cost = sum;
    return result;
}

} // namespace sb::usage
