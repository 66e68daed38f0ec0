#include "core/routing/name_pattern.h"
#include "core/routing/plan_filters.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

struct PreferenceFiltersText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

bool anyMeans(const QStringList &slugs, const Option &option)
{
    return std::ranges::any_of(
        slugs, [&option](const QString &slug) { return means(slug, option.provider, option.endpoint); });
}

/// A router chooses among hosts of its own, and is sent what is asked of them: it obeys, or refuses.
bool passesOn(const Option &option)
{
    return option.provider.quirks.routerMembers;
}

std::optional<Refusal> isNotAllowed(const Option &option)
{
    const Preferences &wishes = option.preferences;
    if (wishes.only == QStringList{QString::fromLatin1(NobodyAllowed)})
        return Refusal{Exclusion::AllowedProviders,
                       PreferenceFiltersText::tr("The request and the step allow nobody that the other allows, too.")};
    if (!wishes.only.isEmpty() && !anyMeans(wishes.only, option) && !passesOn(option))
        return Refusal{Exclusion::AllowedProviders,
                       PreferenceFiltersText::tr("Only %1 may be used.").arg(wishes.only.join(u", "_s))};
    if (anyMeans(wishes.ignore, option))
        return Refusal{Exclusion::AllowedProviders, PreferenceFiltersText::tr("The request or the step ignores it.")};
    return {};
}

/// With an order, those of the order are the fallbacks of each other, and all that there are.
std::optional<Refusal> isBeyondOrder(const Option &option)
{
    const Preferences &wishes = option.preferences;
    if (wishes.allowFallbacks.value_or(true) || wishes.order.isEmpty() || anyMeans(wishes.order, option)
        || passesOn(option))
        return {};
    return Refusal{Exclusion::NoFallbacks,
                   PreferenceFiltersText::tr("No fallbacks are allowed beyond %1.").arg(wishes.order.join(u", "_s))};
}

/// Nothing leaves this machine or its network.
bool isWithin(const catalog::Provider &provider)
{
    return provider.local || provider.practice;
}

std::optional<Refusal> mayTrain(const Option &option)
{
    const catalog::DataPolicy &policy = option.provider.dataPolicy;
    if (!option.preferences.denyTraining.value_or(false) || isWithin(option.provider) || policy.trains == false
        || passesOn(option))
        return {};
    const QString says = policy.trains
        ? PreferenceFiltersText::tr("%1 may train on prompts.")
        : PreferenceFiltersText::tr("%1 does not say that prompts are not used for training.");
    return Refusal{Exclusion::Training, says.arg(option.provider.name)};
}

std::optional<Refusal> keepsPrompts(const Option &option)
{
    const catalog::DataPolicy &policy = option.provider.dataPolicy;
    if (!option.preferences.zeroRetention.value_or(false) || isWithin(option.provider) || policy.retentionDays == 0
        || passesOn(option))
        return {};
    if (policy.retentionDays)
        return Refusal{Exclusion::Retention,
                       PreferenceFiltersText::tr("%1 keeps prompts for %2 days.")
                           .arg(option.provider.name)
                           .arg(*policy.retentionDays)};
    return Refusal{Exclusion::Retention,
                   PreferenceFiltersText::tr("%1 does not say that prompts are not kept.").arg(option.provider.name)};
}

bool isInRegion(const Option &option, const QString &region)
{
    return option.endpoint.region.startsWith(region, Qt::CaseInsensitive)
        || option.provider.dataPolicy.regions.contains(region, Qt::CaseInsensitive);
}

std::optional<Refusal> isElsewhere(const Option &option)
{
    const QStringList &regions = option.preferences.regions;
    if (regions.isEmpty() || isWithin(option.provider)
        || std::ranges::any_of(regions, [&option](const QString &each) { return isInRegion(option, each); }))
        return {};
    return Refusal{
        Exclusion::Region,
        PreferenceFiltersText::tr("Prompts may be processed in %1 only, and nothing says that this is there.")
            .arg(regions.join(u", "_s))};
}

std::optional<Refusal> isQuantizedOtherwise(const Option &option)
{
    const QStringList &wanted = option.preferences.quantizations;
    const QString has = option.endpoint.quantization.isEmpty() ? u"unknown"_s : option.endpoint.quantization;
    if (wanted.isEmpty() || wanted.contains(has, Qt::CaseInsensitive) || passesOn(option))
        return {};
    return Refusal{
        Exclusion::Quantization,
        PreferenceFiltersText::tr("Its quantization is %1; %2 is asked for.").arg(has, wanted.join(u", "_s))};
}

struct PriceLimit
{
    catalog::PriceUnit unit = catalog::PriceUnit::FreshInput;
    std::optional<PicoDollars> MaxPrice::*member = nullptr;
    bool always = false; ///< what has no such price is not known to be cheaper
};
constexpr std::array PriceLimits{
    PriceLimit{catalog::PriceUnit::FreshInput, &MaxPrice::prompt, true},
    PriceLimit{catalog::PriceUnit::VisibleOutput, &MaxPrice::completion, true},
    PriceLimit{catalog::PriceUnit::Request, &MaxPrice::request, false},
    PriceLimit{catalog::PriceUnit::Image, &MaxPrice::image, false},
};

