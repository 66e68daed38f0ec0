#include "core/profile/policy_files.h"

#include "tests/profile/profile_folder.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::profile;
using sb::testing::ProfileFolder;

namespace {

routing::Policy policyOf(const QString &name, const QString &description = {})
{
    return {.name = name, .description = description, .rules = {{.when = {.tools = true}, .chain = u"c"_s}}};
}

QStringList policyNames(const Paths &paths)
{
    QStringList names;
    for (const routing::Policy &one : loadPolicies(paths).policies)
        names.append(one.name);
    return names;
}

} // namespace

class TstPolicyFiles : public QObject
{
    Q_OBJECT

private slots:
    void aNewProfileHasNone()
    {
        const ProfileFolder folder;
        QCOMPARE(policyNames(folder.paths()), QStringList{});
        QVERIFY(loadPolicies(folder.paths()).bad.isEmpty());
    }

    void aSavedPolicyIsReadBackWithItsRevision()
    {
        const ProfileFolder folder;
        const auto saved = savePolicy(folder.paths(), policyOf(u"work"_s), {});
        QVERIFY2(saved.has_value(), saved ? "" : qPrintable(saved.error().message));
        const LoadedPolicies loaded = loadPolicies(folder.paths());
        QCOMPARE(loaded.policies, QList{policyOf(u"work"_s)});
        QCOMPARE(loaded.revisions.value(u"work"_s), *saved);
        QCOMPARE(ProfileFolder::rights(folder.paths().policies() + "/work.json"_L1), 0600);
    }

    void aConflictKeepsBoth()
    {
        const ProfileFolder folder;
        const Revision mine = savePolicy(folder.paths(), policyOf(u"x"_s), {}).value();
        const QByteArray theirs = toJson(policyOf(u"x"_s, u"theirs"_s)).dumpIndented();
        ProfileFolder::write(folder.paths().policies() + "/x.json"_L1, theirs);
        const auto saved = savePolicy(folder.paths(), policyOf(u"x"_s, u"mine"_s), mine);
        QCOMPARE(saved.error().kind, Error::Kind::Conflict);
        QCOMPARE(ProfileFolder::read(folder.paths().policies() + "/x.json"_L1), theirs);
        QVERIFY(loadPolicies(folder.paths()).policies.contains(policyOf(u"x.conflict-1"_s, u"mine"_s)));
    }

    void aRenamedPolicyHasOneFileAndARemovedOneNone()
    {
        const ProfileFolder folder;
        const Revision old = savePolicy(folder.paths(), policyOf(u"old"_s), {}).value();
        const auto renamed = renamePolicy(folder.paths(), u"old"_s, old, policyOf(u"new"_s));
        QVERIFY2(renamed.has_value(), renamed ? "" : qPrintable(renamed.error().message));
        QCOMPARE(policyNames(folder.paths()), QStringList{u"new"_s});
        QVERIFY(removePolicy(folder.paths(), u"new"_s, *renamed));
        QCOMPARE(policyNames(folder.paths()), QStringList{});
    }

    void aBadFileIsNamedAndDoesNotHideTheOthers()
    {
        const ProfileFolder folder;
        QVERIFY(savePolicy(folder.paths(), policyOf(u"good"_s), {}));
        const QString path = folder.paths().policies() + "/bad.json"_L1;
        ProfileFolder::write(path, "{\"format\": 1, \"name\": \"bad\", \"rules\": [{\"enabled\": 1}]}");
        const LoadedPolicies loaded = loadPolicies(folder.paths());
        QCOMPARE(loaded.policies.size(), 1);
        QCOMPARE(loaded.bad.size(), 1);
        QCOMPARE(loaded.bad.constFirst().path, path);
        QVERIFY2(loaded.bad.constFirst().error.message.contains(u"rules[0].enabled"_s),
                 qPrintable(loaded.bad.constFirst().error.message));
    }

    void noNameLeadsOutOfTheFolder()
    {
        const ProfileFolder folder;
        const auto saved = savePolicy(folder.paths(), policyOf(u"../x"_s), {});
        QCOMPARE(saved.error().kind, Error::Kind::InvalidInput);
        QVERIFY2(saved.error().message.contains(u"policy"_s), qPrintable(saved.error().message));
        QCOMPARE(removePolicy(folder.paths(), u"../settings"_s).error().kind, Error::Kind::InvalidInput);
    }
};

static const bool tstPolicyFiles = sb::testing::add<TstPolicyFiles>();

#include "tst_policy_files.moc"
