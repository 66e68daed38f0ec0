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

namespace {

routing::Chain chain(const QString &name, const QString &description = {})
{
    return {.name = name, .description = description, .steps = {{.model = u"a/b"_s}}};
}

QStringList namesOf(const LoadedChains &loaded)
{
    QStringList names;
    for (const routing::Chain &one : loaded.chains)
        names.append(one.name);
    return names;
}

} // namespace

class TstChainFiles : public QObject
{
    Q_OBJECT

private slots:
    void theReaderJudgesLikeTheSchema_data() { testing::addAgreementRows(u"chain"_s); }
    void theReaderJudgesLikeTheSchema()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, valid);
        const auto read = routing::parseChain(*parseJson(json));
        QVERIFY2(read.has_value() == valid, read ? "" : qPrintable(read.error().message));
    }

    void aSavedChainIsReadBackWithItsRevision()
    {
        const ProfileFolder folder;
        const auto saved = saveChain(folder.paths(), chain(u"new"_s), {});
        QVERIFY2(saved.has_value(), saved ? "" : qPrintable(saved.error().message));
        const LoadedChains loaded = loadChains(folder.paths());
        QCOMPARE(namesOf(loaded), QStringList({u"new"_s, u"sample"_s}));
        QCOMPARE(loaded.chains.constFirst(), chain(u"new"_s));
        QCOMPARE(loaded.revisions.value(u"new"_s), *saved);
    }

    void savingAgainExpectsTheLastRevision()
    {
        const ProfileFolder folder;
        const Revision first = saveChain(folder.paths(), chain(u"x"_s), {}).value();
        const Revision second = saveChain(folder.paths(), chain(u"x"_s, u"two"_s), first).value();
        QVERIFY(first != second);
        QVERIFY(saveChain(folder.paths(), chain(u"x"_s, u"three"_s), second));
    }

    void aConflictKeepsBoth_data()
    {
        QTest::addColumn<QByteArray>("theirs");
        QTest::newRow("somebody wrote another") << toJson(chain(u"x"_s, u"theirs"_s)).dumpIndented();
        QTest::newRow("somebody damaged it") << QByteArray("{");
        QTest::newRow("somebody emptied it") << QByteArray();
    }
    void aConflictKeepsBoth()
    {
        QFETCH(QByteArray, theirs);
        const ProfileFolder folder;
        const QString path = folder.paths().chains() + "/x.json"_L1;
        const Revision mine = saveChain(folder.paths(), chain(u"x"_s), {}).value();
        ProfileFolder::write(path, theirs);

        for (const QString &kept : {u"x.conflict-1"_s, u"x.conflict-2"_s}) {
            const auto saved = saveChain(folder.paths(), chain(u"x"_s, u"mine"_s), mine);
            QVERIFY(!saved);
            QCOMPARE(saved.error().kind, Error::Kind::Conflict);
            QVERIFY2(saved.error().message.contains(kept), qPrintable(saved.error().message));
            QCOMPARE(ProfileFolder::read(path), theirs);
            const LoadedChains loaded = loadChains(folder.paths());
            QVERIFY(loaded.chains.contains(chain(kept, u"mine"_s)));
        }
    }

    void aChainThatWasRemovedMeanwhileIsAConflict()
    {
        const ProfileFolder folder;
        const Revision mine = saveChain(folder.paths(), chain(u"x"_s), {}).value();
        QVERIFY(removeChain(folder.paths(), u"x"_s));
        QCOMPARE(saveChain(folder.paths(), chain(u"x"_s, u"mine"_s), mine).error().kind, Error::Kind::Conflict);
        QVERIFY(namesOf(loadChains(folder.paths())).contains(u"x.conflict-1"_s));
    }

    void aRenamedChainHasOneFile()
    {
        const ProfileFolder folder;
        const Revision mine = saveChain(folder.paths(), chain(u"old"_s), {}).value();
        const auto renamed = renameChain(folder.paths(), u"old"_s, mine, chain(u"new"_s));
        QVERIFY2(renamed.has_value(), renamed ? "" : qPrintable(renamed.error().message));
        const LoadedChains loaded = loadChains(folder.paths());
        QCOMPARE(namesOf(loaded), QStringList({u"new"_s, u"sample"_s}));
        QCOMPARE(loaded.revisions.value(u"new"_s), *renamed);
    }

    void aRenameOverwritesAndRemovesNobodyElsesChain_data()
    {
        QTest::addColumn<QString>("changed"); ///< by somebody else
        QTest::addColumn<QStringList>("names");
        QTest::newRow("the old one was changed") << u"old"_s << QStringList{u"new"_s, u"old"_s, u"sample"_s};
        QTest::newRow("the new name is taken")
            << u"new"_s << QStringList{u"new"_s, u"new.conflict-1"_s, u"old"_s, u"sample"_s};
    }
    void aRenameOverwritesAndRemovesNobodyElsesChain()
    {
        QFETCH(QString, changed);
        const ProfileFolder folder;
        const Revision mine = saveChain(folder.paths(), chain(u"old"_s), {}).value();
        const QByteArray theirs = toJson(chain(changed, u"theirs"_s)).dumpIndented();
        ProfileFolder::write(folder.paths().chain(changed), theirs);
        const auto renamed = renameChain(folder.paths(), u"old"_s, mine, chain(u"new"_s, u"mine"_s));
        QVERIFY(!renamed);
        QCOMPARE(renamed.error().kind, Error::Kind::Conflict);
        QCOMPARE(ProfileFolder::read(folder.paths().chain(changed)), theirs);
        QTEST(namesOf(loadChains(folder.paths())), "names");
    }

    void anOldChainThatIsGoneDoesNotStopARename()
    {
        const ProfileFolder folder;
        QVERIFY(renameChain(folder.paths(), u"old"_s, "a revision", chain(u"new"_s)));
        QCOMPARE(namesOf(loadChains(folder.paths())), QStringList({u"new"_s, u"sample"_s}));
    }

    void aChainThatSomebodyElseChangedIsNotRemoved()
    {
        const ProfileFolder folder;
        const Revision mine = saveChain(folder.paths(), chain(u"x"_s), {}).value();
        const Revision theirs = saveChain(folder.paths(), chain(u"x"_s, u"theirs"_s), mine).value();
        QCOMPARE(removeChain(folder.paths(), u"x"_s, mine).error().kind, Error::Kind::Conflict);
        QVERIFY(removeChain(folder.paths(), u"x"_s, theirs));
        QCOMPARE(removeChain(folder.paths(), u"x"_s, theirs).error().kind, Error::Kind::NotFound);
    }

    void aNewChainDoesNotReplaceOneOfItsName()
    {
        const ProfileFolder folder;
        QCOMPARE(saveChain(folder.paths(), chain(u"sample"_s), {}).error().kind, Error::Kind::Conflict);
        QCOMPARE(loadChains(folder.paths()).chains.constFirst().steps.size(), 3);
    }

    void aConflictOfTheLongestNameStillHasAName()
    {
        const ProfileFolder folder;
        const QString name(64, u'x');
        QVERIFY(saveChain(folder.paths(), chain(name), {}));
        QCOMPARE(saveChain(folder.paths(), chain(name), {}).error().kind, Error::Kind::Conflict);
        const LoadedChains loaded = loadChains(folder.paths());
        QVERIFY(loaded.bad.isEmpty());
        QCOMPARE(loaded.chains.size(), 3);
    }

    void aBadFileIsNamedLeftAndDoesNotHideTheOthers_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTest::newRow("cut") << QByteArray("{\"format\": 1,") << u"JSON"_s;
        QTest::newRow("of another name") << toJson(chain(u"other"_s)).dump() << u"name: expected \"bad\""_s;
        QTest::newRow("ill-typed") << quoted("{'format': 1, 'name': 'bad', 'steps': [{'model': 1}]}")
                                   << u"steps[0].model"_s;
    }
    void aBadFileIsNamedLeftAndDoesNotHideTheOthers()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const ProfileFolder folder;
        const QString path = folder.paths().chains() + "/bad.json"_L1;
        ProfileFolder::write(path, bytes);
        const LoadedChains loaded = loadChains(folder.paths());
        QCOMPARE(namesOf(loaded), QStringList{u"sample"_s});
        QCOMPARE(loaded.bad.size(), 1);
        QCOMPARE(loaded.bad.constFirst().path, path);
        QCOMPARE(loaded.bad.constFirst().error.kind, Error::Kind::Damaged);
        QVERIFY2(loaded.bad.constFirst().error.message.contains(says),
                 qPrintable(loaded.bad.constFirst().error.message));
        QCOMPARE(ProfileFolder::read(path), bytes);
    }

    void membersOfANewerVersionSurvive()
    {
        const ProfileFolder folder;
        ProfileFolder::write(folder.paths().chains() + "/x.json"_L1,
                             quoted("{'format': 1, 'name': 'x', 'steps': [{'model': 'a/b', 'hedge': {'after': 1.50}}], "
                                    "'color': 'blue'}"));
        const LoadedChains loaded = loadChains(folder.paths());
        routing::Chain edited = loaded.chains.constLast();
        edited.description = u"edited"_s;
        QVERIFY(saveChain(folder.paths(), edited, loaded.revisions.value(u"x"_s)));
        const QByteArray written = ProfileFolder::read(folder.paths().chains() + "/x.json"_L1);
        QVERIFY2(written.contains("1.50") && written.contains("blue"), written.constData());
    }

    void noNameLeadsOutOfTheFolder_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("upward") << u"../settings"_s;
        QTest::newRow("absolute") << u"/etc/passwd"_s;
        QTest::newRow("hidden") << u".hidden"_s;
        QTest::newRow("empty") << u""_s;
    }
    void noNameLeadsOutOfTheFolder()
    {
        QFETCH(QString, name);
        const ProfileFolder folder;
        QVERIFY(saveSettings(folder.paths(), {}));
        QCOMPARE(saveChain(folder.paths(), chain(name), {}).error().kind, Error::Kind::InvalidInput);
        QCOMPARE(removeChain(folder.paths(), name).error().kind, Error::Kind::InvalidInput);
        QCOMPARE(renameChain(folder.paths(), name, {}, chain(u"x"_s)).error().kind, Error::Kind::InvalidInput);
        QCOMPARE(renameChain(folder.paths(), u"sample"_s, {}, chain(name)).error().kind, Error::Kind::InvalidInput);
        QVERIFY(QFileInfo::exists(folder.paths().settings()));
    }

    void removingWhatIsNotThereSaysSo()
    {
        const ProfileFolder folder;
        QCOMPARE(removeChain(folder.paths(), u"nothing"_s).error().kind, Error::Kind::NotFound);
    }
};

static const bool tstChainFiles = sb::testing::add<TstChainFiles>();

#include "tst_chain_files.moc"
