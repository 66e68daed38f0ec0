#include "app/key_sources.h"

#include "tests/testing/testing.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::app;

namespace {

const QUrl Home(u"https://api.example.com/v1"_s);

catalog::Provider example()
{
    return {.id = u"example"_s, .baseUrl = Home, .keyVariables = {u"FIRST_KEY"_s, u"SECOND_KEY"_s}};
}

KeyLookup environment(const QHash<QString, QByteArray> &variables)
{
    return {.environment = [variables](const QString &name) { return variables.value(name); }};
}

} // namespace

class TstKeySources : public QObject
{
    Q_OBJECT
private slots:
    void withoutBeingAskedNothingIsRead();
    void theFirstVariableThatIsSetServes_data();
    void theFirstVariableThatIsSetServes();
    void aCredentialWinsOverAVariable();
    void theSourceIsSaidAndTheKeyIsNot();
    void aKeyIsBoundToTheOriginOfItsProvider();
    void aDisabledProviderGetsNoKey();
    void whoTakesAKeyOwnsOne();
};

void TstKeySources::withoutBeingAskedNothingIsRead()
{
    QVERIFY(loadKeys({example()}, {}).table.values().isEmpty());
}

void TstKeySources::theFirstVariableThatIsSetServes_data()
{
    using Variables = QHash<QString, QByteArray>;
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("both") << Variables{{u"FIRST_KEY"_s, "one"}, {u"SECOND_KEY"_s, "two"}} << QByteArray("one");
    QTest::newRow("the second only") << Variables{{u"SECOND_KEY"_s, "two"}} << QByteArray("two");
    QTest::newRow("an empty one does not count")
        << Variables{{u"FIRST_KEY"_s, " "}, {u"SECOND_KEY"_s, "two"}} << QByteArray("two");
    QTest::newRow("a line feed at the end is no part of it")
        << Variables{{u"FIRST_KEY"_s, "one\n"}} << QByteArray("one");
    QTest::newRow("another provider's") << Variables{{u"OTHER_KEY"_s, "x"}} << QByteArray();
}

void TstKeySources::theFirstVariableThatIsSetServes()
{
    using Variables = QHash<QString, QByteArray>;
    QFETCH(Variables, variables);
    const LoadedKeys keys = loadKeys({example()}, environment(variables));
    QTEST(keys.table.values().value(0), "value");
}

void TstKeySources::aCredentialWinsOverAVariable()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"example"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("from-file\n");
    file.close();
    KeyLookup lookup = environment({{u"FIRST_KEY"_s, "from-variable"}});
    lookup.credentialsDirectory = folder.path();
    const LoadedKeys keys = loadKeys({example()}, lookup);
    QCOMPARE(keys.table.key(u"example"_s, Home)->value, "from-file");
    QCOMPARE(keys.table.key(u"example"_s, Home)->source, u"credentials"_s);
}

void TstKeySources::theSourceIsSaidAndTheKeyIsNot()
{
    const LoadedKeys keys = loadKeys({example()}, environment({{u"FIRST_KEY"_s, "canary"}}));
    QCOMPARE(keys.notices, QStringList{u"example: key from $FIRST_KEY, for https://api.example.com:443"_s});
}

void TstKeySources::aKeyIsBoundToTheOriginOfItsProvider()
{
    const LoadedKeys keys = loadKeys({example()}, environment({{u"FIRST_KEY"_s, "one"}}));
    QVERIFY(keys.table.key(u"example"_s, Home));
    QVERIFY(!keys.table.key(u"example"_s, QUrl(u"https://evil.example.org/v1"_s)));
}

void TstKeySources::aDisabledProviderGetsNoKey()
{
    catalog::Provider disabled = example();
    disabled.enabled = false;
    QVERIFY(loadKeys({disabled}, environment({{u"FIRST_KEY"_s, "one"}})).table.values().isEmpty());
}

void TstKeySources::whoTakesAKeyOwnsOne()
{
    const QList<catalog::Provider> providers{
        example(),
        {.id = u"open"_s, .baseUrl = Home, .auth = catalog::Provider::Auth::None},
        {.id = u"practice-a"_s, .baseUrl = Home, .practice = true},
    };
    const secrets::KeyOwner owner{
        .providerId = u"example"_s, .baseUrl = Home, .variables = {u"FIRST_KEY"_s, u"SECOND_KEY"_s}};
    QCOMPARE(keyOwners(providers), QList<secrets::KeyOwner>{owner});
}

static const bool registered = sb::testing::add<TstKeySources>();

#include "tst_key_sources.moc"
