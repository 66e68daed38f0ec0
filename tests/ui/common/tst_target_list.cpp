#include "ui/common/target_list.h"

#include "tests/profile/profile_folder.h"
#include "tests/testing/testing.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;
using sb::testing::ProfileFolder;

namespace {

/// A workspace over the catalog that is shipped, with keys for two providers, and practice.
class Work
{
public:
    Work()
        : workspace(folder.paths(), {.recentTargets = {u"openai/gpt-5.5"_s, u"gone/model"_s}})
    {
        QSignalSpy loaded(&workspace, &profile::Workspace::loaded);
        workspace.load();
        QVERIFY(loaded.wait());
        workspace.setUsableProviders({u"openai"_s, u"anthropic"_s, u"practice-b"_s});
    }

    ProfileFolder folder;
    profile::Workspace workspace;
};

QStringList targetsOf(const QList<TargetChoice> &choices)
{
    QStringList targets;
    for (const TargetChoice &choice : choices)
        targets.append(choice.target);
    return targets;
}

QStringList groupsOf(const QList<TargetChoice> &choices)
{
    QStringList groups;
    for (const TargetChoice &choice : choices)
        groups.append(choice.group);
    groups.removeDuplicates();
    return groups;
}

} // namespace

class TstTargetList final : public QObject
{
    Q_OBJECT
private slots:
    void chainsComeFirstThenWhatWasAskedLately()
    {
        const Work work;
        const QList<TargetChoice> choices = targetChoices(work.workspace);
        QCOMPARE(choices.value(0).target, u"chain/sample"_s);
        QCOMPARE(choices.value(1).target, u"openai/gpt-5.5"_s);
        QCOMPARE(groupsOf(choices), (QStringList{u"Chains"_s, u"Asked lately"_s, u"Models"_s, u"Practice"_s}));
        QStringList once = targetsOf(choices);
        QCOMPARE(once.removeDuplicates(), 0);
        QVERIFY(!once.contains(u"gone/model"_s));
    }

    void aModelNobodyHasAKeyForIsOfferedToChainsOnly()
    {
        const Work work;
        const auto isDeepSeek = [](const TargetChoice &choice) { return choice.target.startsWith("deepseek/"_L1); };
        const QList<TargetChoice> asked = targetChoices(work.workspace);
        const QList<TargetChoice> all = modelChoices(work.workspace);
        QVERIFY(std::none_of(asked.cbegin(), asked.cend(), isDeepSeek));
        QVERIFY(std::any_of(all.cbegin(), all.cend(), isDeepSeek));
        QCOMPARE(all.size(), work.workspace.catalog().modelIds().size());
        QVERIFY(all.constLast().group.startsWith("Not to be reached yet"_L1));
    }

    void aPriceIsThatOfAMillionTokensInAndOut()
    {
        const Work work;
        const QList<TargetChoice> found = matching(targetChoices(work.workspace), u"openai/gpt-5.5"_s);
        QCOMPARE(found.value(0).price, u"$5.00 / $30.00"_s);
    }

    void wordsFindByNameProviderAndAbility_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("found");
        QTest::addColumn<QString>("notFound");
        QTest::newRow("part of a name") << u"GPT-5.5"_s << u"openai/gpt-5.5"_s << u"anthropic/claude-haiku-4.5"_s;
        QTest::newRow("a provider") << u"anthropic"_s << u"anthropic/claude-haiku-4.5"_s << u"openai/gpt-5.5"_s;
        QTest::newRow("an ability") << u"vision"_s << u"openai/gpt-5.5"_s << u"chain/sample"_s;
        QTest::newRow("two words, in any order")
            << u"tools haiku"_s << u"anthropic/claude-haiku-4.5"_s << u"openai/gpt-5.5"_s;
        QTest::newRow("a chain") << u"sample"_s << u"chain/sample"_s << u"openai/gpt-5.5"_s;
        QTest::newRow("nothing") << u""_s << u"openai/gpt-5.5"_s << u"gone/model"_s;
    }
    void wordsFindByNameProviderAndAbility()
    {
        QFETCH(QString, query);
        QFETCH(QString, found);
        QFETCH(QString, notFound);
        const Work work;
        const QStringList targets = targetsOf(matching(targetChoices(work.workspace), query));
        QVERIFY2(targets.contains(found), qPrintable(targets.join(u' ')));
        QVERIFY(!targets.contains(notFound));
    }
};

static const bool tstTargetList = sb::testing::add<TstTargetList>();

#include "tst_target_list.moc"
