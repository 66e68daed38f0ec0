// Lists of foreign prices, of any bytes: what is read must be fit to be kept, and to be merged without harm.

#include "core/catalog/price_index.h"
#include "core/catalog/refresh_merge.h"
#include "core/catalog/router_models.h"

using namespace sb;
using namespace sb::catalog;
using namespace Qt::StringLiterals;

namespace {

const QList<Provider> &providers()
{
    static const QList<Provider> all{{.id = u"router"_s, .name = u"R"_s, .quirks = {.pricedList = true}},
                                     {.id = u"groq"_s, .name = u"G"_s, .knownAs = {u"g"_s}}};
    return all;
}

Catalog files()
{
    const Price price{.components = {{.unit = PriceUnit::FreshInput, .amount = {1'000'000}},
                                     {.unit = PriceUnit::VisibleOutput, .amount = {2'000'000}}}};
    return Catalog(
        providers(),
        {{.id = u"groq/m"_s, .providerId = u"groq"_s, .modelId = u"a/m"_s, .upstreamModel = u"m"_s, .price = price}});
}

void check(const Result<ReadModels> &read, FetchedList::Kind kind, const QString &sourceId)
{
    if (!read) {
        if (read.error().message.isEmpty())
            __builtin_trap();
        return;
    }
    const FetchedList list{.sourceId = sourceId, .kind = kind, .endpoints = read->endpoints};
    const Result<FetchedList> kept = parseFetchedList(toJson(list));
    if (!kept || *kept != list)
        __builtin_trap();
    const Fetch fetch{
        .sourceId = sourceId, .outcome = SourceReport::Outcome::Fetched, .list = list, .rejected = read->rejected};
    const RefreshResult result = merge({.files = files()}, {fetch}, fromMilliseconds(1'000'000'000'000));
    for (const Endpoint &endpoint : result.beneath.endpoints()) {
        for (const PriceComponent &each : endpoint.price.value_or(Price{}).components) {
            if (each.amount.value < 0)
                __builtin_trap();
        }
    }
    if (!result.beneath.endpoint(u"groq/m"_s)->price) // was there, and cannot be lost
        __builtin_trap();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto json = parseJson(QByteArrayView(data, qsizetype(size)));
    if (!json)
        return 0;
    check(parseRouterModels(*json, providers().constFirst()), FetchedList::Kind::PricedModels, u"router"_s);
    check(parseRouterOffers(*json, u"a/m"_s, files()), FetchedList::Kind::Offers, u"router.offers"_s);
    check(parsePriceIndex(*json, providers()), FetchedList::Kind::Index, IndexId);
    return 0;
}
