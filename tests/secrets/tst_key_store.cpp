#include "core/secrets/entry_names.h"
#include "core/secrets/key_store.h"

#include "tests/testing/testing.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::secrets;

namespace {

const QUrl Home(u"https://api.example.com/v1"_s);
constexpr auto Secret = "sk-canary-0123456789";

KeyOwner owner(const QString &id, const QUrl &url = Home)
{
    return {.providerId = id, .baseUrl = url, .variables = {u"EXAMPLE_KEY"_s}};
}

std::optional<Result<Kept>> outcomeOf(const QSignalSpy &stored)
{
    if (stored.isEmpty())
        return {};
    return stored.constLast().at(1).value<Result<Kept>>();
}

} // namespace

/// On the real Secret Service of packaging/with-keyring.
class TstKeyStore : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void theKeychainIsUsable();
    void aKeyIsKeptAndReadByTheNextProgram();
    void whatIsToldAboutAKey_data();
    void whatIsToldAboutAKey();
    void anotherOriginAsksAgain();
    void plainHttpNeedsAYes_data();
    void plainHttpNeedsAYes();
    void whatIsNoKeyIsNotStored();
    void manyKeysAreKeptApart();
    void theKeychainListsTheEntriesThatThereAre();
    void aSecondKeyTakesThePlaceOfTheFirst();
    void aRemovedKeyIsGoneFromTheKeychain();
    void aFurtherKeyIsKeptBesideTheFirst();
    void aLoadThatWasAskedForBeforeAKeyWasAddedSparesIt();
    void removingOneKeyLeavesTheOthers();
    void removingAllTakesKeysThatAreForgottenMeanwhile();
    void removingAllTakesKeysThatAreNotLoaded();
    void removingWhatIsNotThereIsNoProblem();
    void whatAnotherProgramChangedIsReadAgain();
    void aKeyThatWasGivenWinsOverTheKeychain();
    void aKeyThatWasGivenIsNotSaidToBeGone();
    void aKeyOfTheEnvironmentIsOfferedAndNotStored();
    void anOfferThatIsTakenIsStored();
    void keysOfProvidersThatAreGoneAreForgotten();
    void destroyingItWhileItWorksIsSafe();

private:
    void storeAndWait(const QString &provider, const QUrl &url, const QByteArray &value,
                      PlainHttp plainHttp = PlainHttp::Refused);
    [[nodiscard]] bool isEmptyInTheKeychain(); ///< of m_id, also under "k2"
    [[nodiscard]] QByteArray otherProgram(const QStringList &arguments, const QByteArray &input = {});

    ManualClock m_clock{fromMilliseconds(QDateTime(QDate(2026, 11, 25), QTime(12, 0)).toMSecsSinceEpoch())};
    std::unique_ptr<KeyStore> m_store;
    QHash<QString, QByteArray> m_environment;
    QString m_id; ///< a provider that no other test uses
    static inline int s_number = 0;
};

void TstKeyStore::init()
{
    m_environment.clear();
    m_id = u"example-%1"_s.arg(++s_number);
    m_store = std::make_unique<KeyStore>(m_clock, [this](const QString &name) { return m_environment.value(name); });
    QSignalSpy changed(m_store.get(), &KeyStore::changed);
    m_store->load({owner(m_id)});
    QTRY_COMPARE(changed.size(), 1);
}

void TstKeyStore::cleanup()
{
    m_store.reset();
}

void TstKeyStore::storeAndWait(const QString &provider, const QUrl &url, const QByteArray &value, PlainHttp plainHttp)
{
    QSignalSpy stored(m_store.get(), &KeyStore::stored);
    m_store->store(provider, url, value, plainHttp);
    QVERIFY(stored.isEmpty()); // never before the call is over
    QTRY_COMPARE(stored.size(), 1);
    QCOMPARE(stored.constFirst().at(0).toString(), provider);
}

