#include "core/secrets/key_entry.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::secrets;

class TstKeyEntry : public QObject
{
    Q_OBJECT
private slots:
    void aKeyIsWhatIsLeftWithoutWhiteSpaceAround_data();
    void aKeyIsWhatIsLeftWithoutWhiteSpaceAround();
    void whatIsNoKeyIsRefusedWithoutRepeatingIt_data();
    void whatIsNoKeyIsRefusedWithoutRepeatingIt();
    void anEntryReadsBackAsTheSameKey_data();
    void anEntryReadsBackAsTheSameKey();
    void whatWeDidNotWriteIsDamaged_data();
    void whatWeDidNotWriteIsDamaged();
};

void TstKeyEntry::aKeyIsWhatIsLeftWithoutWhiteSpaceAround_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("as it is") << QByteArray("sk-abc_123") << QByteArray("sk-abc_123");
    QTest::newRow("a line feed at the end") << QByteArray("sk-abc\r\n") << QByteArray("sk-abc");
    QTest::newRow("blanks around") << QByteArray(" \tsk-abc ") << QByteArray("sk-abc");
    QTest::newRow("signs") << QByteArray("a+b/c==:!~") << QByteArray("a+b/c==:!~");
}

void TstKeyEntry::aKeyIsWhatIsLeftWithoutWhiteSpaceAround()
{
    QFETCH(QByteArray, typed);
    QTEST(cleanKey(typed).value_or(QByteArray()), "key");
}

void TstKeyEntry::whatIsNoKeyIsRefusedWithoutRepeatingIt_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("blanks") << QByteArray(" \n");
    QTest::newRow("a header more") << QByteArray("sk-abc\r\nX-Evil: 1");
    QTest::newRow("a sentence") << QByteArray("my key is sk-abc");
    QTest::newRow("letters that no header carries") << QByteArray("sk-\u00e4bc");
    QTest::newRow("a zero byte") << QByteArray("sk-\0abc", 7);
    QTest::newRow("a whole file") << QByteArray(KeyLimit + 1, 'k');
}

void TstKeyEntry::whatIsNoKeyIsRefusedWithoutRepeatingIt()
{
    QFETCH(QByteArray, typed);
    const auto key = cleanKey(typed);
    QVERIFY(!key);
    QCOMPARE(key.error().kind, Error::Kind::InvalidInput);
    QVERIFY(!key.error().message.isEmpty());
    QVERIFY(!key.error().message.contains(u"abc"_s));
}

void TstKeyEntry::anEntryReadsBackAsTheSameKey_data()
{
    QTest::addColumn<bool>("plainHttp");
    QTest::newRow("over https") << false;
    QTest::newRow("with a yes to plain http") << true;
}

void TstKeyEntry::anEntryReadsBackAsTheSameKey()
{
    QFETCH(bool, plainHttp);
    const Key key{.value = R"(sk-"quoted\)",
                  .origin = "http://192.168.1.5:8000",
                  .source = u"keychain"_s,
                  .storedOn = QDate(2026, 11, 25),
                  .plainHttp = plainHttp};
    const auto read = fromEntry(toEntry(key));
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QCOMPARE(*read, key);
}

void TstKeyEntry::whatWeDidNotWriteIsDamaged_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::newRow("a bare key") << QByteArray("sk-abc");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no origin") << QByteArray(R"({"version":1,"key":"sk-abc"})");
    QTest::newRow("no key") << QByteArray(R"({"version":1,"origin":"https://api.example.com:443"})");
    QTest::newRow("a later version") << QByteArray(R"({"version":2,"key":"sk-abc","origin":"https://a:443"})");
}

void TstKeyEntry::whatWeDidNotWriteIsDamaged()
{
    QFETCH(QByteArray, entry);
    const auto read = fromEntry(entry);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Damaged);
    QVERIFY(!read.error().message.contains(u"sk-abc"_s) && !read.error().detail.contains(u"sk-abc"_s));
}

static const bool tstKeyEntry = sb::testing::add<TstKeyEntry>();

#include "tst_key_entry.moc"
