#include "core/profile/workspace.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::profile {

namespace {

auto byName(const QString &name)
{
    return [&name](const routing::Chain &chain) { return chain.name == name; };
}

} // namespace

Workspace::Workspace(const Paths &paths, const Settings &settings, QObject *parent)
    : QObject(parent)
    , m_paths(paths)
    , m_settings(settings)
    , m_store(paths)
{
    connect(&m_store, &ProfileStore::loaded, this, [this](Ticket, const Contents &contents) { take(contents); });
    connect(&m_store, &ProfileStore::done, this, [this](Ticket ticket, const Result<Revision> &result) {
        const QString chain = m_savingChain.take(ticket.value);
        if (result)
            return;
        emit failed(result.error());
        if (!chain.isEmpty())
            m_store.load(); // on a conflict both are on disk now: ours under another name
    });
}

void Workspace::load()
{
    m_store.load();
}

void Workspace::take(const Contents &contents)
{
    m_chains = contents.chains.chains;
    m_revisions = contents.chains.revisions;
    m_shipped = contents.shipped;
    m_fromFiles = contents.catalog;
    m_bad = contents.bad;
    rebuildCatalog();
    emit chainsChanged();
    emit loaded();
}

void Workspace::rebuildCatalog()
{
    m_catalog = m_fromFiles.inOrder(m_settings.providers).withBaseUrls(m_baseUrls);
    emit catalogChanged();
}

const routing::Chain *Workspace::chain(const QString &name) const
{
    const auto it = std::find_if(m_chains.cbegin(), m_chains.cend(), byName(name));
    return it == m_chains.cend() ? nullptr : &*it;
}

QStringList Workspace::usableModels() const
{
    QStringList real;
    QStringList practice;
    for (const QString &id : m_catalog.modelIds()) {
        const auto endpoints = m_catalog.endpointsFor(id);
        const auto usable =
            std::find_if(endpoints.cbegin(), endpoints.cend(),
                         [this](const catalog::Endpoint *endpoint) { return m_usable.contains(endpoint->providerId); });
        if (usable == endpoints.cend())
            continue;
        const catalog::Provider *provider = m_catalog.provider((*usable)->providerId);
        (provider && provider->practice ? practice : real).append(id);
    }
    return real + practice;
}

QString Workspace::defaultTarget() const
{
    if (chain(m_settings.defaultChain))
        return u"chain/"_s + m_settings.defaultChain;
    if (chain(u"sample"_s))
        return u"chain/sample"_s;
    return usableModels().value(0);
}

void Workspace::setSettings(const Settings &settings)
{
    if (settings == m_settings)
        return;
    const bool otherOrder = settings.providers != m_settings.providers;
    m_settings = settings;
    m_store.saveSettings(settings);
    emit settingsChanged();
    if (otherOrder)
        rebuildCatalog();
}

void Workspace::setUsableProviders(const QSet<QString> &ids)
{
    if (ids == m_usable)
        return;
    m_usable = ids;
    emit catalogChanged();
}

void Workspace::setBaseUrls(const QHash<QString, QUrl> &urls)
{
    m_baseUrls = urls;
    rebuildCatalog();
}

void Workspace::saveChain(const routing::Chain &chain, const QString &replaces)
{
    if (!replaces.isEmpty() && replaces != chain.name)
        removeChain(replaces);
    const auto it = std::find_if(m_chains.begin(), m_chains.end(), byName(chain.name));
    if (it != m_chains.end())
        *it = chain;
    else
        m_chains.insert(std::lower_bound(m_chains.begin(), m_chains.end(), chain.name,
                                         [](const routing::Chain &a, const QString &name) { return a.name < name; }),
                        chain);
    m_savingChain.insert(m_store.saveChain(chain, m_revisions.value(chain.name)).value, chain.name);
    // What the file will be: who saves again before the answer is there must not be in conflict with itself.
    m_revisions.insert(chain.name, revisionOfBytes(toJson(chain).dumpIndented()));
    emit chainsChanged();
}

void Workspace::removeChain(const QString &name)
{
    m_chains.removeIf(byName(name));
    m_revisions.remove(name);
    m_store.removeChain(name);
    emit chainsChanged();
}

void Workspace::saveProvider(const catalog::Provider &provider)
{
    catalog::Provider own = provider;
    own.fromProfile = true;
    m_fromFiles = catalog::Catalog(m_fromFiles.providers() + QList{own}, m_fromFiles.endpoints());
    m_store.saveProvider(own);
    rebuildCatalog();
}

QList<catalog::Endpoint> Workspace::ownEndpoints(const QString &providerId) const
{
    QList<catalog::Endpoint> own = m_fromFiles.endpoints();
    own.removeIf([&](const catalog::Endpoint &each) { return each.providerId != providerId || !each.fromProfile; });
    return own;
}

void Workspace::setEndpoints(const QString &providerId, const QList<catalog::Endpoint> &own)
{
    if (own == ownEndpoints(providerId))
        return;
    m_store.saveEndpoints(providerId, own);
    replaceOwn(m_fromFiles.providers(), providerId, own);
}

void Workspace::removeProvider(const QString &id)
{
    const catalog::Provider *provider = m_fromFiles.provider(id);
    if ((!provider || !provider->fromProfile) && ownEndpoints(id).isEmpty())
        return; // there is no file about it
    m_store.removeProvider(id);
    QList<catalog::Provider> providers = m_fromFiles.providers();
    providers.removeIf([&id](const catalog::Provider &each) { return each.id == id; });
    if (const catalog::Provider *shipped = m_shipped.provider(id))
        providers.append(*shipped);
    replaceOwn(providers, id, {});
}

/// Shipped endpoints come first, so that one that the profile said otherwise is there again.
void Workspace::replaceOwn(const QList<catalog::Provider> &providers, const QString &providerId,
                           const QList<catalog::Endpoint> &own)
{
    QList<catalog::Endpoint> endpoints = m_shipped.endpoints();
    for (const catalog::Endpoint &each : m_fromFiles.endpoints()) {
        if (each.fromProfile && each.providerId != providerId)
            endpoints.append(each);
    }
    for (catalog::Endpoint endpoint : own) {
        endpoint.fromProfile = true;
        endpoints.append(endpoint);
    }
    m_fromFiles = catalog::Catalog(providers, endpoints);
    rebuildCatalog();
}

void Workspace::exportFile(const QString &path, const QByteArray &bytes)
{
    m_store.exportFile(path, bytes);
}

} // namespace sb::profile
