#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QUrl>

#include <optional>

namespace sb::secrets {

/// Scheme, host and port: what a key is bound to.
[[nodiscard]] QByteArray originOf(const QUrl &url);
/// Whether a key may travel there: https, or http to a loopback address.
[[nodiscard]] bool isSafeOrigin(const QUrl &url);

struct Key
{
    QByteArray value = {};
    QByteArray origin = {}; ///< where it was entered for
    QString source = {}; ///< "keychain", "session", "environment", "credentials"
};

/// The keys that are loaded, by provider: a value that the engine holds. Another origin gets none.
class KeyTable
{
public:
    void set(const QString &providerId, const Key &key);
    void remove(const QString &providerId);
    [[nodiscard]] std::optional<Key> key(const QString &providerId, const QUrl &baseUrl) const;
    [[nodiscard]] QList<QByteArray> values() const; ///< for the redactor

private:
    QHash<QString, Key> m_keys;
};

} // namespace sb::secrets
