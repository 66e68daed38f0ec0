#include "core/lab/offers.h"

#include "core/routing/plan.h"

namespace sb::lab {

QList<Offers> offersOf(const routing::Chain &chain, const catalog::Catalog &catalog, const chat::Request &request)
{
    routing::PlanInput input{.request = request, .chain = chain, .catalog = catalog, .budget = {.hard = false}};
    for (const catalog::Provider &provider : catalog.providers())
        input.usableProviders.insert(provider.id);
    SeededRandom random(0);
    QList<Offers> offers(chain.steps.size());
    const routing::Plan plan = routing::plan(input, WallTime{}, random);
    for (const routing::Candidate &candidate : plan.candidates)
        offers[candidate.step].append(catalog.endpoint(candidate.endpointId));
    return offers;
}

} // namespace sb::lab
