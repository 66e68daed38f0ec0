#include "core/profile/profile.h"

#include "tests/catalog/cases.h"
#include "tests/profile/profile_folder.h"
#include "tests/testing/testing.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::profile;
using sb::catalog::Endpoint;
using sb::catalog::Provider;
using sb::testing::ProfileFolder;
using sb::testing::quoted;

namespace {

Provider provider(const QString &id)
{
    return {.id = id, .name = u"Mine"_s, .baseUrl = QUrl(u"https://mine.example/v1"_s)};
}

Endpoint endpoint(const QString &providerId)
{
    return {.id = providerId + "/m"_L1, .providerId = providerId, .modelId = u"a/m"_s, .upstreamModel = u"m"_s};
}

} // namespace

class TstCatalogFiles : public QObject
{
    Q_OBJECT

private slots:
    void theBuiltInCatalogIsWhole()
    {
        const ProfileFolder folder;
        const LoadedCatalog loaded = loadCatalog(folder.paths());
        QVERIFY2(loaded.bad.isEmpty(), loaded.bad.isEmpty() ? "" : qPrintable(loaded.bad.constFirst().error.message));
        QVERIFY(loaded.catalog.provider(u"openai"_s));
        QVERIFY(!loaded.catalog.provider(u"openai"_s)->fromProfile);
        QVERIFY(loaded.catalog.endpoints().size() > 30);
    }

    void aProviderOfTheProfileJoinsTheBuiltInOnes()
    {
        const ProfileFolder folder;
        QVERIFY(saveProvider(folder.paths(), provider(u"mine"_s)));
        QVERIFY(saveEndpoints(folder.paths(), u"mine"_s, {endpoint(u"mine"_s)}));
        const LoadedCatalog loaded = loadCatalog(folder.paths());
        Provider expected = provider(u"mine"_s);
        expected.fromProfile = true;
        QCOMPARE(*loaded.catalog.provider(u"mine"_s), expected);
        Endpoint offer = endpoint(u"mine"_s);
        offer.fromProfile = true;
        offer.priceOrigin = catalog::PriceOrigin::OwnFile;
        QCOMPARE(*loaded.catalog.endpoint(u"mine/m"_s), offer);
        QVERIFY(!loaded.shipped.provider(u"mine"_s));
        QVERIFY(!loaded.shipped.endpoint(u"mine/m"_s));
        QCOMPARE(ProfileFolder::rights(folder.paths().providers() + "/mine.json"_L1), 0600);
        QCOMPARE(ProfileFolder::rights(folder.paths().catalog() + "/mine.json"_L1), 0600);
    }

    void theProfileWinsAndRemovingItBringsTheBuiltInBack()
    {
        const ProfileFolder folder;
        const Provider builtIn = *loadCatalog(folder.paths()).catalog.provider(u"ollama"_s);
        Provider changed = builtIn;
        changed.enabled = false;
        QVERIFY(saveProvider(folder.paths(), changed));
        QVERIFY(!loadCatalog(folder.paths()).catalog.provider(u"ollama"_s)->enabled);
        QVERIFY(removeProvider(folder.paths(), u"ollama"_s));
        QCOMPARE(*loadCatalog(folder.paths()).catalog.provider(u"ollama"_s), builtIn);
    }

    void pricesOfABuiltInProviderCanBeAdded()
    {
        const ProfileFolder folder;
        QVERIFY(saveEndpoints(folder.paths(), u"openai"_s, {endpoint(u"openai"_s)}));
        const LoadedCatalog loaded = loadCatalog(folder.paths());
        QVERIFY(loaded.catalog.endpoint(u"openai/m"_s));
        QVERIFY2(loaded.catalog.endpoint(u"openai/gpt-5.5"_s), "the built-in ones stay");
        QVERIFY2(removeProvider(folder.paths(), u"openai"_s).has_value(), "there is only a file of prices");
        QVERIFY(!loadCatalog(folder.paths()).catalog.endpoint(u"openai/m"_s));
    }

    void removingWhatIsNotThereSaysSo()
    {
        const ProfileFolder folder;
        QCOMPARE(removeProvider(folder.paths(), u"nobody"_s).error().kind, Error::Kind::NotFound);
    }

