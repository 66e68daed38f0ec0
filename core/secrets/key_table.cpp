#include "core/secrets/key_table.h"

#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::secrets {

namespace {

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

} // namespace

QByteArray originOf(const QUrl &url)
{
    return u"%1://%2:%3"_s.arg(url.scheme(), url.host()).arg(portOf(url)).toUtf8();
}

bool isSafeOrigin(const QUrl &url)
{
    if (url.scheme() == "https"_L1)
        return true;
    if (url.scheme() != "http"_L1)
        return false;
    QHostAddress address;
    return url.host() == "localhost"_L1 || (address.setAddress(url.host()) && address.isLoopback());
}

bool mayGo(const Key &key, const QUrl &baseUrl)
{
    return key.origin == originOf(baseUrl) && (key.plainHttp || isSafeOrigin(baseUrl));
}

void KeyTable::set(const QString &providerId, const Key &key)
{
    QList<Key> &keys = m_keys[providerId];
    const auto known = std::ranges::find(keys, key.id, &Key::id);
    if (known == keys.end())
        keys.append(key);
    else
        *known = key;
}

void KeyTable::remove(const QString &providerId)
{
    m_keys.remove(providerId);
}

void KeyTable::remove(const QString &providerId, const QString &keyId)
{
    const auto keys = m_keys.find(providerId);
    if (keys == m_keys.end())
        return;
    keys->removeIf([&keyId](const Key &key) { return key.id == keyId; });
    if (keys->isEmpty())
        m_keys.remove(providerId);
}

std::optional<Key> KeyTable::key(const QString &providerId, const QUrl &baseUrl) const
{
    const QList<Key> good = keys(providerId, baseUrl);
    return good.isEmpty() ? std::nullopt : std::optional(good.constFirst());
}

QList<Key> KeyTable::keys(const QString &providerId, const QUrl &baseUrl) const
{
    QList<Key> good = m_keys.value(providerId);
    good.removeIf([&baseUrl](const Key &key) { return !mayGo(key, baseUrl); });
    return good;
}

const Key *KeyTable::find(const QString &providerId) const
{
    const auto it = m_keys.constFind(providerId);
    return it == m_keys.constEnd() ? nullptr : &it->constFirst();
}

const Key *KeyTable::find(const QString &providerId, const QString &keyId) const
{
    const auto keys = m_keys.constFind(providerId);
    if (keys == m_keys.constEnd())
        return nullptr;
    const auto key = std::ranges::find(*keys, keyId, &Key::id);
    return key == keys->constEnd() ? nullptr : &*key;
}

QStringList KeyTable::providers() const
{
    QStringList ids = m_keys.keys();
    ids.sort();
    return ids;
}

QList<QByteArray> KeyTable::values() const
{
    QList<QByteArray> all;
    for (const QList<Key> &keys : m_keys) {
        for (const Key &key : keys)
            all.append(key.value);
    }
    return all;
}

} // namespace sb::secrets
