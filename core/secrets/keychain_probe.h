#pragma once

#include "core/secrets/keychain_entries.h"

#include <QLatin1StringView>
#include <QObject>

namespace sb::secrets {

/// The name of the entry by which the keychain is probed.
inline constexpr QLatin1StringView CanaryName("canary");

/// What the desktop's keychain is good for.
enum class Keychain
{
    Unknown, ///< not looked at yet
    Usable,
    Locked, ///< there, but it must be unlocked, or set up, by the user first
    Missing ///< nothing keeps keys on this system: they are held in memory until the program ends
};

/// Finds that out by a canary: an entry that is read, and where it is missing written, read back and compared, since a
/// locked keyring says of every entry that there is none. One probe at a time.
class KeychainProbe final : public QObject
{
    Q_OBJECT
public:
    explicit KeychainProbe(const KeychainEntries &entries, QObject *parent = nullptr);

    /// → done(). @param mayPrompt whether the desktop may ask the user for the keychain's password
    void start(bool mayPrompt);

signals:
    void done(sb::secrets::Keychain keychain);

private:
    void readCanary();
    void writeCanary();
    void compareCanary();
    void giveUp(const Error &why);

    const KeychainEntries &m_entries;
    std::chrono::milliseconds m_patience{0};
};

} // namespace sb::secrets
