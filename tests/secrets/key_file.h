#pragma once

#include <QByteArray>
#include <QUrl>

namespace sb::testing {

/// A key file as Google Cloud makes them, and the other half of its key.
struct KeyFile
{
    QByteArray json = {};
    QByteArray publicKey = {}; ///< DER
};

/// @param tokenUrl where its assertions are exchanged
/// @param type "service_account" or another kind of credentials
[[nodiscard]] KeyFile makeKeyFile(const QUrl &tokenUrl, const QByteArray &type = "service_account");

/// Whether the last part of a JSON Web Token is the signature of what stands before it (RS256).
[[nodiscard]] bool isSignedBy(const QByteArray &token, const QByteArray &publicKey);

} // namespace sb::testing
