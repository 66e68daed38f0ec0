#include "core/profile/workspace.h"

#include "tests/profile/profile_folder.h"
#include "tests/testing/cannot_run.h"
#include "tests/testing/mount.h"
#include "tests/testing/testing.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using sb::testing::Mount;
using sb::testing::ProfileFolder;
using namespace sb::profile;

namespace {

routing::Chain chainNamed(const QString &name, const QString &description = {})
{
    return {.name = name, .description = description, .steps = {{.model = u"a/b"_s}}};
}

QStringList namesOf(const QList<routing::Chain> &chains)
{
    QStringList names;
    for (const routing::Chain &each : chains)
        names.append(each.name);
    return names;
}

/// A workspace that has read its profile, and what it says.
struct Opened
{
    explicit Opened(const Paths &paths, const Settings &settings = {})
        : workspace(paths, settings)
        , loaded(&workspace, &Workspace::loaded)
        , saved(&workspace, &Workspace::chainSaved)
        , notSaved(&workspace, &Workspace::chainNotSaved)
        , failed(&workspace, &Workspace::failed)
    {
        workspace.load();
        QVERIFY(loaded.wait());
        loaded.clear();
    }

    /// What is asked for is done in order: when this is answered, all before it was.
    [[nodiscard]] bool settle()
    {
        workspace.load();
        return loaded.wait();
    }
    [[nodiscard]] Error::Kind failure(int index) const { return failed.at(index).constFirst().value<Error>().kind; }

    Workspace workspace;
    QSignalSpy loaded;
    QSignalSpy saved;
    QSignalSpy notSaved;
    QSignalSpy failed;
};

} // namespace

class TstWorkspace final : public QObject
{
    Q_OBJECT
private slots:
    void aChainIsListedOnceItIsOnDisk();
    void savingTwiceInARowIsNoConflict();
    void afterAConflictBothChainsAreListed();
    void aRenamedChainTakesThePlaceOfTheOldOne();
    void aRenameThatCannotBeWrittenLosesNothing_data();
    void aRenameThatCannotBeWrittenLosesNothing();
    void theDefaultChainIsFollowedWhenItIsRenamed();
    void aRenameInConflictKeepsAll();
    void aChainThatCannotBeRemovedIsListedAgain();
    void settingsChangedByHandAreKeptBesideOurs();
    void aProviderChangedByHandIsKeptBesideOurs();
    void aProviderChangedByHandIsNotRemoved();
    void aPublishedChainHasItsVersionInTheHistoryFirst();
    void aPublicationThatCannotBeWrittenIsNoVersion();
    void aRenamedChainTakesItsHistoryAlong();
    void aDraftOfAPolicyIsListedBeforeItIsPublished();
    void aDraftThatIsBeingWrittenOutlivesAReading();
    void aPolicyIsRenamedAndTheSettingFollows();
    void onlyAFileThatSaysWhatIsInUseHasAShare();
};

void TstWorkspace::aChainIsListedOnceItIsOnDisk()
{
    const ProfileFolder folder;
    Opened opened(folder.paths());
    QStringList onDisk;
    connect(&opened.workspace, &Workspace::chainSaved, this, [&](const routing::Chain &saved) {
        onDisk.append(QFileInfo(folder.paths().chain(saved.name)).fileName());
    });
    opened.workspace.saveChain(chainNamed(u"mine"_s));
    QVERIFY(!opened.workspace.chain(u"mine"_s));
    QVERIFY(opened.saved.wait());
    QCOMPARE(onDisk, QStringList{u"mine.json"_s});
    QCOMPARE(loadChains(folder.paths()).chains, opened.workspace.chains());
    QCOMPARE(namesOf(opened.workspace.chains()), (QStringList{u"mine"_s, u"sample"_s}));
}

void TstWorkspace::savingTwiceInARowIsNoConflict()
{
    const ProfileFolder folder;
    Opened opened(folder.paths());
    routing::Chain mine = chainNamed(u"mine"_s);
    opened.workspace.saveChain(mine);
    mine.version = 2;
    opened.workspace.saveChain(mine);
    QVERIFY(opened.settle());
    QCOMPARE(opened.failed.size(), 0);
    QCOMPARE(opened.saved.size(), 2);
    QCOMPARE(opened.workspace.chain(u"mine"_s)->version, 2);
}

