#include "core/secrets/key_store.h"

#include "tests/secrets/keyring.h"
#include "tests/testing/testing.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::secrets;

namespace {

const QUrl OwnersAddress(u"https://api.example.com/v1"_s);
const KeyOwner Owner{.providerId = u"locked-example"_s, .baseUrl = OwnersAddress};
constexpr auto LockedKey = "sk-canary-0123456789";

void load(KeyStore &store)
{
    QSignalSpy changed(&store, &KeyStore::changed);
    store.load({Owner});
    QTRY_COMPARE(changed.size(), 1);
}

Result<Kept> stored(KeyStore &store, const QByteArray &value)
{
    QSignalSpy spy(&store, &KeyStore::stored);
    store.store(Owner.providerId, OwnersAddress, value);
    if (!spy.wait())
        return failure(Error::Kind::Unavailable, u"no answer"_s);
    return spy.constFirst().at(1).value<Result<Kept>>();
}

} // namespace

/// A real keyring, locked as the user or a time-out locks it.
class TstLockedKeychain : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void aLockedKeyringReadsAsNoEntry();
    void aLockedKeychainIsNotTakenForAnEmptyOne();
    void aKeyTypedMeanwhileIsHeldForTheSession();
    void keysThatWereReadBeforeStay();
    void nothingIsRemovedBehindALock();
    void afterUnlockingTheKeysAreThere();
    void aKeyHeldForTheSessionIsNotReplacedByAnOlderOne();
    void aKeyBehindTheLockIsNotOverwrittenUnseen();
    void allKeysAreReadWhenOneUnlocksTheKeychain();
};

void TstLockedKeychain::init()
{
    SystemClock clock;
    KeyStore store(clock);
    load(store);
    QCOMPARE(stored(store, LockedKey).value(), Kept::InKeychain);
    testing::keyring::lock();
}

void TstLockedKeychain::cleanup()
{
    testing::keyring::unlock();
}

/// The trap: without the canary, keys would be asked for again and again.
void TstLockedKeychain::aLockedKeyringReadsAsNoEntry()
{
    const KeychainEntries entries;
    std::optional<Result<QByteArray>> answer;
    entries.read(u"provider/"_s + Owner.providerId, KeychainPatience, this,
                 [&answer](const Result<QByteArray> &text) { answer = text; });
    QTRY_VERIFY(answer);
    QVERIFY(!*answer);
    QCOMPARE(answer->error().kind, Error::Kind::NotFound);
}

void TstLockedKeychain::aLockedKeychainIsNotTakenForAnEmptyOne()
{
    SystemClock clock;
    KeyStore store(clock);
    QSignalSpy keychain(&store, &KeyStore::keychainChanged);
    load(store);
    QCOMPARE(keychain.size(), 1);
    QCOMPARE(store.keychain(), Keychain::Locked);
    QVERIFY(KeyStore::sentence(store.keychain()).contains(u"locked"_s));
    QVERIFY(!store.info(Owner.providerId));
}

void TstLockedKeychain::aKeyTypedMeanwhileIsHeldForTheSession()
{
    SystemClock clock;
    KeyStore store(clock);
    load(store);
    QCOMPARE(stored(store, "typed-while-locked").value(), Kept::ForSession);
    QCOMPARE(store.keychain(), Keychain::Locked);
    QCOMPARE(store.info(Owner.providerId)->source, u"session"_s);
    QCOMPARE(store.table().key(Owner.providerId, OwnersAddress)->value, QByteArray("typed-while-locked"));
}

void TstLockedKeychain::keysThatWereReadBeforeStay()
{
    testing::keyring::unlock();
    SystemClock clock;
    KeyStore store(clock);
    load(store);
    testing::keyring::lock();
    load(store);
    QCOMPARE(store.keychain(), Keychain::Locked);
    QCOMPARE(store.table().key(Owner.providerId, OwnersAddress)->value, QByteArray(LockedKey));
}

