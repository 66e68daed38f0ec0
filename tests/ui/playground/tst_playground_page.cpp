#include "tests/testing/testing.h"
#include "tests/ui/playground/shown.h"
#include "ui/common/markdown/markdown_view.h"
#include "ui/playground/conversation_list.h"
#include "ui/playground/pane.h"
#include "ui/playground/playground_page.h"
#include "ui/playground/turn_band.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QListView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;
using namespace sb::ui;

class TstPlaygroundPage final : public QObject
{
    Q_OBJECT
private slots:
    void controlEnterShowsTheAnswerOfEveryPane();
    void theSampleChainShowsItsFallback();
    void thePromptStandsOverThePanesAndNotInThem();
    void aMessageIsEditedInTheBandAndSentAgain();
    void altPageUpGoesBackThroughTheTurns();
    void aVoteIsInTheRegisterAndShownAgain();
    void aWrongSchemaIsSaidBesideItsFieldAndNotSent();
    void wrongToolsNameTheirPath();
    void aResultIsTypedUnderTheCallAndSentOn();
    void aPastedImageIsPartOfTheMessage();
    void anImageThatIsTooBigIsRefusedWithASentence();
    void escapeStopsAllPanes();
    void aHiddenPageShowsWhatCameWhenItIsSeenAgain();
    void anAnswerThatWasLeftIsShownAsFarAsItCameAndGoesOn();
    void theFirstRunPageOffersWhatThereIs();
    void aConversationThatCameBackOpensWithAClick();
    void tabGoesThroughThePageInReadingOrder();
};

namespace {

QImage picture(int side)
{
    QImage image(side, side, QImage::Format_RGB32);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x)
            image.setPixel(x, y, uint(x * 2654435761U) ^ uint(y * 40503U * 65537U)); // packs badly
    }
    return image;
}

} // namespace

void TstPlaygroundPage::controlEnterShowsTheAnswerOfEveryPane()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig, {FirstModel, SecondModel});
    QVERIFY(shown.ask(u"Explain a signal box"_s));
    for (int number = 1; number <= 2; ++number) {
        const QString text = shown.page.session().panes()[number - 1]->state().turns.constFirst().answer.text();
        QVERIFY(!text.isEmpty());
        QVERIFY2(shown.answer(number).startsWith(u"Practice text"_s), qPrintable(shown.answer(number)));
        QVERIFY(!shown.answer(number).contains(u"**"_s)); // as Markdown
        QVERIFY(shown.pane(number)->accessibleName().contains(u"answered"_s));
    }
    QVERIFY(shown.prompt()->toPlainText().isEmpty());
    QVERIFY(shown.prompt()->hasFocus());
}

void TstPlaygroundPage::theSampleChainShowsItsFallback()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig, {u"chain/sample"_s});
    QVERIFY(shown.ask(u"Explain a signal box"_s));
    const QString sentence = shown.pane(1)->accessibleName();
    QVERIFY2(sentence.contains(u"failed"_s) && sentence.contains(u"answered"_s), qPrintable(sentence));
    QVERIFY(shown.pane(1)->metrics().servedBy.contains(u"second model"_s));
}

void TstPlaygroundPage::thePromptStandsOverThePanesAndNotInThem()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig);
    auto *band = shown.find<TurnBand>(u"turnBand"_s);
    QVERIFY(!band->isVisible());
    QVERIFY(shown.ask(u"Zanzibar"_s));
    QVERIFY(band->isVisible());
    QVERIFY(band->accessibleName().contains(u"Zanzibar"_s));
    QVERIFY(shown.ask(u"Ouagadougou"_s));
    QVERIFY(band->accessibleName().contains(u"Ouagadougou"_s));
    QVERIFY(shown.answer(1).contains(u"Ouagadougou"_s)); // divides the history
}

void TstPlaygroundPage::aMessageIsEditedInTheBandAndSentAgain()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig, {FirstModel, SecondModel});
    QVERIFY(shown.ask(u"first wording"_s));
    auto *band = shown.find<TurnBand>(u"turnBand"_s);
    band->edit();
    auto *edit = shown.find<QPlainTextEdit>(u"editTurn"_s);
    QCOMPARE(edit->toPlainText(), u"first wording"_s);
    edit->setPlainText(u"second wording"_s);
    QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!band->isEditing());
    QVERIFY(shown.settled());
    for (PaneRun *run : shown.page.session().panes()) {
        QCOMPARE(run->state().turns.size(), 1);
        QCOMPARE(run->state().turns.constFirst().user.text(), u"second wording"_s);
    }
    QVERIFY(band->accessibleName().contains(u"second wording"_s));
}

