#include "core/catalog/cost_json.h"

#include "core/catalog/names.h"

#include <QCoreApplication>

namespace sb::catalog {

namespace {
constexpr qint64 LastMillisecond = 253'402'300'799'999; // of the year 9999
} // namespace

Json toJson(const Cost &cost)
{
    Json json;
    json.set("origin", nameOf(OriginNames, cost.origin));
    if (cost.price)
        json.set("price", toJson(*cost.price));
    else if (cost.free)
        json.set("free", true);
    return json;
}

Cost readCost(JsonFields &fields)
{
    Cost cost{.free = fields.flag("free", false), .origin = fields.choice("origin", OriginNames, PriceOrigin::Curated)};
    const Json &price = fields.raw("price");
    if (!fields.has("price"))
        return cost;
    if (cost.free)
        fields.refuse("free",
                      QCoreApplication::translate("sb::catalog::Endpoint", "no price where an endpoint is free"));
    if (const Result<Price> read = parsePrice(price, fields.pathTo("price"), fields.where()))
        cost.price = *read;
    else
        fields.take(read.error());
    return cost;
}

WallTime readTime(JsonFields &fields, QByteArrayView key)
{
    const std::optional<qint64> time = fields.integer(key, 0, LastMillisecond);
    if (!time)
        fields.refuse(key, QCoreApplication::translate("sb::catalog", "milliseconds since 1970"));
    return fromMilliseconds(time.value_or(0));
}

} // namespace sb::catalog
