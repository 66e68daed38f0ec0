#include "core/profile/history_files.h"

#include "tests/profile/profile_folder.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::profile;
using sb::testing::ProfileFolder;

namespace {

using History = routing::VersionHistory<routing::Chain>;

routing::Chain chainSaying(const QString &words)
{
    return {.name = u"x"_s, .description = words, .steps = {{.model = u"a/b"_s}}};
}

History withVersion(const QString &words, const History &before = {})
{
    return published(withDraft(before, chainSaying(words)), WallTime{}, u"note"_s).value();
}

QString historyOf(const Paths &paths, const QString &name)
{
    return paths.chainHistories() + u"/%1.json"_s.arg(name);
}

} // namespace

class TstHistoryFiles : public QObject
{
    Q_OBJECT

private slots:
    void aHistoryIsReadBackAndIsNoChain()
    {
        const ProfileFolder folder;
        const History history = withDraft(withVersion(u"one"_s), chainSaying(u"draft"_s));
        const auto saved = saveChainHistory(folder.paths(), u"x"_s, history);
        QVERIFY2(saved.has_value(), saved ? "" : qPrintable(saved.error().message));
        const auto loaded = loadChainHistories(folder.paths());
        QCOMPARE(loaded.histories.value(u"x"_s), history);
        QCOMPARE(loaded.revisions.value(u"x"_s), *saved);
        QCOMPARE(ProfileFolder::rights(historyOf(folder.paths(), u"x"_s)), 0600);
        QCOMPARE(loadChains(folder.paths()).chains.size(), 1); // the sample
        QVERIFY(loadPolicyHistories(folder.paths()).histories.isEmpty());
    }

    void whatSomebodyElseWroteIsKept_data()
    {
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<QString>("kept");
        QTest::addColumn<bool>("conflict");
        QTest::newRow("another history") << toJson(withVersion(u"theirs"_s)).dump() << u"x.json.conflict-1"_s << true;
        QTest::newRow("a damaged one") << QByteArray("{") << u"x.json.damaged-1"_s << false;
    }
    void whatSomebodyElseWroteIsKept()
    {
        QFETCH(QByteArray, theirs);
        QFETCH(QString, kept);
        QFETCH(bool, conflict);
        const ProfileFolder folder;
        const Revision known = saveChainHistory(folder.paths(), u"x"_s, withVersion(u"one"_s)).value();
        ProfileFolder::write(historyOf(folder.paths(), u"x"_s), theirs);
        const History mine = withVersion(u"mine"_s);
        const auto saved = saveChainHistory(folder.paths(), u"x"_s, mine, known);
        QCOMPARE(!saved && saved.error().kind == Error::Kind::Conflict, conflict);
        QCOMPARE(loadChainHistories(folder.paths()).histories.value(u"x"_s), mine);
        QCOMPARE(ProfileFolder::read(folder.paths().chainHistories() + u'/' + kept), theirs);
    }

    void aDamagedOneIsNamedAndTheChainRunsOn()
    {
        const ProfileFolder folder;
        QVERIFY(saveChain(folder.paths(), chainSaying(u"one"_s), {}));
        ProfileFolder::write(historyOf(folder.paths(), u"x"_s), "{\"format\": 1, \"versions\": 7}");
        const auto loaded = loadChainHistories(folder.paths());
        QCOMPARE(loaded.bad.size(), 1);
        QVERIFY2(loaded.bad.constFirst().error.message.contains(u"versions"_s),
                 qPrintable(loaded.bad.constFirst().error.message));
        QVERIFY(loadChains(folder.paths()).chains.contains(chainSaying(u"one"_s)));
    }

    void aHistoryGoesWithItsChain()
    {
        const ProfileFolder folder;
        const History history = withVersion(u"one"_s);
        const Revision old = saveChain(folder.paths(), chainSaying(u"one"_s), {}).value();
        QVERIFY(saveChainHistory(folder.paths(), u"x"_s, history));
        routing::Chain renamed = chainSaying(u"one"_s);
        renamed.name = u"y"_s;
        const Revision now = renameChain(folder.paths(), u"x"_s, old, renamed).value();
        QCOMPARE(loadChainHistories(folder.paths()).histories.keys(), QStringList{u"y"_s});
        QCOMPARE(loadChainHistories(folder.paths()).histories.value(u"y"_s), history);
        QVERIFY(removeChain(folder.paths(), u"y"_s, now));
        QVERIFY(loadChainHistories(folder.paths()).histories.isEmpty());
    }

    void whoChangedTheOldChainMeanwhileKeepsItsHistory()
    {
        const ProfileFolder folder;
        const Revision old = saveChain(folder.paths(), chainSaying(u"one"_s), {}).value();
        QVERIFY(saveChainHistory(folder.paths(), u"x"_s, withVersion(u"one"_s)));
        QVERIFY(saveChain(folder.paths(), chainSaying(u"theirs"_s), old));
        routing::Chain renamed = chainSaying(u"mine"_s);
        renamed.name = u"y"_s;
        QCOMPARE(renameChain(folder.paths(), u"x"_s, old, renamed).error().kind, Error::Kind::Conflict);
        QVERIFY(loadChainHistories(folder.paths()).histories.contains(u"x"_s));
        QCOMPARE(removeChain(folder.paths(), u"x"_s, old).error().kind, Error::Kind::Conflict);
        QVERIFY(loadChainHistories(folder.paths()).histories.contains(u"x"_s));
    }

    /// Between the two writes of a publication.
    void aCrashLosesNeitherTheOldNorTheNewVersion()
    {
        const ProfileFolder folder;
        const History before = withVersion(u"one"_s);
        QVERIFY(saveChain(folder.paths(), before.versions.constFirst().value, {}));
        QVERIFY(saveChainHistory(folder.paths(), u"x"_s, withVersion(u"two"_s, before)));
        const routing::Chain inFile = loadChains(folder.paths()).chains.constLast();
        const History after =
            reconciled(loadChainHistories(folder.paths()).histories.value(u"x"_s), inFile, WallTime{});
        QCOMPARE(after.current, 1);
        QCOMPARE(after.versions.size(), 2);
    }

    void noNameLeadsOutOfTheFolder()
    {
        const ProfileFolder folder;
        QCOMPARE(saveChainHistory(folder.paths(), u"../x"_s, withVersion(u"one"_s)).error().kind,
                 Error::Kind::InvalidInput);
    }
};

static const bool tstHistoryFiles = sb::testing::add<TstHistoryFiles>();

#include "tst_history_files.moc"
