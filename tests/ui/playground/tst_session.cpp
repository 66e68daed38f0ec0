#include "tests/testing/testing.h"
#include "tests/ui/playground/opened.h"

#include <QFile>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;
using namespace sb::ui;

class TstSession final : public QObject
{
    Q_OBJECT
private slots:
    void aSentPromptIsAnsweredInEveryPane();
    void aFollowUpKnowsWhatWasSaidBefore();
    void eachPaneHasItsOwnHistory();
    void aPaneThatCameLaterIsAskedThePromptToo();
    void aMessageThatIsSentAgainForgetsLaterTurns();
    void undoBringsLaterTurnsBack();
    void aRetryAsksTheSameOnceMore();
    void aStoppedAnswerIsKeptAsFarAsItCame();
    void aToolCallIsAnsweredByHand();
    void anImageIsSentAsADataUrl();
    void aPanesParametersGoBeforeThoseOfAll();
    void aDraftIsThereAfterARestart();
    void anEmptyConversationLeavesNoFile();
    void anAnswerThatACrashCutIsKeptAndSaysSo();
    void anAnswerThatIsLeftComesToItsEnd();
    void anAnswerThatIsLeftIsSeenAgainAsItComes();
    void aConversationThatWasLeftKeepsItsNewName();
    void deletingTheOpenConversationStopsItsAnswers();
    void whatComesInADeletedConversationIsStopped();
    void aPaneThatIsClosedWhileItAnswersComesBackWithWhatItCost();
    void aDeletedConversationComesBackByUndo();
    void aConversationThatIsNotOpenIsRenamed();
    void aDamagedFileIsExplainedAndLeft();
    void aClosedPaneComesBackByUndo();
    void anExportIsReadAgain();
};

void TstSession::aSentPromptIsAnsweredInEveryPane()
{
    Rig rig;
    QVERIFY(rig.start());
    Opened opened(rig, {FirstModel, SecondModel});
    QVERIFY(opened.ask(u"Explain a signal box"_s));
    for (int pane = 0; pane < 2; ++pane) {
        QCOMPARE(opened.turns(pane).size(), 1);
        const profile::Turn &turn = opened.turns(pane).constFirst();
        QVERIFY2(!turn.answer.text().isEmpty(), qPrintable(turn.error));
        QCOMPARE(turn.end, QByteArray("complete"));
        QCOMPARE(turn.prompt, 1);
        QVERIFY(turn.recordSeq > 0 && turn.practice);
    }
    QCOMPARE(opened.turns(0).constFirst().servedModel, FirstModel);
    QCOMPARE(opened.session.shared().title, u"Explain a signal box"_s);
    QVERIFY(opened.session.shared().draft.isEmpty());
}

void TstSession::aFollowUpKnowsWhatWasSaidBefore()
{
    Rig rig;
    QVERIFY(rig.start());
    Opened opened(rig);
    QVERIFY(opened.ask(u"one"_s));
    QVERIFY(opened.ask(u"two"_s));
    const profile::Conversation whole = opened.session.snapshot();
    const auto request = profile::requestFor(whole, whole.panes.constFirst(), 1);
    QVERIFY(request);
    QCOMPARE(request->messages.size(), 3);
    QCOMPARE(request->messages[0].text(), u"one"_s);
    QCOMPARE(request->messages[1].text(), opened.turns().constFirst().answer.text());
    QCOMPARE(request->messages[2].text(), u"two"_s);
    QCOMPARE(opened.session.prompts(), (QList<int>{1, 2}));
}

void TstSession::eachPaneHasItsOwnHistory()
{
    Rig rig;
    QVERIFY(rig.start());
    Opened opened(rig, {FirstModel, SecondModel});
    opened.session.setDraft(u"only the second"_s);
    opened.session.send({opened.session.panes()[1]});
    QVERIFY(opened.settled());
    QVERIFY(opened.turns(0).isEmpty());
    QVERIFY(opened.ask(u"both"_s));
    QCOMPARE(opened.turns(0).size(), 1);
    QCOMPARE(opened.turns(1).size(), 2);
    QCOMPARE(opened.turns(0).constFirst().prompt, 2);
}

