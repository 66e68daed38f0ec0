#include "core/secrets/key_table.h"

#include <QHostAddress>

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

void KeyTable::set(const QString &providerId, const Key &key)
{
    m_keys.insert(providerId, key);
}

void KeyTable::remove(const QString &providerId)
{
    m_keys.remove(providerId);
}

std::optional<Key> KeyTable::key(const QString &providerId, const QUrl &baseUrl) const
{
    const Key *key = find(providerId);
    if (!key || key->origin != originOf(baseUrl) || !(key->plainHttp || isSafeOrigin(baseUrl)))
        return {};
    return *key;
}

const Key *KeyTable::find(const QString &providerId) const
{
    const auto it = m_keys.constFind(providerId);
    return it == m_keys.constEnd() ? nullptr : &*it;
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
    for (const Key &key : m_keys)
        all.append(key.value);
    return all;
}

} // namespace sb::secrets
