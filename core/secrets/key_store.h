#pragma once

#include "core/base/clock.h"
#include "core/secrets/key_table.h"
#include "core/secrets/keychain_probe.h"

#include <QObject>
#include <QQueue>

#include <functional>
#include <optional>

namespace sb::secrets {

/// A provider that takes a key, and where its base URL points now.
struct KeyOwner
{
    QString providerId = {};
    QUrl baseUrl = {};
    QStringList variables = {}; ///< environment variables that may hold its key
    QStringList keyIds = {}; ///< of its further keys, beside the one without an id
    friend bool operator==(const KeyOwner &, const KeyOwner &) = default;
};

/// What may be told about a key.
struct KeyInfo
{
    QString source = {}; ///< "keychain", "session", "environment", "credentials"
    QByteArray origin = {}; ///< for which it was entered
    QString lastFour = {}; ///< its last characters; empty for a key of fewer than 12, and of an account
    QString account = {}; ///< of a service account's key: which one
    QDate storedOn = {}; ///< invalid when nobody stored it
    bool plainHttp = false; ///< the user said yes to sending it without encryption
    bool needsConfirmation = false; ///< the base URL has another origin now, to which the key is not given
    QString id = {}; ///< which of the provider's keys
    friend bool operator==(const KeyInfo &, const KeyInfo &) = default;
};

/// A key that lies in the environment. It is offered, and read only when the offer is taken.
struct EnvironmentOffer
{
    QString providerId = {};
    QString variable = {};
    friend bool operator==(const EnvironmentOffer &, const EnvironmentOffer &) = default;
};

/// Where a key that was stored is now.
enum class Kept
{
    InKeychain,
    ForSession ///< in memory only, until the program ends
};

enum class PlainHttp
{
    Refused,
    Allowed ///< the user was asked and said yes
};

/// The keys of a profile's providers: in the desktop's keychain, or in memory where there is none. Calls return at once
/// and are carried out one after the other; answers come by signal. Lives on the main thread (see KeychainEntries).
class KeyStore final : public QObject
{
    Q_OBJECT
public:
    using Environment = std::function<QByteArray(const QString &variable)>;

    /// @param environment may be empty: nothing is offered then
    explicit KeyStore(const Clock &clock, Environment environment = {}, QObject *parent = nullptr);

    /// Looks at the keychain, without asking the user for its password, and reads the keys of these providers; again,
    /// when something may have been changed elsewhere. Keys of others are forgotten. → changed()
    void load(const QList<KeyOwner> &owners);
    /// The same, but the desktop may ask the user to unlock the keychain or to set one up. → changed()
    void unlock();
    /// Keys that were handed to this process by other means: they win over the keychain. Before load().
    void give(const KeyTable &keys);

    [[nodiscard]] Keychain keychain() const { return m_keychain; }
    /// What a keychain like this means for the user, in one or two sentences.
    [[nodiscard]] static QString sentence(Keychain keychain);

    [[nodiscard]] const KeyTable &table() const { return m_table; }
    [[nodiscard]] std::optional<KeyInfo> info(const QString &providerId) const; ///< of the first key
    [[nodiscard]] QList<KeyInfo> infos(const QString &providerId) const; ///< of all
    [[nodiscard]] bool needsConfirmation(const QString &providerId) const; ///< it has keys, and none may go there

    /// Keeps a key for a provider and the origin of this base URL. → stored(). Errors: InvalidInput for what is no key,
    /// NotPermitted for plain http to another machine without the user's yes, Conflict when a keychain that was locked
    /// until now has another key under this id: that one is in the table then, and the next call replaces it.
    /// @param keyId which of its keys this is, or replaces: letters and digits; empty for the one without an id
    void store(const QString &providerId, const QUrl &baseUrl, const QByteArray &value,
               PlainHttp plainHttp = PlainHttp::Refused, const QString &keyId = {});
    /// The user says that the provider's keys may go to where the base URL points now. → stored(), once a key. Errors:
    /// also NotFound.
    void confirm(const QString &providerId, PlainHttp plainHttp = PlainHttp::Refused);
    /// All of its keys. → removed(). Problems: NotPermitted or Unavailable when an entry of the keychain may still be
    /// there.
    /// @param keyIds of keys that it may have beside those that are known here
    void removeAll(const QString &providerId, const QStringList &keyIds = {});
    void remove(const QString &providerId, const QString &keyId); ///< one of them → removed()

    /// Which providers without a key could have one from the environment. Nothing of it is stored by itself.
    [[nodiscard]] QList<EnvironmentOffer> environmentOffers() const;
    /// Stores the key of an offer that the user took. → stored()
    void take(const EnvironmentOffer &offer);

signals:
    void keychainChanged(sb::secrets::Keychain keychain);
    void changed(); ///< the table may be another; also when a load found nothing new
    void stored(const QString &providerId, const sb::Result<sb::secrets::Kept> &result, const QString &keyId);
    /// @param problem nullopt: gone. @param keyIds those that are gone for certain, also when another one is a problem
    void removed(const QString &providerId, const std::optional<sb::Error> &problem, const QStringList &keyIds);

private:
    using Step = std::function<void()>;

    /// One entry of the keychain.
    struct KeyName
    {
        QString providerId = {};
        QString keyId = {};
        friend bool operator==(const KeyName &, const KeyName &) = default;
    };

    /// Keys that are being removed.
    struct Removal
    {
        QString providerId = {};
        QStringList left = {};
        QStringList gone = {};
    };

    void enqueue(const Step &step);
    void next();
    void finish();
    void refresh(bool mayPrompt);
    void readKeys(const std::optional<QStringList> &names);
    void readNext();
    void takeEntry(const KeyName &name, const Result<QByteArray> &entry);
    [[nodiscard]] bool mayHideAnother(const KeyName &name) const;
    void lookAndWrite(const QString &providerId, const Key &key);
    void refuseToReplace(const QString &providerId, const QString &keyId, const Result<QByteArray> &entry);
    void write(const QString &providerId, const Key &key);
    void verify(const QString &providerId, const Key &key);
    void hold(const QString &providerId, const Key &key);
    void holdForSession(const QString &providerId, Key key);
    void keep(const QString &providerId, const Key &key, Kept kept);
    void erase(const QString &providerId, const QStringList &keyIds);
    void eraseNext(const Removal &removal);
    void verifyErased(const Removal &removal);
    void endRemoval(const Removal &removal, const std::optional<Error> &problem);
    [[nodiscard]] Removal withoutFirst(const Removal &removal);
    [[nodiscard]] QStringList keyIdsOf(const QString &providerId) const;
    [[nodiscard]] QStringList knownIds(const QString &providerId) const;
    [[nodiscard]] KeyInfo infoOf(const QString &providerId, const Key &key) const;
    void setKeychain(Keychain keychain);
    [[nodiscard]] const KeyOwner *owner(const QString &providerId) const;

    const Clock &m_clock;
    Environment m_environment;
    KeychainEntries m_entries;
    KeychainProbe m_probe;
    std::function<void(Keychain)> m_afterProbe;
    Keychain m_keychain = Keychain::Unknown;
    KeyTable m_table;
    QList<KeyOwner> m_owners;
    QList<KeyName> m_added; ///< kept, and in no load yet: one may wait that was asked for before them
    QList<KeyName> m_told; ///< that the keychain has another key: the next one replaces it
    QQueue<KeyName> m_toRead; ///< while keys are read
    QQueue<Step> m_steps; ///< the first one runs
};

} // namespace sb::secrets
