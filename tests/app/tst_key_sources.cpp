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
const QUrl Elsewhere(u"https://evil.example.org/v1"_s);

catalog::Provider example()
{
    return {.id = u"example"_s, .baseUrl = Home, .keyVariables = {u"FIRST_KEY"_s, u"SECOND_KEY"_s}};
}

/// A provider of the profile that names somebody else's variable.
catalog::Provider stranger(const QStringList &variables)
{
    return {.id = u"stranger"_s, .baseUrl = Elsewhere, .keyVariables = variables, .fromProfile = true};
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
    void aVariableGoesToWhoMayHaveIt_data();
    void aVariableGoesToWhoMayHaveIt();
    void aCredentialOfAShippedProviderGoesToItsAddress();
    void whatMayNotBeReadIsNotOffered();
    void aDisabledProviderGetsNoKey();
    void whoTakesAKeyOwnsOne();
};

void TstKeySources::withoutBeingAskedNothingIsRead()
{
    QVERIFY(loadKeys({example()}, {example()}, {}).table.values().isEmpty());
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
    const LoadedKeys keys = loadKeys({example()}, {example()}, environment(variables));
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
    const LoadedKeys keys = loadKeys({example()}, {example()}, lookup);
    QCOMPARE(keys.table.key(u"example"_s, Home)->value, "from-file");
    QCOMPARE(keys.table.key(u"example"_s, Home)->source, u"credentials"_s);
}

void TstKeySources::theSourceIsSaidAndTheKeyIsNot()
{
    const LoadedKeys keys = loadKeys({example()}, {example()}, environment({{u"FIRST_KEY"_s, "canary"}}));
    QCOMPARE(keys.notices, QStringList{u"example: key from $FIRST_KEY, for https://api.example.com:443"_s});
}

void TstKeySources::aKeyIsBoundToTheOriginOfItsProvider()
{
    const LoadedKeys keys = loadKeys({example()}, {example()}, environment({{u"FIRST_KEY"_s, "one"}}));
    QVERIFY(keys.table.key(u"example"_s, Home));
    QVERIFY(!keys.table.key(u"example"_s, QUrl(u"https://evil.example.org/v1"_s)));
}

void TstKeySources::aVariableGoesToWhoMayHaveIt_data()
{
    QTest::addColumn<QList<catalog::Provider>>("providers");
    QTest::addColumn<bool>("shipped"); ///< --keys-from-env
    QTest::addColumn<QStringList>("named"); ///< --keys-from-env=…
    QTest::addColumn<QStringList>("receivers");
    QTest::addColumn<QString>("says");
    catalog::Provider moved = example();
    moved.baseUrl = Elsewhere;
    catalog::Provider changed = example();
    changed.keyVariables = {u"OTHER_KEY"_s};
    catalog::Provider sameAddress = example();
    sameAddress.name = u"My example"_s;
    sameAddress.fromProfile = true;
    const QString onlyHome = u"the key from $FIRST_KEY is for https://api.example.com:443 only"_s;
    const QStringList none;
    const auto row = [](const char *name, const catalog::Provider &provider, bool shipped, const QStringList &named,
                        const QStringList &receivers, const QString &says) {
        QTest::newRow(name) << QList{provider} << shipped << named << receivers << says;
    };
    row("as it was shipped", example(), true, {}, {u"example"_s}, u"key from $FIRST_KEY, for https://api.example"_s);
    row("as it was shipped and named", example(), false, {u"example"_s}, {u"example"_s}, u"key from $FIRST_KEY"_s);
    row("another one is named", example(), false, {u"stranger"_s}, none, {}); // by choice: nothing to be said
    row("changed, at the shipped address", sameAddress, true, {}, {u"example"_s}, u"key from $FIRST_KEY"_s);
    row("moved", moved, true, {}, none, onlyHome);
    row("moved and named", moved, true, {u"example"_s}, none, onlyHome);
    row("shipped, with a variable of the profile's", changed, true, {}, none, u"--keys-from-env=example"_s);
    row("a stranger with a shipped variable", stranger({u"FIRST_KEY"_s}), true, {}, none, onlyHome);
    row("a stranger with a shipped variable, named", stranger({u"FIRST_KEY"_s}), true, {u"stranger"_s}, none, onlyHome);
    row("a stranger with a variable of its own", stranger({u"OTHER_KEY"_s}), true, {}, none,
        u"$OTHER_KEY is not sent to https://evil.example.org:443. To do so, say --keys-from-env=stranger."_s);
    row("a stranger with a variable of its own, named", stranger({u"OTHER_KEY"_s}), false, {u"stranger"_s},
        {u"stranger"_s}, u"key from $OTHER_KEY, for https://evil.example.org:443"_s);
    row("the second variable is its own", stranger({u"FIRST_KEY"_s, u"OTHER_KEY"_s}), false, {u"stranger"_s},
        {u"stranger"_s}, u"key from $OTHER_KEY"_s);
}

void TstKeySources::aVariableGoesToWhoMayHaveIt()
{
    QFETCH(QList<catalog::Provider>, providers);
    QFETCH(bool, shipped);
    QFETCH(QStringList, named);
    QFETCH(QString, says);
    KeyLookup lookup = environment({{u"FIRST_KEY"_s, "canary-one"}, {u"OTHER_KEY"_s, "canary-two"}});
    lookup.shipped = shipped;
    lookup.named = named;
    const LoadedKeys keys = loadKeys(providers, {example()}, lookup);
    QTEST(keys.table.providers(), "receivers");
    QCOMPARE(keys.notices.size(), says.isEmpty() ? 0 : 1);
    const QString said = keys.notices.value(0);
    QVERIFY2(said.contains(says), qPrintable(said));
    QVERIFY(!said.contains(u"canary"_s));
}

void TstKeySources::aCredentialOfAShippedProviderGoesToItsAddress()
{
    QTemporaryDir folder;
    for (const QString &name : {u"example"_s, u"stranger"_s}) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("from-file\n");
    }
    catalog::Provider moved = example();
    moved.baseUrl = Elsewhere;
    const LoadedKeys keys = loadKeys({moved, stranger({})}, {example()}, {.credentialsDirectory = folder.path()});
    QCOMPARE(keys.table.providers(), QStringList{u"stranger"_s}); // the file is named like it
    QVERIFY2(keys.notices.constFirst().contains(u"for https://api.example.com:443 only"_s),
             qPrintable(keys.notices.constFirst()));
}

void TstKeySources::whatMayNotBeReadIsNotOffered()
{
    QCOMPARE(variablesOf(stranger({u"FIRST_KEY"_s, u"OTHER_KEY"_s}), {example()}), QStringList{u"OTHER_KEY"_s});
    QCOMPARE(variablesOf(example(), {example()}), example().keyVariables);
}

void TstKeySources::aDisabledProviderGetsNoKey()
{
    catalog::Provider disabled = example();
    disabled.enabled = false;
    QVERIFY(loadKeys({disabled}, {example()}, environment({{u"FIRST_KEY"_s, "one"}})).table.values().isEmpty());
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
    QCOMPARE(keyOwners(providers, {example()}), QList<secrets::KeyOwner>{owner});
}

static const bool tstKeySources = sb::testing::add<TstKeySources>();

#include "tst_key_sources.moc"
