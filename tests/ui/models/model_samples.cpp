#include "tests/ui/models/model_samples.h"

using namespace Qt::StringLiterals;

namespace sb::testing {

using catalog::PriceUnit;

catalog::Endpoint sampleEndpoint(const QString &provider, const QString &model, qint64 input, qint64 output)
{
    constexpr qint64 Dollar = 1'000'000; // pico-dollars a token: a dollar a million
    const QString slug = model.mid(model.indexOf(u'/') + 1);
    catalog::Endpoint endpoint{.id = provider + u'/' + slug, .providerId = provider, .modelId = model};
    endpoint.upstreamModel = slug;
    endpoint.price = catalog::Price{.components = {{.unit = PriceUnit::FreshInput, .amount = {input * Dollar}},
                                                   {.unit = PriceUnit::VisibleOutput, .amount = {output * Dollar}}},
                                    .source = u"https://www.example.com/prices"_s,
                                    .asOf = QDate(2025, 5, 20)};
    endpoint.contextTokens = 128'000;
    endpoint.released = QDate(2025, 1, 1);
    return endpoint;
}

QList<catalog::Provider> sampleProviders()
{
    catalog::Provider east{.id = u"east"_s, .name = u"East"_s};
    east.dataPolicy = {.trains = true, .regions = {u"us"_s}};
    catalog::Provider west{.id = u"west"_s, .name = u"West"_s};
    west.dataPolicy = {.trains = false, .retentionDays = 0, .regions = {u"eu"_s}};
    catalog::Provider local{.id = u"local"_s, .name = u"Local"_s};
    local.auth = catalog::Provider::Auth::None;
    local.local = true;
    return {east, west, local};
}

QList<catalog::Endpoint> sampleEndpoints()
{
    catalog::Endpoint eastLarge = sampleEndpoint(u"east"_s, u"author/large"_s, 2, 8);
    catalog::Endpoint westLarge = sampleEndpoint(u"west"_s, u"author/large"_s, 3, 9);
    westLarge.capabilities.tools = true;
    westLarge.region = u"fr"_s;
    catalog::Endpoint small = sampleEndpoint(u"west"_s, u"author/small"_s, 1, 2);
    small.capabilities.images = true;
    small.contextTokens = 32'000;
    small.released = QDate(2025, 5, 1);
    catalog::Endpoint free = sampleEndpoint(u"local"_s, u"author/free"_s, 0, 0);
    free.price.reset();
    free.free = true;
    free.openWeights = true;
    free.contextTokens.reset();
    free.released = {};
    catalog::Endpoint unpriced = sampleEndpoint(u"east"_s, u"other/unpriced"_s, 0, 0);
    unpriced.price.reset();
    unpriced.retires = QDate(2025, 7, 1);
    return {eastLarge, unpriced, westLarge, small, free};
}

catalog::Catalog sampleCatalog()
{
    return {sampleProviders(), sampleEndpoints()};
}

} // namespace sb::testing