bool TstKeyStore::isEmptyInTheKeychain()
{
    KeyStore next(m_clock);
    QSignalSpy changed(&next, &KeyStore::changed);
    KeyOwner both = owner(m_id);
    both.keyIds = {u"k2"_s};
    next.load({both});
    return changed.wait() && next.keychain() == Keychain::Usable && next.infos(m_id).isEmpty();
}

QByteArray TstKeyStore::otherProgram(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(QStringLiteral(KEY_PROCESS), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 30'000))
        process.kill();
    return process.readAllStandardOutput().trimmed();
}

void TstKeyStore::theKeychainIsUsable()
{
    QCOMPARE(m_store->keychain(), Keychain::Usable);
    QVERIFY(!m_store->info(m_id));
}

void TstKeyStore::aKeyIsKeptAndReadByTheNextProgram()
{
    QSignalSpy stored(m_store.get(), &KeyStore::stored);
    storeAndWait(m_id, Home, Secret);
    QCOMPARE(outcomeOf(stored)->value(), Kept::InKeychain);
    QCOMPARE(m_store->table().key(m_id, Home)->value, QByteArray(Secret));
    QCOMPARE(otherProgram({m_id, Home.toString(), u"load"_s}), "usable " + QByteArray(Secret));
    QCOMPARE(otherProgram({m_id, u"https://api.example.org/v1"_s, u"load"_s}), QByteArray("usable none"));
}

void TstKeyStore::whatIsToldAboutAKey_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("lastFour");
    QTest::newRow("the last four of a long one") << QByteArray(Secret) << u"6789"_s;
    QTest::newRow("the last four of twelve") << QByteArray("abcdefghijkl") << u"ijkl"_s;
    QTest::newRow("nothing of eleven") << QByteArray("abcdefghijk") << QString();
}

void TstKeyStore::whatIsToldAboutAKey()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, lastFour);
    storeAndWait(m_id, Home, value);
    const KeyInfo expected{.source = u"keychain"_s,
                           .origin = "https://api.example.com:443",
                           .lastFour = lastFour,
                           .storedOn = QDate(2026, 11, 25)};
    QCOMPARE(m_store->info(m_id), std::optional(expected));
}

void TstKeyStore::anotherOriginAsksAgain()
{
    const QUrl moved(u"https://api.example.org/v1"_s);
    storeAndWait(m_id, Home, Secret);
    QVERIFY(!m_store->needsConfirmation(m_id));
    QSignalSpy changed(m_store.get(), &KeyStore::changed);
    m_store->load({owner(m_id, moved)});
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(m_store->needsConfirmation(m_id));
    QVERIFY(!m_store->table().key(m_id, moved));
    QCOMPARE(m_store->info(m_id)->origin, "https://api.example.com:443");

    QSignalSpy stored(m_store.get(), &KeyStore::stored);
    m_store->confirm(m_id);
    QTRY_COMPARE(stored.size(), 1);
    QVERIFY(!m_store->needsConfirmation(m_id));
    QCOMPARE(m_store->table().key(m_id, moved)->value, QByteArray(Secret));
    QVERIFY(!m_store->table().key(m_id, Home));
}

void TstKeyStore::plainHttpNeedsAYes_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<PlainHttp>("plainHttp");
    QTest::addColumn<bool>("kept");
    const QUrl lan(u"http://192.168.1.5:8000/v1"_s);
    QTest::newRow("to this machine it does not") << QUrl(u"http://127.0.0.1:8000/v1"_s) << PlainHttp::Refused << true;
    QTest::newRow("to another machine without it") << lan << PlainHttp::Refused << false;
    QTest::newRow("to another machine with it") << lan << PlainHttp::Allowed << true;
    QTest::newRow("it is no yes to other schemes") << QUrl(u"ftp://192.168.1.5"_s) << PlainHttp::Allowed << false;
}

