// The world that the tests of plan() decide in.
#pragma once

#include "core/routing/plan.h"

#include "tests/routing/make.h"

#include <algorithm>

namespace sb::routing::testing {

/// A dollar per million tokens in, ten out: 1 and 10 micro-dollars a token.
inline catalog::Price oneAndTen()
{
    return {.components = {{.unit = catalog::PriceUnit::FreshInput, .amount = {1'000'000}},
                           {.unit = catalog::PriceUnit::VisibleOutput, .amount = {10'000'000}}}};
}

inline catalog::Endpoint endpoint(const QString &provider, const QString &model)
{
    return {.id = provider + u'/' + model.section(u'/', 1),
            .providerId = provider,
            .modelId = model,
            .upstreamModel = model.section(u'/', 1),
            .price = oneAndTen(),
            .contextTokens = 100'000,
            .maxOutputTokens = 4'000};
}

/// Two real providers with the model lab/fox, a local one with lab/owl, a practice one with practice/fox.
struct World
{
    QList<catalog::Provider> providers{
        {.id = QStringLiteral("east"), .name = QStringLiteral("East")},
        {.id = QStringLiteral("west"), .name = QStringLiteral("West")},
        {.id = QStringLiteral("home"), .name = QStringLiteral("Home"), .local = true},
        {.id = QStringLiteral("drill"), .name = QStringLiteral("Drill"), .practice = true},
    };
    QList<catalog::Endpoint> endpoints{
        endpoint(QStringLiteral("east"), QStringLiteral("lab/fox")),
        endpoint(QStringLiteral("west"), QStringLiteral("lab/fox")),
        endpoint(QStringLiteral("home"), QStringLiteral("lab/owl")),
        endpoint(QStringLiteral("drill"), QStringLiteral("practice/fox")),
    };
    PlanInput input;

    World()
    {
        endpoints[2].price.reset();
        input.usableProviders = {QStringLiteral("east"), QStringLiteral("west"), QStringLiteral("home"),
                                 QStringLiteral("drill")};
        input.request.messages = {chat::Message::make(chat::Role::User, QString(1000, u'x'))};
        input.chain = {
            .name = QStringLiteral("test"), .version = 7, .steps = {Step{.model = QStringLiteral("lab/fox")}}};
    }

    catalog::Endpoint &east() { return endpoints[0]; }
    Step &step() { return input.chain.steps[0]; }

    Plan planned()
    {
        input.catalog = catalog::Catalog(providers, endpoints);
        SeededRandom random(1);
        return plan(input, WallTime{}, random);
    }
};

/// Of twenty attempts that all took so many seconds.
inline Measured firstTokenOf(double seconds)
{
    return {.firstToken = Quantiles{.p50 = seconds, .p75 = seconds, .p90 = seconds, .p99 = seconds, .samples = 20},
            .asked = true,
            .attempts = 20};
}

inline Candidate candidate(const Plan &plan, const QString &endpointId)
{
    const auto found = std::ranges::find(plan.candidates, endpointId, &Candidate::endpointId);
    return found == plan.candidates.end() ? Candidate{} : *found;
}

inline QStringList candidates(const Plan &plan)
{
    QStringList ids;
    for (const Candidate &candidate : plan.candidates)
        ids.append(candidate.endpointId);
    return ids;
}

} // namespace sb::routing::testing
