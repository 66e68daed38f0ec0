#include "tests/testing/testing.h"
#include "tests/ui/playground/opened.h"

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;
using namespace sb::ui;

class TstSessionUndo final : public QObject
{
    Q_OBJECT
private slots:
    void whatWasSentAfterAMessageThatWasSentAgainIsNotUndone();
    void undoOfAMessageThatWasSentAgainCanBeUndone();
    void undoLeavesTheSettings();
    void aRetryIsUndoneAndDoneAgain();
    void aRetryInAllPanesIsOneStep();
    void aStoppedRetryIsKeptByItsUndo();
    void aClosedPaneComesBackBesideAnswersThatStillCome();
    void aClosedPaneWaitsForItsConversation();
    void aClosedPaneWaitsForRoom();
    void anOfferedUndoIsOfWhatItSays();
};

void TstSessionUndo::whatWasSentAfterAMessageThatWasSentAgainIsNotUndone()
{
    Rig rig;
    QVERIFY(rig.start());
    Opened opened(rig);
    QVERIFY(opened.ask(u"one"_s));
    opened.session.sendAgain(1, u"another one"_s);
    QVERIFY(opened.settled());
    QVERIFY(opened.ask(u"two"_s));
    const QList<profile::Turn> paid = opened.turns();
    QVERIFY(!opened.session.undo());
    QVERIFY(!opened.session.redo());
    QCOMPARE(opened.turns(), paid);
}

void TstSessionUndo::undoOfAMessageThatWasSentAgainCanBeUndone()
{
    Rig rig;
    QVERIFY(rig.start());
    Opened opened(rig, {FirstModel, SecondModel});
    QVERIFY(opened.ask(u"one"_s));
    QVERIFY(opened.ask(u"two"_s));
    opened.session.sendAgain(1, u"another one"_s);
    QVERIFY(opened.settled());
    const QList<profile::Turn> again = opened.turns(1);
    QVERIFY(opened.session.undo());
    QCOMPARE(opened.turns(1).size(), 2);
    QVERIFY(opened.session.redo());
    QCOMPARE(opened.turns(1), again);
    QCOMPARE(rig.onDisk(opened.session.shared().id)->panes[1].turns, again);
}

void TstSessionUndo::undoLeavesTheSettings()
{
    Rig rig;
    QVERIFY(rig.start());
    Opened opened(rig);
    QVERIFY(opened.ask(u"one"_s));
    opened.session.sendAgain(1, u"another one"_s);
    QVERIFY(opened.settled());
    opened.session.setSystemPrompt(u"typed since"_s);
    opened.session.panes().constFirst()->setTarget(SecondModel);
    opened.session.setDraft(u"half a thou"_s);
    QVERIFY(opened.session.undo());
    QCOMPARE(opened.turns().constFirst().user.text(), u"one"_s);
    QCOMPARE(opened.session.shared().systemPrompt, u"typed since"_s);
    QCOMPARE(opened.session.panes().constFirst()->state().target, SecondModel);
    QCOMPARE(opened.session.shared().draft, u"half a thou"_s);
}

void TstSessionUndo::aRetryIsUndoneAndDoneAgain()
{
    Rig rig;
    QVERIFY(rig.start());
    Opened opened(rig);
    QVERIFY(opened.ask(u"one"_s));
    QVERIFY(opened.ask(u"two"_s));
    const QList<profile::Turn> before = opened.turns();
    QSignalSpy notices(&opened.session, &PlaygroundSession::notice);
    PaneRun *pane = opened.session.panes().constFirst();
    QSignalSpy replaced(pane, &PaneRun::historyReplaced);
    opened.session.retry(pane);
    QCOMPARE(replaced.value(0).value(0).toInt(), 1); // the first turn stays as it is on screen
    QVERIFY(opened.settled());
    QCOMPARE(notices.count(), 1); // an answer went
    const QList<profile::Turn> after = opened.turns();
    QVERIFY(after != before);
    QVERIFY(opened.session.undo());
    QCOMPARE(replaced.value(1).value(0).toInt(), 1);
    QCOMPARE(opened.turns(), before);
    QVERIFY(opened.session.redo());
    QCOMPARE(opened.turns(), after);
}

void TstSessionUndo::aRetryInAllPanesIsOneStep()
{
    Rig rig;
    QVERIFY(rig.start());
    Opened opened(rig, {FirstModel, SecondModel});
    QVERIFY(opened.ask(u"one"_s));
    const QList<profile::Turn> first = opened.turns(0);
    const QList<profile::Turn> second = opened.turns(1);
    opened.session.retryAll();
    QVERIFY(opened.settled());
    QVERIFY(opened.session.undo());
    QCOMPARE(opened.turns(0), first);
    QCOMPARE(opened.turns(1), second);
    QVERIFY(!opened.session.undo());
}

