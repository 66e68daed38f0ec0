#include "core/profile/class_files.h"
#include "core/profile/workspace.h"

#include "tests/profile/profile_folder.h"
#include "tests/testing/testing.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::profile;
using sb::testing::ProfileFolder;

namespace {

routing::ClassRules classesWith(const QString &name, const QString &word)
{
    return {.classes = {{.name = name, .rules = {{.words = {word}}}}}};
}

chat::Request saying(const QString &text)
{
    chat::Request request;
    request.messages.append(chat::Message::make(chat::Role::User, text));
    return request;
}

QString classOf(const Workspace &workspace, const QString &text)
{
    return workspace.classifier().classify(saying(text)).className;
}

/// A workspace that has read its profile.
struct Read
{
    explicit Read(const Paths &paths)
        : workspace(paths, {})
        , changed(&workspace, &Workspace::classesChanged)
        , failed(&workspace, &Workspace::failed)
    {
        QSignalSpy loaded(&workspace, &Workspace::loaded);
        workspace.load();
        QVERIFY(loaded.wait());
    }
    Workspace workspace;
    QSignalSpy changed;
    QSignalSpy failed;
};

} // namespace

class TstClassFiles : public QObject
{
    Q_OBJECT
private slots:
    void aNewProfileHasNone()
    {
        const ProfileFolder folder;
        QCOMPARE(loadClasses(folder.paths()), LoadedClasses{});
        QVERIFY(loadClasses(folder.paths()).bad.isEmpty());
    }

    void whatIsSavedIsReadBackWithItsRevision()
    {
        const ProfileFolder folder;
        const routing::ClassRules rules = classesWith(u"legal"_s, u"tenant"_s);
        const auto saved = saveClasses(folder.paths(), rules, Revision());
        QVERIFY2(saved.has_value(), saved ? "" : qPrintable(saved.error().message));
        QCOMPARE(loadClasses(folder.paths()), (LoadedClasses{.rules = rules, .revision = *saved}));
        QCOMPARE(ProfileFolder::rights(folder.paths().classes()), 0600);
    }

    void aDamagedFileIsNamedAndKeptBesideTheNextOne()
    {
        const ProfileFolder folder;
        const QString path = folder.paths().classes();
        const QByteArray broken = "{\"version\": 1, \"classes\": [{\"name\": \"\"}]}";
        ProfileFolder::write(path, broken);
        const LoadedClasses loaded = loadClasses(folder.paths());
        QCOMPARE(loaded.bad.size(), 1);
        QCOMPARE(loaded.bad.constFirst().path, path);
        QVERIFY2(loaded.bad.constFirst().error.message.contains(u"classes[0].name"_s),
                 qPrintable(loaded.bad.constFirst().error.message));
        QCOMPARE(ProfileFolder::read(path), broken);
        QVERIFY(saveClasses(folder.paths(), classesWith(u"legal"_s, u"tenant"_s)));
        QCOMPARE(ProfileFolder::read(path + ".damaged-1"_L1), broken);
    }

    void whatWasChangedByHandIsKeptBesideOurs()
    {
        const ProfileFolder folder;
        const Revision mine = saveClasses(folder.paths(), classesWith(u"legal"_s, u"tenant"_s)).value();
        const QByteArray theirs = toJson(classesWith(u"legal"_s, u"lease"_s)).dumpIndented();
        ProfileFolder::write(folder.paths().classes(), theirs);
        const auto saved = saveClasses(folder.paths(), classesWith(u"law"_s, u"tenant"_s), mine);
        QCOMPARE(saved.error().kind, Error::Kind::Conflict);
        QCOMPARE(ProfileFolder::read(folder.paths().classes() + ".conflict-1"_L1), theirs);
        QCOMPARE(loadClasses(folder.paths()).rules, classesWith(u"law"_s, u"tenant"_s));
    }

    void aChangeActsAtOnceAndIsThereAtTheNextStart()
    {
        const ProfileFolder folder;
        {
            Read read(folder.paths());
            QVERIFY(classOf(read.workspace, u"What may a tenant do?"_s) != u"legal"_s);
            read.workspace.setClassRules(classesWith(u"legal"_s, u"tenant"_s));
            QCOMPARE(read.changed.size(), 1);
            QCOMPARE(classOf(read.workspace, u"What may a tenant do?"_s), u"legal"_s);
            read.workspace.setClassRules(classesWith(u"law"_s, u"tenant"_s)); // in conflict with nobody
        }
        const Read again(folder.paths());
        QCOMPARE(again.workspace.classRules(), classesWith(u"law"_s, u"tenant"_s));
        QCOMPARE(QDir(folder.paths().root).entryList({u"classes.json*"_s}), QStringList{u"classes.json"_s});
    }

    void aFileThatIsChangedByHandActsWithoutAStart()
    {
        const ProfileFolder folder;
        Read read(folder.paths());
        QVERIFY(saveClasses(folder.paths(), classesWith(u"legal"_s, u"tenant"_s))); // as another program would
        QTRY_COMPARE(read.workspace.classRules(), classesWith(u"legal"_s, u"tenant"_s));
        QVERIFY(saveClasses(folder.paths(), classesWith(u"legal"_s, u"lease"_s)));
        QTRY_COMPARE(classOf(read.workspace, u"Is this lease fair?"_s), u"legal"_s);
        read.workspace.setClassRules(classesWith(u"law"_s, u"lease"_s)); // knows what it replaces
        QTRY_COMPARE(loadClasses(folder.paths()).rules, classesWith(u"law"_s, u"lease"_s));
        QVERIFY(read.failed.isEmpty());
    }

    void aFileThatIsBrokenByHandIsToldAndTheLastGoodOneHolds()
    {
        const ProfileFolder folder;
        QVERIFY(saveClasses(folder.paths(), classesWith(u"legal"_s, u"tenant"_s)));
        Read read(folder.paths());
        QVERIFY(writeFile(folder.paths().classes(), "{"));
        QTRY_COMPARE(read.failed.size(), 1);
        QVERIFY(read.failed.constFirst().constFirst().value<Error>().message.contains(u"classes.json"_s));
        QCOMPARE(read.workspace.classRules(), classesWith(u"legal"_s, u"tenant"_s));
        QVERIFY(writeFile(folder.paths().root + u"/something-else"_s, "x")); // is looked at, and not told again
        QVERIFY(saveClasses(folder.paths(), classesWith(u"legal"_s, u"lease"_s)));
        QTRY_COMPARE(read.workspace.classRules(), classesWith(u"legal"_s, u"lease"_s));
        QCOMPARE(read.failed.size(), 1);
    }
};

static const bool tstClassFiles = sb::testing::add<TstClassFiles>();

#include "tst_class_files.moc"