void TstWorkspace::afterAConflictBothChainsAreListed()
{
    const ProfileFolder folder;
    Opened opened(folder.paths());
    routing::Chain theirs = *opened.workspace.chain(u"sample"_s);
    theirs.description = u"theirs"_s;
    QVERIFY(writeFile(folder.paths().chain(u"sample"_s), routing::toJson(theirs).dumpIndented()));
    routing::Chain ours = *opened.workspace.chain(u"sample"_s);
    ours.description = u"ours"_s;
    opened.workspace.saveChain(ours);
    QVERIFY(opened.loaded.wait());
    QCOMPARE(opened.failed.size(), 1);
    QCOMPARE(opened.notSaved.size(), 1);
    QCOMPARE(opened.workspace.chain(u"sample"_s)->description, u"theirs"_s);
    QCOMPARE(opened.workspace.chain(u"sample.conflict-1"_s)->description, u"ours"_s);
}

void TstWorkspace::aRenamedChainTakesThePlaceOfTheOldOne()
{
    const ProfileFolder folder;
    Opened opened(folder.paths());
    opened.workspace.saveChain(chainNamed(u"old"_s));
    QVERIFY(opened.saved.wait());
    QSignalSpy changed(&opened.workspace, &Workspace::chainsChanged);
    opened.workspace.saveChain(chainNamed(u"new"_s), u"old"_s);
    QVERIFY(opened.saved.wait());
    QCOMPARE(namesOf(opened.workspace.chains()), (QStringList{u"new"_s, u"sample"_s}));
    QCOMPARE(loadChains(folder.paths()).chains, opened.workspace.chains());
    QCOMPARE(changed.size(), 1);
    opened.workspace.saveChain(chainNamed(u"old"_s)); // the name is free again
    QVERIFY(opened.saved.wait());
    QCOMPARE(opened.failed.size(), 0);
}

void TstWorkspace::aRenameThatCannotBeWrittenLosesNothing_data()
{
    QTest::addColumn<QString>("obstacle");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("the disk is full") << u"full"_s << Error::Kind::NoSpace;
    QTest::newRow("the folder is read-only") << u"read-only"_s << Error::Kind::NotPermitted;
    QTest::newRow("a file is where the folder should be") << u"file"_s << Error::Kind::Unavailable;
}

void TstWorkspace::aRenameThatCannotBeWrittenLosesNothing()
{
    QFETCH(QString, obstacle);
    QFETCH(Error::Kind, kind);
    const Mount disk("size=256k");
    if (!disk.isMounted())
        SIGNALBOX_CANNOT_RUN("no right to mount a small file system");
    const Paths paths = prepare(disk.path(u"profile"_s)).value();
    Opened opened(paths);
    opened.workspace.saveChain(chainNamed(u"old"_s, u"precious"_s));
    QVERIFY(opened.saved.wait());
    const QByteArray before = ProfileFolder::read(paths.chain(u"old"_s));

    const QString aside = paths.root + u"/chains.aside"_s;
    if (obstacle == "full"_L1) {
        disk.fill();
    } else if (obstacle == "read-only"_L1) {
        disk.setReadOnly(true);
    } else {
        QVERIFY(QDir().rename(paths.chains(), aside));
        ProfileFolder::write(paths.chains(), "in the way");
    }
    opened.workspace.saveChain(chainNamed(u"new"_s, u"edited"_s), u"old"_s);
    QTRY_COMPARE(opened.failed.size(), 1);
    QCOMPARE(opened.failure(0), kind);
    QCOMPARE(opened.notSaved.size(), 1);
    QCOMPARE(namesOf(opened.workspace.chains()), (QStringList{u"old"_s, u"sample"_s}));

    disk.setReadOnly(false);
    QFile::remove(disk.path(u"filler"_s));
    if (QFile::exists(aside)) {
        QVERIFY(QFile::remove(paths.chains()));
        QVERIFY(QDir().rename(aside, paths.chains()));
    }
    QCOMPARE(ProfileFolder::read(paths.chain(u"old"_s)), before);
    QVERIFY(opened.loaded.isEmpty()); // nothing was read again over what is being edited
    opened.workspace.saveChain(chainNamed(u"new"_s, u"edited"_s), u"old"_s); // as if it were the first time
    QVERIFY(opened.saved.count() > 1 || opened.saved.wait());
    QCOMPARE(namesOf(loadChains(paths).chains), (QStringList{u"new"_s, u"sample"_s}));
}

