#pragma once

#include "core/engine/token_grant.h"

#include <QHash>
#include <QPointer>

#include <functional>

namespace sb::engine {

/// Buys tokens with the keys of service accounts, and holds them in memory until shortly before they end. One purchase
/// a key at a time: who asks meanwhile waits for the same. On the network thread; ends before the client.
class TokenDesk final : public QObject
{
    Q_OBJECT
public:
    using Bought = tl::expected<QByteArray, chat::ProviderError>;
    using Then = std::function<void(const Bought &)>;

    TokenDesk(net::Network &http, const Clock &clock, QObject *parent = nullptr);
    ~TokenDesk() override;

    /// The token that is held for a key; empty when there is none that lasts.
    [[nodiscard]] QByteArray held(const QByteArray &key) const;
    /// Buys one. @param then called once, from the event loop, unless `asker` died before
    void buy(const QByteArray &key, QObject *asker, const Then &then);
    void forget(const QByteArray &key); ///< it was refused: the next one is bought anew

private:
    struct Held
    {
        QByteArray token = {};
        SteadyTime until{0}; ///< since boot, so that it ends in sleep, too
    };
    struct Asker
    {
        QPointer<QObject> who = {};
        Then then = {};
    };

    void ask(const QByteArray &key);
    void take(const QByteArray &key, const secrets::ServiceAccount &account, const ListAnswer &answer);
    void finish(const QByteArray &key, const Bought &bought);

    net::Network &m_http;
    const Clock &m_clock;
    QHash<QByteArray, Held> m_held;
    QHash<QByteArray, QList<Asker>> m_waiting; ///< by key, while one is bought
};

} // namespace sb::engine
