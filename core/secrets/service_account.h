#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QByteArrayList>
#include <QUrl>

namespace sb::secrets {

/// A service account of Google Cloud, as its key file has it. The file's other members are not needed, and not kept.
struct ServiceAccount
{
    QByteArray email = {}; ///< "name@project.iam.gserviceaccount.com"
    QByteArray keyId = {};
    QByteArray project = {}; ///< id of the project that the account belongs to
    QUrl tokenUrl = {}; ///< where its assertions are exchanged
    QByteArray privateKey = {}; ///< PKCS #8, DER
    friend bool operator==(const ServiceAccount &, const ServiceAccount &) = default;
};

/// Reads a key file, or what serviceAccountKey() made of one. Errors: InvalidInput for what is none, for a private key
/// that cannot sign, and for a token address that is not Google's: only loopback may stand in for it. The message never
/// repeats the key.
/// Source: https://developers.google.com/identity/protocols/oauth2/service-account
[[nodiscard]] Result<ServiceAccount> parseServiceAccount(const QByteArray &json);

/// The account as a key of one line, without blanks; that is what a keychain keeps of a key file.
[[nodiscard]] QByteArray serviceAccountKey(const ServiceAccount &account);

/// Whether a key is such a one, or a key file: nothing else that is a key begins like JSON.
[[nodiscard]] bool isServiceAccountKey(const QByteArray &key);

/// A JSON Web Token that asks for access to Google Cloud for an hour from `now` on, signed with RS256.
/// Errors: InvalidInput where the private key is none of RSA.
[[nodiscard]] Result<QByteArray> assertionOf(const ServiceAccount &account, WallTime now);

/// What of a service account's key must never be shown: the private key itself. Empty for other keys.
[[nodiscard]] QByteArrayList serviceAccountSecrets(const QByteArray &key);

} // namespace sb::secrets
