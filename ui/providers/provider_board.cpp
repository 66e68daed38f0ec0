#include "ui/providers/provider_board.h"

#include "ui/providers/local_offers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

bool isOnThisMachine(const catalog::Provider &provider)
{
    return provider.local && provider.baseUrl.scheme() == "http"_L1 && secrets::isSafeOrigin(provider.baseUrl);
}

} // namespace

ProviderBoard::ProviderBoard(profile::Workspace &workspace, secrets::KeyStore &keys, engine::Engine &engine,
                             const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_keys(keys)
    , m_engine(engine)
    , m_clock(clock)
    , m_checks(workspace, keys, engine)
{
    connect(&m_workspace, &profile::Workspace::catalogChanged, this, &ProviderBoard::rebuild);
    connect(&m_workspace, &profile::Workspace::settingsChanged, this, &ProviderBoard::rebuild);
    connect(&m_keys, &secrets::KeyStore::changed, this, &ProviderBoard::rebuild);
    connect(&m_keys, &secrets::KeyStore::keychainChanged, this, &ProviderBoard::rebuild);
    connect(&m_keys, &secrets::KeyStore::stored, this,
            [this](const QString &id, const Result<secrets::Kept> &result, const QString &keyId) {
                m_checks.forget(id);
                m_adding[id].removeOne(keyId);
                if (result) {
                    keepRule(id, keyId);
                    useKey(id);
                    list(id);
                    m_checks.start(id, keyId);
                }
                emit keyStored(id, result);
            });
    connect(&m_keys, &secrets::KeyStore::removed, this,
            [this](const QString &id, const std::optional<Error> &problem, const QStringList &gone) {
                m_checks.forget(id);
                dropRules(id, gone);
                emit keyRemoved(id, problem);
            });
    connect(&m_checks, &ProviderChecks::changed, this, &ProviderBoard::rebuild);
    connect(&m_checks, &ProviderChecks::ended, this, &ProviderBoard::takeCheck);
    connect(&m_engine, &engine::Engine::rejectedKeysChanged, this, &ProviderBoard::takeRejected);
    connect(&m_engine, &engine::Engine::localServersFound, this,
            [this](engine::CheckId id, const QList<engine::LocalServer> &servers) {
                if (id != m_search)
                    return;
                m_search = {};
                m_found = servers;
                emit changed();
            });
}

const ProviderFacts *ProviderBoard::find(const QString &id) const
{
    const auto it =
        std::ranges::find_if(m_listed, [&id](const ProviderFacts &facts) { return facts.provider.id == id; });
    return it == m_listed.end() ? nullptr : &*it;
}

QList<catalog::Provider> ProviderBoard::listedProviders() const
{
    QList<catalog::Provider> listed = m_workspace.catalog().providers();
    listed.removeIf([this](const catalog::Provider &provider) {
        return provider.practice || !(m_workspace.isAdded(provider) || m_keys.info(provider.id));
    });
    return listed;
}

ProviderFacts ProviderBoard::factsOf(const catalog::Provider &provider) const
{
    const QList<KeyFacts> keys = keysOf(provider.id);
    return {.provider = provider,
            .models = endpoints(provider.id).size(),
            .key = keys.isEmpty() ? std::nullopt : std::optional(keys.constFirst().info),
            .keys = keys,
            .check = m_checks.last(provider.id),
            .checking = m_checks.isRunning(provider.id),
            .rejected = m_rejected.contains(provider.id),
            .rejectedAt = m_rejected.value(provider.id)};
}

void ProviderBoard::rebuild()
{
    QList<ProviderFacts> listed;
    for (const catalog::Provider &provider : listedProviders())
        listed.append(factsOf(provider));
    const bool hasPractice = std::ranges::any_of(m_workspace.catalog().providers(), &catalog::Provider::practice);
    if (hasPractice)
        listed.append({.provider = {.id = PracticeLine,
                                    .name = tr("Practice line"),
                                    .auth = catalog::Provider::Auth::None,
                                    .practice = true,
                                    .enabled = m_workspace.settings().practice},
                       .models = endpoints(PracticeLine).size()});
    m_listed = listed;
    emit changed();
}

QList<catalog::Provider> ProviderBoard::known() const
{
    QList<catalog::Provider> known = m_workspace.shipped().providers();
    const QList<engine::LocalServer> running = offers();
    known.removeIf([&](const catalog::Provider &each) {
        return each.practice || find(each.id)
            || std::ranges::find(running, each.id, &engine::LocalServer::kind) != running.end();
    });
    // Servers of one's own after the others, by name as people sort it.
    std::ranges::sort(known, [](const catalog::Provider &a, const catalog::Provider &b) {
        return a.local != b.local ? b.local : a.name.localeAwareCompare(b.name) < 0;
    });
    return known;
}

QList<engine::LocalServer> ProviderBoard::offers() const
{
    return offersAmong(m_found, listedProviders());
}

QList<Hand> ProviderBoard::hands() const
{
    QList<Hand> hands;
    bool sessionKeys = false;
    for (const ProviderFacts &facts : m_listed) {
        sessionKeys = sessionKeys || (facts.key && facts.key->source == "session"_L1);
        if (const auto hand = handFor(facts, profile::zoneOf(m_workspace.settings()), m_clock.wall()))
            hands.append(*hand);
    }
    if (const auto hand = handFor(m_keys.keychain(), sessionKeys))
        hands.append(*hand);
    for (const profile::BadFile &file : m_workspace.badFiles()) {
        if (file.path.startsWith(m_workspace.paths().providers())
            || file.path.startsWith(m_workspace.paths().catalog()))
            hands.append({.sentence = file.error.message});
    }
    std::ranges::stable_sort(hands, std::ranges::greater{}, &Hand::signal);
    return hands;
}

QList<catalog::Endpoint> ProviderBoard::endpoints(const QString &id) const
{
    QList<catalog::Endpoint> endpoints;
    for (const catalog::Endpoint &endpoint :
         m_workspace.catalog().endpoints()) { // hundreds: only what is wanted is copied
        const catalog::Provider *provider = m_workspace.catalog().provider(endpoint.providerId);
        if (id == PracticeLine ? provider->practice : endpoint.providerId == id)
            endpoints.append(endpoint);
    }
    return endpoints;
}

qsizetype ProviderBoard::newModels(const QString &id) const
{
    const ProviderFacts *facts = find(id);
    return facts && facts->check ? catalog::newEndpoints(facts->provider, facts->check->models, endpoints(id)).size()
                                 : 0;
}

QList<QUrl> ProviderBoard::usualPlaces() const
{
    QList<QUrl> places;
    for (const catalog::Provider &provider : m_workspace.shipped().providers()) {
        if (isOnThisMachine(provider))
            places.append(provider.baseUrl);
    }
    return m_usualPlaces.value_or(places);
}

void ProviderBoard::lookAround()
{
    QList<QUrl> places = usualPlaces();
    const QList<ProviderFacts> listed = m_listed; // each start rebuilds the list
    for (const ProviderFacts &facts : listed) {
        places.removeAll(facts.provider.baseUrl);
        if (isOnThisMachine(facts.provider) && facts.provider.enabled)
            check(facts.provider.id);
    }
    if (!m_search.isValid())
        m_search = m_engine.findLocalServers(places);
}

void ProviderBoard::check(const QString &id)
{
    const ProviderFacts *facts = find(id);
    m_checks.start(id, facts && facts->key ? facts->key->id : QString());
}

void ProviderBoard::checkAll()
{
    const QList<ProviderFacts> listed = m_listed; // each start rebuilds the list
    for (const ProviderFacts &facts : listed) {
        if (!facts.provider.practice && facts.provider.enabled && (facts.key || !facts.needsKey()))
            check(facts.provider.id);
    }
    lookAround();
}

void ProviderBoard::takeCheck(const engine::ProviderCheck &check)
{
    const catalog::Provider *provider = m_workspace.catalog().provider(check.providerId);
    const bool shipsModels = std::ranges::any_of(m_workspace.shipped().endpoints(), [&](const auto &endpoint) {
        return endpoint.providerId == check.providerId;
    });
    if (provider && !shipsModels && !check.models.isEmpty()) {
        // Its own list is all that is known: what left it cannot be asked for any more.
        QList<catalog::Endpoint> own = catalog::newEndpoints(*provider, check.models, {});
        const QList<catalog::Endpoint> before = m_workspace.ownEndpoints(provider->id);
        for (catalog::Endpoint &endpoint : own) {
            const auto known = std::ranges::find(before, endpoint.id, &catalog::Endpoint::id);
            if (known != before.end() && known->price)
                endpoint = *known; // the user gave it a price
        }
        m_workspace.setEndpoints(provider->id, own);
    }
    rebuild();
}

void ProviderBoard::takeRejected(const QSet<QString> &ids)
{
    QHash<QString, WallTime> rejected;
    for (const QString &id : ids)
        rejected.insert(id, m_rejected.value(id, m_clock.wall()));
    m_rejected = rejected;
    rebuild();
}

} // namespace sb::ui
