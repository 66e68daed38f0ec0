#pragma once

#include <QByteArray>
#include <QDate>
#include <QHash>
#include <QString>
#include <QUrl>

#include <optional>

namespace sb::secrets {

/// Scheme, host and port: what a key is bound to.
[[nodiscard]] QByteArray originOf(const QUrl &url);
/// Whether a key may travel there without being asked about: https, or http to a loopback address.
[[nodiscard]] bool isSafeOrigin(const QUrl &url);

struct Key
{
    QByteArray value = {};
    QByteArray origin = {}; ///< where it was entered for
    QString source = {}; ///< "keychain", "session", "environment", "credentials"
    QDate storedOn = {}; ///< invalid when nobody stored it
    bool plainHttp = false; ///< the user said yes to sending it without encryption
    friend bool operator==(const Key &, const Key &) = default;
};

/// The keys that are loaded, by provider: a value that the engine holds. Another origin gets none.
class KeyTable
{
public:
    void set(const QString &providerId, const Key &key);
    void remove(const QString &providerId);
    [[nodiscard]] std::optional<Key> key(const QString &providerId, const QUrl &baseUrl) const;
    /// The key of a provider, wherever it may go; to tell about it, never to send it.
    [[nodiscard]] const Key *find(const QString &providerId) const;
    [[nodiscard]] QStringList providers() const; ///< that have one, sorted
    [[nodiscard]] QList<QByteArray> values() const; ///< for the redactor

    friend bool operator==(const KeyTable &, const KeyTable &) = default;

private:
    QHash<QString, Key> m_keys;
};

} // namespace sb::secrets
