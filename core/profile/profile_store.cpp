#include "core/profile/profile_store.h"

namespace sb::profile {

namespace {

Result<Revision> withoutRevision(const Result<void> &result)
{
    return result.map([] { return Revision(); });
}

/// Both in their order; see ProfileStore::publishChain().
template <typename SaveHistory, typename Save>
Result<Revision> published(const SaveHistory &saveHistory, const Save &save)
{
    const Result<Revision> history = saveHistory();
    if (!history && history.error().kind != Error::Kind::Conflict)
        return history;
    const Result<Revision> saved = save();
    return saved && !history ? history : saved;
}

} // namespace

Contents loadContents(const Paths &paths)
{
    const Result<Settings> settings = loadSettings(paths);
    LoadedChains chains = loadChains(paths);
    LoadedPolicies policies = loadPolicies(paths);
    auto chainHistories = loadChainHistories(paths);
    auto policyHistories = loadPolicyHistories(paths);
    LoadedClasses classes = loadClasses(paths);
    LoadedCatalog catalog = loadCatalog(paths);
    LoadedHistory history = loadHistory(paths);
    QList<BadFile> bad;
    if (!settings)
        bad.append({.path = paths.settings(), .error = settings.error()});
    bad +=
        chains.bad + policies.bad + chainHistories.bad + policyHistories.bad + classes.bad + catalog.bad + history.bad;
    return {.settings = settings.value_or(Settings{}),
            .chains = std::move(chains),
            .policies = std::move(policies),
            .chainHistories = std::move(chainHistories),
            .policyHistories = std::move(policyHistories),
            .classes = std::move(classes),
            .catalog = std::move(catalog),
            .history = std::move(history.history),
            .bad = std::move(bad)};
}

ProfileStore::ProfileStore(const Paths &paths, QObject *parent)
    : QObject(parent)
    , m_paths(paths)
{
    m_worker.setMaxThreadCount(1);
}

ProfileStore::~ProfileStore()
{
    m_worker.waitForDone();
}

Ticket ProfileStore::nextTicket()
{
    return {++m_lastTicket};
}

Ticket ProfileStore::post(Work work)
{
    const Ticket ticket = nextTicket();
    m_worker.start([this, ticket, work = std::move(work)] {
        // Delivered on our thread; dropped when we are gone, which waits for this very function.
        QMetaObject::invokeMethod(
            this, [this, ticket, result = work()] { emit done(ticket, result); }, Qt::QueuedConnection);
    });
    return ticket;
}

Ticket ProfileStore::load()
{
    const Ticket ticket = nextTicket();
    m_worker.start([this, ticket] {
        QMetaObject::invokeMethod(
            this, [this, ticket, contents = loadContents(m_paths)] { emit loaded(ticket, contents); },
            Qt::QueuedConnection);
    });
    return ticket;
}

Ticket ProfileStore::loadClasses()
{
    const Ticket ticket = nextTicket();
    m_worker.start([this, ticket] {
        QMetaObject::invokeMethod(
            this, [this, ticket, classes = profile::loadClasses(m_paths)] { emit classesLoaded(ticket, classes); },
            Qt::QueuedConnection);
    });
    return ticket;
}

Ticket ProfileStore::saveClasses(const routing::ClassRules &rules, const Expected &expected)
{
    return post([paths = m_paths, rules, expected] { return profile::saveClasses(paths, rules, expected); });
}

Ticket ProfileStore::saveSettings(const Settings &settings, const Expected &expected)
{
    return post([paths = m_paths, settings, expected] { return profile::saveSettings(paths, settings, expected); });
}

Ticket ProfileStore::saveChain(const routing::Chain &chain, const Revision &expected)
{
    return post([paths = m_paths, chain, expected] { return profile::saveChain(paths, chain, expected); });
}

Ticket ProfileStore::renameChain(const QString &oldName, const Revision &expected, const routing::Chain &chain)
{
    return post(
        [paths = m_paths, oldName, expected, chain] { return profile::renameChain(paths, oldName, expected, chain); });
}

Ticket ProfileStore::removeChain(const QString &name, const Expected &expected)
{
    return post(
        [paths = m_paths, name, expected] { return withoutRevision(profile::removeChain(paths, name, expected)); });
}

Ticket ProfileStore::saveChainHistory(const QString &name, const routing::VersionHistory<routing::Chain> &history,
                                      const Expected &expected)
{
    return post([paths = m_paths, name, history, expected] {
        return profile::saveChainHistory(paths, name, history, expected);
    });
}

Ticket ProfileStore::publishChain(const QString &oldName, const Revision &expected, const routing::Chain &chain,
                                  const routing::VersionHistory<routing::Chain> &history,
                                  const Expected &expectedHistory)
{
    return post([paths = m_paths, oldName, expected, chain, history, expectedHistory] {
        const bool isRename = !oldName.isEmpty() && oldName != chain.name;
        return published(
            [&] { return profile::saveChainHistory(paths, isRename ? oldName : chain.name, history, expectedHistory); },
            [&] {
                return isRename ? profile::renameChain(paths, oldName, expected, chain)
                                : profile::saveChain(paths, chain, expected);
            });
    });
}

Ticket ProfileStore::publishPolicy(const QString &oldName, const Revision &expected, const routing::Policy &policy,
                                   const routing::VersionHistory<routing::Policy> &history,
                                   const Expected &expectedHistory)
{
    return post([paths = m_paths, oldName, expected, policy, history, expectedHistory] {
        const bool isRename = !oldName.isEmpty() && oldName != policy.name;
        return published(
            [&] {
                return profile::savePolicyHistory(paths, isRename ? oldName : policy.name, history, expectedHistory);
            },
            [&] {
                return isRename ? profile::renamePolicy(paths, oldName, expected, policy)
                                : profile::savePolicy(paths, policy, expected);
            });
    });
}

Ticket ProfileStore::savePolicy(const routing::Policy &policy, const Revision &expected)
{
    return post([paths = m_paths, policy, expected] { return profile::savePolicy(paths, policy, expected); });
}

Ticket ProfileStore::renamePolicy(const QString &oldName, const Revision &expected, const routing::Policy &policy)
{
    return post([paths = m_paths, oldName, expected, policy] {
        return profile::renamePolicy(paths, oldName, expected, policy);
    });
}

Ticket ProfileStore::removePolicy(const QString &name, const Expected &expected)
{
    return post(
        [paths = m_paths, name, expected] { return withoutRevision(profile::removePolicy(paths, name, expected)); });
}

Ticket ProfileStore::savePolicyHistory(const QString &name, const routing::VersionHistory<routing::Policy> &history,
                                       const Expected &expected)
{
    return post([paths = m_paths, name, history, expected] {
        return profile::savePolicyHistory(paths, name, history, expected);
    });
}

Ticket ProfileStore::saveProvider(const catalog::Provider &provider, const Expected &expected)
{
    return post([paths = m_paths, provider, expected] { return profile::saveProvider(paths, provider, expected); });
}

Ticket ProfileStore::saveEndpoints(const QString &providerId, const QList<catalog::Endpoint> &endpoints,
                                   const Expected &expected)
{
    return post([paths = m_paths, providerId, endpoints, expected] {
        return profile::saveEndpoints(paths, providerId, endpoints, expected);
    });
}

Ticket ProfileStore::removeProvider(const QString &id, const ExpectedProvider &expected)
{
    return post(
        [paths = m_paths, id, expected] { return withoutRevision(profile::removeProvider(paths, id, expected)); });
}

Ticket ProfileStore::saveOverrides(const QList<catalog::PriceOverride> &overrides, const Expected &expected)
{
    return post([paths = m_paths, overrides, expected] { return profile::saveOverrides(paths, overrides, expected); });
}

Ticket ProfileStore::storeRefresh(const catalog::RefreshInput &input, const QList<catalog::Fetch> &fetches,
                                  WallTime now)
{
    const Ticket ticket = nextTicket();
    m_worker.start([this, ticket, input, fetches, now] {
        QMetaObject::invokeMethod(
            this,
            [this, ticket, stored = profile::storeRefresh(m_paths, input, fetches, now)] {
                emit refreshed(ticket, stored);
            },
            Qt::QueuedConnection);
    });
    return ticket;
}

Ticket ProfileStore::exportFile(const QString &path, const QByteArray &bytes)
{
    return post([path, bytes] { return withoutRevision(profile::writeFile(path, bytes)); });
}

} // namespace sb::profile
