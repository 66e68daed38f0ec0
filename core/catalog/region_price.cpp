#include "core/catalog/region_price.h"

#include "core/catalog/address.h"

#include <algorithm>

namespace sb::catalog {

namespace {

/// Rounded up: a price must not be told as less than it is.
PicoDollars share(PicoDollars amount, qint64 percent)
{
    constexpr qint64 Hundred = 100;
    return {amount.value / Hundred * percent + (amount.value % Hundred * percent + Hundred - 1) / Hundred};
}

} // namespace

Endpoint soldInRegion(Endpoint endpoint, const Provider &provider)
{
    if (provider.regionPrices.isEmpty() || !endpoint.price || endpoint.fromProfile
        || endpoint.priceOrigin == PriceOrigin::OwnFile || endpoint.priceOrigin == PriceOrigin::Override)
        return endpoint;
    const auto it = std::ranges::find(provider.regionPrices, regionOf(provider), &RegionPrice::region);
    if (it == provider.regionPrices.end())
        return endpoint;
    if (it->releasedFrom.isValid() && endpoint.released.isValid() && endpoint.released < it->releasedFrom)
        return endpoint;
    if (!it->percent) {
        endpoint.price.reset();
        return endpoint;
    }
    const auto isOfTokens = [](const PriceComponent &component) {
        return component.unit <= PriceUnit::Reasoning; // searches and the like cost the same everywhere
    };
    for (PriceComponent &component : endpoint.price->components) {
        if (isOfTokens(component))
            component.amount = share(component.amount, *it->percent);
    }
    return endpoint;
}

} // namespace sb::catalog
