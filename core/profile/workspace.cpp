#include "core/profile/workspace.h"

#include "core/profile/target.h"

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
    m_revisions.insert(paths.settings(), revisionOf(settings));
    connect(&m_store, &ProfileStore::loaded, this, [this](Ticket, const Contents &contents) { take(contents); });
    connect(&m_store, &ProfileStore::done, this, &Workspace::takeAnswer);
    connect(&m_store, &ProfileStore::classesLoaded, this, [this](Ticket ticket, const LoadedClasses &classes) {
        if (ticket == m_lookingAtClasses)
            takeClasses(classes);
    });
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &Workspace::lookAtClasses);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &Workspace::lookAtClasses);
    connect(&m_store, &ProfileStore::refreshed, this,
            [this](Ticket, const StoredRefresh &stored) { takeRefresh(stored); });
}

void Workspace::load()
{
    m_store.load();
}

void Workspace::take(const Contents &contents)
{
    m_chains = contents.chains.chains;
    m_policies = contents.policies.policies;
    m_chainHistories = contents.chainHistories.histories;
    m_policyHistories = contents.policyHistories.histories;
    const Revision settings = m_revisions.value(m_paths.settings());
    m_revisions = contents.catalog.revisions;
    m_revisions.insert(m_paths.settings(), settings);
    const auto addRevisions = [this](const QHash<QString, Revision> &revisions, const auto &pathOf) {
        for (auto it = revisions.cbegin(); it != revisions.cend(); ++it)
            m_revisions.insert(pathOf(it.key()), it.value());
    };
    addRevisions(contents.chains.revisions, [this](const QString &name) { return m_paths.chain(name); });
    addRevisions(contents.policies.revisions, [this](const QString &name) { return m_paths.policy(name); });
    addRevisions(contents.chainHistories.revisions, [this](const QString &name) { return m_paths.chainHistory(name); });
    addRevisions(contents.policyHistories.revisions,
                 [this](const QString &name) { return m_paths.policyHistory(name); });
    m_shipped = contents.catalog.shipped;
    m_fromFiles = contents.catalog.files;
    m_fetched = contents.catalog.fetched;
    m_overrides = contents.catalog.overrides;
    m_beneath = contents.catalog.beneath;
    m_history = contents.history;
    m_uncertain.clear();
    m_bad = contents.bad;
    takeClasses(contents.classes);
    for (const Change &change : std::as_const(m_changes)) {
        if (change.again)
            change.again();
    }
    rebuildCatalog();
    emit policiesChanged(); // before: who shows a chain looks up its policies, too
    emit chainsChanged();
    emit loaded();
}

void Workspace::takeAnswer(Ticket ticket, const Result<Revision> &result)
{
    const Change change = m_changes.take(ticket.value);
    if (result)
        finish(change, *result);
    else
        giveUp(change, result.error());
}

void Workspace::finish(const Change &change, const Revision &revision)
{
    if (change.path.isEmpty())
        return; // an export, no file of the profile
    m_revisions.insert(change.path, revision);
    if (change.path == m_paths.classes())
        watchClasses(); // the first one makes the file

    if (change.history) { // under the name before; a rename takes it along below
        const QString name = change.replaces.isEmpty() ? change.chain->name : change.replaces;
        m_chainHistories.insert(name, *change.history);
        m_revisions.insert(m_paths.chainHistory(name), revisionOfBytes(toJson(*change.history).dumpIndented()));
        m_uncertain.remove(m_paths.chainHistory(name));
    }
    if (change.written)
        return change.written(revision);
    if (!change.chain)
        return;
    if (change.isRemoval) { // and what was read from disk meanwhile may have brought it back
        m_chainHistories.remove(change.chain->name);
        if (m_chains.removeIf(byName(change.chain->name)) > 0)
            emit chainsChanged();
        return;
    }
    if (!change.replaces.isEmpty()) {
        m_chains.removeIf(byName(change.replaces));
        m_revisions.remove(m_paths.chain(change.replaces));
        if (m_chainHistories.contains(change.replaces)) { // its file went along
            m_chainHistories.insert(change.chain->name, m_chainHistories.take(change.replaces));
            m_revisions.insert(m_paths.chainHistory(change.chain->name),
                               m_revisions.take(m_paths.chainHistory(change.replaces)));
        }
    }
    put(*change.chain);
    emit chainSaved(*change.chain);
    emit chainsChanged();
    if (change.history)
        emit versionsChanged();
    if (!change.replaces.isEmpty() && m_settings.defaultChain == change.replaces) {
        Settings settings = m_settings;
        settings.defaultChain = change.chain->name;
        setSettings(settings);
    }
}

void Workspace::giveUp(const Change &change, const Error &error)
{
    const bool isConflict = error.kind == Error::Kind::Conflict;
    if (change.history)
        m_uncertain.insert(m_paths.chainHistory(change.replaces.isEmpty() ? change.chain->name : change.replaces));
    if (change.chain && !change.isRemoval)
        emit chainNotSaved(*change.chain, error);
    if (change.refused)
        return change.refused(error);
    emit failed(error);
    if (isConflict && !change.chain && !change.isRemoval) {
        m_revisions.insert(change.path, change.after); // ours was written all the same
    } else if (isConflict) {
        m_store.load(); // what we hold is not what is on disk
    } else if (change.chain && change.isRemoval) {
        put(*change.chain);
        emit chainsChanged();
    }
}

void Workspace::put(const routing::Chain &chain)
{
    const auto at = std::lower_bound(m_chains.cbegin(), m_chains.cend(), chain.name,
                                     [](const routing::Chain &a, const QString &name) { return a.name < name; });
    const qsizetype index = at - m_chains.cbegin();
    if (at != m_chains.cend() && at->name == chain.name)
        m_chains[index] = chain;
    else
        m_chains.insert(index, chain);
}