void TstSessionUndo::aStoppedRetryIsKeptByItsUndo()
{
    Rig rig;
    rig.setTokensPerSecond(60); // time to see it come
    QVERIFY(rig.start());
    Opened opened(rig);
    QVERIFY(opened.begin(u"Write a long story about levers and points"_s));
    opened.session.stopAll();
    QVERIFY(opened.settled());
    const QList<profile::Turn> before = opened.turns();
    PaneRun *pane = opened.session.panes().constFirst();
    QSignalSpy content(pane, &PaneRun::contentCame);
    opened.session.retry(pane);
    QTRY_VERIFY(content.count() >= 3);
    QVERIFY(opened.session.undo());
    QVERIFY(!opened.session.isAnyRunning());
    QCOMPARE(opened.turns(), before);
    QVERIFY(opened.session.redo());
    QVERIFY(!opened.turns().constFirst().answer.text().isEmpty());
    QCOMPARE(opened.turns().constFirst().end, QByteArray("cancelled"));
}

void TstSessionUndo::aClosedPaneComesBackBesideAnswersThatStillCome()
{
    Rig rig;
    rig.setTokensPerSecond(60); // time to see it come
    QVERIFY(rig.start());
    Opened opened(rig, {FirstModel, SecondModel});
    QVERIFY(opened.begin(u"Write a long story about levers and points"_s));
    PaneRun *stays = opened.session.panes()[0];
    opened.session.removePane(opened.session.panes()[1]);
    QVERIFY(opened.session.undo());
    QCOMPARE(opened.session.panes().value(0), stays);
    QVERIFY(stays->isRunning());
    QVERIFY(QTest::qWaitFor([&] { return !opened.session.panes()[1]->isRunning(); }, 20'000)); // its end comes
    const profile::Turn back = opened.turns(1).constFirst();
    QVERIFY(!back.answer.text().isEmpty());
    QCOMPARE(back.end, QByteArray("cancelled"));
    QCOMPARE(back.error, u"Stopped."_s);
}

void TstSessionUndo::aClosedPaneWaitsForItsConversation()
{
    Rig rig;
    QVERIFY(rig.start());
    Opened opened(rig, {FirstModel, SecondModel});
    QVERIFY(opened.ask(u"one"_s));
    const QString id = opened.session.shared().id;
    const QList<profile::Turn> turns = opened.turns(1);
    opened.session.removePane(opened.session.panes()[1]);
    opened.session.startNew();
    QVERIFY(!opened.session.undo());
    opened.session.open(id);
    QTRY_COMPARE(opened.session.shared().id, id);
    QVERIFY(opened.session.undo());
    QCOMPARE(opened.turns(1), turns);
}

void TstSessionUndo::aClosedPaneWaitsForRoom()
{
    Rig rig;
    QVERIFY(rig.start());
    Opened opened(rig, {FirstModel, SecondModel});
    opened.session.removePane(opened.session.panes()[1]);
    while (opened.session.addPane()) { }
    QVERIFY(!opened.session.undo());
    opened.session.removePane(opened.session.panes()[3]);
    opened.session.removePane(opened.session.panes()[2]);
    QVERIFY(opened.session.undo());
    QVERIFY(opened.session.undo());
    QVERIFY(!opened.session.undo()); // four again: it still waits
    QCOMPARE(opened.session.panes().size(), 4);
}

void TstSessionUndo::anOfferedUndoIsOfWhatItSays()
{
    Rig rig;
    QVERIFY(rig.start());
    Opened opened(rig);
    QVERIFY(opened.ask(u"keep me"_s));
    const QString id = opened.session.shared().id;
    opened.session.startNew();
    opened.session.panes().constFirst()->setTarget(FirstModel);
    QVERIFY(opened.ask(u"two"_s));
    opened.session.remove(id);
    opened.session.addPane()->setTarget(SecondModel);
    opened.session.sendAgain(2, u"not there"_s); // nothing is done, nothing is offered
    QVERIFY(!rig.onDisk(id));
    QVERIFY(opened.session.undoNoticed());
    QVERIFY(rig.onDisk(id));
    QVERIFY(!opened.session.undoNoticed()); // once
}

static const bool tstSessionUndo = sb::testing::add<TstSessionUndo>();

#include "tst_session_undo.moc"
