#include "core/profile/profile_store.h"

namespace sb::profile {

namespace {

Result<Revision> withoutRevision(const Result<void> &result)
{
    return result.map([] { return Revision(); });
}

} // namespace

Contents loadContents(const Paths &paths)
{
    const Result<Settings> settings = loadSettings(paths);
    LoadedChains chains = loadChains(paths);
    LoadedCatalog catalog = loadCatalog(paths);
    QList<BadFile> bad;
    if (!settings)
        bad.append({.path = paths.settings(), .error = settings.error()});
    bad += chains.bad + catalog.bad;
    return {.settings = settings.value_or(Settings{}),
            .chains = std::move(chains),
            .catalog = std::move(catalog.catalog),
            .shipped = std::move(catalog.shipped),
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

Ticket ProfileStore::saveSettings(const Settings &settings)
{
    return post([paths = m_paths, settings] { return withoutRevision(profile::saveSettings(paths, settings)); });
}

Ticket ProfileStore::saveChain(const routing::Chain &chain, const Revision &expected)
{
    return post([paths = m_paths, chain, expected] { return profile::saveChain(paths, chain, expected); });
}

Ticket ProfileStore::removeChain(const QString &name)
{
    return post([paths = m_paths, name] { return withoutRevision(profile::removeChain(paths, name)); });
}

Ticket ProfileStore::saveProvider(const catalog::Provider &provider)
{
    return post([paths = m_paths, provider] { return withoutRevision(profile::saveProvider(paths, provider)); });
}

Ticket ProfileStore::saveEndpoints(const QString &providerId, const QList<catalog::Endpoint> &endpoints)
{
    return post([paths = m_paths, providerId, endpoints] {
        return withoutRevision(profile::saveEndpoints(paths, providerId, endpoints));
    });
}

Ticket ProfileStore::removeProvider(const QString &id)
{
    return post([paths = m_paths, id] { return withoutRevision(profile::removeProvider(paths, id)); });
}

Ticket ProfileStore::exportFile(const QString &path, const QByteArray &bytes)
{
    return post([path, bytes] { return withoutRevision(profile::writeFile(path, bytes)); });
}

} // namespace sb::profile
