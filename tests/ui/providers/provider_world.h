#pragma once

#include "core/profile/workspace.h"
#include "core/usage/queries.h"
#include "ui/providers/provider_board.h"

#include <QTemporaryDir>

#include <memory>

namespace sb::testing {

/// A profile of its own, a register, an engine and the keyring of the test's session: all that the panel works on.
/// Servers on this machine are looked for nowhere, unless a test names places.
class ProviderWorld final : public QObject
{
    Q_OBJECT
public:
    ProviderWorld();
    ~ProviderWorld() override;

    [[nodiscard]] bool isReady() const { return m_registerReady && m_loaded && m_keysRead; }
    /// A provider id that no other test has a key for.
    [[nodiscard]] static QString freshId();
    void storeKey(const QString &id, const QByteArray &key); ///< and waits until it is kept

    SystemClock clock;
    std::unique_ptr<profile::Workspace> workspace;
    std::unique_ptr<usage::Register> usage;
    std::unique_ptr<usage::Queries> queries;
    std::unique_ptr<engine::Engine> engine;
    std::unique_ptr<secrets::KeyStore> keys;
    std::unique_ptr<ui::ProviderBoard> board;
    QHash<QString, QByteArray> environment;

private:
    void readKeys();

    QTemporaryDir m_folder;
    bool m_registerReady = false;
    bool m_loaded = false;
    bool m_keysRead = false;
};

} // namespace sb::testing