void TstWorkspace::theDefaultChainIsFollowedWhenItIsRenamed()
{
    const ProfileFolder folder;
    Opened opened(folder.paths(), {.defaultChain = u"old"_s});
    opened.workspace.saveChain(chainNamed(u"old"_s));
    opened.workspace.saveChain(chainNamed(u"other"_s));
    QVERIFY(opened.settle());
    opened.workspace.saveChain(chainNamed(u"another"_s), u"other"_s);
    QVERIFY(opened.settle());
    QCOMPARE(opened.workspace.settings().defaultChain, u"old"_s);
    opened.workspace.saveChain(chainNamed(u"new"_s), u"old"_s);
    QVERIFY(opened.settle());
    QCOMPARE(opened.workspace.settings().defaultChain, u"new"_s);
    QVERIFY(opened.settle());
    QCOMPARE(loadSettings(folder.paths())->defaultChain, u"new"_s);
}

void TstWorkspace::aRenameInConflictKeepsAll()
{
    const ProfileFolder folder;
    Opened opened(folder.paths());
    opened.workspace.saveChain(chainNamed(u"old"_s));
    QVERIFY(opened.saved.wait());
    QVERIFY(writeFile(folder.paths().chain(u"old"_s), toJson(chainNamed(u"old"_s, u"theirs"_s)).dumpIndented()));
    opened.workspace.saveChain(chainNamed(u"new"_s, u"ours"_s), u"old"_s);
    QVERIFY(opened.loaded.wait());
    QCOMPARE(opened.failure(0), Error::Kind::Conflict);
    QCOMPARE(opened.workspace.chain(u"old"_s)->description, u"theirs"_s);
    QCOMPARE(opened.workspace.chain(u"new"_s)->description, u"ours"_s);
}

void TstWorkspace::aChainThatCannotBeRemovedIsListedAgain()
{
    const Mount disk("size=256k");
    if (!disk.isMounted())
        SIGNALBOX_CANNOT_RUN("no right to mount a file system that cannot be written");
    const Paths paths = prepare(disk.path(u"profile"_s)).value();
    Opened opened(paths);
    disk.setReadOnly(true);
    opened.workspace.removeChain(u"sample"_s);
    QVERIFY(opened.workspace.chains().isEmpty());
    QTRY_COMPARE(opened.failed.size(), 1);
    QCOMPARE(namesOf(opened.workspace.chains()), QStringList{u"sample"_s});
}

void TstWorkspace::settingsChangedByHandAreKeptBesideOurs()
{
    const ProfileFolder folder;
    const Paths &paths = folder.paths();
    QVERIFY(saveSettings(paths, {.language = u"de"_s}));
    Opened opened(paths, {.language = u"de"_s});
    opened.workspace.setSettings({.language = u"de"_s, .practice = false}); // knows what was read
    opened.workspace.setSettings({.language = u"de"_s}); // and what it wrote itself
    QVERIFY(opened.settle());
    QCOMPARE(opened.failed.size(), 0);

    const QByteArray theirs = R"({"version": 1, "language": "fr"})";
    ProfileFolder::write(paths.settings(), theirs);
    opened.workspace.setSettings({.language = u"de"_s, .reducedMotion = true});
    QTRY_COMPARE(opened.failed.size(), 1);
    QCOMPARE(opened.failure(0), Error::Kind::Conflict);
    QCOMPARE(ProfileFolder::read(paths.settings() + u".conflict-1"_s), theirs);
    QVERIFY(loadSettings(paths)->reducedMotion);

    opened.workspace.setSettings({.language = u"en"_s});
    QVERIFY(opened.settle());
    QCOMPARE(opened.failed.size(), 1); // told once
    QCOMPARE(loadSettings(paths)->language, u"en"_s);
    QVERIFY(!QFile::exists(paths.settings() + u".conflict-2"_s));
}