void TstSession::aPaneThatCameLaterIsAskedThePromptToo()
{
    Rig rig;
    QVERIFY(rig.start());
    Opened opened(rig);
    QVERIFY(opened.ask(u"one"_s));
    PaneRun *later = opened.session.addPane();
    QVERIFY(later && later->state().target != FirstModel); // something to compare with
    later->setTarget(SecondModel);
    opened.session.askHere(later, 1);
    QVERIFY(opened.settled());
    QCOMPARE(later->state().turns.constFirst().user.text(), u"one"_s);
    QCOMPARE(opened.session.prompts(), QList<int>{1});
}

void TstSession::aMessageThatIsSentAgainForgetsLaterTurns()
{
    Rig rig;
    QVERIFY(rig.start());
    Opened opened(rig, {FirstModel, SecondModel});
    QVERIFY(opened.ask(u"one"_s));
    QVERIFY(opened.ask(u"two"_s));
    opened.session.sendAgain(1, u"another one"_s);
    QVERIFY(opened.settled());
    for (int pane = 0; pane < 2; ++pane) {
        QCOMPARE(opened.turns(pane).size(), 1);
        QCOMPARE(opened.turns(pane).constFirst().user.text(), u"another one"_s);
        QVERIFY(!opened.turns(pane).constFirst().answer.text().isEmpty());
    }
}

void TstSession::undoBringsLaterTurnsBack()
{
    Rig rig;
    QVERIFY(rig.start());
    Opened opened(rig);
    QVERIFY(opened.ask(u"one"_s));
    QVERIFY(opened.ask(u"two"_s));
    const QList<profile::Turn> before = opened.turns();
    QSignalSpy notices(&opened.session, &PlaygroundSession::notice);
    opened.session.sendAgain(1, u"another one"_s);
    QVERIFY(opened.settled());
    QCOMPARE(notices.count(), 1);
    opened.session.undo();
    QCOMPARE(opened.turns(), before);
}

void TstSession::aRetryAsksTheSameOnceMore()
{
    Rig rig;
    QVERIFY(rig.start());
    Opened opened(rig);
    QVERIFY(opened.ask(u"one"_s));
    const qint64 first = opened.turns().constFirst().recordSeq;
    opened.session.retry(opened.session.panes().constFirst());
    QVERIFY(opened.settled());
    QCOMPARE(opened.turns().size(), 1);
    QCOMPARE(opened.turns().constFirst().user.text(), u"one"_s);
    QVERIFY(opened.turns().constFirst().recordSeq > first);
}

void TstSession::aStoppedAnswerIsKeptAsFarAsItCame()
{
    Rig rig;
    rig.setTokensPerSecond(60); // time to see it come
    QVERIFY(rig.start());
    Opened opened(rig);
    QSignalSpy content(opened.session.panes().constFirst(), &PaneRun::contentCame);
    opened.session.setDraft(u"Write a long story about levers and points"_s);
    opened.session.send();
    QTRY_VERIFY(content.count() >= 3);
    opened.session.stopAll();
    QVERIFY(opened.settled());
    const profile::Turn &turn = opened.turns().constFirst();
    QCOMPARE(turn.end, QByteArray("cancelled"));
    QVERIFY(!turn.answer.text().isEmpty());
    QVERIFY(!turn.error.isEmpty());
}

void TstSession::aToolCallIsAnsweredByHand()
{
    Rig rig;
    QVERIFY(rig.start());
    Opened opened(rig);
    opened.session.setTools(
        *parseJson(R"([{"type": "function", "function": {"name": "get_weather", "parameters": {"type": "object",
                        "properties": {"city": {"type": "string"}}, "required": ["city"]}}}])"));
    QVERIFY(opened.ask(u"Use get_weather for Bern"_s));
    PaneRun *pane = opened.session.panes().constFirst();
    const QList<chat::ToolCall> calls = profile::openToolCalls(pane->state());
    QCOMPARE(calls.size(), 1);
    QCOMPARE(calls.constFirst().name, u"get_weather"_s);

    chat::Message result = chat::Message::make(chat::Role::Tool, u"rain, 8 degrees"_s);
    result.toolCallId = calls.constFirst().id;
    opened.session.sendResults(pane, {result});
    QVERIFY(opened.settled());
    QCOMPARE(opened.turns().size(), 2);
    QVERIFY2(opened.turns()[1].answer.text().contains(u"rain"_s), qPrintable(opened.turns()[1].answer.text()));
    QVERIFY(profile::openToolCalls(pane->state()).isEmpty());
    QCOMPARE(opened.session.prompts(), QList<int>{1}); // results are no prompt
}

