#include "core/routing/exchange/foreign_models.h"

#include <algorithm>

namespace sb::routing {

namespace {

bool isSame(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// Others name an endpoint by the provider's own name of the model, or by that of its maker.
bool isCalled(const catalog::Endpoint &endpoint, const QString &model)
{
    return isSame(endpoint.upstreamModel, model) || isSame(endpoint.modelId, model)
        || isSame(endpoint.modelId.section(u'/', 1), model);
}

const catalog::Endpoint *ofProvider(const catalog::Catalog &catalog, const QString &id, const QString &model)
{
    const catalog::Endpoint *second = nullptr;
    for (const catalog::Endpoint &endpoint : catalog.endpoints()) {
        if (endpoint.providerId != id)
            continue;
        if (isSame(endpoint.upstreamModel, model))
            return &endpoint;
        if (!second && isCalled(endpoint, model))
            second = &endpoint;
    }
    return second;
}

/// The ids of a provider here that others call so; a provider of the profile may have told us its other names.
QStringList idsOf(const catalog::Catalog &catalog, const QString &foreignName)
{
    QStringList ids = providersCalled(foreignName);
    for (const catalog::Provider &provider : catalog.providers()) {
        if (provider.knownAs.contains(foreignName, Qt::CaseInsensitive))
            ids.append(provider.id);
    }
    return ids;
}

/// "gpt-4o" is OpenAI's at OpenAI, whoever else offers it.
const catalog::Endpoint *ofMaker(const catalog::Catalog &catalog, const QString &model)
{
    for (const catalog::Endpoint &endpoint : catalog.endpoints()) {
        const catalog::Provider *provider = catalog.provider(endpoint.providerId);
        const QString maker = endpoint.modelId.section(u'/', 0, 0);
        if (isCalled(endpoint, model) && provider
            && (provider->id == maker || provider->knownAs.contains(maker, Qt::CaseInsensitive)))
            return &endpoint;
    }
    return nullptr;
}

} // namespace

const catalog::Endpoint *endpointCalled(const catalog::Catalog &catalog, const QString &provider, const QString &model)
{
    if (provider.isEmpty())
        return ofMaker(catalog, model);
    for (const QString &id : idsOf(catalog, provider)) {
        if (const catalog::Endpoint *found = ofProvider(catalog, id, model))
            return found;
    }
    return nullptr;
}

const catalog::Endpoint *endpointCalled(const catalog::Catalog &catalog, const QString &name)
{
    const qsizetype slash = name.indexOf(u'/');
    if (slash < 0)
        return endpointCalled(catalog, {}, name);
    const QString prefix = name.first(slash);
    QString rest = name.sliced(slash + 1);
    // "bedrock/converse/MODEL" says by which of two interfaces; here a provider does.
    if (isSame(prefix, QStringLiteral("bedrock")) && rest.startsWith(QStringLiteral("converse/")))
        rest = rest.section(u'/', 1);
    return endpointCalled(catalog, prefix, rest);
}

} // namespace sb::routing
