#pragma once

#include "core/catalog/endpoint.h"
#include "core/routing/key_rule.h"
#include "core/secrets/key_store.h"

#include <QStringList>

#include <functional>

namespace sb::app {

/// The providers of a catalog that take a key; practice never does.
/// @param rules of keys: which further ones a provider has
[[nodiscard]] QList<secrets::KeyOwner> keyOwners(const QList<catalog::Provider> &providers,
                                                 const QList<catalog::Provider> &shipped,
                                                 const routing::KeyRules &rules = {});
/// The variables that may hold a key of this provider: none that a shipped provider claims for another address.
[[nodiscard]] QStringList variablesOf(const catalog::Provider &provider, const QList<catalog::Provider> &shipped);

/// "openai: key from the keychain, for https://api.openai.com:443"; also why a key that is there is not sent.
[[nodiscard]] QStringList keychainNotices(const QList<catalog::Provider> &providers, const secrets::KeyStore &keys);

/// Where keys may be read from, beside the keychain. An empty function means: not from there.
struct KeyLookup
{
    std::function<QByteArray(const QString &variable)> environment = {}; ///< only with --keys-from-env
    bool shipped = true; ///< the shipped providers, at their shipped addresses, may read their variables
    QStringList named = {}; ///< providers that may read theirs because the user named them
    QString credentialsDirectory = {}; ///< systemd's $CREDENTIALS_DIRECTORY: one file a key, named like the provider
};

struct LoadedKeys
{
    secrets::KeyTable table = {};
    /// "openai: key from $OPENAI_API_KEY, for https://api.openai.com:443"; also why a key that is there is not taken
    QStringList notices = {};
};

/// Reads the keys of all enabled providers; a credential wins over a variable. Each is bound to its provider's origin.
/// What a shipped provider claims, a variable or a credential of its name, goes to its shipped origin and nowhere else:
/// a file of the profile cannot send it anywhere.
[[nodiscard]] LoadedKeys loadKeys(const QList<catalog::Provider> &providers, const QList<catalog::Provider> &shipped,
                                  const KeyLookup &lookup);

} // namespace sb::app
