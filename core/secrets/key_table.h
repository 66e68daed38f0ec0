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
    QString id = {}; ///< which of its provider's keys; empty for the one that is there without being named
    friend bool operator==(const Key &, const Key &) = default;
};

/// Whether a key may be sent to this address: it was entered for that very origin.
[[nodiscard]] bool mayGo(const Key &key, const QUrl &baseUrl);

/// The keys that are loaded, by provider: a value that the engine holds. Another origin gets none. A provider's keys
/// are in the order in which they came.
class KeyTable
{
public:
    void set(const QString &providerId, const Key &key); ///< in the place of the one with its id, else the last one
    void remove(const QString &providerId); ///< all of them
    void remove(const QString &providerId, const QString &keyId);
    /// The first that may go there.
    [[nodiscard]] std::optional<Key> key(const QString &providerId, const QUrl &baseUrl) const;
    [[nodiscard]] QList<Key> keys(const QString &providerId, const QUrl &baseUrl) const; ///< all that may
    /// The first key of a provider, wherever it may go; to tell about it, never to send it.
    [[nodiscard]] const Key *find(const QString &providerId) const;
    [[nodiscard]] const Key *find(const QString &providerId, const QString &keyId) const;
    [[nodiscard]] QList<Key> all(const QString &providerId) const { return m_keys.value(providerId); }
    [[nodiscard]] QStringList providers() const; ///< that have one, sorted
    [[nodiscard]] QList<QByteArray> values() const; ///< for the redactor

    friend bool operator==(const KeyTable &, const KeyTable &) = default;

private:
    QHash<QString, QList<Key>> m_keys;
};

} // namespace sb::secrets
