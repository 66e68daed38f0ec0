#include "ui/chains/policies/policy_document.h"

#include "tests/testing/testing.h"
#include "ui/chains/policies/rule_list.h"
#include "ui/chains/policies/rule_model.h"
#include "ui/chains/policies/rule_words.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;

namespace {

routing::Rule ruleNamed(const QString &name)
{
    routing::Rule rule{.name = name, .chain = u"chain-"_s + name};
    rule.when.models = {name};
    return rule;
}

QStringList namesOf(const PolicyDocument &document)
{
    QStringList names;
    for (const routing::Rule &rule : document.policy().rules)
        names.append(rule.name);
    return names;
}

struct Opened
{
    Opened()
    {
        document.open({.name = u"test"_s, .rules = {ruleNamed(u"a"_s), ruleNamed(u"b"_s), ruleNamed(u"c"_s)}});
        list.resize(264, 400);
        list.show();
    }
    PolicyDocument document;
    RuleList list{document};
};

} // namespace

class TstPolicyDocument final : public QObject
{
    Q_OBJECT
private slots:
    void keysMoveTheSelectedRule();
    void whatIsNoRuleIsNeitherMovedNorRemoved_data();
    void whatIsNoRuleIsNeitherMovedNorRemoved();
    void spaceSwitchesARuleOnAndOff();
    void aRemovedRuleComesBackByUndo();
    void theLastRuleIsFollowedByTheOneBefore();
    void whatHoldsForAllStaysSelectedWhileRulesComeAndGo();
    void aNewRuleComesBehindTheSelectedOne();
    void aCopyHasNoIdOfItsOwn();
    void editsOfOneFieldAreOneUndoStep();
    void aRuleIsDraggedToAnotherPlace();
    void theModelIsSound();
    void aRuleSaysWhomItIsFor_data();
    void aRuleSaysWhomItIsFor();
};