void TstPlaygroundPage::altPageUpGoesBackThroughTheTurns()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig);
    QVERIFY(shown.ask(u"Explain one"_s));
    QVERIFY(shown.ask(u"Explain two"_s));
    QCOMPARE(shown.pane(1)->shownTurn(), 1);
    QTest::keyClick(shown.prompt(), Qt::Key_PageUp, Qt::AltModifier);
    QTRY_COMPARE(shown.pane(1)->shownTurn(), 0);
    QVERIFY(shown.find<TurnBand>(u"turnBand"_s)->accessibleName().contains(u"Explain one"_s));
    QTest::keyClick(shown.prompt(), Qt::Key_PageDown, Qt::AltModifier);
    QTRY_COMPARE(shown.pane(1)->shownTurn(), 1);
}

void TstPlaygroundPage::aVoteIsInTheRegisterAndShownAgain()
{
    Rig rig;
    QVERIFY(rig.start());
    QString id;
    std::optional<usage::RecordKey> key;
    std::optional<usage::RecordKey> other;
    {
        Shown shown(rig, {FirstModel, SecondModel});
        QVERIFY(shown.ask(u"Explain a signal box"_s));
        id = shown.page.session().shared().id;
        key = shown.pane(1)->recordKey();
        other = shown.pane(2)->recordKey();
        QSignalSpy changed(&rig.ballot(), &Ballot::changed);
        QTest::keyClick(shown.prompt(), Qt::Key_B, Qt::AltModifier);
        QTRY_VERIFY(changed.count() > 0);
        QTRY_VERIFY(shown.pane(1)->findChild<QAbstractButton *>(u"vote-0"_s)->isChecked());
    }
    QSignalSpy answered(&rig.queries(), &usage::Queries::answered);
    rig.queries().ask(usage::VotesQuery{.keys = {*key, *other}});
    QTRY_COMPARE(answered.count(), 1);
    const auto answer = answered.constFirst().at(1).value<Result<usage::QueryAnswer>>();
    const QList<usage::Vote> votes = std::get<usage::Votes>(*answer).votes;
    QCOMPARE(votes.size(), 1);
    QCOMPARE(votes.constFirst().key, *key);
    QCOMPARE(votes.constFirst().against, other);
    QCOMPARE(votes.constFirst().kind, usage::Vote::Kind::Better);

    Shown again(rig);
    again.page.openConversation(id);
    QTRY_COMPARE(again.page.session().shared().id, id);
    QTRY_VERIFY(again.pane(1)->findChild<QAbstractButton *>(u"vote-0"_s)->isChecked());
}

void TstPlaygroundPage::aWrongSchemaIsSaidBesideItsFieldAndNotSent()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig);
    QTest::keyClick(shown.prompt(), Qt::Key_I, Qt::ControlModifier);
    auto *kind = shown.find<QComboBox>(u"answerKind"_s);
    kind->setCurrentIndex(2);
    emit kind->activated(2);
    auto *schema = shown.find<QPlainTextEdit>(u"schema"_s);
    shown.prompt()->setPlainText(u"Give me a city"_s);
    auto *send = shown.find<QAbstractButton>(u"send"_s);

    schema->setPlainText(u"{\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"text\"}}}"_s);
    QVERIFY2(schema->accessibleDescription().startsWith(u"properties.city.type"_s),
             qPrintable(schema->accessibleDescription()));
    QVERIFY(!send->isEnabled());

    schema->setPlainText(u"{\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}}}"_s);
    QVERIFY(schema->accessibleDescription().isEmpty());
    QVERIFY(send->isEnabled());
    QTest::mouseClick(send, Qt::LeftButton);
    QVERIFY(shown.settled());
    const auto answer =
        parseJson(shown.page.session().panes().constFirst()->state().turns.constFirst().answer.text().toUtf8());
    QVERIFY(answer);
    QVERIFY(answer->contains("city"));
}

void TstPlaygroundPage::wrongToolsNameTheirPath()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig);
    auto *tools = shown.find<QPlainTextEdit>(u"toolsJson"_s);
    tools->setPlainText(u"[{\"type\": \"function\", \"function\": {\"name\": 5}}]"_s);
    QVERIFY2(tools->accessibleDescription().startsWith(u"tools[0].function.name"_s),
             qPrintable(tools->accessibleDescription()));
    QVERIFY(shown.page.session().shared().tools.isNull());
    tools->setPlainText(u"[{\"type\": \"function\", \"function\": {\"name\": \"f\"}}]"_s);
    QVERIFY(tools->accessibleDescription().isEmpty());
    QCOMPARE(shown.page.session().shared().tools.size(), 1);
}