void TstSession::anImageIsSentAsADataUrl()
{
    Rig rig;
    QVERIFY(rig.start());
    Opened opened(rig);
    const QByteArray url = "data:image/png;base64,iVBORw0KGgo=";
    opened.session.setDraftImages({url});
    QVERIFY(opened.ask(u"What is this?"_s));
    const chat::Message &user = opened.turns().constFirst().user;
    QCOMPARE(user.parts.size(), 2);
    QCOMPARE(std::get<chat::ImagePart>(user.parts[1]).url, url);
    QVERIFY(opened.session.shared().draftImages.isEmpty());
}

void TstSession::aPanesParametersGoBeforeThoseOfAll()
{
    profile::Conversation shared{.id = u"c"_s, .parameters = *parseJson(R"({"temperature": 0.2, "max_tokens": 50})")};
    profile::PaneState pane{.target = FirstModel,
                            .turns = {{.user = chat::Message::make(chat::Role::User, u"hi"_s), .prompt = 1}},
                            .parameters = *parseJson(R"({"temperature": 1.50})")};
    const auto request = profile::requestFor(shared, pane, 0);
    QVERIFY(request);
    QCOMPARE(request->temperature->literal, QByteArray("1.50"));
    QCOMPARE(request->maxTokens, std::optional<qint64>(50));
}

void TstSession::aDraftIsThereAfterARestart()
{
    Rig rig;
    QVERIFY(rig.start());
    QString id;
    {
        Opened opened(rig);
        opened.session.setDraft(u"half a thou"_s);
        opened.session.setDraftImages({"data:image/png;base64,iVBORw0KGgo="});
        id = opened.session.shared().id;
    } // as a window that closes
    rig.reopenStore();
    PlaygroundSession session(rig.engine(), rig.workspace(), rig.store(), rig.clock());
    QSignalSpy shown(&session, &PlaygroundSession::opened);
    session.open(id);
    QTRY_COMPARE(shown.count(), 1);
    QCOMPARE(session.shared().draft, u"half a thou"_s);
    QCOMPARE(session.shared().draftImages.size(), 1);
    QCOMPARE(session.panes().constFirst()->state().target, FirstModel);
}

void TstSession::anEmptyConversationLeavesNoFile()
{
    Rig rig;
    QVERIFY(rig.start());
    QString id;
    {
        Opened opened(rig);
        id = opened.session.shared().id;
        opened.session.keep();
    }
    QVERIFY(!rig.onDisk(id));
}

void TstSession::anAnswerThatACrashCutIsKeptAndSaysSo()
{
    Rig rig;
    rig.setTokensPerSecond(60); // time to see it come
    QVERIFY(rig.start());
    Opened opened(rig);
    QSignalSpy content(opened.session.panes().constFirst(), &PaneRun::contentCame);
    opened.session.setDraft(u"Write a long story about levers and points"_s);
    opened.session.send();
    QTRY_VERIFY(content.count() >= 3);
    opened.session.keep(); // what its timer does while an answer comes
    const auto kept = rig.onDisk(opened.session.shared().id);
    QVERIFY(kept);
    const profile::Turn &turn = kept->panes.constFirst().turns.constFirst();
    QVERIFY(!turn.answer.text().isEmpty());
    QVERIFY(turn.end.isEmpty());

    PlaygroundSession next(rig.engine(), rig.workspace(), rig.store(), rig.clock());
    QSignalSpy shown(&next, &PlaygroundSession::opened);
    next.open(opened.session.shared().id);
    QTRY_VERIFY(shown.count() > 0);
    QVERIFY(!next.panes().constFirst()->state().turns.constFirst().error.isEmpty());
}

