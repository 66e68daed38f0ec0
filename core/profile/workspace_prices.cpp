#include "core/profile/workspace.h"

#include <QCoreApplication>

// Workspace: the user's own prices, and what a refresh brings.
namespace sb::profile {

Result<void> Workspace::setPriceOverride(const QString &endpointId, const catalog::Price &price, const QString &note,
                                         QDate today)
{
    const catalog::Endpoint *endpoint = m_beneath.endpoint(endpointId);
    if (!endpoint)
        return failure(
            Error::Kind::NotFound,
            QCoreApplication::translate("sb::profile::Workspace", "There is no “%1” in the catalog.").arg(endpointId));
    return catalog::makeOverride(*endpoint, price, note, today).map([this](const catalog::PriceOverride &made) {
        m_overrides = withOverride(m_overrides, made);
        saveOverrides();
    });
}

void Workspace::removePriceOverride(const QString &endpointId)
{
    const auto isOfIt = [&endpointId](const catalog::PriceOverride &each) { return each.endpointId == endpointId; };
    if (m_overrides.removeIf(isOfIt) > 0)
        saveOverrides();
}

void Workspace::restorePriceOverride(const catalog::PriceOverride &old)
{
    m_overrides = withOverride(m_overrides, old);
    saveOverrides();
}

void Workspace::saveOverrides()
{
    const QString path = m_paths.priceOverrides();
    const Ticket ticket = m_store.saveOverrides(m_overrides, revision(path));
    m_changes.insert(ticket.value, {.path = path, .after = revisionOfBytes(toJson(m_overrides).dumpIndented())});
    rebuildCatalog();
}

void Workspace::applyRefresh(const QList<catalog::Fetch> &fetches, WallTime now)
{
    m_store.storeRefresh({.files = m_fromFiles, .lists = m_fetched, .overrides = m_overrides, .history = m_history},
                         fetches, now);
}

void Workspace::takeRefresh(const StoredRefresh &stored)
{
    m_fetched = stored.result.lists;
    m_history = stored.history;
    // Files may be others by now than those that were merged.
    m_beneath = stored.files == m_fromFiles ? stored.result.beneath : withFetched(m_fromFiles, m_fetched);
    rebuildCatalog();
    if (stored.error)
        emit failed(*stored.error);
    emit refreshed(stored.result.report);
}

} // namespace sb::profile