void TstLockedKeychain::nothingIsRemovedBehindALock()
{
    SystemClock clock;
    KeyStore store(clock);
    load(store);
    QSignalSpy removed(&store, &KeyStore::removed);
    store.removeAll(Owner.providerId);
    QTRY_COMPARE(removed.size(), 1);
    const auto problem = removed.constFirst().at(1).value<std::optional<Error>>();
    QVERIFY(removed.constFirst().at(2).toStringList().isEmpty());
    QVERIFY(problem);
    QCOMPARE(problem->kind, Error::Kind::NotPermitted);
    QVERIFY2(problem->message.contains(u"Unlock"_s), qPrintable(problem->message));
    testing::keyring::unlock();
    load(store);
    QCOMPARE(store.table().key(Owner.providerId, OwnersAddress)->value, QByteArray(LockedKey));
}

void TstLockedKeychain::afterUnlockingTheKeysAreThere()
{
    SystemClock clock;
    KeyStore store(clock);
    load(store);
    testing::keyring::unlock();
    QSignalSpy changed(&store, &KeyStore::changed);
    store.unlock();
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(store.keychain(), Keychain::Usable);
    QCOMPARE(store.table().key(Owner.providerId, OwnersAddress)->value, QByteArray(LockedKey));
}

void TstLockedKeychain::aKeyHeldForTheSessionIsNotReplacedByAnOlderOne()
{
    SystemClock clock;
    KeyStore store(clock);
    load(store);
    QCOMPARE(stored(store, "typed-while-locked").value(), Kept::ForSession);
    testing::keyring::unlock();
    load(store);
    QCOMPARE(store.table().key(Owner.providerId, OwnersAddress)->value, QByteArray("typed-while-locked"));
    QCOMPARE(stored(store, "typed-while-locked").error().kind,
             Error::Kind::Conflict); // the older one is not lost unseen
    QCOMPARE(store.table().key(Owner.providerId, OwnersAddress)->value, QByteArray("typed-while-locked"));
    QCOMPARE(stored(store, "typed-while-locked").value(), Kept::InKeychain);
}

/// As when the user types a key, and gives the keychain's password when asked for it.
void TstLockedKeychain::aKeyBehindTheLockIsNotOverwrittenUnseen()
{
    SystemClock clock;
    KeyStore store(clock);
    load(store);
    testing::keyring::unlock();
    const Result<Kept> first = stored(store, "typed-while-locked");
    QVERIFY(!first);
    QCOMPARE(first.error().kind, Error::Kind::Conflict);
    QCOMPARE(store.table().key(Owner.providerId, OwnersAddress)->value, QByteArray(LockedKey));
    KeyStore other(clock);
    load(other);
    QCOMPARE(other.table().key(Owner.providerId, OwnersAddress)->value, QByteArray(LockedKey));

    QCOMPARE(stored(store, "typed-while-locked").value(), Kept::InKeychain);
    load(other);
    QCOMPARE(other.table().key(Owner.providerId, OwnersAddress)->value, QByteArray("typed-while-locked"));
}

void TstLockedKeychain::allKeysAreReadWhenOneUnlocksTheKeychain()
{
    SystemClock clock;
    KeyStore store(clock);
    load(store);
    testing::keyring::unlock();
    QSignalSpy spy(&store, &KeyStore::stored);
    store.store(u"another-example"_s, OwnersAddress, "sk-canary-of-another");
    QTRY_COMPARE(spy.size(), 1);
    QCOMPARE(spy.constFirst().at(1).value<Result<Kept>>().value(), Kept::InKeychain);
    QTRY_VERIFY(store.info(Owner.providerId));
    QCOMPARE(store.info(Owner.providerId)->source, u"keychain"_s);
}

static const bool tstLockedKeychain = sb::testing::add<TstLockedKeychain>();

#include "tst_locked_keychain.moc"