void TstPlaygroundPage::aResultIsTypedUnderTheCallAndSentOn()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig);
    shown.page.session().setTools(
        *parseJson(R"([{"type": "function", "function": {"name": "get_weather", "parameters": {"type": "object",
                        "properties": {"city": {"type": "string"}}, "required": ["city"]}}}])"));
    QVERIFY(shown.ask(u"Use get_weather for Bern"_s));
    QVERIFY(shown.answer(1).contains(u"get_weather"_s));
    QVERIFY(shown.answer(1).contains(u"\"city\""_s));
    auto *result = shown.find<QPlainTextEdit>(u"result-0"_s);
    QVERIFY(result);
    QTRY_VERIFY(result->isVisible());
    result->setPlainText(u"rain, 8 degrees"_s);
    QTest::keyClick(result, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(shown.settled());
    QVERIFY(shown.answer(1).contains(u"rain, 8 degrees"_s));
    QVERIFY(!shown.find<QWidget>(u"sendResults"_s)->isVisible());
    QCOMPARE(shown.page.session().panes().constFirst()->state().turns.size(), 2);
}

void TstPlaygroundPage::aPastedImageIsPartOfTheMessage()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig);
    QApplication::clipboard()->setImage(picture(24));
    shown.prompt()->paste();
    QTRY_VERIFY(shown.find<QAbstractButton>(u"image-0"_s));
    QVERIFY(shown.ask(u"What is this?"_s));
    const chat::Message &user = shown.page.session().panes().constFirst()->state().turns.constFirst().user;
    QCOMPARE(user.parts.size(), 2);
    const QByteArray url = std::get<chat::ImagePart>(user.parts[1]).url;
    const auto parts = chat::splitDataUrl(url);
    QVERIFY(parts && parts->mimeType == "image/png");
    QCOMPARE(QImage::fromData(QByteArray::fromBase64(parts->base64)).size(), QSize(24, 24));
}

void TstPlaygroundPage::anImageThatIsTooBigIsRefusedWithASentence()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig);
    QSignalSpy notices(&shown.page, &PlaygroundPage::notice);
    QApplication::clipboard()->setImage(picture(1500));
    shown.prompt()->paste();
    QTRY_COMPARE(notices.count(), 1);
    QVERIFY2(notices.constFirst().at(0).toString().contains(u"5 MB"_s),
             qPrintable(notices.constFirst().at(0).toString()));
    QVERIFY(!shown.find<QAbstractButton>(u"image-0"_s));
}