void TstWorkspace::aProviderChangedByHandIsKeptBesideOurs()
{
    const ProfileFolder folder;
    const Paths &paths = folder.paths();
    catalog::Provider mine{.id = u"mine"_s, .name = u"Mine"_s, .baseUrl = QUrl(u"https://mine.example"_s)};
    QVERIFY(saveProvider(paths, mine));
    Opened opened(paths);
    for (const QString &name : {u"One"_s, u"Two"_s}) {
        mine.name = name;
        opened.workspace.saveProvider(mine);
    }
    opened.workspace.setEndpoints(u"mine"_s, {{.id = u"mine/m"_s, .providerId = u"mine"_s, .modelId = u"a/m"_s}});
    QVERIFY(opened.settle());
    QCOMPARE(opened.failed.size(), 0);

    catalog::Provider theirs = mine;
    theirs.name = u"Theirs"_s;
    const QByteArray bytes = toJson(theirs).dumpIndented();
    ProfileFolder::write(paths.provider(u"mine"_s), bytes);
    opened.workspace.saveProvider(mine);
    opened.workspace.saveProvider(mine);
    QVERIFY(opened.settle());
    QCOMPARE(opened.failed.size(), 1);
    QCOMPARE(opened.failure(0), Error::Kind::Conflict);
    QCOMPARE(ProfileFolder::read(paths.provider(u"mine"_s) + u".conflict-1"_s), bytes);
    QCOMPARE(opened.workspace.catalog().provider(u"mine"_s)->name, u"Two"_s);
}

void TstWorkspace::aProviderChangedByHandIsNotRemoved()
{
    const ProfileFolder folder;
    const Paths &paths = folder.paths();
    catalog::Provider mine{.id = u"mine"_s, .name = u"Mine"_s, .baseUrl = QUrl(u"https://mine.example"_s)};
    QVERIFY(saveProvider(paths, mine));
    Opened opened(paths);
    mine.name = u"Theirs"_s;
    ProfileFolder::write(paths.provider(u"mine"_s), toJson(mine).dumpIndented());
    opened.workspace.removeProvider(u"mine"_s);
    QVERIFY(opened.loaded.wait());
    QCOMPARE(opened.failure(0), Error::Kind::Conflict);
    QCOMPARE(opened.workspace.catalog().provider(u"mine"_s)->name, u"Theirs"_s);
    opened.workspace.removeProvider(u"mine"_s); // having seen it
    QVERIFY(opened.settle());
    QCOMPARE(opened.failed.size(), 1);
    QVERIFY(!QFile::exists(paths.provider(u"mine"_s)));
}

namespace {

using Chains = routing::VersionHistory<routing::Chain>;
using Policies = routing::VersionHistory<routing::Policy>;

/// What a page does to publish.
Chains published(Workspace &workspace, const routing::Chain &draft, const QString &keptAs)
{
    Chains history = routing::published(withDraft(workspace.chainHistory(keptAs, {}), draft), {}, u"note"_s).value();
    workspace.publishChain(findVersion(history, history.current)->value, history, keptAs);
    return history;
}

} // namespace

void TstWorkspace::aPublishedChainHasItsVersionInTheHistoryFirst()
{
    const ProfileFolder folder;
    Opened opened(folder.paths());
    QSignalSpy versions(&opened.workspace, &Workspace::versionsChanged);
    routing::Chain mine = *opened.workspace.chain(u"sample"_s);
    mine.description = u"mine"_s;
    published(opened.workspace, mine, u"sample"_s);
    QVERIFY(opened.saved.wait());
    QCOMPARE(versions.size(), 1);
    const Chains onDisk = loadChainHistories(folder.paths()).histories.value(u"sample"_s);
    QCOMPARE(onDisk.current, 2);
    QCOMPARE(onDisk.versions.size(), 2); // the one before was known from its file
    QCOMPARE(onDisk, opened.workspace.chainHistory(u"sample"_s, {}));
    QCOMPARE(opened.workspace.chain(u"sample"_s)->version, 2);
    QVERIFY(opened.settle());
    mine.description = u"again"_s;
    published(opened.workspace, mine, u"sample"_s);
    QVERIFY(opened.settle());
    QCOMPARE(opened.failed.size(), 0);
    QCOMPARE(opened.workspace.chain(u"sample"_s)->version, 3);
}

void TstWorkspace::aPublicationThatCannotBeWrittenIsNoVersion()
{
    const ProfileFolder folder;
    Opened opened(folder.paths());
    const QString aside = folder.paths().root + u"/aside"_s;
    QVERIFY(QDir().rename(folder.paths().chains(), aside));
    QFile inTheWay(folder.paths().chains());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    routing::Chain mine = *opened.workspace.chain(u"sample"_s);
    mine.description = u"mine"_s;
    published(opened.workspace, mine, u"sample"_s);
    QVERIFY(opened.notSaved.wait());
    QCOMPARE(opened.failed.size(), 1);
    QCOMPARE(opened.workspace.chainHistory(u"sample"_s, {}).current, 1);
    QVERIFY(inTheWay.remove());
    QVERIFY(QDir().rename(aside, folder.paths().chains()));
    published(opened.workspace, mine, u"sample"_s);
    QVERIFY(opened.saved.wait());
    QCOMPARE(loadChainHistories(folder.paths()).histories.value(u"sample"_s).current, 2);
    QCOMPARE(opened.failed.size(), 1);
}

