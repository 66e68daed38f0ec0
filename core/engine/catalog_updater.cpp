#include "core/engine/catalog_updater.h"

namespace sb::engine {

CatalogUpdater::CatalogUpdater(Engine &engine, profile::Workspace &workspace, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_workspace(workspace)
    , m_clock(clock)
{
    connect(&m_engine, &Engine::catalogFetchProgressed, this, [this](CheckId id, const FetchProgress &progress) {
        if (m_state != State::Fetching || id != m_fetch)
            return;
        m_progress = progress;
        emit progressed(progress);
    });
    connect(&m_engine, &Engine::catalogFetched, this, &CatalogUpdater::takeFetches);
    connect(&m_workspace, &profile::Workspace::refreshed, this, &CatalogUpdater::takeReport);
}

CatalogUpdater::~CatalogUpdater()
{
    if (m_state == State::Fetching)
        m_engine.cancelFetch(m_fetch);
}

void CatalogUpdater::start(const QStringList &offersOf)
{
    if (m_state != State::Idle)
        return;
    QSet<QString> asked = m_workspace.usableProviders();
    // A server on this machine needs no key: that it is known does not say that there is one.
    asked.removeIf([this](const QString &id) {
        const catalog::Provider *provider = m_workspace.catalog().provider(id);
        return provider && provider->local && !m_workspace.isAdded(*provider);
    });
    FetchSpec spec =
        refreshSpec(m_workspace.catalog(), asked, m_workspace.fetched(), QUrl(m_workspace.settings().priceIndex));
    spec.offersOf = offersOf;
    m_progress = {};
    m_state = State::Fetching;
    m_fetch = m_engine.fetchCatalog(spec);
}

void CatalogUpdater::cancel()
{
    if (m_state == State::Fetching)
        m_engine.cancelFetch(m_fetch);
}

void CatalogUpdater::takeFetches(CheckId id, const QList<catalog::Fetch> &fetches)
{
    if (m_state != State::Fetching || id != m_fetch)
        return;
    m_state = State::Merging;
    m_workspace.applyRefresh(fetches, m_clock.wall());
}

void CatalogUpdater::takeReport(const catalog::RefreshReport &report)
{
    if (m_state != State::Merging)
        return;
    m_state = State::Idle;
    m_report = report;
    emit finished(report);
}

FetchSpec refreshSpec(const catalog::Catalog &catalog, const QSet<QString> &usable,
                      const QList<catalog::FetchedList> &known, const QUrl &index)
{
    FetchSpec spec{.index = index};
    for (const catalog::Provider &provider : catalog.providers()) {
        const bool isAsked = usable.contains(provider.id) || provider.quirks.pricedList;
        if (isAsked && provider.enabled && provider.listsModels && !provider.practice)
            spec.providerIds.append(provider.id);
    }
    for (const catalog::FetchedList &list : known) {
        spec.known.insert(list.sourceId, {.url = list.url, .etag = list.etag, .lastModified = list.lastModified});
        spec.knownParts.insert(list.sourceId, list.parts);
    }
    return spec;
}

} // namespace sb::engine