void TstKeyStore::plainHttpNeedsAYes()
{
    QFETCH(QUrl, url);
    QFETCH(PlainHttp, plainHttp);
    QFETCH(bool, kept);
    QSignalSpy stored(m_store.get(), &KeyStore::stored);
    storeAndWait(m_id, url, Secret, plainHttp);
    QCOMPARE(outcomeOf(stored)->has_value(), kept);
    QCOMPARE(m_store->table().key(m_id, url).has_value(), kept);
    if (!kept) {
        QCOMPARE(outcomeOf(stored)->error().kind, Error::Kind::NotPermitted);
        QVERIFY(outcomeOf(stored)->error().message.contains(url.host()));
    }
    // The yes is stored with the key.
    const QByteArray read = otherProgram({m_id, url.toString(), u"load"_s});
    QCOMPARE(read, kept ? "usable " + QByteArray(Secret) : QByteArray("usable none"));
}

void TstKeyStore::whatIsNoKeyIsNotStored()
{
    QSignalSpy stored(m_store.get(), &KeyStore::stored);
    storeAndWait(m_id, Home, "two words");
    QCOMPARE(outcomeOf(stored)->error().kind, Error::Kind::InvalidInput);
    QVERIFY(!m_store->info(m_id));
}

void TstKeyStore::manyKeysAreKeptApart()
{
    QList<KeyOwner> owners;
    QSignalSpy stored(m_store.get(), &KeyStore::stored);
    for (int i = 0; i < 12; ++i) {
        owners.append(owner(u"%1-%2"_s.arg(m_id).arg(i)));
        m_store->store(owners.constLast().providerId, Home, "key-number-" + QByteArray::number(i));
    }
    QTRY_COMPARE(stored.size(), 12);
    KeyStore second(m_clock);
    QSignalSpy changed(&second, &KeyStore::changed);
    second.load(owners);
    QTRY_COMPARE(changed.size(), 1);
    for (int i = 0; i < 12; ++i)
        QCOMPARE(second.table().key(owners.at(i).providerId, Home)->value, "key-number-" + QByteArray::number(i));
}

void TstKeyStore::theKeychainListsTheEntriesThatThereAre()
{
    storeAndWait(m_id, Home, Secret);
    std::optional<std::optional<QStringList>> names;
    listEntryNames(this, [&names](const std::optional<QStringList> &found) { names = found; });
    QTRY_VERIFY(names.has_value());
    QVERIFY(names->has_value());
    QVERIFY((*names)->contains(u"provider/"_s + m_id));
    QVERIFY(!(*names)->contains(u"provider/nobody"_s));
}

void TstKeyStore::aSecondKeyTakesThePlaceOfTheFirst()
{
    storeAndWait(m_id, Home, "the-first-key");
    storeAndWait(m_id, Home, Secret);
    QCOMPARE(otherProgram({m_id, Home.toString(), u"load"_s}), "usable " + QByteArray(Secret));
}

void TstKeyStore::aRemovedKeyIsGoneFromTheKeychain()
{
    storeAndWait(m_id, Home, Secret);
    QSignalSpy removed(m_store.get(), &KeyStore::removed);
    m_store->removeAll(m_id);
    QTRY_COMPARE(removed.size(), 1);
    QVERIFY(!removed.constFirst().at(1).value<std::optional<Error>>());
    QVERIFY(!m_store->info(m_id));
    QCOMPARE(otherProgram({m_id, Home.toString(), u"load"_s}), QByteArray("usable none"));
}

void TstKeyStore::aFurtherKeyIsKeptBesideTheFirst()
{
    storeAndWait(m_id, Home, Secret);
    QSignalSpy stored(m_store.get(), &KeyStore::stored);
    m_store->store(m_id, Home, "the-second-key", PlainHttp::Refused, u"k2"_s);
    QTRY_COMPARE(stored.size(), 1);
    QCOMPARE(stored.constFirst().at(2).toString(), u"k2"_s);
    QCOMPARE(m_store->infos(m_id).size(), 2);

    KeyStore next(m_clock);
    QSignalSpy changed(&next, &KeyStore::changed);
    KeyOwner both = owner(m_id);
    both.keyIds = {u"k2"_s};
    next.load({both});
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(next.table().keys(m_id, Home).size(), 2);
    QCOMPARE(next.table().keys(m_id, Home).last().value, "the-second-key");
    next.load({owner(m_id)}); // it is in no list any more
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(next.table().keys(m_id, Home).size(), 1);
}

