#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QObject>
#include <QString>

#include <chrono>
#include <functional>

namespace sb::secrets {

/// How long an operation may take. Nobody is asked for a password where it says so; a person at a prompt needs time.
inline constexpr std::chrono::seconds KeychainPatience{5};
inline constexpr std::chrono::minutes PromptPatience{3};

/// What QtKeychain keeps our entries under.
inline constexpr QLatin1StringView KeychainService("signalbox");

/// The entries of Signalbox in the keychain of the desktop: QtKeychain (Secret Service or KWallet) behind three calls
/// that return at once. `then` is called exactly once, from the event loop, unless `context` died before.
///
/// To be used on the main thread, since libsecret answers in its event loop only. A job that runs outlives whoever
/// asked for it, since libsecret keeps a pointer to it until it answers.
///
/// Errors: NotFound (no entry; also what a locked keyring says), NotPermitted (locked, or the user said no),
/// Unavailable.
class KeychainEntries
{
public:
    using Taken = std::function<void(const Result<QByteArray> &)>;
    using Done = std::function<void(const Result<void> &)>;

    void read(const QString &name, std::chrono::milliseconds patience, QObject *context, const Taken &then) const;
    void write(const QString &name, const QByteArray &text, std::chrono::milliseconds patience, QObject *context,
               const Done &then) const;
    void remove(const QString &name, std::chrono::milliseconds patience, QObject *context, const Done &then) const;
};

} // namespace sb::secrets
