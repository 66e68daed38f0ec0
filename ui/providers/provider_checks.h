#pragma once

#include "core/engine/engine.h"
#include "core/profile/workspace.h"
#include "core/secrets/key_store.h"

namespace sb::ui {

/// Asks providers for their models and remembers what they said, until their address or key is another one.
class ProviderChecks final : public QObject
{
    Q_OBJECT
public:
    ProviderChecks(profile::Workspace &workspace, secrets::KeyStore &keys, engine::Engine &engine,
                   QObject *parent = nullptr);
    ~ProviderChecks() override;

    /// With this one of its keys, where it is loaded and may go to its address. → ended()
    void start(const QString &providerId, const QString &keyId);
    void cancel(const QString &providerId);
    void forget(const QString &providerId); ///< what was said about another address or key

    [[nodiscard]] bool isRunning(const QString &providerId) const { return m_running.contains(providerId); }
    [[nodiscard]] std::optional<engine::ProviderCheck> last(const QString &providerId) const;

signals:
    void changed(const QString &providerId); ///< started, cancelled or forgotten
    void ended(const sb::engine::ProviderCheck &check);

private:
    void take(engine::CheckId id, const engine::ProviderCheck &check);

    profile::Workspace &m_workspace;
    secrets::KeyStore &m_keys;
    engine::Engine &m_engine;
    QHash<QString, engine::CheckId> m_running;
    QHash<QString, engine::ProviderCheck> m_last;
};

} // namespace sb::ui