void TstPlaygroundPage::escapeStopsAllPanes()
{
    Rig rig;
    rig.setTokensPerSecond(60); // time to see it come
    QVERIFY(rig.start());
    Shown shown(rig, {FirstModel, SecondModel});
    shown.prompt()->setPlainText(u"Write a long story about levers"_s);
    QTest::keyClick(shown.prompt(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(shown.page.session().isAnyRunning());
    QVERIFY(QTest::qWaitForWindowActive(&shown.page));
    QTest::keyClick(shown.prompt(), Qt::Key_Escape);
    QVERIFY(shown.settled());
    for (PaneRun *run : shown.page.session().panes())
        QCOMPARE(run->state().turns.constFirst().end, QByteArray("cancelled"));
}

void TstPlaygroundPage::aHiddenPageShowsWhatCameWhenItIsSeenAgain()
{
    Rig rig;
    rig.setTokensPerSecond(60); // time to see it come
    QVERIFY(rig.start());
    Shown shown(rig);
    shown.prompt()->setPlainText(u"Write a long story about levers"_s);
    QTest::keyClick(shown.prompt(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!shown.answer(1).isEmpty());
    shown.page.hide();
    const QString seen = shown.answer(1);
    PaneRun *run = shown.page.session().panes().constFirst();
    const auto partial = [run] { return run->snapshot().turns.constFirst().answer.text().size(); };
    const auto before = partial();
    QTRY_VERIFY(partial() > before + 40 || !run->isRunning());
    if (run->isRunning())
        QCOMPARE(shown.answer(1), seen);
    shown.page.show();
    QTRY_VERIFY(shown.answer(1).size() > seen.size());
}

void TstPlaygroundPage::anAnswerThatWasLeftIsShownAsFarAsItCameAndGoesOn()
{
    Rig rig;
    rig.setTokensPerSecond(60); // time to go and come back
    QVERIFY(rig.start());
    Shown shown(rig);
    PlaygroundSession &session = shown.page.session();
    QSignalSpy content(session.panes().constFirst(), &PaneRun::contentCame);
    shown.prompt()->setPlainText(u"Write a long story about levers and points"_s);
    QTest::keyClick(shown.prompt(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(content.count() >= 3);
    const QString id = session.shared().id;
    session.startNew();
    QVERIFY(shown.answer(1).isEmpty());
    QSignalSpy noted(&shown.page, &PlaygroundPage::conversationOpened); // by the window, for its next start
    QSignalSpy kept(&session, &PlaygroundSession::kept);
    session.rename(id, u"Levers"_s);
    QCOMPARE(kept.count(), 1);
    QCOMPARE(noted.count(), 0);
    session.open(id);
    QVERIFY(session.isAnyRunning());
    QTRY_VERIFY(shown.answer(1).startsWith(u"Practice text"_s));
    QVERIFY(shown.find<QAbstractButton>(u"stop"_s)->isVisible());
    QVERIFY(shown.settled());
    const QString whole = shown.answer(1);
    session.startNew();
    session.open(id); // as it was kept
    QTRY_COMPARE(session.shared().id, id);
    QCOMPARE(shown.answer(1), whole);
}

void TstPlaygroundPage::theFirstRunPageOffersWhatThereIs()
{
    Rig rig;
    QVERIFY(rig.start());
    rig.workspace().setFresh(true);
    PlaygroundPage page(rig.engine(), rig.workspace(), rig.store(), rig.ballot(), rig.clock());
    page.resize(1280, 760);
    page.show();
    auto *practice = page.findChild<QAbstractButton *>(u"practiceCard"_s);
    auto *key = page.findChild<QAbstractButton *>(u"keyCard"_s);
    QVERIFY(practice->isVisible() && key->isVisible());

    QSignalSpy wanted(&page, &PlaygroundPage::keyRequested);
    QSignalSpy chosen(&page, &PlaygroundPage::localServerChosen);
    page.setLocalServers({{.providerId = u"ollama"_s,
                           .name = u"Ollama"_s,
                           .address = u"127.0.0.1:11434"_s,
                           .models = {u"qwen3-32b"_s, u"phi"_s}}});
    auto *local = page.findChild<QAbstractButton *>(u"localCard-ollama"_s);
    QVERIFY(local && local->accessibleName().contains(u"qwen3-32b, phi"_s));
    QTest::mouseClick(key, Qt::LeftButton);
    QTest::mouseClick(local, Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(chosen.constFirst().constFirst().toString(), u"ollama"_s);

    QTest::mouseClick(practice, Qt::LeftButton);
    QVERIFY(page.session().isAnyRunning());
    QTRY_VERIFY(!practice->isVisible());
    QVERIFY(QTest::qWaitFor([&] { return !page.session().isAnyRunning(); }, 20'000));
}

void TstPlaygroundPage::aConversationThatCameBackOpensWithAClick()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig, {FirstModel});
    QVERIFY(shown.ask(u"Explain a signal box"_s));
    PlaygroundSession &session = shown.page.session();
    const QString id = session.shared().id;
    auto *list = shown.page.findChild<ConversationList *>()->findChild<QListView *>();
    QTRY_COMPARE(list->model()->rowCount(), 1);
    session.remove(id);
    QTRY_COMPARE(list->model()->rowCount(), 0);
    QTest::keyClick(shown.prompt(), Qt::Key_Z, Qt::ControlModifier); // the prompt has nothing to undo itself
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QTRY_COMPARE(session.shared().id, id);

    session.startNew();
    QVERIFY(!list->currentIndex().isValid());
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
    QTRY_COMPARE(session.shared().id, id);
    QVERIFY(list->selectionModel()->isRowSelected(0));
}

void TstPlaygroundPage::tabGoesThroughThePageInReadingOrder()
{
    Rig rig;
    QVERIFY(rig.start());
    Shown shown(rig, {FirstModel, SecondModel});
    QVERIFY(shown.ask(u"Explain a signal box"_s));
    QVERIFY(QTest::qWaitForWindowActive(&shown.page));
    shown.pane(1)->view().setFocus();
    QStringList seen;
    QStringList path;
    for (int i = 0; i < 20 && !shown.prompt()->hasFocus(); ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QWidget *now = QApplication::focusWidget();
        QVERIFY(now);
        path.append(QString::fromLatin1(now->metaObject()->className()) + u' ' + now->accessibleName());
        for (int number = 1; number <= 2; ++number) {
            const QString name = QString::number(number);
            if (shown.pane(number)->isAncestorOf(now) && (seen.isEmpty() || seen.constLast() != name))
                seen.append(name);
        }
    }
    QVERIFY2(shown.prompt()->hasFocus(), qPrintable(path.join(u'\n')));
    QCOMPARE(seen, (QStringList{u"1"_s, u"2"_s}));
}

static const bool tstPlaygroundPage = sb::testing::add<TstPlaygroundPage>();

#include "tst_playground_page.moc"