    void aBadFileIsNamedLeftAndDoesNotHideTheOthers_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTest::newRow("a provider that is cut") << u"providers/bad.json"_s << QByteArray("{") << u"JSON"_s;
        QTest::newRow("a provider of another id")
            << u"providers/bad.json"_s
            << quoted("{'version': 1, 'id': 'other', 'name': 'O', 'base_url': 'https://o.example'}")
            << u"expected the id \"bad\""_s;
        QTest::newRow("an ill-typed price")
            << u"catalog/openai.json"_s
            << quoted("{'version': 1, 'provider': 'openai', 'endpoints': ["
                      "{'model': 'a/b', 'upstream_model': 'b', 'price': {'input': 1}}]}")
            << u"endpoints[0].price.input"_s;
        QTest::newRow("prices of nobody")
            << u"catalog/ghost.json"_s << quoted("{'version': 1, 'provider': 'ghost', 'endpoints': []}")
            << u"no provider \"ghost\""_s;
    }
    void aBadFileIsNamedLeftAndDoesNotHideTheOthers()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const ProfileFolder folder;
        QVERIFY(saveProvider(folder.paths(), provider(u"good"_s)));
        const QString path = folder.paths().root + u'/' + file;
        ProfileFolder::write(path, bytes);
        const LoadedCatalog loaded = loadCatalog(folder.paths());
        QVERIFY(loaded.catalog.provider(u"good"_s));
        QVERIFY(loaded.catalog.endpoint(u"openai/gpt-5.5"_s));
        QCOMPARE(loaded.bad.size(), 1);
        QCOMPARE(loaded.bad.constFirst().path, path);
        QCOMPARE(loaded.bad.constFirst().error.kind, Error::Kind::Damaged);
        QVERIFY2(loaded.bad.constFirst().error.message.contains(says),
                 qPrintable(loaded.bad.constFirst().error.message));
        QCOMPARE(ProfileFolder::read(path), bytes);
    }

    void savingOverABadFileKeepsIt()
    {
        const ProfileFolder folder;
        const QString path = folder.paths().providers() + "/mine.json"_L1;
        ProfileFolder::write(path, "by hand, with a mistake");
        QVERIFY(saveProvider(folder.paths(), provider(u"mine"_s)));
        QCOMPARE(ProfileFolder::read(path + ".damaged-1"_L1), "by hand, with a mistake");
        QVERIFY(loadCatalog(folder.paths()).bad.isEmpty());
    }

    void aFileThatSomebodyElseWroteIsKept_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("theirs");
        QTest::newRow("a provider")
            << u"providers/mine.json"_s
            << toJson(Provider{.id = u"mine"_s, .name = u"T"_s, .baseUrl = QUrl(u"https://t.x"_s)}).dumpIndented();
        QTest::newRow("prices") << u"catalog/mine.json"_s << toJson(u"mine"_s, QList<Endpoint>()).dumpIndented();
    }
    void aFileThatSomebodyElseWroteIsKept()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, theirs);
        const ProfileFolder folder;
        const Paths &paths = folder.paths();
        QVERIFY(saveProvider(paths, provider(u"mine"_s), Revision()));
        QVERIFY(saveEndpoints(paths, u"mine"_s, {endpoint(u"mine"_s)}, Revision()));
        const QHash<QString, Revision> known = loadCatalog(paths).revisions;
        QCOMPARE(known.size(), 2);
        const QString path = paths.root + u'/' + file;
        ProfileFolder::write(path, theirs);

        const ExpectedProvider expected{.provider = known.value(paths.provider(u"mine"_s)),
                                        .prices = known.value(paths.prices(u"mine"_s))};
        QCOMPARE(removeProvider(paths, u"mine"_s, expected).error().kind, Error::Kind::Conflict);
        QVERIFY(QFileInfo::exists(paths.provider(u"mine"_s)) && QFileInfo::exists(paths.prices(u"mine"_s)));
        QCOMPARE(ProfileFolder::read(path), theirs);

        Provider edited = provider(u"mine"_s);
        edited.name = u"Edited"_s;
        const QList<Result<Revision>> saved{
            saveProvider(paths, edited, expected.provider),
            saveEndpoints(paths, u"mine"_s, {endpoint(u"mine"_s)}, expected.prices),
        };
        int conflicts = 0;
        for (const Result<Revision> &each : saved)
            conflicts += !each && each.error().kind == Error::Kind::Conflict && each.error().message.contains(path);
        QCOMPARE(conflicts, 1);
        QCOMPARE(ProfileFolder::read(path + u".conflict-1"_s), theirs);
        QCOMPARE(loadCatalog(paths).catalog.provider(u"mine"_s)->name, u"Edited"_s);
        QVERIFY(loadCatalog(paths).catalog.endpoint(u"mine/m"_s));
        QVERIFY(loadCatalog(paths).bad.isEmpty());
    }

    void membersOfANewerVersionSurvive()
    {
        const ProfileFolder folder;
        ProfileFolder::write(folder.paths().providers() + "/mine.json"_L1,
                             quoted("{'version': 1, 'id': 'mine', 'name': 'M', 'base_url': 'https://m.example', "
                                    "'color': 'blue'}"));
        Provider edited = *loadCatalog(folder.paths()).catalog.provider(u"mine"_s);
        edited.name = u"Edited"_s;
        QVERIFY(saveProvider(folder.paths(), edited));
        QVERIFY(ProfileFolder::read(folder.paths().providers() + "/mine.json"_L1).contains("blue"));
    }

    void noIdLeadsOutOfTheFolder()
    {
        const ProfileFolder folder;
        QVERIFY(saveSettings(folder.paths(), {}));
        const QString id = u"../settings"_s;
        QCOMPARE(saveProvider(folder.paths(), provider(id)).error().kind, Error::Kind::InvalidInput);
        QCOMPARE(saveEndpoints(folder.paths(), id, {}).error().kind, Error::Kind::InvalidInput);
        QCOMPARE(removeProvider(folder.paths(), id).error().kind, Error::Kind::InvalidInput);
        QVERIFY(QFileInfo::exists(folder.paths().settings()));
    }
};

static const bool tstCatalogFiles = sb::testing::add<TstCatalogFiles>();

#include "tst_catalog_files.moc"
