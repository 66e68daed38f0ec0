#include "tests/testing/testing.h"
#include "tests/ui/playground/opened.h"

#include <QFile>

#include <functional>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;
using namespace sb::ui;

using Change = std::function<void(PlaygroundSession &)>;

class TstSessionKeeping final : public QObject
{
    Q_OBJECT
private slots:
    void openingWhatIsOpenLeavesItsAnswers();
    void whatIsReadLateDoesNotReplaceWhatIsTyped();
    void whatIsReadLateDoesNotReplaceANewConversation();
    void onlyTheLastOneThatWasChosenIsShown();
    void modelsThatComeLateLeaveASaveThatWaits();
    void whatIsSetUpWithoutAMessageIsKept_data();
    void whatIsSetUpWithoutAMessageIsKept();
    void aDeletedDraftIsGone();
    void aDeletedConversationKeepsTheAnswerThatCame();
    void aDraftThatNobodyCanGetStays();
};

namespace {

/// Waits until the store has answered what it was asked to read before.
void passStore(Rig &rig)
{
    QSignalSpy loaded(&rig.store(), &profile::ConversationStore::loaded);
    rig.store().load(u"last-of-all"_s);
    while (loaded.isEmpty() || loaded.constLast().constFirst().toString() != u"last-of-all"_s)
        QVERIFY(loaded.wait());
}

} // namespace

void TstSessionKeeping::openingWhatIsOpenLeavesItsAnswers()
{
    Rig rig;
    rig.setTokensPerSecond(60); // time to see it come
    QVERIFY(rig.start());
    Opened opened(rig);
    QVERIFY(opened.begin(u"Write a long story about levers and points"_s));
    opened.session.open(opened.session.shared().id);
    passStore(rig);
    QVERIFY(opened.session.isAnyRunning());
    QVERIFY(opened.turns().constFirst().error.isEmpty());
}

void TstSessionKeeping::whatIsReadLateDoesNotReplaceWhatIsTyped()
{
    Rig rig;
    QVERIFY(rig.start());
    Opened opened(rig);
    QVERIFY(opened.ask(u"one"_s));
    const QString old = opened.session.shared().id;
    opened.session.startNew();
    const QString id = opened.session.shared().id;
    opened.session.open(old);
    opened.session.setDraft(u"half a thou"_s);
    passStore(rig);
    QCOMPARE(opened.session.shared().id, id);
    QCOMPARE(opened.session.shared().draft, u"half a thou"_s);
}

void TstSessionKeeping::whatIsReadLateDoesNotReplaceANewConversation()
{
    Rig rig;
    QVERIFY(rig.start());
    Opened opened(rig);
    QVERIFY(opened.ask(u"one"_s));
    const QString old = opened.session.shared().id;
    opened.session.startNew();
    opened.session.open(old);
    opened.session.startNew();
    const QString id = opened.session.shared().id;
    passStore(rig);
    QCOMPARE(opened.session.shared().id, id);
}

void TstSessionKeeping::onlyTheLastOneThatWasChosenIsShown()
{
    Rig rig;
    QVERIFY(rig.start());
    Opened opened(rig);
    QVERIFY(opened.ask(u"one"_s));
    const QString first = opened.session.shared().id;
    opened.session.startNew();
    opened.session.panes().constFirst()->setTarget(FirstModel);
    QVERIFY(opened.ask(u"two"_s));
    const QString second = opened.session.shared().id;
    opened.session.startNew();
    QSignalSpy shown(&opened.session, &PlaygroundSession::opened);
    opened.session.open(first);
    opened.session.open(second);
    passStore(rig);
    QCOMPARE(shown.count(), 1);
    QCOMPARE(opened.session.shared().id, second);
}