void TstKeyStore::aLoadThatWasAskedForBeforeAKeyWasAddedSparesIt()
{
    storeAndWait(m_id, Home, Secret);
    QSignalSpy changed(m_store.get(), &KeyStore::changed);
    m_store->store(m_id, Home, "the-second-key", PlainHttp::Refused, u"k2"_s);
    m_store->load({owner(m_id)}); // by who does not know of it yet
    QTRY_COMPARE(changed.count(), 2);
    QCOMPARE(m_store->infos(m_id).size(), 2);
    KeyOwner both = owner(m_id);
    both.keyIds = {u"k2"_s};
    m_store->load({both});
    m_store->load({owner(m_id)}); // now it was known, and is no more
    QTRY_COMPARE(changed.count(), 4);
    QCOMPARE(m_store->infos(m_id).size(), 1);
}

void TstKeyStore::removingOneKeyLeavesTheOthers()
{
    storeAndWait(m_id, Home, Secret);
    QSignalSpy stored(m_store.get(), &KeyStore::stored);
    m_store->store(m_id, Home, "the-second-key", PlainHttp::Refused, u"k2"_s);
    QTRY_COMPARE(stored.size(), 1);
    QSignalSpy removed(m_store.get(), &KeyStore::removed);
    m_store->remove(m_id, {});
    QTRY_COMPARE(removed.size(), 1);
    QCOMPARE(m_store->infos(m_id).size(), 1);
    QCOMPARE(m_store->info(m_id)->id, u"k2"_s);
    QCOMPARE(removed.constLast().at(2).toStringList(), QStringList{QString()});
    m_store->removeAll(m_id);
    QTRY_COMPARE(removed.size(), 2);
    QVERIFY(m_store->infos(m_id).isEmpty());
}

void TstKeyStore::removingAllTakesKeysThatAreForgottenMeanwhile()
{
    QSignalSpy stored(m_store.get(), &KeyStore::stored);
    m_store->store(m_id, Home, Secret);
    m_store->store(m_id, Home, "the-second-key", PlainHttp::Refused, u"k2"_s);
    QTRY_COMPARE(stored.size(), 2);
    QSignalSpy removed(m_store.get(), &KeyStore::removed);
    m_store->load({}); // its provider is gone already
    m_store->removeAll(m_id);
    QTRY_COMPARE(removed.size(), 1);
    QVERIFY(!removed.constFirst().at(1).value<std::optional<Error>>());
    QVERIFY(isEmptyInTheKeychain());
}

void TstKeyStore::removingAllTakesKeysThatAreNotLoaded()
{
    QSignalSpy stored(m_store.get(), &KeyStore::stored);
    m_store->store(m_id, Home, "the-second-key", PlainHttp::Refused, u"k2"_s);
    QTRY_COMPARE(stored.size(), 1);
    KeyStore other(m_clock);
    QSignalSpy removed(&other, &KeyStore::removed);
    other.removeAll(m_id, {u"k2"_s});
    QTRY_COMPARE(removed.size(), 1);
    QCOMPARE(removed.constFirst().at(2).toStringList(), (QStringList{QString(), u"k2"_s}));
    QVERIFY(isEmptyInTheKeychain());
}

void TstKeyStore::removingWhatIsNotThereIsNoProblem()
{
    QSignalSpy removed(m_store.get(), &KeyStore::removed);
    m_store->removeAll(m_id);
    QTRY_COMPARE(removed.size(), 1);
    QVERIFY(!removed.constFirst().at(1).value<std::optional<Error>>());
}

void TstKeyStore::whatAnotherProgramChangedIsReadAgain()
{
    storeAndWait(m_id, Home, Secret);
    QCOMPARE(otherProgram({m_id, Home.toString(), u"store"_s}, "another-key-1\n"), QByteArray("usable kept"));
    QSignalSpy changed(m_store.get(), &KeyStore::changed);
    m_store->load({owner(m_id)});
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(m_store->table().key(m_id, Home)->value, QByteArray("another-key-1"));

    QCOMPARE(otherProgram({m_id, Home.toString(), u"remove"_s}), QByteArray("usable removed"));
    m_store->load({owner(m_id)});
    QTRY_COMPARE(changed.size(), 2);
    QVERIFY(!m_store->info(m_id));
}