/// It is paid for anyway.
void TstSession::anAnswerThatIsLeftComesToItsEnd()
{
    Rig rig;
    rig.setTokensPerSecond(300); // time to leave
    QVERIFY(rig.start());
    Opened opened(rig);
    QVERIFY(opened.begin(u"Write a long story about levers and points"_s));
    const QString id = opened.session.shared().id;
    QSignalSpy told(&opened.session, &PlaygroundSession::notice);
    opened.session.startNew();
    QCOMPARE(told.count(), 1);
    QVERIFY(!opened.session.isAnyRunning());
    QTRY_COMPARE_WITH_TIMEOUT(rig.onDisk(id)->panes.constFirst().turns.constFirst().end, QByteArray("complete"),
                              30'000);
    const profile::Turn turn = rig.onDisk(id)->panes.constFirst().turns.constFirst();
    QVERIFY(turn.error.isEmpty());
    QVERIFY(turn.recordSeq > 0);
    QVERIFY(turn.cost.isObject());
    opened.session.open(id);
    QTRY_COMPARE(opened.session.shared().id, id);
    QCOMPARE(opened.turns().constFirst(), turn);
}

void TstSession::anAnswerThatIsLeftIsSeenAgainAsItComes()
{
    Rig rig;
    rig.setTokensPerSecond(60); // time to go and come back
    QVERIFY(rig.start());
    Opened opened(rig);
    QVERIFY(opened.begin(u"Write a long story about levers and points"_s));
    const QString id = opened.session.shared().id;
    PaneRun *pane = opened.session.panes().constFirst();
    opened.session.startNew();
    QSignalSpy content(pane, &PaneRun::contentCame);
    QTRY_VERIFY(content.count() > 0);
    opened.session.open(id);
    QCOMPARE(opened.session.panes(), QList{pane});
    QVERIFY(opened.session.isAnyRunning());
    QVERIFY(!pane->partial().text.isEmpty());
    opened.session.stopAll();
    QVERIFY(opened.settled());
    QCOMPARE(opened.turns().constFirst().end, QByteArray("cancelled"));
    QVERIFY(opened.turns().constFirst().recordSeq > 0);
    opened.session.keep();
    QCOMPARE(rig.onDisk(id)->panes.constFirst().turns, opened.turns());
}

void TstSession::aConversationThatWasLeftKeepsItsNewName()
{
    Rig rig;
    rig.setTokensPerSecond(300); // time to leave
    QVERIFY(rig.start());
    Opened opened(rig);
    QVERIFY(opened.begin(u"Write a long story about levers and points"_s));
    const QString id = opened.session.shared().id;
    opened.session.startNew();
    opened.session.rename(id, u"Levers"_s);
    QTRY_COMPARE_WITH_TIMEOUT(rig.onDisk(id)->panes.constFirst().turns.constFirst().end, QByteArray("complete"),
                              30'000);
    QCOMPARE(rig.onDisk(id)->title, u"Levers"_s);
}

void TstSession::deletingTheOpenConversationStopsItsAnswers()
{
    Rig rig;
    rig.setTokensPerSecond(60); // time to see it come
    QVERIFY(rig.start());
    Opened opened(rig);
    QVERIFY(opened.begin(u"Write a long story about levers and points"_s));
    const QString id = opened.session.shared().id;
    QPointer<PaneRun> pane = opened.session.panes().constFirst();
    QSignalSpy told(&opened.session, &PlaygroundSession::notice);
    opened.session.remove(id);
    QVERIFY(!pane);
    QCOMPARE(told.count(), 1); // that it is deleted
    opened.session.undo();
    QTRY_COMPARE(opened.session.shared().id, id);
    QCOMPARE(opened.turns().constFirst().end, QByteArray("cancelled"));
}

void TstSession::whatComesInADeletedConversationIsStopped()
{
    Rig rig;
    rig.setTokensPerSecond(60); // time to see it come
    QVERIFY(rig.start());
    Opened opened(rig);
    QVERIFY(opened.begin(u"Write a long story about levers and points"_s));
    const QString id = opened.session.shared().id;
    QPointer<PaneRun> pane = opened.session.panes().constFirst();
    opened.session.startNew();
    opened.session.remove(id);
    QVERIFY(!pane);
    QVERIFY(!rig.onDisk(id));
    opened.session.undo();
    opened.session.open(id);
    QTRY_COMPARE(opened.session.shared().id, id);
    QCOMPARE(opened.turns().constFirst().end, QByteArray("cancelled"));
    QVERIFY(!opened.turns().constFirst().answer.text().isEmpty());
}

void TstSession::aPaneThatIsClosedWhileItAnswersComesBackWithWhatItCost()
{
    Rig rig;
    rig.setTokensPerSecond(60); // time to see it come
    QVERIFY(rig.start());
    Opened opened(rig, {FirstModel, FirstModel});
    QVERIFY(opened.begin(u"Write a long story about levers and points"_s));
    PaneRun *pane = opened.session.panes().constLast();
    opened.session.removePane(pane);
    opened.session.undo(); // before its end has come
    QCOMPARE(opened.session.panes().size(), 2);
    QVERIFY(QTest::qWaitFor([&] { return !opened.session.panes().constLast()->isRunning(); }, 20'000));
    const profile::Turn turn = opened.turns(1).constFirst();
    QCOMPARE(turn.end, QByteArray("cancelled"));
    QVERIFY(turn.recordSeq > 0);
    QVERIFY(turn.cost.isObject());
}

void TstSession::aDeletedConversationComesBackByUndo()
{
    Rig rig;
    QVERIFY(rig.start());
    Opened opened(rig);
    QVERIFY(opened.ask(u"keep me"_s));
    const QString id = opened.session.shared().id;
    QVERIFY(rig.onDisk(id));
    opened.session.remove(id);
    QVERIFY(opened.session.shared().id != id);
    QVERIFY(!rig.onDisk(id));
    opened.session.undo();
    QTRY_COMPARE(opened.session.shared().id, id);
    QCOMPARE(opened.turns().constFirst().user.text(), u"keep me"_s);
    QVERIFY(rig.onDisk(id));
}

void TstSession::aConversationThatIsNotOpenIsRenamed()
{
    Rig rig;
    QVERIFY(rig.start());
    Opened opened(rig);
    QVERIFY(opened.ask(u"first"_s));
    const QString id = opened.session.shared().id;
    opened.session.startNew();
    opened.session.rename(id, u"A better name"_s);
    QCOMPARE(rig.onDisk(id)->title, u"A better name"_s);
}

void TstSession::aDamagedFileIsExplainedAndLeft()
{
    Rig rig;
    Opened opened(rig);
    const QString path = rig.paths().conversations() + u"/broken.json"_s;
    QVERIFY(profile::writeFile(path, "{"));
    QSignalSpy failures(&opened.session, &PlaygroundSession::failed);
    opened.session.open(u"broken"_s);
    QTRY_COMPARE(failures.size(), 1);
    const QString said = failures.constFirst().constFirst().value<Error>().message;
    QVERIFY2(said.contains(path) && said.contains(u"correct it or remove it"_s), qPrintable(said));
    QCOMPARE(profile::readFile(path).value(), QByteArray("{"));
}

void TstSession::aClosedPaneComesBackByUndo()
{
    Rig rig;
    QVERIFY(rig.start());
    Opened opened(rig, {FirstModel, SecondModel});
    QVERIFY(opened.ask(u"one"_s));
    const profile::PaneState closed = opened.session.panes()[0]->state();
    opened.session.removePane(opened.session.panes()[0]);
    QCOMPARE(opened.session.panes().size(), 1);
    opened.session.undo();
    QCOMPARE(opened.session.panes().size(), 2);
    QCOMPARE(opened.session.panes()[0]->state(), closed);
}

void TstSession::anExportIsReadAgain()
{
    Rig rig;
    QVERIFY(rig.start());
    Opened opened(rig);
    QVERIFY(opened.ask(u"Explain a signal box"_s));
    const QString json = rig.outside(u"export.json"_s);
    const QString markdown = rig.outside(u"export.md"_s);
    opened.session.exportTo(json, false);
    opened.session.exportTo(markdown, true);
    QTRY_VERIFY(QFile::exists(json) && QFile::exists(markdown));
    const auto read = profile::readFile(json).and_then([](const QByteArray &bytes) { return parseJson(bytes); });
    QCOMPARE(profile::parseConversation(*read)->panes, opened.session.snapshot().panes);
    const QByteArray text = *profile::readFile(markdown);
    QVERIFY(text.contains("Explain a signal box") && text.contains(FirstModel.toUtf8()));
    QVERIFY(text.contains(opened.turns().constFirst().answer.text().left(40).toUtf8()));
}

static const bool tstSession = sb::testing::add<TstSession>();

#include "tst_session.moc"