std::optional<Refusal> isTooDear(const Option &option)
{
    const MaxPrice &most = option.preferences.maxPrice;
    if (most == MaxPrice{} || option.endpoint.free)
        return {};
    if (!option.endpoint.price)
        return Refusal{Exclusion::MaxPrice,
                       PreferenceFiltersText::tr("Its price is not known, and one is not to be exceeded.")};
    for (const auto &[unit, member, always] : PriceLimits) {
        const auto limit = most.*member;
        if (!limit)
            continue;
        const auto price = catalog::listAmount(*option.endpoint.price, unit, option.needs.likelyHigh);
        if (price ? *price > *limit : always)
            return Refusal{Exclusion::MaxPrice,
                           PreferenceFiltersText::tr("Its list price is above what the request or the step allows.")};
    }
    return {};
}

/// Only routers search the web for a model that does not do so itself.
std::optional<Refusal> lacksVariant(const Option &option)
{
    switch (option.variant) {
    case Variant::Free:
        if (!option.endpoint.free)
            return Refusal{Exclusion::Variant,
                           PreferenceFiltersText::tr(
                               "“:free” asks for endpoints that cost nothing, and this one is not known to.")};
        break;
    case Variant::Online:
        if (!option.provider.quirks.routerMembers)
            return Refusal{
                Exclusion::Variant,
                PreferenceFiltersText::tr("“:online” asks for a search of the web, which %1 does not add to an answer.")
                    .arg(option.provider.name)};
        break;
    case Variant::Unknown:
        return Refusal{
            Exclusion::Variant,
            PreferenceFiltersText::tr("The suffix of the model is not known; :floor, :nitro, :free, :exacto and "
                                      ":online are.")};
    case Variant::None:
    case Variant::Floor:
    case Variant::Nitro:
    case Variant::Exacto:
        break;
    }
    return {};
}

constexpr std::array PreferenceFilters{isNotAllowed, isBeyondOrder,        mayTrain,  keepsPrompts,
                                       isElsewhere,  isQuantizedOtherwise, isTooDear, lacksVariant};

bool isBelow(const std::optional<Quantiles> &have, const Percentiles &least)
{
    const auto below = [](double value, const std::optional<double> &bound) { return bound && value < *bound; };
    return have
        && (below(have->p50, least.p50) || below(have->p75, least.p75) || below(have->p90, least.p90)
            || below(have->p99, least.p99));
}

bool isAbove(const std::optional<Quantiles> &have, const Percentiles &most)
{
    const auto above = [](double value, const std::optional<double> &bound) { return bound && value > *bound; };
    return have
        && (above(have->p50, most.p50) || above(have->p75, most.p75) || above(have->p90, most.p90)
            || above(have->p99, most.p99));
}

} // namespace

std::optional<Refusal> refusalByPreference(const Option &option)
{
    if (option.variant == Variant::None && option.preferences == Preferences{})
        return {};
    for (const auto filter : PreferenceFilters) {
        if (auto refusal = filter(option))
            return refusal;
    }
    return {};
}

bool means(const QString &slug, const catalog::Provider &provider, const catalog::Endpoint &endpoint)
{
    const auto is = [&slug](const QString &name) { return slug.compare(name, Qt::CaseInsensitive) == 0; };
    if (slug.isEmpty())
        return false;
    if (is(provider.id) || is(endpoint.id) || std::ranges::any_of(provider.knownAs, is))
        return true;
    const qsizetype slash = slug.indexOf(u'/');
    if (slash < 0 || slug.first(slash).compare(provider.id, Qt::CaseInsensitive) != 0)
        return false;
    const QString detail = slug.sliced(slash + 1);
    return detail.compare(endpoint.region, Qt::CaseInsensitive) == 0
        || detail.compare(endpoint.quantization, Qt::CaseInsensitive) == 0;
}

bool missesPercentiles(const Preferences &preferences, const Measured *measured)
{
    if (!measured)
        return false;
    return isBelow(measured->throughput, preferences.minThroughput)
        || isAbove(measured->firstToken, preferences.maxLatency);
}

bool fits(const EndpointFilter &filter, const catalog::Endpoint &endpoint, const catalog::Provider &provider)
{
    const catalog::Capabilities &can = endpoint.capabilities;
    const bool able = (!filter.tools || can.tools) && (!filter.jsonSchema || can.jsonSchema)
        && (!filter.reasoning || can.reasoning) && (!filter.images || can.images) && (!filter.files || can.files)
        && (!filter.audio || can.audio);
    const bool kind = (!filter.openWeights || endpoint.openWeights == true) && (!filter.local || provider.local)
        && (!filter.free || endpoint.free);
    const bool large = (!filter.contextTokens || endpoint.contextTokens >= filter.contextTokens)
        && (!filter.outputTokens || endpoint.maxOutputTokens >= filter.outputTokens);
    return able && kind && large && filter.extra.isNull()
        && (filter.models.isEmpty() || fitsAnyPattern(endpoint.modelId, filter.models));
}

} // namespace sb::routing
