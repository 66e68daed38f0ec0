#include "tests/tools/traffic_world.h"

using namespace Qt::StringLiterals;

namespace sb::usage {

namespace {

constexpr int Providers = 12;
constexpr int PracticeProviders = 3;
constexpr int Offers = 3; ///< providers that serve a model

/// The names of `count` things by number, spelled once: a request has some twenty of them.
template <typename Spell>
QStringList spelled(int count, Spell spell)
{
    QStringList names;
    for (int i = 0; i < count; ++i)
        names.append(spell(i));
    return names;
}

/// Micro-dollars per million tokens, from cheap to dear, and one offer a little dearer than another.
qint64 inputPrice(int model, int offer)
{
    return 20'000LL * (1 + model * model / 4) * (20 + 3 * offer) / 20;
}

catalog::Price priceOf(int model, int offer)
{
    using catalog::PriceUnit;
    const qint64 input = inputPrice(model, offer);
    return {.components = {{.unit = PriceUnit::FreshInput, .amount = {input}},
                           {.unit = PriceUnit::CacheRead, .amount = {input / 4}},
                           {.unit = PriceUnit::VisibleOutput, .amount = {4 * input}}},
            .source = u"price list"_s,
            .asOf = QDate(2025, 5, 1)};
}

catalog::Endpoint endpointOf(const QString &provider, const QString &model, int number, int offer)
{
    const QString upstream = model.section(u'/', 1);
    return {
        .id = provider + u'/' + upstream,
        .providerId = provider,
        .modelId = model,
        .upstreamModel = upstream,
        .price = priceOf(number, offer),
        .contextTokens = 200'000,
        .maxOutputTokens = 16'000,
        .capabilities = {.tools = true, .images = number % 3 == 0, .jsonObject = true, .jsonSchema = number % 4 != 3}};
}

TrafficWorld::Nature natureOf(int model, int offer)
{
    return {.firstToken = 300.0 + 20 * (model % 20) + 90 * offer,
            .rate = 110.0 - model % 50 - 10 * offer,
            .failing = 0.02 + 0.02 * ((model + offer) % 4),
            .liked = 0.3 + 0.1 * ((model * 3 + offer) % 5)};
}

routing::Measured measuredOf(const TrafficWorld::Nature &nature)
{
    const auto spread = [](double p50, double slow) {
        return routing::Quantiles{
            .p50 = p50, .p75 = p50 * (1 + slow) / 2, .p90 = p50 * slow, .p99 = p50 * slow * slow, .samples = 100};
    };
    return {.firstToken = spread(nature.firstToken / 1e3, 1.8),
            .throughput = spread(nature.rate, 0.7),
            .attempts = 200,
            .failures = 200 * nature.failing};
}

routing::Chain chainOf(const QString &name, std::initializer_list<int> models)
{
    routing::Chain chain{.name = name, .version = 2};
    for (const int model : models)
        chain.steps.append(routing::Step{.model = trafficModel(model)});
    return chain;
}

} // namespace

const QString &trafficModel(int model)
{
    static const QStringList names =
        spelled(TrafficModels, [](int i) { return u"author-%1/model-%2"_s.arg(i % 9).arg(i); });
    return names.at(model);
}

const QString &trafficPracticeModel(int model)
{
    static const QStringList names =
        spelled(TrafficPracticeModels, [](int i) { return u"practice/model-%1"_s.arg(i); });
    return names.at(model);
}

TrafficWorld trafficWorld()
{
    TrafficWorld world;
    QList<catalog::Provider> providers;
    QList<catalog::Endpoint> endpoints;
    for (int i = 0; i < Providers; ++i)
        providers.append({.id = u"provider-%1"_s.arg(i), .name = u"Provider %1"_s.arg(i)});
    for (int i = 0; i < PracticeProviders; ++i)
        providers.append({.id = u"practice-%1"_s.arg(i), .name = u"Practice %1"_s.arg(i), .practice = true});
    const auto add = [&](const QString &provider, const QString &model, int number, int offer) {
        const catalog::Endpoint endpoint = endpointOf(provider, model, number, offer);
        const TrafficWorld::Nature nature = natureOf(number, offer);
        world.natures.insert(endpoint.id, nature);
        world.health.measured.insert(endpoint.id, measuredOf(nature));
        endpoints.append(endpoint);
    };
    for (int offer = 0; offer < Offers; ++offer) {
        for (int i = 0; i < TrafficModels; ++i)
            add(providers.at((i * 7 + offer * 5) % Providers).id, trafficModel(i), i, offer);
        for (int i = 0; i < TrafficPracticeModels; ++i)
            add(providers.at(Providers + offer).id, trafficPracticeModel(i), i, offer);
    }
    for (const catalog::Provider &provider : std::as_const(providers))
        world.usableProviders.insert(provider.id);
    world.catalog = catalog::Catalog(providers, endpoints);
    world.chains = {chainOf(u"sample"_s, {6, 1}), chainOf(u"careful"_s, {21, 12}), chainOf(u"cheap"_s, {0, 3}),
                    chainOf(u"fast"_s, {9, 6})};
    world.policy = {.name = u"daily"_s,
                    .version = 3,
                    .rules = {{.id = u"practice"_s, .when = {.models = {u"practice/*"_s}}},
                              {.id = u"batch"_s, .when = {.clients = {u"batch"_s}}, .chain = u"cheap"_s},
                              {.id = u"code"_s,
                               .name = u"Code with tools"_s,
                               .when = {.taskClasses = {u"code"_s}, .tools = true},
                               .chain = u"careful"_s},
                              {.id = u"named"_s, .when = {.models = {u"author-*"_s}}}},
                    .otherwise = u"sample"_s};
    return world;
}

routing::Policy otherTrafficPolicy()
{
    routing::Policy policy = trafficWorld().policy;
    policy.version += 1;
    policy.rules.insert(
        2,
        {.id = u"simple"_s, .name = u"What is simple"_s, .when = {.taskClasses = {u"simple"_s}}, .chain = u"cheap"_s});
    policy.rules.insert(
        3, {.id = u"long"_s, .name = u"Long prompts"_s, .when = {.promptTokens = {.from = 4'000}}, .chain = u"fast"_s});
    return policy;
}

} // namespace sb::usage
