#include "core/profile/profile.h"

#include "tests/catalog/cases.h"
#include "tests/profile/profile_folder.h"
#include "tests/testing/testing.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::profile;
using sb::testing::ProfileFolder;
using sb::testing::quoted;

class TstSettings : public QObject
{
    Q_OBJECT

private slots:
    void judgesLikeTheSchema_data() { testing::addAgreementRows(u"settings"_s); }
    void judgesLikeTheSchema()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, valid);
        const auto settings = parseSettings(*parseJson(json));
        QVERIFY2(settings.has_value() == valid, settings ? "" : qPrintable(settings.error().message));
    }

    void keepsEachMember_data()
    {
        QTest::addColumn<Settings>("settings");
        const auto row = [](const char *name, const auto &change) {
            Settings settings;
            change(settings);
            QVERIFY2(settings != Settings{}, name);
            QTest::newRow(name) << settings;
        };
        row("language", [](Settings &s) { s.language = u"de"_s; });
        row("light theme", [](Settings &s) { s.theme = ThemeChoice::Light; });
        row("dark theme", [](Settings &s) { s.theme = ThemeChoice::Dark; });
        row("time zone", [](Settings &s) { s.timeZone = u"Europe/Berlin"_s; });
        row("recording of bodies", [](Settings &s) { s.recordBodies = false; });
        row("durability", [](Settings &s) { s.fullDurability = true; });
        row("motion", [](Settings &s) { s.reducedMotion = true; });
        row("practice", [](Settings &s) { s.practice = false; });
        row("default chain", [](Settings &s) { s.defaultChain = u"mine"_s; });
        row("policy", [](Settings &s) { s.policy = u"mine"_s; });
        row("what was asked last", [](Settings &s) { s.recentTargets = {u"chain/mine"_s, u"a/b"_s}; });
        row("providers", [](Settings &s) { s.providers = {u"ollama"_s, u"openai"_s}; });
        row("price index", [](Settings &s) { s.priceIndex = u"http://127.0.0.1:8080/api.json"_s; });
        row("no price index", [](Settings &s) { s.priceIndex.clear(); });
        row("favorite models", [](Settings &s) { s.favoriteModels = {u"b/two"_s, u"a/one"_s}; });
        row("daily limit", [](Settings &s) {
            s.limits.daily = budget::Limit{.amount = {5'000'000'001}, .hard = false, .warnPercent = 50};
        });
        row("monthly limit",
            [](Settings &s) { s.limits.monthly = budget::Limit{.period = budget::Period::Month, .amount = {0}}; });
        row("limit of one request", [](Settings &s) { s.limits.perRequest = NanoDollars{50'000'000}; });
        row("keys of a provider", [](Settings &s) {
            s.keys = {
                {u"openai"_s,
                 {{.id = u"k2"_s, .name = u"Work"_s, .perMinute = 60}, {.perDay = 1'000, .tokensPerMinute = 30'000}}}};
        });
        row("a member of a newer version", [](Settings &s) { s.extra.set("font", "serif"); });
    }
    void keepsEachMember()
    {
        QFETCH(Settings, settings);
        const ProfileFolder folder;
        QVERIFY(saveSettings(folder.paths(), settings));
        QCOMPARE(loadSettings(folder.paths()).value(), settings);
        QCOMPARE(ProfileFolder::rights(folder.paths().settings()), 0600);
    }

    void areTheDefaultsWhenThereIsNoFile()
    {
        const ProfileFolder folder;
        QCOMPARE(loadSettings(folder.paths()).value(), Settings{});
        QVERIFY2(!QFileInfo::exists(folder.paths().settings()), "reading writes nothing");
    }

    void aDamagedFileIsNamedAndLeftAsItIs_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTest::newRow("cut") << QByteArray("{\"version\": 1, \"th") << u"settings.json"_s;
        QTest::newRow("empty") << QByteArray() << u"settings.json"_s;
        QTest::newRow("out of range") << quoted("{'version': 1, 'theme': 'sepia'}") << u"theme: expected"_s;
        QTest::newRow("a later version") << quoted("{'version': 2}") << u"newer Signalbox"_s;
    }
    void aDamagedFileIsNamedAndLeftAsItIs()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const ProfileFolder folder;
        ProfileFolder::write(folder.paths().settings(), bytes);
        const auto settings = loadSettings(folder.paths());
        QVERIFY(!settings);
        QCOMPARE(settings.error().kind, Error::Kind::Damaged);
        QVERIFY2(settings.error().message.contains(says), qPrintable(settings.error().message));
        QVERIFY(settings.error().message.contains(folder.paths().settings()));
        QCOMPARE(ProfileFolder::read(folder.paths().settings()), bytes);
    }

    void savingOverADamagedFileKeepsIt()
    {
        const ProfileFolder folder;
        const QString path = folder.paths().settings();
        for (const QByteArray &bytes : {QByteArray("first"), QByteArray("second")}) {
            ProfileFolder::write(path, bytes);
            QVERIFY(saveSettings(folder.paths(), Settings{.language = u"de"_s}));
        }
        QCOMPARE(loadSettings(folder.paths())->language, u"de"_s);
        QCOMPARE(ProfileFolder::read(path + ".damaged-1"_L1), "first");
        QCOMPARE(ProfileFolder::read(path + ".damaged-2"_L1), "second");
    }

    void aFileThatSomebodyElseWroteIsKept()
    {
        const ProfileFolder folder;
        const QString path = folder.paths().settings();
        const Settings known{.language = u"de"_s};
        QVERIFY(saveSettings(folder.paths(), known));
        for (const QString &kept : {u"settings.json.conflict-1"_s, u"settings.json.conflict-2"_s}) {
            const QByteArray theirs = quoted("{'version': 1, 'language': 'fr'}");
            ProfileFolder::write(path, theirs);
            const auto saved = saveSettings(folder.paths(), {.language = u"en"_s}, revisionOf(known));
            QVERIFY(!saved);
            QCOMPARE(saved.error().kind, Error::Kind::Conflict);
            QVERIFY2(saved.error().message.contains(kept), qPrintable(saved.error().message));
            QCOMPARE(loadSettings(folder.paths())->language, u"en"_s);
            QCOMPARE(ProfileFolder::read(folder.paths().root + u'/' + kept), theirs);
        }
    }

    void whatSaysTheSameIsNoConflict_data()
    {
        QTest::addColumn<QByteArray>("found");
        QTest::newRow("the file itself") << toJson(Settings{.language = u"de"_s}).dumpIndented();
        QTest::newRow("laid out by hand") << quoted("{ 'version':1,\n\n 'language' : 'de'}");
    }
    void whatSaysTheSameIsNoConflict()
    {
        QFETCH(QByteArray, found);
        const ProfileFolder folder;
        ProfileFolder::write(folder.paths().settings(), found);
        const auto saved =
            saveSettings(folder.paths(), {.language = u"en"_s}, revisionOf(Settings{.language = u"de"_s}));
        QVERIFY2(saved.has_value(), saved ? "" : qPrintable(saved.error().message));
        QCOMPARE(*saved, revisionOf(*loadSettings(folder.paths())));
        QVERIFY(!QFileInfo::exists(folder.paths().settings() + u".conflict-1"_s));
    }

    void aFileThatIsGoneIsWrittenAgain()
    {
        const ProfileFolder folder;
        QVERIFY(saveSettings(folder.paths(), {.language = u"en"_s}, revisionOf(Settings{.language = u"de"_s})));
        QCOMPARE(loadSettings(folder.paths())->language, u"en"_s);
    }

    void aFileOverItsLimitIsNotRead()
    {
        const ProfileFolder folder;
        ProfileFolder::write(folder.paths().settings(), QByteArray(70'000, ' '));
        QCOMPARE(loadSettings(folder.paths()).error().kind, Error::Kind::TooLarge);
    }
};

static const bool tstSettings = sb::testing::add<TstSettings>();

#include "tst_settings.moc"
