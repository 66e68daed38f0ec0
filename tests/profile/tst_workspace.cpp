#include "core/profile/workspace.h"
#include "tests/profile/profile_folder.h"
#include "tests/testing/testing.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using sb::testing::ProfileFolder;
using namespace sb::profile;

class TstWorkspace final : public QObject
{
    Q_OBJECT
private slots:
    void savingTwiceInARowIsNoConflict();
    void afterAConflictBothChainsAreListed();
};

void TstWorkspace::savingTwiceInARowIsNoConflict()
{
    const ProfileFolder folder;
    Workspace workspace(folder.paths(), {});
    QSignalSpy loaded(&workspace, &Workspace::loaded);
    QSignalSpy failed(&workspace, &Workspace::failed);
    workspace.load();
    QVERIFY(loaded.wait());
    routing::Chain chain{.name = u"mine"_s, .steps = {{.model = u"a/b"_s}}};
    workspace.saveChain(chain);
    chain.version = 2;
    workspace.saveChain(chain);
    workspace.load(); // answered after both
    QVERIFY(loaded.wait());
    QCOMPARE(failed.size(), 0);
    QCOMPARE(workspace.chain(u"mine"_s)->version, 2);
}

void TstWorkspace::afterAConflictBothChainsAreListed()
{
    const ProfileFolder folder;
    Workspace workspace(folder.paths(), {});
    QSignalSpy loaded(&workspace, &Workspace::loaded);
    QSignalSpy failed(&workspace, &Workspace::failed);
    workspace.load();
    QVERIFY(loaded.wait());
    routing::Chain theirs = *workspace.chain(u"sample"_s);
    theirs.description = u"theirs"_s;
    QVERIFY(writeFile(folder.paths().chains() + u"/sample.json"_s, routing::toJson(theirs).dumpIndented()));
    routing::Chain ours = *workspace.chain(u"sample"_s);
    ours.description = u"ours"_s;
    workspace.saveChain(ours);
    QVERIFY(loaded.wait());
    QCOMPARE(failed.size(), 1);
    QCOMPARE(workspace.chain(u"sample"_s)->description, u"theirs"_s);
    QCOMPARE(workspace.chain(u"sample.conflict-1"_s)->description, u"ours"_s);
}

static const bool registered = sb::testing::add<TstWorkspace>();

#include "tst_workspace.moc"