void TstWorkspace::aRenamedChainTakesItsHistoryAlong()
{
    const ProfileFolder folder;
    Opened opened(folder.paths());
    routing::Chain mine = *opened.workspace.chain(u"sample"_s);
    mine.name = u"mine"_s;
    published(opened.workspace, mine, u"sample"_s);
    QVERIFY(opened.saved.wait());
    QCOMPARE(opened.workspace.chainHistory(u"mine"_s, {}).versions.size(), 2);
    QVERIFY(opened.workspace.chainHistory(u"sample"_s, {}).versions.isEmpty());
    mine.description = u"again"_s;
    published(opened.workspace, mine, u"mine"_s);
    QVERIFY(opened.settle());
    QCOMPARE(opened.failed.size(), 0); // its history was known to have come along
    QCOMPARE(opened.workspace.chainHistory(u"mine"_s, {}).versions.size(), 3);
}

void TstWorkspace::aDraftOfAPolicyIsListedBeforeItIsPublished()
{
    const ProfileFolder folder;
    Opened opened(folder.paths());
    QSignalSpy changed(&opened.workspace, &Workspace::policiesChanged);
    const routing::Policy draft{.name = u"mine"_s};
    opened.workspace.savePolicyHistory(u"mine"_s, withDraft(Policies(), draft));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(opened.workspace.policyNames(), QStringList{u"mine"_s});
    QVERIFY(!opened.workspace.policy(u"mine"_s));
    QVERIFY(opened.settle());
    QCOMPARE(opened.workspace.policyNames(), QStringList{u"mine"_s});
    opened.workspace.removePolicy(u"mine"_s);
    QVERIFY(opened.workspace.policyNames().isEmpty());
    QVERIFY(opened.settle());
    QVERIFY(opened.workspace.policyNames().isEmpty());
    QCOMPARE(opened.failed.size(), 0);
}

void TstWorkspace::aDraftThatIsBeingWrittenOutlivesAReading()
{
    const ProfileFolder folder;
    Opened opened(folder.paths());
    opened.workspace.load(); // was asked for before
    opened.workspace.savePolicyHistory(u"mine"_s, withDraft(Policies(), routing::Policy{.name = u"mine"_s}));
    QVERIFY(opened.loaded.wait());
    QCOMPARE(opened.workspace.policyNames(), QStringList{u"mine"_s});
}

void TstWorkspace::aPolicyIsRenamedAndTheSettingFollows()
{
    const ProfileFolder folder;
    Opened opened(folder.paths(), {.policy = u"old"_s});
    QSignalSpy saved(&opened.workspace, &Workspace::policySaved);
    opened.workspace.savePolicy({.name = u"old"_s});
    QVERIFY(saved.wait());
    opened.workspace.savePolicy({.name = u"new"_s}, u"old"_s);
    QVERIFY(saved.wait());
    QCOMPARE(opened.workspace.policyNames(), QStringList{u"new"_s});
    QCOMPARE(opened.workspace.settings().policy, u"new"_s);
    QCOMPARE(loadPolicies(folder.paths()).policies, opened.workspace.policies());
}

void TstWorkspace::onlyAFileThatSaysWhatIsInUseHasAShare()
{
    const ProfileFolder folder;
    Opened opened(folder.paths());
    const routing::Chain sample = *opened.workspace.chain(u"sample"_s);
    routing::Chain next = sample;
    next.description = u"next"_s;
    const Chains history =
        publishedAsCanary(withDraft(opened.workspace.chainHistory(u"sample"_s, {}), next), 10, {}, {}).value();
    opened.workspace.saveChainHistory(u"sample"_s, history);
    QCOMPARE(opened.workspace.canaries().chains.keys(), QStringList{u"sample"_s});
    routing::Chain byHand = sample;
    byHand.description = u"by hand"_s;
    opened.workspace.saveChain(byHand);
    QVERIFY(opened.saved.wait());
    QVERIFY(opened.workspace.canaries().chains.isEmpty());
}

static const bool tstWorkspace = sb::testing::add<TstWorkspace>();

#include "tst_workspace.moc"