void TstPolicyDocument::keysMoveTheSelectedRule()
{
    Opened opened;
    QTest::keyClick(&opened.list, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(namesOf(opened.document), (QStringList{u"b"_s, u"a"_s, u"c"_s}));
    QCOMPARE(opened.document.current(), 1);
    QTest::keyClick(&opened.list, Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(&opened.list, Qt::Key_Down, Qt::AltModifier); // below are no rules
    QCOMPARE(namesOf(opened.document), (QStringList{u"b"_s, u"c"_s, u"a"_s}));
    QTest::keyClick(&opened.list, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(namesOf(opened.document), (QStringList{u"b"_s, u"a"_s, u"c"_s}));
    opened.document.undoStack().setIndex(0);
    QCOMPARE(namesOf(opened.document), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
}

void TstPolicyDocument::whatIsNoRuleIsNeitherMovedNorRemoved_data()
{
    QTest::addColumn<int>("part");
    QTest::newRow("otherwise") << 3;
    QTest::newRow("all requests") << 4;
}

void TstPolicyDocument::whatIsNoRuleIsNeitherMovedNorRemoved()
{
    QFETCH(int, part);
    Opened opened;
    opened.document.setCurrent(part);
    QTest::keyClick(&opened.list, Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(&opened.list, Qt::Key_Delete);
    QTest::keyClick(&opened.list, Qt::Key_Space);
    QTest::keyClick(&opened.list, Qt::Key_D, Qt::ControlModifier);
    QVERIFY(!opened.document.isChanged());
    QCOMPARE(opened.document.current(), part);
}

void TstPolicyDocument::spaceSwitchesARuleOnAndOff()
{
    Opened opened;
    QTest::keyClick(&opened.list, Qt::Key_Space);
    QVERIFY(!opened.document.policy().rules.at(0).enabled);
    QVERIFY(opened.list.currentIndex().data(Qt::AccessibleTextRole).toString().contains(u"switched off"_s));
    QTest::keyClick(&opened.list, Qt::Key_Space);
    QVERIFY(!opened.document.isChanged());
}

void TstPolicyDocument::aRemovedRuleComesBackByUndo()
{
    Opened opened;
    QSignalSpy removed(&opened.list, &OrderList::removed);
    opened.document.setCurrent(1);
    QTest::keyClick(&opened.list, Qt::Key_Delete);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(namesOf(opened.document), (QStringList{u"a"_s, u"c"_s}));
    QCOMPARE(opened.list.currentIndex().row(), 1);
    opened.document.undoStack().undo();
    QCOMPARE(namesOf(opened.document), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
}

void TstPolicyDocument::theLastRuleIsFollowedByTheOneBefore()
{
    Opened opened;
    opened.document.setCurrent(2);
    opened.list.removeCurrent();
    QCOMPARE(opened.document.current(), 1);
    QCOMPARE(opened.list.currentIndex().row(), 1);
}

void TstPolicyDocument::whatHoldsForAllStaysSelectedWhileRulesComeAndGo()
{
    Opened opened;
    opened.document.setCurrent(opened.document.forAll());
    opened.document.edit(routing::RemoveRule{.at = 0}, u"Remove"_s);
    QCOMPARE(opened.document.current(), opened.document.forAll());
    QCOMPARE(opened.list.currentIndex().row(), 3);
    opened.document.undoStack().undo();
    QCOMPARE(opened.document.current(), opened.document.forAll());
}

void TstPolicyDocument::aNewRuleComesBehindTheSelectedOne()
{
    Opened opened;
    opened.list.addRule();
    QCOMPARE(namesOf(opened.document), (QStringList{u"a"_s, u""_s, u"b"_s, u"c"_s}));
    QCOMPARE(opened.document.current(), 1);
    opened.document.setCurrent(opened.document.otherwise());
    opened.list.addRule();
    QCOMPARE(opened.document.current(), 4); // the last of the rules
    QVERIFY(opened.document.currentRule());
}

void TstPolicyDocument::aCopyHasNoIdOfItsOwn()
{
    Opened opened;
    routing::Rule rule = *opened.document.currentRule();
    rule.id = u"first"_s;
    opened.document.edit(routing::ReplaceRule{.at = 0, .rule = rule}, u"Id"_s);
    QTest::keyClick(&opened.list, Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(opened.document.policy().rules.at(1).name, u"a"_s);
    QCOMPARE(opened.document.policy().rules.at(1).id, QString());
}

void TstPolicyDocument::editsOfOneFieldAreOneUndoStep()
{
    Opened opened;
    for (const QString &chain : {u"d"_s, u"da"_s, u"day"_s})
        opened.document.edit(routing::SetOtherwise{chain}, u"Change"_s, u"otherwise"_s);
    QCOMPARE(opened.document.undoStack().count(), 1);
    opened.document.undoStack().undo();
    QVERIFY(!opened.document.isChanged());
}

void TstPolicyDocument::aRuleIsDraggedToAnotherPlace()
{
    Opened opened;
    const auto rowCenter = [&](int row) { return opened.list.visualRect(opened.list.model()->index(row, 0)).center(); };
    QWidget *area = opened.list.viewport();
    const auto send = [area](QEvent::Type type, QPoint at, Qt::MouseButton button, Qt::MouseButtons buttons) {
        QMouseEvent event(type, at, area->mapToGlobal(at), button, buttons, Qt::NoModifier);
        QCoreApplication::sendEvent(area, &event);
    };
    send(QEvent::MouseButtonPress, rowCenter(0), Qt::LeftButton, Qt::LeftButton);
    send(QEvent::MouseMove, rowCenter(1), Qt::NoButton, Qt::LeftButton);
    send(QEvent::MouseMove, rowCenter(4) + QPoint(0, 10), Qt::NoButton, Qt::LeftButton); // below all rules
    send(QEvent::MouseButtonRelease, rowCenter(4) + QPoint(0, 10), Qt::LeftButton, Qt::NoButton);
    QCOMPARE(namesOf(opened.document), (QStringList{u"b"_s, u"c"_s, u"a"_s}));
    QCOMPARE(opened.document.current(), 2);
}

void TstPolicyDocument::theModelIsSound()
{
    Opened opened;
    const QAbstractItemModelTester tester(opened.list.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    opened.list.addRule();
    opened.list.removeCurrent();
    opened.document.undoStack().undo();
    opened.list.setProblems({{u"rules[0].chain"_s, u"There is no chain."_s}});
    QCOMPARE(opened.list.model()->index(0, 0).data(RuleModel::ProblemRole).toString(), u"There is no chain."_s);
}

void TstPolicyDocument::aRuleSaysWhomItIsFor_data()
{
    QTest::addColumn<routing::Rule>("rule");
    QTest::addColumn<QString>("sentence");
    routing::Rule all;
    QTest::newRow("all") << all << u"For every request."_s;
    routing::Rule images;
    images.when.images = true;
    images.when.promptTokens.from = 1000;
    QTest::newRow("two conditions") << images << u"Only for prompts of 1000 tokens or more; requests with images."_s;
    routing::Rule except = images;
    except.unless = routing::Condition{.clients = {u"ask"_s}};
    QTest::newRow("with an exception")
        << except << u"Only for prompts of 1000 tokens or more; requests with images. Not for the client ask."_s;
    routing::Rule butOne;
    butOne.unless = except.unless;
    QTest::newRow("all but some") << butOne << u"For every request but the client ask."_s;
}

void TstPolicyDocument::aRuleSaysWhomItIsFor()
{
    QFETCH(routing::Rule, rule);
    QTEST(ruleSentence(rule), "sentence");
}

static const bool tstPolicyDocument = sb::testing::add<TstPolicyDocument>();

#include "tst_policy_document.moc"
