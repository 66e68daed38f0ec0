#include "core/catalog/listed_model.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace sb::catalog {

namespace {

/// Routers list "author/slug"; whoever names no author is one.
QString modelIdOf(const Provider &provider, const QString &upstreamModel)
{
    QString name = upstreamModel.simplified().replace(u' ', u'-');
    while (name.startsWith(u'/'))
        name.remove(0, 1);
    const qsizetype slash = name.indexOf(u'/');
    return slash > 0 && slash + 1 < name.size() ? name : provider.id + u'/' + name;
}

} // namespace

Endpoint endpointOf(const Provider &provider, const ListedModel &model)
{
    return {.id = provider.id + u'/' + model.upstreamModel,
            .providerId = provider.id,
            .modelId = modelIdOf(provider, model.upstreamModel),
            .upstreamModel = model.upstreamModel,
            .free = provider.local,
            .contextTokens = model.contextTokens,
            .maxOutputTokens = model.maxOutputTokens,
            .capabilities = {.tools = true, .images = true, .reasoning = true, .jsonObject = true, .jsonSchema = true},
            .fromProfile = true};
}

QList<Endpoint> newEndpoints(const Provider &provider, const QList<ListedModel> &list, const QList<Endpoint> &known)
{
    QSet<QString> ids;
    for (const Endpoint &endpoint : known)
        ids.insert(endpoint.id);
    QList<Endpoint> endpoints;
    for (const ListedModel &model : list) {
        const Endpoint endpoint = endpointOf(provider, model);
        if (!model.answersChat || ids.contains(endpoint.id))
            continue;
        ids.insert(endpoint.id);
        endpoints.append(endpoint);
    }
    return endpoints;
}

} // namespace sb::catalog