Revision Workspace::revision(const QString &path) const
{
    Revision last = m_revisions.value(path);
    for (const Change &change : m_changes) {
        if (change.path == path)
            last = change.after;
    }
    return last;
}

void Workspace::setFiles(const catalog::Catalog &files)
{
    m_fromFiles = files;
    m_beneath = withFetched(m_fromFiles, m_fetched);
    rebuildCatalog();
}

void Workspace::rebuildCatalog()
{
    m_catalog = withOverrides(m_beneath, m_overrides).inOrder(m_settings.providers).withBaseUrls(m_baseUrls);
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

bool Workspace::isAdded(const catalog::Provider &provider) const
{
    return provider.fromProfile || m_settings.providers.contains(provider.id);
}

QString Workspace::defaultTarget() const
{
    if (chain(m_settings.defaultChain))
        return routing::chainTarget(m_settings.defaultChain);
    if (const QStringList recent = recentTargets(); !recent.isEmpty())
        return recent.constFirst();
    if (chain(u"sample"_s))
        return routing::chainTarget(u"sample"_s);
    return modestModel(m_catalog, m_usable);
}

QStringList Workspace::recentTargets() const
{
    const QStringList models = usableModels();
    QStringList recent = m_settings.recentTargets;
    recent.removeIf([&](const QString &target) {
        const auto chainName = routing::chainNameOf(target);
        return chainName ? !chain(*chainName) : !models.contains(target);
    });
    return recent;
}

QString Workspace::nextModel(const QStringList &except) const
{
    for (const QString &target : recentTargets()) {
        if (!routing::chainNameOf(target) && !except.contains(target))
            return target;
    }
    return modestModel(m_catalog, m_usable, except);
}

void Workspace::setSettings(const Settings &settings)
{
    if (settings == m_settings)
        return;
    const bool otherOrder = settings.providers != m_settings.providers;
    m_settings = settings;
    const QString path = m_paths.settings();
    const Ticket ticket = m_store.saveSettings(settings, revision(path));
    m_changes.insert(ticket.value, {.path = path, .after = revisionOf(settings)});
    emit settingsChanged();
    if (otherOrder)
        rebuildCatalog();
}

void Workspace::noteAsked(const QString &target)
{
    Settings settings = m_settings;
    settings.recentTargets = withRecent(settings.recentTargets, target);
    setSettings(settings);
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
    write(chain, replaces, {});
}

void Workspace::publishChain(const routing::Chain &chain, const routing::VersionHistory<routing::Chain> &history,
                             const QString &replaces)
{
    write(chain, replaces, history);
}

void Workspace::write(const routing::Chain &chain, const QString &replaces,
                      const std::optional<routing::VersionHistory<routing::Chain>> &history)
{
    const QString oldName = replaces == chain.name ? QString() : replaces;
    const QString path = m_paths.chain(chain.name);
    const Revision expected = revision(oldName.isEmpty() ? path : m_paths.chain(oldName));
    const Expected known = expectedHistory(m_paths.chainHistory(oldName.isEmpty() ? chain.name : oldName));
    const Ticket ticket = history ? m_store.publishChain(oldName, expected, chain, *history, known)
        : oldName.isEmpty()       ? m_store.saveChain(chain, expected)
                                  : m_store.renameChain(oldName, expected, chain);
    // Who saves again before the answer is there must not be in conflict with itself.
    m_changes.insert(ticket.value,
                     {.path = path,
                      .after = revisionOfBytes(toJson(chain).dumpIndented()),
                      .chain = chain,
                      .replaces = oldName,
                      .history = history});
}

void Workspace::removeChain(const QString &name)
{
    const routing::Chain *found = chain(name);
    if (!found)
        return;
    const QString path = m_paths.chain(name);
    const Ticket ticket = m_store.removeChain(name, revision(path));
    m_changes.insert(ticket.value, {.path = path, .chain = *found, .isRemoval = true});
    m_revisions.remove(m_paths.chainHistory(name)); // goes with it
    m_chains.removeIf(byName(name));
    emit chainsChanged();
}

void Workspace::saveProvider(const catalog::Provider &provider)
{
    catalog::Provider own = provider;
    own.fromProfile = true;
    const catalog::Catalog files(m_fromFiles.providers() + QList{own}, m_fromFiles.endpoints());
    const QString path = m_paths.provider(own.id);
    const Ticket ticket = m_store.saveProvider(own, revision(path));
    m_changes.insert(ticket.value, {.path = path, .after = revisionOfBytes(toJson(own).dumpIndented())});
    setFiles(files);
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
    const QString path = m_paths.prices(providerId);
    const Ticket ticket = m_store.saveEndpoints(providerId, own, revision(path));
    m_changes.insert(ticket.value, {.path = path, .after = revisionOfBytes(toJson(providerId, own).dumpIndented())});
    replaceOwn(m_fromFiles.providers(), providerId, own);
}

void Workspace::removeProvider(const QString &id)
{
    const catalog::Provider *provider = m_fromFiles.provider(id);
    if ((!provider || !provider->fromProfile) && ownEndpoints(id).isEmpty())
        return; // there is no file about it
    const Ticket ticket = m_store.removeProvider(
        id, {.provider = revision(m_paths.provider(id)), .prices = revision(m_paths.prices(id))});
    m_changes.insert(ticket.value, {.path = m_paths.provider(id), .isRemoval = true});
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
    setFiles(catalog::Catalog(providers, endpoints));
}

void Workspace::exportFile(const QString &path, const QByteArray &bytes)
{
    m_store.exportFile(path, bytes);
}

} // namespace sb::profile
