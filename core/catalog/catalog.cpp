#include "core/catalog/catalog.h"

#include <algorithm>

namespace sb::catalog {

namespace {

/// Adds a value, in the place of an earlier one of the same id.
template <typename T>
void place(QList<T> &list, QHash<QString, qsizetype> &index, const T &value)
{
    const auto it = index.constFind(value.id);
    if (it != index.constEnd()) {
        list[*it] = value;
    } else {
        index.insert(value.id, list.size());
        list.append(value);
    }
}

template <typename T>
const T *lookUp(const QList<T> &list, const QHash<QString, qsizetype> &index, const QString &id)
{
    const auto it = index.constFind(id);
    return it != index.constEnd() ? &list.at(*it) : nullptr;
}

} // namespace

Catalog::Catalog(const QList<Provider> &providers, QList<Endpoint> endpoints)
{
    for (const Provider &provider : providers)
        place(m_providers, m_providerIndex, provider);

    for (Endpoint &endpoint : endpoints) {
        const Provider *owner = provider(endpoint.providerId);
        if (!owner)
            continue;
        endpoint.free = endpoint.free || (owner->local && !endpoint.price);
        place(m_endpoints, m_endpointIndex, endpoint);
    }
    const auto owner = [this](const Endpoint &endpoint) { return m_providerIndex.value(endpoint.providerId); };
    if (!std::ranges::is_sorted(m_endpoints, {}, owner)) // files are read in that order, and endpoints are large
        std::ranges::stable_sort(m_endpoints, {}, owner);
    for (qsizetype i = 0; i < m_endpoints.size(); ++i) {
        m_endpointIndex.insert(m_endpoints.at(i).id, i);
        m_byModel[m_endpoints.at(i).modelId].append(i);
    }
}

const Provider *Catalog::provider(const QString &id) const
{
    return lookUp(m_providers, m_providerIndex, id);
}

const Endpoint *Catalog::endpoint(const QString &id) const
{
    return lookUp(m_endpoints, m_endpointIndex, id);
}

QList<const Endpoint *> Catalog::endpointsFor(const QString &modelId) const
{
    QList<const Endpoint *> found;
    const auto indexes = m_byModel.constFind(modelId);
    if (indexes == m_byModel.constEnd())
        return found;
    found.reserve(indexes->size());
    for (const qsizetype index : *indexes)
        found.append(&m_endpoints.at(index));
    return found;
}

QStringList Catalog::modelIds() const
{
    QStringList ids = m_byModel.keys();
    ids.sort();
    return ids;
}

Catalog Catalog::inOrder(const QStringList &providerIds) const
{
    QList<Provider> ordered = m_providers;
    std::ranges::stable_sort(ordered, {}, [&providerIds](const Provider &provider) {
        const qsizetype place = providerIds.indexOf(provider.id);
        return place < 0 ? providerIds.size() : place;
    });
    return Catalog(ordered, m_endpoints);
}

Catalog Catalog::withBaseUrls(const QHash<QString, QUrl> &urls) const
{
    Catalog changed = *this;
    for (Provider &provider : changed.m_providers)
        provider.baseUrl = urls.value(provider.id, provider.baseUrl);
    return changed;
}

} // namespace sb::catalog
