#include "core/routing/step_reach.h"

#include "core/routing/plan_filters.h"

namespace sb::routing {

namespace {

struct Reached
{
    const catalog::Endpoint *endpoint = nullptr;
    Variant variant = Variant::None;
};

QList<Reached> namedOf(const Step &step, const catalog::Catalog &catalog)
{
    QHash<QString, Variant> models;
    for (const QString &asked : modelsOf(step)) {
        const ModelName name = parseModelName(asked, catalog);
        models.insert(name.model, name.variant);
    }
    QList<Reached> reached;
    QSet<QString> seen;
    for (const QString &id : step.endpoints) {
        const catalog::Endpoint *endpoint = catalog.endpoint(id);
        if (endpoint && !seen.contains(id) && (models.isEmpty() || models.contains(endpoint->modelId)))
            reached.append({endpoint, models.value(endpoint->modelId, Variant::None)});
        seen.insert(id);
    }
    return reached;
}

QList<Reached> fittingOf(const Step &step, const catalog::Catalog &catalog)
{
    QList<Reached> reached;
    const auto add = [&](const catalog::Endpoint &endpoint, Variant variant) {
        if (!step.filter || fits(*step.filter, endpoint, *catalog.provider(endpoint.providerId)))
            reached.append({&endpoint, variant});
    };
    const QStringList models = modelsOf(step);
    for (const QString &asked : models) {
        const ModelName name = parseModelName(asked, catalog);
        for (const catalog::Endpoint *endpoint : catalog.endpointsFor(name.model))
            add(*endpoint, name.variant);
    }
    for (const catalog::Endpoint &endpoint : catalog.endpoints()) {
        if (models.isEmpty() && step.filter)
            add(endpoint, Variant::None);
    }
    return reached;
}

} // namespace

StepReach reachOf(const Step &step, const catalog::Catalog &catalog, const QSet<QString> &usableProviders)
{
    const PlanInput input;
    const RequestNeeds needs;
    StepReach reach;
    QSet<QString> models;
    for (const auto &[endpoint, variant] :
         step.endpoints.isEmpty() ? fittingOf(step, catalog) : namedOf(step, catalog)) {
        const catalog::Provider &provider = *catalog.provider(endpoint->providerId);
        const Option option{input, input.request, needs, step, step.preferences, *endpoint, provider, variant};
        ++reach.endpoints;
        models.insert(endpoint->modelId);
        if (provider.enabled && usableProviders.contains(provider.id) && !refusalByPreference(option))
            ++reach.usable;
    }
    reach.models = models.size();
    return reach;
}

} // namespace sb::routing
