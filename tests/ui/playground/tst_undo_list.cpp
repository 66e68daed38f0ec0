#include "ui/playground/undo_list.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb::ui;

class TstUndoList final : public QObject
{
    Q_OBJECT
private slots:
    void theLastStepOfTheOpenConversationIsUndone();
    void aStepThatIsNotPossibleNowIsKept();
    void aStepThatWasOfferedIsUndoneWhateverCameAfterIt();
    void whatSwapsCanBeDoneAgain();
    void whatSwapsEndsWhatCouldBeDoneAgain();
    void forgottenSwapsAreGoneAndOtherStepsStay();
    void onlySoManyStepsAreKept();

private:
    UndoList::Step step(const QString &name, const QString &conversation, bool swaps = false)
    {
        return {.conversation = conversation, .swaps = swaps, .apply = [this, name] {
                    applied.append(name);
                    return true;
                }};
    }
    void start() { applied.clear(); }
    QStringList applied;
};

void TstUndoList::theLastStepOfTheOpenConversationIsUndone()
{
    start();
    UndoList list;
    list.push(step(u"in a"_s, u"a"_s));
    list.push(step(u"anywhere"_s, {}));
    list.push(step(u"in b"_s, u"b"_s));
    QVERIFY(list.undo(u"a"_s));
    QVERIFY(list.undo(u"a"_s));
    QVERIFY(!list.undo(u"a"_s));
    QCOMPARE(applied, (QStringList{u"anywhere"_s, u"in a"_s}));
    QVERIFY(list.undo(u"b"_s)); // it waited
}

void TstUndoList::aStepThatIsNotPossibleNowIsKept()
{
    UndoList list;
    bool possible = false;
    list.push({.conversation = u"a"_s, .apply = [&possible] { return possible; }});
    QVERIFY(!list.undo(u"a"_s));
    possible = true;
    QVERIFY(list.undo(u"a"_s));
    QVERIFY(!list.undo(u"a"_s));
}

void TstUndoList::aStepThatWasOfferedIsUndoneWhateverCameAfterIt()
{
    start();
    UndoList list;
    const int offered = list.push(step(u"deleted"_s, {}));
    list.push(step(u"sent again"_s, u"a"_s, true));
    QVERIFY(list.undo(u"a"_s, offered));
    QCOMPARE(applied, QStringList{u"deleted"_s});
    QVERIFY(!list.undo(u"a"_s, offered));
    const int other = list.push(step(u"in b"_s, u"b"_s));
    QVERIFY(!list.undo(u"a"_s, other));
}

void TstUndoList::whatSwapsCanBeDoneAgain()
{
    start();
    UndoList list;
    list.push(step(u"swap"_s, u"a"_s, true));
    QVERIFY(!list.redo(u"a"_s));
    QVERIFY(list.undo(u"a"_s));
    QVERIFY(!list.redo(u"b"_s));
    QVERIFY(list.redo(u"a"_s));
    QVERIFY(list.undo(u"a"_s));
    QCOMPARE(applied.size(), 3);
}

void TstUndoList::whatSwapsEndsWhatCouldBeDoneAgain()
{
    start();
    UndoList list;
    list.push(step(u"first"_s, u"a"_s, true));
    QVERIFY(list.undo(u"a"_s));
    list.push(step(u"closed"_s, u"a"_s));
    QVERIFY(list.redo(u"a"_s)); // a closed pane is no other turn
    QVERIFY(list.undo(u"a"_s));
    list.push(step(u"second"_s, u"a"_s, true));
    QVERIFY(!list.redo(u"a"_s));
}

void TstUndoList::forgottenSwapsAreGoneAndOtherStepsStay()
{
    start();
    UndoList list;
    list.push(step(u"closed"_s, u"a"_s));
    list.push(step(u"swap"_s, u"a"_s, true));
    list.push(step(u"swap in b"_s, u"b"_s, true));
    list.forgetSwaps(u"a"_s);
    QVERIFY(list.undo(u"a"_s));
    QVERIFY(!list.undo(u"a"_s));
    QVERIFY(list.undo(u"b"_s));
    QCOMPARE(applied, (QStringList{u"closed"_s, u"swap in b"_s}));
}

void TstUndoList::onlySoManyStepsAreKept()
{
    start();
    UndoList list;
    for (int i = 0; i < 30; ++i)
        list.push(step(QString::number(i), i % 2 ? u"a"_s : QString()));
    while (list.undo(u"a"_s)) { }
    QCOMPARE(applied.size(), 20);
    QCOMPARE(applied.constLast(), u"10"_s);
}

static const bool tstUndoList = sb::testing::add<TstUndoList>();

#include "tst_undo_list.moc"
