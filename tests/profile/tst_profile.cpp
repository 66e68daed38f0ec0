#include "core/profile/profile.h"

#include "tests/profile/profile_folder.h"
#include "tests/testing/testing.h"

#include <QDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::profile;
using sb::testing::ProfileFolder;

namespace {

void setRights(const QString &path, mode_t rights)
{
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), rights), 0);
}

} // namespace

class TstProfile : public QObject
{
    Q_OBJECT

private slots:
    void isBelowTheDataFolderOfTheUser()
    {
        const QByteArray before = qgetenv("XDG_DATA_HOME");
        qputenv("XDG_DATA_HOME", "/data/of/somebody");
        QCOMPARE(defaultRoot(), u"/data/of/somebody/signalbox"_s);
        before.isEmpty() ? qunsetenv("XDG_DATA_HOME") : qputenv("XDG_DATA_HOME", before);
    }

    void makesItsFoldersForTheOwnerOnly()
    {
        const ProfileFolder folder;
        const Paths &paths = folder.paths();
        for (const QString &path : {paths.root, paths.chains(), paths.chainHistories(), paths.policies(),
                                    paths.policyHistories(), paths.providers(), paths.catalog(), paths.conversations()})
            QCOMPARE(ProfileFolder::rights(path), 0700);
    }

    void makesTheFoldersAboveIt()
    {
        const ProfileFolder folder;
        QVERIFY(prepare(folder.outside(u"a/b/c"_s)));
        QVERIFY(QFileInfo(folder.outside(u"a/b/c/chains"_s)).isDir());
    }

    void holdsTheSampleChainWhenNew()
    {
        const ProfileFolder folder;
        const LoadedChains loaded = loadChains(folder.paths());
        QCOMPARE(loaded.bad.size(), 0);
        QCOMPARE(loaded.chains.size(), 1);
        QCOMPARE(loaded.chains.constFirst().name, u"sample"_s);
        QCOMPARE(ProfileFolder::rights(folder.paths().chains() + "/sample.json"_L1), 0600);
    }

    void theSampleChainFitsTheBuiltInCatalog()
    {
        const ProfileFolder folder;
        const catalog::Catalog catalog = loadCatalog(folder.paths()).catalog;
        QStringList endpoints;
        for (const catalog::Endpoint &endpoint : catalog.endpoints())
            endpoints.append(endpoint.id);
        const routing::Chain sample = loadChains(folder.paths()).chains.constFirst();
        const auto problems = routing::validate(sample, catalog.modelIds(), endpoints);
        QVERIFY2(problems.isEmpty(), problems.isEmpty() ? "" : qPrintable(problems.constFirst().message));
        QCOMPARE(sample.steps.constFirst().endpoints, QStringList{u"practice-a/express"_s});
    }

    void doesNotBringBackASampleThatWasRemoved()
    {
        const ProfileFolder folder;
        QVERIFY(removeChain(folder.paths(), u"sample"_s));
        QVERIFY(prepare(folder.paths().root));
        QVERIFY(loadChains(folder.paths()).chains.isEmpty());
    }

    void takesTheRightsOfOthersAway()
    {
        const ProfileFolder folder;
        const Paths &paths = folder.paths();
        const QString settings = paths.settings();
        const QString sample = paths.chains() + "/sample.json"_L1;
        const QString database = paths.registerFile();
        const QString conversation = paths.conversations() + "/1.json"_L1;
        ProfileFolder::write(settings, R"({"version":1})");
        ProfileFolder::write(database, "");
        ProfileFolder::write(conversation, "{}");
        for (const QString &path : {settings, sample, database, conversation})
            setRights(path, 0664);
        setRights(paths.root, 0755);
        setRights(paths.chains(), 0777);

        QVERIFY(prepare(paths.root));
        for (const QString &path : {settings, sample, database, conversation})
            QCOMPARE(ProfileFolder::rights(path), 0600);
        QCOMPARE(ProfileFolder::rights(paths.root), 0700);
        QCOMPARE(ProfileFolder::rights(paths.chains()), 0700);
    }

    void doesNotFollowLinksWhenItChangesRights()
    {
        const ProfileFolder folder;
        const QString elsewhere = folder.outside(u"elsewhere"_s);
        ProfileFolder::write(elsewhere, "not ours");
        setRights(elsewhere, 0644);
        QVERIFY(QFile::link(elsewhere, folder.paths().chains() + "/link.json"_L1));
        QVERIFY(prepare(folder.paths().root));
        QCOMPARE(ProfileFolder::rights(elsewhere), 0644);
    }

    void leavesStricterRightsAlone()
    {
        const ProfileFolder folder;
        const QString sample = folder.paths().chains() + "/sample.json"_L1;
        setRights(sample, 0400);
        QVERIFY(prepare(folder.paths().root));
        QCOMPARE(ProfileFolder::rights(sample), 0400);
    }

    void canBeReachedByALink()
    {
        const ProfileFolder folder;
        const QString link = folder.outside(u"link"_s);
        QVERIFY(QFile::link(folder.paths().root, link));
        setRights(folder.paths().root, 0755);
        QCOMPARE(prepare(link)->root, folder.paths().root);
        QCOMPARE(ProfileFolder::rights(folder.paths().root), 0700);
    }

    void refusesAFolderThatHoldsOtherThings()
    {
        const ProfileFolder folder;
        const QString documents = folder.outside(u"documents"_s);
        QVERIFY(QDir().mkpath(documents));
        ProfileFolder::write(documents + "/letter.txt"_L1, "dear");
        setRights(documents, 0755);
        const auto prepared = prepare(documents);
        QVERIFY(!prepared);
        QVERIFY2(prepared.error().message.contains(documents), qPrintable(prepared.error().message));
        QCOMPARE(ProfileFolder::rights(documents), 0755);
        QCOMPARE(QDir(documents).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{u"letter.txt"_s});
    }

    void takesAnEmptyFolderAndOneThatIsAProfile_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("empty") << QString();
        QTest::newRow("with settings") << u"settings.json"_s;
        QTest::newRow("with a register") << u"usage.sqlite"_s;
    }
    void takesAnEmptyFolderAndOneThatIsAProfile()
    {
        QFETCH(QString, file);
        const ProfileFolder folder;
        const QString root = folder.outside(u"root"_s);
        QVERIFY(QDir().mkpath(root));
        if (!file.isEmpty())
            ProfileFolder::write(root + u'/' + file, "{}");
        QVERIFY(prepare(root));
    }

    void saysWhenAFileIsInTheWay()
    {
        const ProfileFolder folder;
        const QString path = folder.outside(u"file"_s);
        ProfileFolder::write(path, "x");
        QVERIFY(!prepare(path));
        QCOMPARE(ProfileFolder::read(path), "x");
    }
};

static const bool tstProfile = sb::testing::add<TstProfile>();

#include "tst_profile.moc"
