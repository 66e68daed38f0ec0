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
    m_fromFiles = contents.catalog;
    m_bad = contents.bad;
    rebuildCatalog();
    emit chainsChanged();
    emit loaded();
}

void Workspace::rebuildCatalog()
{
    m_catalog = m_fromFiles.withBaseUrls(m_baseUrls);
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
    if (!m_settings.defaultChain.isEmpty())
        return u"chain/"_s + m_settings.defaultChain;
    if (chain(u"sample"_s))
        return u"chain/sample"_s;
    return usableModels().value(0);
}

void Workspace::setSettings(const Settings &settings)
{
    if (settings == m_settings)
        return;
    m_settings = settings;
    m_store.saveSettings(settings);
    emit settingsChanged();
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
    QList<catalog::Provider> providers = m_fromFiles.providers();
    const auto it =
        std::find_if(providers.begin(), providers.end(), [&](const auto &other) { return other.id == provider.id; });
    if (it != providers.end())
        *it = provider;
    else
        providers.append(provider);
    m_fromFiles = catalog::Catalog(providers, m_fromFiles.endpoints());
    m_store.saveProvider(provider);
    rebuildCatalog();
}

void Workspace::removeProvider(const QString &id)
{
    m_store.removeProvider(id);
    m_store.load(); // a built-in one of the same id may come back
}

void Workspace::exportFile(const QString &path, const QByteArray &bytes)
{
    m_store.exportFile(path, bytes);
}

} // namespace sb::profile
