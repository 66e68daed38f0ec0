#include "core/routing/policy/policy_edits.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace Qt::StringLiterals;

namespace {

Policy threeRules()
{
    return {.name = u"p"_s, .rules = {{.id = u"a"_s}, {.id = u"b"_s}, {.id = u"c"_s}}};
}

QString idsOf(const Policy &policy)
{
    QString ids;
    for (const Rule &rule : policy.rules)
        ids += rule.id;
    return ids;
}

} // namespace

class TstPolicyEdits : public QObject
{
    Q_OBJECT
private slots:
    void anEditOfTheRulesGivesTheirNewOrder_data()
    {
        QTest::addColumn<PolicyEdit>("edit");
        QTest::addColumn<QString>("ids");
        const auto row = [](const char *name, const PolicyEdit &edit, const QString &ids) {
            QTest::newRow(name) << edit << ids;
        };
        const Rule rule{.id = u"x"_s};
        row("insert at the front", InsertRule{0, rule}, u"xabc"_s);
        row("insert at the end", InsertRule{3, rule}, u"abcx"_s);
        row("remove", RemoveRule{1}, u"ac"_s);
        row("move down", MoveRule{0, 2}, u"bca"_s);
        row("move up", MoveRule{2, 0}, u"cab"_s);
        row("replace", ReplaceRule{2, rule}, u"abx"_s);
    }
    void anEditOfTheRulesGivesTheirNewOrder()
    {
        QFETCH(PolicyEdit, edit);
        const auto edited = routing::apply(threeRules(), edit);
        QVERIFY2(edited, edited ? "" : qPrintable(edited.error().message));
        QTEST(idsOf(*edited), "ids");
    }

    void anIndexOutsideIsRefusedWithItsNumber_data()
    {
        QTest::addColumn<PolicyEdit>("edit");
        QTest::addColumn<int>("number");
        const auto row = [](const char *name, const PolicyEdit &edit, int number) {
            QTest::newRow(name) << edit << number;
        };
        row("insert", InsertRule{4, {}}, 5);
        row("insert before the first", InsertRule{-1, {}}, 0);
        row("remove", RemoveRule{3}, 4);
        row("move from", MoveRule{3, 0}, 4);
        row("move to", MoveRule{0, 3}, 4);
        row("replace", ReplaceRule{7, {}}, 8);
    }
    void anIndexOutsideIsRefusedWithItsNumber()
    {
        QFETCH(PolicyEdit, edit);
        QFETCH(int, number);
        const auto edited = routing::apply(threeRules(), edit);
        QVERIFY(!edited);
        QCOMPARE(edited.error().kind, Error::Kind::InvalidInput);
        QCOMPARE(edited.error().message, u"There is no rule %1; the policy has 3."_s.arg(number));
    }

    void eachOtherMemberCanBeSetAndChangesNothingElse()
    {
        Policy expected = threeRules();
        Policy edited = expected;
        const auto edit = [&edited](const PolicyEdit &next) { edited = routing::apply(edited, next).value(); };

        edit(SetOtherwise{u"rest"_s});
        expected.otherwise = u"rest"_s;
        QCOMPARE(edited, expected);
        edit(SetPreferences{{.sort = Sort::Price}});
        expected.preferences.sort = Sort::Price;
        QCOMPARE(edited, expected);
        edit(SetWeights{{.exploration = 0}});
        expected.weights.exploration = 0;
        QCOMPARE(edited, expected);
        edit(SetQuality{{u"a/b"_s}});
        expected.quality = QStringList{u"a/b"_s};
        QCOMPARE(edited, expected);
        edit(SetBestThatFits{true});
        expected.bestThatFits = true;
        QCOMPARE(edited, expected);
        edit(SetDescription{u"d"_s});
        expected.description = u"d"_s;
        QCOMPARE(edited, expected);
    }
};

static const bool tstPolicyEdits = sb::testing::add<TstPolicyEdits>();

#include "tst_policy_edits.moc"
