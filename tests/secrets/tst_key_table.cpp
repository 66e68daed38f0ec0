#include "core/secrets/key_table.h"

#include "tests/testing/testing.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sb::secrets;

class TstKeyTable : public QObject
{
    Q_OBJECT
private slots:
    void anOriginIsSchemeHostAndPort_data();
    void anOriginIsSchemeHostAndPort();
    void aKeyTravelsOnlyEncryptedOrToThisMachine_data();
    void aKeyTravelsOnlyEncryptedOrToThisMachine();
    void aKeyGoesOnlyToTheOriginItWasEnteredFor_data();
    void aKeyGoesOnlyToTheOriginItWasEnteredFor();
    void aKeyOfAnUnsafeOriginIsNeverHandedOut();
    void anotherProviderGetsNothing();
    void aRemovedKeyIsGone();
    void severalKeysStayInTheirOrder();
    void theRedactorIsToldEveryValue();
};

namespace {

const QUrl Address(u"https://api.example.com/v1"_s);

KeyTable tableFor(const QUrl &url)
{
    KeyTable table;
    table.set(u"example"_s, {.value = "key-one", .origin = originOf(url), .source = u"session"_s});
    return table;
}

} // namespace

void TstKeyTable::anOriginIsSchemeHostAndPort_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QByteArray>("origin");
    QTest::newRow("the port of https is 443") << Address << QByteArray("https://api.example.com:443");
    QTest::newRow("the port of http is 80") << QUrl(u"http://localhost/v1"_s) << QByteArray("http://localhost:80");
    QTest::newRow("a port that is given counts")
        << QUrl(u"http://127.0.0.1:11434/v1"_s) << QByteArray("http://127.0.0.1:11434");
    QTest::newRow("the path and a name in the URL do not")
        << QUrl(u"https://me@api.example.com/other?x=1"_s) << QByteArray("https://api.example.com:443");
    QTest::newRow("the case of the host does not")
        << QUrl(u"https://API.Example.com"_s) << QByteArray("https://api.example.com:443");
}

void TstKeyTable::anOriginIsSchemeHostAndPort()
{
    QFETCH(QUrl, url);
    QTEST(originOf(url), "origin");
}

void TstKeyTable::aKeyTravelsOnlyEncryptedOrToThisMachine_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<bool>("safe");
    QTest::newRow("https") << Address << true;
    QTest::newRow("http to 127.0.0.1") << QUrl(u"http://127.0.0.1:8000"_s) << true;
    QTest::newRow("http to another loopback address") << QUrl(u"http://127.8.8.8"_s) << true;
    QTest::newRow("http to ::1") << QUrl(u"http://[::1]:8000"_s) << true;
    QTest::newRow("http to localhost") << QUrl(u"http://localhost:8000"_s) << true;
    QTest::newRow("http to a host") << QUrl(u"http://api.example.com"_s) << false;
    QTest::newRow("http to the local network") << QUrl(u"http://192.168.1.5:8000"_s) << false;
    QTest::newRow("http to a host that is named like localhost") << QUrl(u"http://localhost.example.com"_s) << false;
    QTest::newRow("another scheme") << QUrl(u"ftp://127.0.0.1"_s) << false;
}

void TstKeyTable::aKeyTravelsOnlyEncryptedOrToThisMachine()
{
    QFETCH(QUrl, url);
    QTEST(isSafeOrigin(url), "safe");
}

void TstKeyTable::aKeyGoesOnlyToTheOriginItWasEnteredFor_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<bool>("given");
    QTest::newRow("the same URL") << Address << true;
    QTest::newRow("another path there") << QUrl(u"https://api.example.com/v2/other"_s) << true;
    QTest::newRow("another host") << QUrl(u"https://api.example.org/v1"_s) << false;
    QTest::newRow("a host below it") << QUrl(u"https://evil.api.example.com/v1"_s) << false;
    QTest::newRow("another port") << QUrl(u"https://api.example.com:8443/v1"_s) << false;
    QTest::newRow("without encryption") << QUrl(u"http://api.example.com:443/v1"_s) << false;
}

void TstKeyTable::aKeyGoesOnlyToTheOriginItWasEnteredFor()
{
    QFETCH(QUrl, url);
    QTEST(tableFor(Address).key(u"example"_s, url).has_value(), "given");
}

void TstKeyTable::aKeyOfAnUnsafeOriginIsNeverHandedOut()
{
    const QUrl plain(u"http://api.example.com/v1"_s);
    QVERIFY(!tableFor(plain).key(u"example"_s, plain));
}

void TstKeyTable::anotherProviderGetsNothing()
{
    QVERIFY(!tableFor(Address).key(u"other"_s, Address));
}

void TstKeyTable::aRemovedKeyIsGone()
{
    KeyTable table = tableFor(Address);
    table.remove(u"example"_s);
    QVERIFY(!table.key(u"example"_s, Address));
    QVERIFY(table.values().isEmpty());
}

void TstKeyTable::severalKeysStayInTheirOrder()
{
    KeyTable table = tableFor(Address);
    const QUrl elsewhere(u"https://api.example.org/v1"_s);
    table.set(u"example"_s, {.value = "key-two", .origin = originOf(elsewhere), .id = u"k2"_s});
    table.set(u"example"_s, {.value = "key-three", .origin = originOf(Address), .id = u"k3"_s});
    QCOMPARE(table.keys(u"example"_s, Address).size(), 2);
    QCOMPARE(table.keys(u"example"_s, Address).constLast().value, "key-three");
    QCOMPARE(table.key(u"example"_s, elsewhere)->value, "key-two");
    table.set(u"example"_s, {.value = "key-four", .origin = originOf(Address)});
    QCOMPARE(table.find(u"example"_s)->value, "key-four"); // in the place of the first
    table.remove(u"example"_s, {});
    QCOMPARE(table.find(u"example"_s)->value, "key-two");
    QVERIFY(!table.find(u"example"_s, u"k9"_s));
    table.remove(u"example"_s);
    QVERIFY(table.providers().isEmpty());
}

void TstKeyTable::theRedactorIsToldEveryValue()
{
    KeyTable table = tableFor(Address);
    table.set(u"other"_s, {.value = "key-two", .origin = originOf(Address)});
    QList<QByteArray> values = table.values();
    std::sort(values.begin(), values.end());
    QCOMPARE(values, (QList<QByteArray>{"key-one", "key-two"}));
}

static const bool tstKeyTable = sb::testing::add<TstKeyTable>();

#include "tst_key_table.moc"
