#include "ui/providers/provider_checks.h"

namespace sb::ui {

ProviderChecks::ProviderChecks(profile::Workspace &workspace, secrets::KeyStore &keys, engine::Engine &engine,
                               QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_keys(keys)
    , m_engine(engine)
{
    connect(&m_engine, &engine::Engine::providerChecked, this, &ProviderChecks::take);
}

ProviderChecks::~ProviderChecks()
{
    for (const engine::CheckId id : std::as_const(m_running))
        m_engine.cancelCheck(id);
}

void ProviderChecks::start(const QString &providerId, const QString &keyId)
{
    const catalog::Provider *provider = m_workspace.catalog().provider(providerId);
    if (!provider || provider->baseUrl.isEmpty() || m_running.contains(providerId))
        return;
    engine::CheckSpec spec{.provider = *provider};
    const secrets::Key *key = m_keys.table().find(providerId, keyId);
    if (key && secrets::mayGo(*key, provider->baseUrl)) {
        spec.key = key->value;
        spec.allowPlainHttp = key->plainHttp;
    }
    m_running.insert(providerId, m_engine.checkProvider(spec));
    emit changed(providerId);
}

void ProviderChecks::cancel(const QString &providerId)
{
    const auto it = m_running.constFind(providerId);
    if (it == m_running.constEnd())
        return;
    m_engine.cancelCheck(*it);
    m_running.erase(it);
    emit changed(providerId);
}

void ProviderChecks::forget(const QString &providerId)
{
    cancel(providerId);
    if (m_last.remove(providerId))
        emit changed(providerId);
}

std::optional<engine::ProviderCheck> ProviderChecks::last(const QString &providerId) const
{
    const auto it = m_last.constFind(providerId);
    return it == m_last.constEnd() ? std::nullopt : std::optional(*it);
}

void ProviderChecks::take(engine::CheckId id, const engine::ProviderCheck &check)
{
    const auto it = m_running.constFind(check.providerId);
    if (it == m_running.constEnd() || *it != id)
        return; // cancelled while its answer was on its way
    m_running.erase(it);
    m_last.insert(check.providerId, check);
    emit ended(check);
}

} // namespace sb::ui