void TstSessionKeeping::modelsThatComeLateLeaveASaveThatWaits()
{
    Rig rig;
    PlaygroundSession session(rig.engine(), rig.workspace(), rig.store(), rig.clock());
    session.startNew();
    QVERIFY(session.panes().constFirst()->state().target.isEmpty());
    session.setDraft(u"typed while the profile is read"_s);
    QVERIFY(rig.start());
    QVERIFY(!session.panes().constFirst()->state().target.isEmpty());
    session.keep();
    const auto kept = rig.onDisk(session.shared().id);
    QVERIFY(kept);
    QCOMPARE(kept->draft, u"typed while the profile is read"_s);
}

void TstSessionKeeping::whatIsSetUpWithoutAMessageIsKept_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("a system prompt") << Change([](auto &session) { session.setSystemPrompt(u"short"_s); });
    QTest::newRow("parameters") << Change([](auto &session) { session.setParameters(*parseJson(R"({"seed": 1})")); });
    QTest::newRow("tools") << Change([](auto &session) { session.setTools(*parseJson("[{}]")); });
    QTest::newRow("a form of the answer")
        << Change([](auto &session) { session.setResponseFormat(*parseJson(R"({"type": "json_object"})")); });
    QTest::newRow("half a schema") << Change(
        [](auto &session) { session.setUnfinished(*parseJson(R"({"schema": "{"})")); });
    QTest::newRow("an image") << Change(
        [](auto &session) { session.setDraftImages({"data:image/png;base64,iVBORw0="}); });
    QTest::newRow("parameters of a pane")
        << Change([](auto &session) { session.panes().constFirst()->setParameters(*parseJson(R"({"seed": 1})")); });
}

void TstSessionKeeping::whatIsSetUpWithoutAMessageIsKept()
{
    QFETCH(Change, change);
    Rig rig;
    QVERIFY(rig.start());
    Opened opened(rig);
    change(opened.session);
    const profile::Conversation before = opened.session.snapshot();
    opened.session.startNew(); // as another is opened
    auto kept = rig.onDisk(before.id);
    QVERIFY(kept);
    kept->createdAt = before.createdAt; // is kept to the millisecond
    kept->changedAt = before.changedAt;
    QCOMPARE(*kept, before);
}

void TstSessionKeeping::aDeletedDraftIsGone()
{
    Rig rig;
    QVERIFY(rig.start());
    Opened opened(rig);
    const QString id = opened.session.shared().id;
    opened.session.setDraft(u"a secret that was pasted"_s);
    opened.session.keep();
    QVERIFY(rig.onDisk(id));
    opened.session.setDraft({});
    opened.session.keep();
    QVERIFY(!rig.onDisk(id));
    QVERIFY(!QFile::exists(rig.paths().conversations() + u"/trash/%1.json"_s.arg(id)));
    opened.session.setDraft(u"typed again"_s);
    opened.session.keep();
    QCOMPARE(rig.onDisk(id)->draft, u"typed again"_s);
}

void TstSessionKeeping::aDeletedConversationKeepsTheAnswerThatCame()
{
    Rig rig;
    rig.setTokensPerSecond(60); // time to see it come
    QVERIFY(rig.start());
    Opened opened(rig);
    QVERIFY(opened.begin(u"Write a long story about levers and points"_s));
    const QString id = opened.session.shared().id;
    opened.session.remove(id);
    QVERIFY(opened.session.undo());
    QTRY_COMPARE(opened.session.shared().id, id);
    QVERIFY(!opened.turns().constFirst().answer.text().isEmpty());
    QCOMPARE(opened.turns().constFirst().end, QByteArray("cancelled"));
}

void TstSessionKeeping::aDraftThatNobodyCanGetStays()
{
    Rig rig; // nothing can be asked yet
    PlaygroundSession session(rig.engine(), rig.workspace(), rig.store(), rig.clock());
    session.startNew();
    session.setDraft(u"too early"_s);
    session.send();
    QCOMPARE(session.shared().draft, u"too early"_s);
    QVERIFY(session.isEmpty());
    QVERIFY(session.shared().title.isEmpty());
}

static const bool tstSessionKeeping = sb::testing::add<TstSessionKeeping>();

#include "tst_session_keeping.moc"