void TstKeyStore::aKeyThatWasGivenWinsOverTheKeychain()
{
    storeAndWait(m_id, Home, Secret);
    KeyTable given;
    given.set(m_id, {.value = "given-key-0001", .origin = originOf(Home), .source = u"credentials"_s});
    KeyStore second(m_clock);
    second.give(given);
    QSignalSpy changed(&second, &KeyStore::changed);
    second.load({owner(m_id)});
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(second.info(m_id)->source, u"credentials"_s);
    QCOMPARE(second.table().key(m_id, Home)->value, QByteArray("given-key-0001"));
}

void TstKeyStore::aKeyThatWasGivenIsNotSaidToBeGone()
{
    KeyTable given;
    given.set(m_id, {.value = "given-key-0001", .origin = originOf(Home), .source = u"credentials"_s});
    m_store->give(given);
    QSignalSpy removed(m_store.get(), &KeyStore::removed);
    m_store->removeAll(m_id);
    QTRY_COMPARE(removed.size(), 1);
    QVERIFY(removed.constFirst().at(2).toStringList().isEmpty());
    QVERIFY(m_store->info(m_id));
}

void TstKeyStore::aKeyOfTheEnvironmentIsOfferedAndNotStored()
{
    QVERIFY(m_store->environmentOffers().isEmpty());
    m_environment.insert(u"EXAMPLE_KEY"_s, Secret);
    const EnvironmentOffer offer{.providerId = m_id, .variable = u"EXAMPLE_KEY"_s};
    QCOMPARE(m_store->environmentOffers(), QList<EnvironmentOffer>{offer});
    QSignalSpy changed(m_store.get(), &KeyStore::changed);
    m_store->load({owner(m_id)});
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(!m_store->info(m_id));
    QCOMPARE(otherProgram({m_id, Home.toString(), u"load"_s}), QByteArray("usable none"));
}

void TstKeyStore::anOfferThatIsTakenIsStored()
{
    m_environment.insert(u"EXAMPLE_KEY"_s, QByteArray(Secret) + '\n');
    QSignalSpy stored(m_store.get(), &KeyStore::stored);
    m_store->take(m_store->environmentOffers().constFirst());
    QTRY_COMPARE(stored.size(), 1);
    QCOMPARE(outcomeOf(stored)->value(), Kept::InKeychain);
    QVERIFY(m_store->environmentOffers().isEmpty());
    QCOMPARE(otherProgram({m_id, Home.toString(), u"load"_s}), "usable " + QByteArray(Secret));
}

void TstKeyStore::keysOfProvidersThatAreGoneAreForgotten()
{
    storeAndWait(m_id, Home, Secret);
    QSignalSpy changed(m_store.get(), &KeyStore::changed);
    m_store->load({});
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(m_store->table().values().isEmpty());
}

void TstKeyStore::destroyingItWhileItWorksIsSafe()
{
    for (int turns = 0; turns < 40; ++turns) {
        auto store = std::make_unique<KeyStore>(m_clock);
        store->load({owner(m_id)});
        store->store(m_id, Home, Secret);
        store->removeAll(m_id);
        int left = turns;
        const std::function<void()> turn = [&] {
            if (left-- == 0)
                store.reset();
            else
                QMetaObject::invokeMethod(this, turn, Qt::QueuedConnection);
        };
        turn();
        QTRY_VERIFY(!store);
    }
    // What still ran has answered by now, since the keychain does one thing after the other.
    QSignalSpy changed(m_store.get(), &KeyStore::changed);
    m_store->load({owner(m_id)});
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(m_store->keychain(), Keychain::Usable);
}

static const bool tstKeyStore = sb::testing::add<TstKeyStore>();

#include "tst_key_store.moc"
