// What a person can do to the list of providers: the editing half of ProviderBoard.
#include "ui/providers/dialect_names.h"
#include "ui/providers/local_offers.h"
#include "ui/providers/provider_board.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace sb::ui {

/// Puts it into the list, behind the others, where it is not in it yet.
void ProviderBoard::list(const QString &id)
{
    profile::Settings settings = m_workspace.settings();
    if (settings.providers.contains(id))
        return;
    settings.providers.append(id);
    m_workspace.setSettings(settings);
}

/// It was asked without a key until now: added without one, which it wanted after all.
void ProviderBoard::useKey(const QString &id)
{
    const catalog::Provider *keyless = m_workspace.catalog().provider(id);
    if (!keyless || !keyless->fromProfile || keyless->auth != catalog::Provider::Auth::None)
        return;
    catalog::Provider provider = *keyless;
    provider.auth = usualAuth(provider.dialect);
    m_workspace.saveProvider(provider);
}

void ProviderBoard::add(const catalog::Provider &provider)
{
    const catalog::Provider *before = m_workspace.catalog().provider(provider.id);
    if (!before || *before != provider)
        m_workspace.saveProvider(provider);
    list(provider.id);
    // With a key to come, there is nothing to ask before it is there.
    if (const ProviderFacts *facts = find(provider.id); facts && (!facts->needsKey() || facts->key))
        m_checks.start(provider.id);
}

QString ProviderBoard::use(const engine::LocalServer &server)
{
    const catalog::Provider provider = providerFor(server, m_workspace.catalog(), listedProviders());
    add(provider);
    m_workspace.setEndpoints(provider.id, catalog::newEndpoints(provider, server.models, {}));
    return provider.id;
}

void ProviderBoard::change(const catalog::Provider &provider)
{
    const catalog::Provider *before = m_workspace.catalog().provider(provider.id);
    if (!before || *before == provider)
        return;
    const bool elsewhere = before->baseUrl != provider.baseUrl || before->dialect != provider.dialect;
    if (elsewhere)
        m_checks.forget(provider.id);
    m_workspace.saveProvider(provider);
    if (elsewhere && provider.local)
        m_checks.start(provider.id);
}

void ProviderBoard::setInUse(const QString &id, bool inUse)
{
    if (id == PracticeLine) {
        profile::Settings settings = m_workspace.settings();
        settings.practice = inUse;
        m_workspace.setSettings(settings);
        return;
    }
    if (const ProviderFacts *facts = find(id)) {
        catalog::Provider provider = facts->provider;
        provider.enabled = inUse;
        change(provider);
    }
}

void ProviderBoard::move(const QString &id, qsizetype to)
{
    QStringList order;
    for (const catalog::Provider &provider : listedProviders())
        order.append(provider.id);
    const qsizetype from = order.indexOf(id);
    if (from < 0 || to < 0 || to >= order.size() || from == to)
        return;
    order.move(from, to);
    profile::Settings settings = m_workspace.settings();
    settings.providers = order;
    m_workspace.setSettings(settings);
}

void ProviderBoard::remove(const QString &id)
{
    const ProviderFacts *facts = find(id);
    if (!facts || facts->provider.practice)
        return;
    m_removed.append({.provider = facts->provider.fromProfile ? std::optional(facts->provider) : std::nullopt,
                      .id = id,
                      .endpoints = m_workspace.ownEndpoints(id),
                      .place = m_workspace.settings().providers.indexOf(id)});
    const bool hadKey = facts->key.has_value();
    m_checks.forget(id);
    profile::Settings settings = m_workspace.settings();
    settings.providers.removeAll(id);
    m_workspace.setSettings(settings);
    m_workspace.removeProvider(id);
    if (hadKey)
        m_keys.remove(id);
}

bool ProviderBoard::restore(const QString &id)
{
    const auto last =
        std::find_if(m_removed.crbegin(), m_removed.crend(), [&id](const Removed &each) { return each.id == id; });
    if (last == m_removed.crend() || find(id))
        return false; // or it was added anew
    const Removed removed = *last;
    m_removed.erase(std::prev(last.base()));
    if (removed.provider)
        m_workspace.saveProvider(*removed.provider);
    m_workspace.setEndpoints(removed.id, removed.endpoints);
    if (removed.place < 0)
        return true; // was in the list by its file or its key only
    profile::Settings settings = m_workspace.settings();
    settings.providers.insert(qMin(removed.place, settings.providers.size()), removed.id);
    m_workspace.setSettings(settings);
    return true;
}

void ProviderBoard::addListedModels(const QString &id)
{
    const ProviderFacts *facts = find(id);
    if (!facts || !facts->check)
        return;
    m_workspace.setEndpoints(
        id, m_workspace.ownEndpoints(id) + catalog::newEndpoints(facts->provider, facts->check->models, endpoints(id)));
}

void ProviderBoard::storeKey(const QString &id, const QByteArray &key, secrets::PlainHttp plainHttp)
{
    if (const catalog::Provider *provider = m_workspace.catalog().provider(id))
        m_keys.store(id, provider->baseUrl, key, plainHttp);
}

void ProviderBoard::confirmKey(const QString &id, secrets::PlainHttp plainHttp)
{
    m_keys.confirm(id, plainHttp);
}

void ProviderBoard::take(const secrets::EnvironmentOffer &offer)
{
    m_keys.take(offer);
}

} // namespace sb::ui
