#include "core/secrets/key_store.h"

#include "core/secrets/entry_names.h"
#include "core/secrets/key_entry.h"
#include "core/secrets/service_account.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace sb::secrets {

namespace {

constexpr auto FromKeychain = "keychain"_L1;
constexpr auto ForSession = "session"_L1;
constexpr qsizetype ShownCharacters = 4;
constexpr qsizetype ShortestShownKey = 12; // of a shorter one, four characters would give too much away

/// Ids of providers have no slash.
QString entryName(const QString &providerId, const QString &keyId)
{
    const QString name = u"provider/"_s + providerId;
    return keyId.isEmpty() ? name : name + u'/' + keyId;
}

bool isOurs(const Key &key)
{
    return key.source == FromKeychain || key.source == ForSession;
}

} // namespace

KeyStore::KeyStore(const Clock &clock, Environment environment, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_environment(std::move(environment))
    , m_probe(m_entries)
{
    connect(&m_probe, &KeychainProbe::done, this, [this](Keychain keychain) {
        setKeychain(keychain);
        std::exchange(m_afterProbe, {})(keychain);
    });
}

QString KeyStore::sentence(Keychain keychain)
{
    switch (keychain) {
    case Keychain::Unknown:
        return tr("The keychain was not looked at yet.");
    case Keychain::Usable:
        return tr("Keys are kept in the keychain of your desktop.");
    case Keychain::Locked:
        return tr("The keychain of your desktop is locked or not set up. Unlock it to use the keys in it; until then, "
                  "new keys are held in memory and forgotten when Signalbox ends.");
    case Keychain::Missing:
        break;
    }
    return tr("There is no keychain on this system: no Secret Service or KWallet answers. Keys are held in memory and "
              "forgotten when Signalbox ends. To keep them, install and start gnome-keyring or KWallet.");
}

// One operation at a time: a load between the writing of a key and its reading back would see half of it.

void KeyStore::enqueue(const Step &step)
{
    m_steps.enqueue(step);
    if (m_steps.size() == 1)
        QMetaObject::invokeMethod(this, &KeyStore::next, Qt::QueuedConnection);
}

void KeyStore::next()
{
    const Step step = std::move(m_steps.head()); // one that finishes at once takes its own place out of the queue
    step();
}

void KeyStore::finish()
{
    m_steps.dequeue();
    if (!m_steps.isEmpty())
        QMetaObject::invokeMethod(this, &KeyStore::next, Qt::QueuedConnection);
}

void KeyStore::setKeychain(Keychain keychain)
{
    if (std::exchange(m_keychain, keychain) != keychain)
        emit keychainChanged(keychain);
}

void KeyStore::give(const KeyTable &keys)
{
    for (const QString &id : keys.providers()) {
        for (const Key &key : keys.all(id))
            m_table.set(id, key);
    }
    emit changed();
}

void KeyStore::load(const QList<KeyOwner> &owners)
{
    enqueue([this, owners] {
        m_owners = owners;
        for (const QString &id : m_table.providers()) {
            const QStringList keyIds = keyIdsOf(id);
            for (const Key &key : m_table.all(id)) {
                const KeyName name{.providerId = id, .keyId = key.id};
                const bool isListed = owner(id) && keyIds.contains(key.id);
                if (isListed)
                    m_added.removeAll(name);
                else if (!owner(id) || !m_added.contains(name))
                    m_table.remove(id, key.id);
            }
        }
        refresh(false);
    });
}

void KeyStore::unlock()
{
    enqueue([this] { refresh(true); });
}

void KeyStore::refresh(bool mayPrompt)
{
    m_afterProbe = [this](Keychain keychain) {
        if (keychain == Keychain::Usable)
            return listEntryNames(this, [this](const std::optional<QStringList> &names) { readKeys(names); });
        // Keys that were read before it was locked stay: they are in memory anyway.
        emit changed();
        finish();
    };
    m_probe.start(mayPrompt);
}

void KeyStore::readKeys(const std::optional<QStringList> &names)
{
    m_toRead.clear();
    for (const KeyOwner &each : std::as_const(m_owners)) {
        for (const QString &keyId : keyIdsOf(each.providerId)) {
            const KeyName name{.providerId = each.providerId, .keyId = keyId};
            if (names && !names->contains(entryName(name.providerId, keyId)))
                takeEntry(name, failure(Error::Kind::NotFound, {}));
            else
                m_toRead.enqueue(name);
        }
    }
    readNext();
}

void KeyStore::readNext()
{
    if (m_toRead.isEmpty()) {
        emit changed();
        return finish();
    }
    const KeyName name = m_toRead.dequeue();
    m_entries.read(entryName(name.providerId, name.keyId), KeychainPatience, this,
                   [this, name](const Result<QByteArray> &entry) {
                       takeEntry(name, entry);
                       readNext();
                   });
}

void KeyStore::takeEntry(const KeyName &name, const Result<QByteArray> &entry)
{
    const Key *known = m_table.find(name.providerId, name.keyId);
    if (known && known->source != FromKeychain) // was handed to us, or typed while there was no keychain
        return;
    Result<Key> key = entry.and_then(fromEntry);
    if (key) {
        key->id = name.keyId;
        m_table.set(name.providerId, *key);
    } else if (known && key.error().kind == Error::Kind::NotFound) {
        m_table.remove(name.providerId, name.keyId); // removed elsewhere
    }
}

/// The key without an id comes first.
QStringList KeyStore::keyIdsOf(const QString &providerId) const
{
    const KeyOwner *known = owner(providerId);
    QStringList ids{QString()};
    ids += known ? known->keyIds : QStringList();
    ids.removeDuplicates();
    return ids;
}

const KeyOwner *KeyStore::owner(const QString &providerId) const
{
    const auto it = std::find_if(m_owners.cbegin(), m_owners.cend(),
                                 [&providerId](const KeyOwner &each) { return each.providerId == providerId; });
    return it == m_owners.cend() ? nullptr : &*it;
}

std::optional<KeyInfo> KeyStore::info(const QString &providerId) const
{
    const Key *key = m_table.find(providerId);
    return key ? std::optional(infoOf(providerId, *key)) : std::nullopt;
}

QList<KeyInfo> KeyStore::infos(const QString &providerId) const
{
    QList<KeyInfo> all;
    for (const Key &key : m_table.all(providerId))
        all.append(infoOf(providerId, key));
    return all;
}

KeyInfo KeyStore::infoOf(const QString &providerId, const Key &key) const
{
    const bool isFile = isServiceAccountKey(key.value);
    const QString account =
        isFile ? QString::fromUtf8(parseServiceAccount(key.value).value_or(ServiceAccount{}).email) : QString();
    const bool mayShow = key.value.size() >= ShortestShownKey && !isFile;
    const KeyOwner *known = owner(providerId);
    return {.source = key.source,
            .origin = key.origin,
            .lastFour = mayShow ? QString::fromLatin1(key.value.last(ShownCharacters)) : QString(),
            .account = account,
            .storedOn = key.storedOn,
            .plainHttp = key.plainHttp,
            .needsConfirmation = known && !mayGo(key, known->baseUrl),
            .id = key.id};
}

bool KeyStore::needsConfirmation(const QString &providerId) const
{
    const KeyOwner *known = owner(providerId);
    return known && m_table.find(providerId) && !m_table.key(providerId, known->baseUrl);
}

void KeyStore::store(const QString &providerId, const QUrl &baseUrl, const QByteArray &value, PlainHttp plainHttp,
                     const QString &keyId)
{
    enqueue([this, providerId, baseUrl, value, plainHttp, keyId] {
        const Result<QByteArray> clean = cleanKey(value);
        Result<void> permitted;
        if (!isSafeOrigin(baseUrl) && (plainHttp == PlainHttp::Refused || baseUrl.scheme() != "http"_L1))
            permitted =
                failure(Error::Kind::NotPermitted,
                        tr("“%1” is not encrypted: everybody on the way could read the key. Use https, or say that "
                           "the key may go there all the same.")
                            .arg(QString::fromUtf8(originOf(baseUrl))));
        if (!clean || !permitted) {
            emit stored(providerId, tl::unexpected(clean ? permitted.error() : clean.error()), keyId);
            return finish();
        }
        const Key key{.value = *clean,
                      .origin = originOf(baseUrl),
                      .source = FromKeychain,
                      .storedOn = QDateTime::fromMSecsSinceEpoch(toMilliseconds(m_clock.wall())).date(),
                      .plainHttp = !isSafeOrigin(baseUrl),
                      .id = keyId};
        if (mayHideAnother({.providerId = providerId, .keyId = keyId}))
            lookAndWrite(providerId, key);
        else
            write(providerId, key);
    });
}

/// Whether the keychain may have a key of this name that the user has not seen.
bool KeyStore::mayHideAnother(const KeyName &name) const
{
    const Key *known = m_table.find(name.providerId, name.keyId);
    const bool isShown = known && known->source == FromKeychain;
    const bool isHeld = known && known->source == ForSession;
    return !isShown && !m_told.contains(name) && (isHeld || m_keychain != Keychain::Usable);
}

void KeyStore::lookAndWrite(const QString &providerId, const Key &key)
{
    m_afterProbe = [this, providerId, key, before = m_keychain](Keychain keychain) {
        if (keychain != Keychain::Usable)
            return holdForSession(providerId, key);
        if (before != keychain) // it was unlocked just now: all that it has can be read
            enqueue([this] { refresh(false); });
        m_entries.read(entryName(providerId, key.id), KeychainPatience, this,
                       [this, providerId, key](const Result<QByteArray> &entry) {
                           const Result<Key> found = entry.and_then(fromEntry);
                           if (found && found->value != key.value)
                               return refuseToReplace(providerId, key.id, entry);
                           if (!entry && entry.error().kind != Error::Kind::NotFound)
                               return holdForSession(providerId, key);
                           write(providerId, key);
                       });
    };
    m_probe.start(true);
}

void KeyStore::refuseToReplace(const QString &providerId, const QString &keyId, const Result<QByteArray> &entry)
{
    const KeyName name{.providerId = providerId, .keyId = keyId};
    m_told.append(name);
    takeEntry(name, entry);
    emit changed();
    emit stored(providerId,
                failure(Error::Kind::Conflict,
                        tr("The keychain has another key of “%1” already. Save again to replace it.").arg(providerId)),
                keyId);
    finish();
}

void KeyStore::write(const QString &providerId, const Key &key)
{
    // The user has just typed a key: a prompt for the keychain's password is expected.
    m_entries.write(entryName(providerId, key.id), toEntry(key), PromptPatience, this,
                    [this, providerId, key](const Result<void> &written) {
                        if (written)
                            verify(providerId, key);
                        else
                            hold(providerId, key);
                    });
}

void KeyStore::verify(const QString &providerId, const Key &key)
{
    m_entries.read(entryName(providerId, key.id), KeychainPatience, this,
                   [this, providerId, key](const Result<QByteArray> &entry) {
                       if (!entry || *entry != toEntry(key))
                           return hold(providerId, key);
                       setKeychain(Keychain::Usable);
                       keep(providerId, key, Kept::InKeychain);
                   });
}

/// The keychain did not take it: in memory until the program ends, and the keychain is looked at again.
void KeyStore::hold(const QString &providerId, const Key &key)
{
    m_afterProbe = [this, providerId, key](Keychain) { holdForSession(providerId, key); };
    m_probe.start(false);
}

void KeyStore::holdForSession(const QString &providerId, Key key)
{
    key.source = ForSession;
    keep(providerId, key, Kept::ForSession);
}

void KeyStore::keep(const QString &providerId, const Key &key, Kept kept)
{
    m_table.set(providerId, key);
    m_added.append({.providerId = providerId, .keyId = key.id});
    emit changed();
    emit stored(providerId, kept, key.id);
    finish();
}

void KeyStore::confirm(const QString &providerId, PlainHttp plainHttp)
{
    const KeyOwner *known = owner(providerId);
    const QList<Key> keys = known ? m_table.all(providerId) : QList<Key>();
    for (const Key &key : keys) {
        if (!mayGo(key, known->baseUrl) || keys.size() == 1)
            store(providerId, known->baseUrl, key.value, plainHttp, key.id);
    }
    if (!keys.isEmpty())
        return;
    enqueue([this, providerId] {
        emit stored(providerId, failure(Error::Kind::NotFound, tr("There is no key of “%1”.").arg(providerId)), {});
        finish();
    });
}

/// Also of keys that are loaded, and in no list.
QStringList KeyStore::knownIds(const QString &providerId) const
{
    QStringList ids = keyIdsOf(providerId);
    for (const Key &key : m_table.all(providerId))
        ids.append(key.id);
    return ids;
}

void KeyStore::removeAll(const QString &providerId, const QStringList &keyIds)
{
    // Known now: a load that comes first may forget them. Known then: a key may be stored before.
    enqueue([this, providerId, known = knownIds(providerId) + keyIds] {
        QStringList all = known + knownIds(providerId);
        all.removeDuplicates();
        erase(providerId, all);
    });
}

void KeyStore::remove(const QString &providerId, const QString &keyId)
{
    enqueue([this, providerId, keyId] { erase(providerId, {keyId}); });
}

void KeyStore::erase(const QString &providerId, const QStringList &keyIds)
{
    // A locked keychain acknowledges a deletion that it did not do, and then says that there is no entry.
    m_afterProbe = [this, providerId, keyIds](Keychain keychain) {
        Removal removal{.providerId = providerId, .left = keyIds};
        if (keychain == Keychain::Usable)
            return eraseNext(removal);
        const auto isKept = [this, &providerId](const QString &keyId) {
            const Key *key = m_table.find(providerId, keyId);
            return key && key->source == FromKeychain;
        };
        if (keychain == Keychain::Missing && std::ranges::none_of(keyIds, isKept)) {
            // One that is not loaded may be in a keychain that is missing only now.
            removal.left.removeIf([&](const QString &keyId) { return !m_table.find(providerId, keyId); });
            while (!removal.left.isEmpty())
                removal = withoutFirst(removal);
            return endRemoval(removal, {});
        }
        endRemoval(removal,
                   Error{.kind = Error::Kind::NotPermitted,
                         .message = tr("The key of “%1” is still in the keychain, which is locked or does not answer. "
                                       "Unlock it and remove the key again.")
                                        .arg(providerId)});
    };
    m_probe.start(true);
}

void KeyStore::eraseNext(const Removal &removal)
{
    if (removal.left.isEmpty())
        return endRemoval(removal, {});
    m_entries.remove(entryName(removal.providerId, removal.left.constFirst()), KeychainPatience, this,
                     [this, removal](const Result<void> &) { verifyErased(removal); });
}

void KeyStore::verifyErased(const Removal &removal)
{
    const QString name = entryName(removal.providerId, removal.left.constFirst());
    m_entries.read(name, KeychainPatience, this, [this, removal, name](const Result<QByteArray> &entry) {
        if (!entry && entry.error().kind == Error::Kind::NotFound)
            return eraseNext(withoutFirst(removal));
        endRemoval(removal,
                   Error{.kind = Error::Kind::Unavailable,
                         .message = tr("The key of “%1” could not be removed from the keychain. Remove the entry "
                                       "“signalbox/%2” with your desktop's password program.")
                                        .arg(removal.providerId, name)});
    });
}

/// Forgets that key; one that was handed to us stays, and is not gone.
KeyStore::Removal KeyStore::withoutFirst(const Removal &removal)
{
    Removal rest = removal;
    const QString keyId = rest.left.takeFirst();
    const Key *key = m_table.find(rest.providerId, keyId);
    if (key && !isOurs(*key))
        return rest;
    m_table.remove(rest.providerId, keyId);
    m_added.removeAll(KeyName{.providerId = rest.providerId, .keyId = keyId});
    rest.gone.append(keyId);
    return rest;
}

void KeyStore::endRemoval(const Removal &removal, const std::optional<Error> &problem)
{
    emit changed();
    emit removed(removal.providerId, problem, removal.gone);
    finish();
}

QList<EnvironmentOffer> KeyStore::environmentOffers() const
{
    QList<EnvironmentOffer> offers;
    for (const KeyOwner &each : m_environment ? m_owners : QList<KeyOwner>()) {
        if (m_table.find(each.providerId))
            continue;
        const auto it = std::find_if(each.variables.cbegin(), each.variables.cend(),
                                     [this](const QString &name) { return !m_environment(name).trimmed().isEmpty(); });
        if (it != each.variables.cend())
            offers.append({.providerId = each.providerId, .variable = *it});
    }
    return offers;
}

void KeyStore::take(const EnvironmentOffer &offer)
{
    const KeyOwner *known = owner(offer.providerId);
    if (m_environment && known)
        store(offer.providerId, known->baseUrl, m_environment(offer.variable));
}

} // namespace sb::secrets
